package org.fleetdesk.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalFile;
import org.fleetdesk.core.settings.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal's command finds and exports. */
class JournalTest {
	private static final Instant NOW = Instant.now().minusSeconds(60);
	@TempDir
	Path home;
	private Map<String, String> environment;
	private JournalFile file;

	@BeforeEach
	void someEntries() {
		environment = Map.of("FLEETDESK_CONFIG", home.resolve("config").toString(), "XDG_DATA_HOME",
				home.resolve("data").toString());
		file = new JournalFile(DataFolder.standard(environment, home), JournalFile.LIMIT, Thread.ofVirtual().factory(),
				finding -> {
					throw new AssertionError(finding.text());
				});
		Entry.Group group = Entry.Group.of(3, "OPS-1");
		for (int i = 0; i < 3; i++) {
			keep("label", "pods", "web-" + i, i == 2 ? "prod-us" : "prod-eu", Duration.ofHours(3).minusSeconds(i),
					i == 2 ? Entry.Outcome.FAILED : Entry.Outcome.DONE, entry -> entry.in(group));
		}
		keep("scale", "deployments.apps", "web", "prod-eu", Duration.ofHours(2), Entry.Outcome.DONE, entry -> entry);
		keep("delete", "configmaps", "old, \"very\"", "test", Duration.ofDays(3), Entry.Outcome.UNKNOWN,
				entry -> entry);
	}

	private void keep(String operation, String type, String name, String cluster, Duration ago, Entry.Outcome outcome,
			UnaryOperator<Entry> more) {
		JsonNode object = new ObjectMapper().createObjectNode().put("kind", name);
		Entry entry = more.apply(Entry.begin(NOW.minus(ago), new Entry.By("workbench", "carol", 1),
				new Entry.Place(cluster, cluster, "admin-" + cluster),
				new Entry.Subject(operation, type, "shop", name)));
		file.record(entry.end(NOW, outcome, outcome == Entry.Outcome.FAILED ? "no leave" : "")
				.with(Optional.of(object), Optional.of(object)));
	}

	private Ran journal(String... arguments) {
		return InProcess.run(environment, home,
				java.util.stream.Stream.concat(java.util.stream.Stream.of("journal"), List.of(arguments).stream())
						.toList());
	}

	/** The operation and the object of each line. */
	private List<String> found(String... arguments) {
		return journal(arguments).out().lines().skip(1).map(line -> line.split(" {3,}"))
				.map(cells -> cells[3] + " " + cells[5]).toList();
	}

	@Test
	void whatWasAskedForAtOnceIsOneLineWithItsParts() {
		assertThat(found()).containsExactly("scale deployments.apps/web", "label pods (3)",
				"delete configmaps/old, \"very\"");
		assertThat(journal().out().lines().toList().get(2)).contains("prod-eu,prod-us", "done 2, failed 1", "OPS-1",
				"no leave");
		assertThat(found("--parts")).containsExactly("scale deployments.apps/web", "label pods/web-2",
				"label pods/web-1", "label pods/web-0", "delete configmaps/old, \"very\"");
		assertThat(found("-n", "1")).containsExactly("scale deployments.apps/web");
		assertThat(found("-n", "2")).hasSize(2);
	}

	@Test
	void filtersLeaveWhatTheySay() {
		assertThat(found("--since", "1d")).containsExactly("scale deployments.apps/web", "label pods (3)");
		assertThat(found("--until", "150m")).containsExactly("label pods (3)", "delete configmaps/old, \"very\"");
		assertThat(found("--result", "unknown,failed")).containsExactly("label pods (3)",
				"delete configmaps/old, \"very\"");
		assertThat(found("--result", "failed", "--parts")).containsExactly("label pods/web-2");
		assertThat(found("--kind", "deploy")).containsExactly("scale deployments.apps/web");
		assertThat(found("--kind", "Pod,cm")).containsExactly("label pods (3)", "delete configmaps/old, \"very\"");
		assertThat(found("--operation", "scale,delete")).hasSize(2);
		assertThat(found("--clusters", "*-us")).containsExactly("label pods (3)");
		assertThat(found("--user", "admin-t*")).containsExactly("delete configmaps/old, \"very\"");
		assertThat(found("--user", "carol")).hasSize(3);
		assertThat(found("leave", "--parts")).containsExactly("label pods/web-2");
		assertThat(journal("--user", "nobody").err()).isEqualTo("Nothing in the journal is so.\n");
	}

	@Test
	void anExportHasEveryPart() throws Exception {
		List<String> lines = journal("-o", "csv", "--since", "5d").out().lines().toList();
		assertThat(lines).hasSize(6);
		assertThat(lines.getFirst()).startsWith("id,begun,ended,outcome,operation,type,namespace,name,cluster");
		assertThat(lines.getLast()).contains("\"old, \"\"very\"\"\"");
		JsonNode all = new ObjectMapper().readTree(journal("-o", "json").out());
		assertThat(all).hasSize(3);
		assertThat(all.path(1).path("parts")).hasSize(3).allMatch(part -> part.path("before").has("kind"));
		assertThat(all.path(1).path("outcomes").path("done").asInt()).isEqualTo(2);
		assertThat(all.path(0).path("after").path("kind").asText()).isEqualTo("web");
	}

	@Test
	void timesAreWrittenAsPeopleDo() {
		Instant now = Instant.parse("2026-11-22T12:00:00Z");
		assertThat(When.of("90m", now)).isEqualTo("2026-11-22T10:30:00Z");
		assertThat(When.of("3d", now)).isEqualTo("2026-11-19T12:00:00Z");
		assertThat(When.of("2026-11-22T10:00:00Z", now)).isEqualTo("2026-11-22T10:00:00Z");
		Instant ten = LocalDateTime.parse("2026-11-20T10:00").atZone(ZoneId.systemDefault()).toInstant();
		assertThat(When.of("2026-11-20T10:00", now)).isEqualTo(ten);
		assertThat(When.of("2026-11-20 10:00", now)).isEqualTo(ten);
		assertThat(When.of("2026-11-20", now)).isEqualTo(ten.minus(Duration.ofHours(10)));
		assertThat(When.of("10:00", ten)).isEqualTo(ten);
		for (String wrong : new String[]{"", "yesterday", "5", "-3d", "2026-13-01", "25:00"}) {
			org.assertj.core.api.Assertions.assertThatThrownBy(() -> When.of(wrong, now)).as(wrong)
					.isInstanceOf(Failure.class);
		}
	}
}
