package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that stand beside the rows: what pods use, from another list, and when schedules come next. */
class JoinedColumnsTest {
	private static final KindKey PODS = KindKey.of(FakeServer.PODS);
	private static final ResourceType METRICS = new ResourceType("metrics.k8s.io", "v1beta1", "pods", "", "PodMetrics",
			true, List.of(), List.of(), Set.of("get", "list"), true);
	private static final ResourceType CRONJOBS = FakeServer.type("batch", "v1", "cronjobs", "CronJob", true);
	private static final String USAGE = "CPU Usage";

	@TempDir
	Path folder;
	private Desk desk;
	private FakeServer dev;
	private ListModel model;

	@BeforeEach
	void open() {
		desk = new Desk(folder, "dev");
		dev = desk.server("dev");
		dev.columns(FakeServer.PODS, FakeServer.column("Name"), new Column(USAGE, "cpu", false, ""),
				new Column("CPU Limits", "cpu", true, ""));
		dev.columns(METRICS, FakeServer.column("Name"), new Column("CPU", "cpu", false, ""));
		dev.columns(CRONJOBS, FakeServer.column("Name"), new Column("Next Run", "schedule", false, ""));
		dev.put(FakeServer.PODS, "web", "a", (Object) null, 1.0);
		dev.put(FakeServer.PODS, "web", "b", (Object) null, null);
		dev.put(FakeServer.PODS, "db", "a", (Object) null, 2.0);
		dev.put(METRICS, "web", "a", 0.25);
		dev.put(METRICS, "web", "b", 0.5);
		desk.start();
	}

	@AfterEach
	void close() {
		model.close();
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private void show(KindKey kind) {
		model = new ListModel(desk.fleet, ListQuery.all(kind, List.of(desk.cluster("dev"))), desk.time.background());
		desk.seconds(2);
	}

	private void measured() {
		dev.serve(METRICS);
		show(PODS);
		model.show(Set.of("Name", USAGE));
		desk.seconds(2);
	}

	private int column(String name) {
		return model.content().columns().stream().map(ListColumn::name).toList().indexOf(name);
	}

	private Stream<String> shown(String column) {
		ListContent content = model.content();
		return content.lines().stream().map(line -> line.row() + " " + content.cell(line, column(column)));
	}

	@Test
	void aColumnIsTakenFromAnotherListByNamespaceAndName() {
		measured();
		assertThat(shown(USAGE)).containsExactly("db/a null", "web/a 0.25", "web/b 0.5");
		ListContent content = model.content();
		assertThat(content.share(content.lines().get(1), column(USAGE))).isEqualTo(0.25);
		assertThat(content.share(content.lines().get(2), column(USAGE))).as("no limit").isNaN();
		assertThat(content.columns().get(column(USAGE)).description())
				.isEqualTo(
						"CPU of the same object in pods.metrics.k8s.io; read every 15 seconds while somebody looks at it.");
	}

	@Test
	void nothingIsReadForAColumnThatNobodyLooksAt() {
		dev.serve(METRICS);
		show(PODS);
		assertThat(column(USAGE)).isPositive();
		assertThat(desk.fleet.lists().size()).isEqualTo(1);
		model.show(Set.of("Name"));
		desk.seconds(40);
		assertThat(desk.fleet.lists().size()).isEqualTo(1);
		model.filter("cpuusage>300m");
		desk.seconds(2);
		assertThat(shown(USAGE)).containsExactly("web/b 0.5");
		model.filter("");
		model.sort(List.of(new SortKey(USAGE, true)));
		desk.seconds(2);
		assertThat(shown(USAGE)).containsExactly("web/b 0.5", "web/a 0.25", "db/a null");
		model.sort(List.of());
		desk.seconds(40);
		assertThat(shown(USAGE)).containsExactly("db/a null", "web/a null", "web/b null");
		assertThat(desk.fleet.lists().size()).as("it is given back").isEqualTo(1);
	}

	@Test
	void measurementsAreReadAgainEveryFifteenSeconds() {
		measured();
		model.sort(List.of(new SortKey(USAGE, false)));
		Line before = model.content().lines().get(1);
		assertThat(before.row().name()).isEqualTo("a");
		dev.put(METRICS, "web", "a", 0.75);
		dev.delete(METRICS, "web", "b");
		desk.seconds(16);
		assertThat(shown(USAGE)).containsExactly("db/a null", "web/b null", "web/a 0.75");
		assertThat(model.content().lines().getLast()).as("a table paints what is not equal").isNotEqualTo(before);
		dev.put(FakeServer.PODS, "web", "c", (Object) null, null);
		dev.put(FakeServer.PODS, "web", "a", (Object) null, 1.0);
		desk.seconds(1);
		assertThat(shown(USAGE)).as("a newer version of the pod").contains("web/a 0.75");
	}

	@Test
	void aListStaysWhenItsMeasurementsGoAway() {
		measured();
		dev.refuse("list", "pods", "*", FakeServer::broken);
		desk.seconds(16);
		assertThat(shown(USAGE)).containsExactly("db/a null", "web/a null", "web/b null");
		assertThat(model.content().columns().get(column(USAGE)).description()).endsWith("Not known now: dev failed.");
		assertThat(model.content().parts()).singleElement()
				.satisfies(part -> assertThat(part.freshness().problem()).isEmpty());
		dev.heal();
		desk.seconds(120);
		assertThat(shown(USAGE)).containsExactly("db/a null", "web/a 0.25", "web/b 0.5");
		assertThat(model.content().columns().get(column(USAGE)).description()).doesNotContain("Not known");
	}

	@Test
	void aColumnFromAListThatNoClusterHasIsLeftOut() {
		show(PODS);
		model.show(Set.of("Name", USAGE));
		desk.seconds(2);
		assertThat(column(USAGE)).isNegative();
		assertThat(model.content().absent()).containsEntry(USAGE, "pods.metrics.k8s.io");
		dev.serve(METRICS);
		desk.cluster("dev").session().orElseThrow().refresh();
		desk.seconds(65);
		assertThat(shown(USAGE)).contains("web/a 0.25");
		assertThat(model.content().absent()).isEmpty();
	}

	@Test
	void aScheduleIsTheMomentThatComesNextAsTimePasses() {
		dev.serve(CRONJOBS);
		dev.put(CRONJOBS, "web", "often", "UTC 0 */5 * * * *");
		dev.put(CRONJOBS, "web", "hourly", "UTC 0 0 * * * *");
		dev.put(CRONJOBS, "web", "bad", "UTC 0 what");
		dev.put(CRONJOBS, "web", "suspended", (Object) null);
		show(KindKey.of(CRONJOBS));
		model.sort(List.of(new SortKey("Next Run", false)));
		desk.seconds(1);
		Instant now = desk.time.clock().instant();
		Instant next = Instant.ofEpochSecond((now.getEpochSecond() / 300 + 1) * 300);
		assertThat(shown("Next Run")).containsSubsequence("web/bad null", "web/suspended null", "web/often " + next)
				.contains("web/hourly " + Instant.ofEpochSecond((now.getEpochSecond() / 3600 + 1) * 3600));
		ListContent content = model.content();
		assertThat(content.columns().get(column("Next Run")).type()).isEqualTo(CellText.DEADLINE);
		assertThat(content.text(content.lines().get(2), column("Next Run"), now)).startsWith("in ");
		model.filter("\"next run\"<5m");
		desk.seconds((int) (next.getEpochSecond() - now.getEpochSecond()) + 1);
		assertThat(shown("Next Run")).contains("web/often " + next.plusSeconds(300));
	}
}
