package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRules;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What descriptors add to lists: health, bars, and columns that change while a list is shown. */
class DescribedListTest {
	private static final KindKey PODS = KindKey.of(FakeServer.PODS);

	@TempDir
	Path folder;
	private Desk desk;
	private ListModel model;

	@BeforeEach
	void open() {
		desk = new Desk(folder, "dev");
		desk.server("dev").pod("web", "a", "Running", 0);
		desk.server("dev").pod("web", "b", "CrashLoopBackOff", 7);
		desk.server("dev").pod("web", "c", "Pending", 0);
		desk.server("dev").pod("web", "d", "Whatever", 0);
		desk.server("dev").put(FakeServer.PODS, "web", "e", "", "Strange", 0L, "5m", "node-1");
		desk.start();
	}

	@AfterEach
	void close() {
		model.close();
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private void show() {
		model = new ListModel(desk.fleet, ListQuery.all(PODS, List.of(desk.cluster("dev"))), desk.time.background());
		desk.seconds(2);
	}

	private void pack(String text) throws IOException {
		Files.createDirectories(desk.settings.file("packs/mine"));
		desk.write(desk.settings.file("packs/mine/pods.yaml"), "kind: pods\n" + text);
	}

	private static Row row(String name, @Nullable Object used, Object size) {
		return new Row(name, "web", name, "1", 0, new @Nullable Object[]{name, used, size});
	}

	private Stream<String> shown() {
		return model.content().lines().stream()
				.map(l -> l.row().name() + " " + l.health().map(Health::word).orElse(""));
	}

	@Test
	void linesSayHowTheirObjectsDo() {
		show();
		assertThat(shown()).containsExactly("a Healthy", "b Failed", "c Progressing", "d Healthy", "e ");
		ListColumn last = model.content().columns().getLast();
		assertThat(last.name()).isEqualTo("Health");
		assertThat(last.wide()).isTrue();
		assertThat(model.content().cell(model.content().lines().get(1), model.content().columns().size() - 1))
				.isEqualTo("Failed");
	}

	@Test
	void aPodThatFailsIsSeenToByItsNewVersion() {
		show();
		desk.server("dev").pod("web", "a", "Error", 1);
		desk.seconds(1);
		assertThat(shown()).startsWith("a Failed");
	}

	@Test
	void listsAreFilteredSortedAndGroupedByHealth() {
		show();
		model.filter("health:failed or health=progressing");
		desk.seconds(1);
		assertThat(shown()).containsExactly("b Failed", "c Progressing");
		model.filter("not health:healthy");
		model.sort(List.of(new SortKey("Health", true)));
		desk.seconds(1);
		assertThat(shown()).containsExactly("e ", "c Progressing", "b Failed");
		model.filter("");
		model.sort(List.of(new SortKey("Health", false)));
		desk.seconds(1);
		assertThat(shown()).containsExactly("b Failed", "c Progressing", "a Healthy", "d Healthy", "e ");
		model.group("Health");
		desk.seconds(1);
		assertThat(model.content().groups()).extracting(Group::title).containsExactly("Failed", "Progressing",
				"Healthy", "");
		assertThat(model.vocabulary().headings()).extracting(h -> h.name()).contains("Health");
	}

	@Test
	void aPackAddedWhileAListIsShownIsTakenWithoutAnEmptyList() throws IOException {
		show();
		List<Integer> sizes = new ArrayList<>();
		model.listen(() -> sizes.add(model.content().lines().size()));
		desk.server("dev").forgetRequests();
		desk.server("dev").columns(FakeServer.PODS, FakeServer.column("Name"), FakeServer.column("Mine"),
				FakeServer.column("Status"));
		pack("health: [{is: idle, when: 'status=Whatever'}]\ncolumns: [{name: Status, path: status.phase}]");
		desk.seconds(4);
		assertThat(desk.server("dev").requests("list pods")).isEqualTo(1);
		assertThat(model.content().columns()).extracting(ListColumn::name).contains("Mine").doesNotContain("Ready");
		assertThat(shown()).contains("d Idle");
		assertThat(sizes).isNotEmpty().doesNotContain(0);
		desk.server("dev").pod("web", "f", "Running", 0);
		desk.seconds(1);
		assertThat(model.content().lines()).as("it is followed as before").hasSize(6);
	}

	@Test
	void aBrokenPackLeavesTheListAsItIsAndIsAmongTheFindings() throws IOException {
		show();
		desk.server("dev").forgetRequests();
		pack("columns: [{name: Mine, path: '['}]");
		desk.seconds(4);
		assertThat(desk.server("dev").requests("list pods")).isZero();
		assertThat(desk.fleet.findings()).singleElement()
				.satisfies(finding -> assertThat(finding.subject()).contains("pods.yaml, line 2"));
	}

	@Test
	void healthThatComesWithAgeIsTold() throws IOException {
		pack("health: [{is: failed, when: 'status=Pending age>10m'}]\ncolumns: [{name: Status, path: status.phase}]");
		desk.fleet.reload();
		show();
		assertThat(shown()).contains("c Progressing");
		desk.seconds(605);
		assertThat(shown()).contains("c Failed", "a Healthy");
	}

	@Test
	void aBarIsTheShareOfAnotherColumn() {
		show();
		LiveStore store = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS), desk.time.clock(),
				new RowTraits(HealthRules.NONE, Map.of("Used", "Size"), Map.of()));
		Stores.list(store,
				List.of(new Column("Name", "string", false, ""), new Column("Used", "bytes", false, ""),
						new Column("Size", "bytes", false, "")),
				List.of(row("a", 25L, 100L), row("b", null, 100L), row("c", 5L, 0L)), desk.time.clock());
		ListContent content = new ListBuilder().build(new ListBuilder.Wanted(List.of(store),
				new ListColumns.Ours(false, false, false), Filter.ALL, List.of(), ""), List.of(), 0);
		assertThat(content.share(content.lines().get(0), 1)).isEqualTo(0.25);
		assertThat(content.share(content.lines().get(0), 2)).isNaN();
		assertThat(content.share(content.lines().get(1), 1)).isNaN();
		assertThat(content.share(content.lines().get(2), 1)).isNaN();
	}
}
