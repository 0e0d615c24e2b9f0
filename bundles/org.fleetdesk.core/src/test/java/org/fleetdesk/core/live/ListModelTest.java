package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.watch.Freshness.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list over fake servers: what it shows, and what it costs. */
class ListModelTest {
	private static final KindKey PODS = KindKey.of(FakeServer.PODS);
	private static final KindKey WIDGETS = KindKey.of(FakeServer.WIDGETS);

	@TempDir
	Path folder;
	private Desk desk;
	private final List<ListModel> models = new ArrayList<>();

	@BeforeEach
	void start() {
		desk = new Desk(folder, "dev home", "prod", "edge");
		desk.start();
		desk.server("dev").pod("web", "api-2", "Running", 3);
		desk.server("dev").pod("web", "api-10", "Running", 0);
		desk.server("dev").pod("db", "postgres-0", "Failed", 12);
		desk.server("prod").pod("web", "api-1", "Running", 0);
	}

	@AfterEach
	void nothingIsLeft() {
		models.forEach(ListModel::close);
		desk.seconds(31);
		assertThat(desk.fleet.lists().size()).as("loans that were not given back").isZero();
		desk.close();
		assertThat(desk.time.threads()).isZero();
		assertThat(desk.time.tasks()).isZero();
	}

	private ListModel model(ListQuery query) {
		ListModel model = new ListModel(desk.fleet, query, desk.time.background());
		models.add(model);
		desk.seconds(1);
		return model;
	}

	private ListModel model(KindKey kind, String... clusters) {
		return model(ListQuery.all(kind, Stream.of(clusters).map(desk::cluster).toList()));
	}

	private static List<String> names(ListModel model) {
		return model.content().lines().stream().map(l -> l.row().name()).toList();
	}

	private static List<String> columns(ListModel model) {
		return model.content().columns().stream().map(ListColumn::name).toList();
	}

	private String cell(ListModel model, int line, String column) {
		return model.content().text(model.content().lines().get(line), columns(model).indexOf(column),
				desk.time.clock().instant());
	}

	private static List<State> states(ListModel model) {
		return model.content().parts().stream().map(p -> p.freshness().state()).toList();
	}

	@Test
	void aListOpensItsClusterAndShowsItsRowsByNamespaceAndName() {
		ListModel model = model(PODS, "dev");
		assertThat(desk.cluster("dev").state().phase()).isEqualTo(Phase.OPEN);
		assertThat(desk.cluster("prod").state().phase()).isEqualTo(Phase.CLOSED);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10");
		assertThat(columns(model)).containsExactly("Namespace", "Name", "Ready", "Status", "Restarts", "Age", "Node",
				"Health");
		assertThat(cell(model, 0, "Namespace")).isEqualTo("db");
		assertThat(cell(model, 0, "Restarts")).isEqualTo("12");
		assertThat(states(model)).containsExactly(State.LIVE);
	}

	@Test
	void agesTickFromTheCreationAndNotFromTheServersText() {
		ListModel model = model(PODS, "dev");
		desk.seconds(89);
		assertThat(cell(model, 0, "Age")).isEqualTo("90s");
	}

	@Test
	void severalClustersAreOneListWithTheClusterFirst() {
		ListModel model = model(PODS, "prod", "dev");
		assertThat(columns(model)).startsWith("Cluster", "Namespace", "Name");
		assertThat(model.content().lines().stream().map(l -> l.cluster().name() + " " + l.row().name()))
				.containsExactly("prod api-1", "dev postgres-0", "dev api-2", "dev api-10");
		assertThat(model.content().total()).isEqualTo(4);
		assertThat(model.content().parts()).extracting(p -> p.cluster().name() + p.rows()).containsExactly("prod1",
				"dev3");
	}

	@Test
	void severalKindsAreOneListWithTheKindFirstAndPartsOfEach() {
		desk.server("dev").serve(FakeServer.WIDGETS);
		desk.server("dev").put(FakeServer.WIDGETS, "web", "w", "big");
		ListModel model = model(
				new ListQuery(List.of(WIDGETS, PODS), List.of(desk.cluster("dev"), desk.cluster("prod")), Set.of(), "",
						""));
		assertThat(columns(model)).startsWith("Kind", "Cluster", "Namespace", "Name", "Size", "Age", "Ready");
		assertThat(names(model)).containsExactly("w", "postgres-0", "api-2", "api-10", "api-1");
		assertThat(cell(model, 0, "Kind")).isEqualTo(FakeServer.WIDGETS.kind());
		assertThat(cell(model, 1, "Kind")).isEqualTo("Pod");
		assertThat(cell(model, 1, "Size")).isEmpty();
		assertThat(model.content().parts()).extracting(p -> p.kind() + " " + p.cluster() + " " + p.rows())
				.containsExactly("widgets.example.org dev 1", "widgets.example.org prod 0", "pods dev 3",
						"pods prod 1");
		assertThat(states(model)).containsExactly(State.LIVE, State.FAILED, State.LIVE, State.LIVE);
		model.filter("kind:pod");
		desk.seconds(1);
		assertThat(names(model)).hasSize(4);
	}

	@Test
	void linesStandTogetherByGroupAndAreSortedWithinIt() {
		ListModel model = model(PODS, "dev", "prod");
		model.group("Namespace");
		model.sort(List.of(new SortKey("Restarts", true)));
		desk.seconds(1);
		assertThat(model.content().groups()).containsExactly(new Group("db", 0, 1), new Group("web", 1, 3));
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "api-1");
		model.sort(List.of(new SortKey("Namespace", true)));
		desk.server("dev").pod("all", "new", "Running", 0);
		desk.seconds(1);
		assertThat(model.content().groups()).extracting(Group::title).containsExactly("web", "db", "all");
		model.group("Age");
		desk.seconds(1);
		assertThat(model.content().groups()).as("times are no groups").isEmpty();
	}

	@Test
	void whatSomeoneAsksForComesAtOnceHoweverBusyTheListIs() {
		ListModel model = model(PODS, "dev");
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.time.advance(Duration.ofMillis(1));
		desk.server("dev").pod("web", "newer", "Running", 0);
		desk.time.advance(Duration.ofMillis(1)); // built just now, so the next waits for the tenth of a second
		assertThat(names(model)).contains("new").doesNotContain("newer");
		model.filter("postgres");
		desk.time.advance(Duration.ofMillis(1));
		assertThat(names(model)).containsExactly("postgres-0");
	}

	@Test
	void columnsOfSeveralServersAreUnited() {
		desk.server("prod").columns(FakeServer.PODS, FakeServer.column("Name"), FakeServer.column("Zone"),
				FakeServer.column("AGE"));
		ListModel model = model(PODS, "dev", "prod");
		assertThat(columns(model)).containsExactly("Cluster", "Namespace", "Name", "Ready", "Status", "Restarts", "Age",
				"Node", "Zone", "Health");
		assertThat(cell(model, 3, "Zone")).isEqualTo("1/1"); // the fake's second cell
		assertThat(cell(model, 3, "Status")).isEmpty();
		assertThat(cell(model, 0, "Zone")).isEmpty();
	}

	@Test
	void aServersOwnColumnCalledClusterStandsBesideOurs() {
		for (String name : List.of("dev", "prod")) {
			desk.server(name).serve(FakeServer.WIDGETS);
			desk.server(name).columns(FakeServer.WIDGETS, FakeServer.column("Name"), FakeServer.column("Cluster"));
		}
		desk.server("dev").put(FakeServer.WIDGETS, "web", "a", "z");
		desk.server("dev").put(FakeServer.WIDGETS, "web", "b", "y");
		ListModel model = model(WIDGETS, "dev", "prod");
		assertThat(columns(model)).containsExactly("Cluster", "Namespace", "Name", "Cluster 2");
		assertThat(cell(model, 0, "Cluster 2")).isEqualTo("z");
		model.sort(List.of(new SortKey("Cluster 2", false)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("b", "a");
	}

	@Test
	void changesAppearByThemselves() {
		ListModel model = model(PODS, "dev");
		desk.server("dev").pod("web", "api-3", "Pending", 0);
		desk.server("dev").delete(FakeServer.PODS, "db", "postgres-0");
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-2", "api-3", "api-10");
		assertThat(model.content().lines().get(1).changedMillis()).isPositive();
		assertThat(model.content().lines().get(0).changedMillis()).isZero();
	}

	@Test
	void thousandsOfEventsAreAtMostTenBuildsASecond() {
		ListModel model = model(PODS, "dev");
		AtomicInteger told = new AtomicInteger();
		model.listen(told::incrementAndGet);
		for (int tick = 0; tick < 200; tick++) {
			for (int event = 0; event < 10; event++) {
				desk.server("dev").pod("web", "busy-" + event, "Running", tick);
			}
			desk.time.advance(Duration.ofMillis(10));
		}
		assertThat(told.get()).isBetween(15, 21);
		desk.seconds(1);
		assertThat(cell(model, names(model).indexOf("busy-9"), "Restarts")).isEqualTo("199");
	}

	@Test
	void whatChangesNothingInTheListBuildsNothing() {
		ListModel model = model(PODS, "dev");
		desk.fleet.open(desk.cluster("prod"));
		desk.seconds(5);
		ListContent before = model.content();
		AtomicInteger told = new AtomicInteger();
		model.listen(told::incrementAndGet);
		desk.fleet.addNamespace(desk.cluster("prod"), "web"); // the fleet tells of another cluster
		desk.server("prod").goAway();
		desk.seconds(60);
		assertThat(model.content()).isSameAs(before);
		assertThat(told).hasValue(0);
	}

	@Test
	void aFilterHidesAndAnEmptyOneShowsAll() {
		ListModel model = model(PODS, "dev");
		model.filter("API run");
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-2", "api-10");
		assertThat(model.content().total()).isEqualTo(3);
		desk.server("dev").pod("web", "api-4", "Running", 0);
		desk.server("dev").pod("web", "other", "Running", 0);
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-2", "api-4", "api-10");
		model.filter("");
		desk.seconds(1);
		assertThat(names(model)).hasSize(5);
	}

	@Test
	void sortingIsStableAndNaturalAndDescendingToo() {
		ListModel model = model(PODS, "dev", "prod");
		model.sort(List.of(new SortKey("Restarts", false)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-10", "api-1", "api-2", "postgres-0");
		model.sort(List.of(new SortKey("Status", true), new SortKey("Restarts", false)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-10", "api-1", "api-2", "postgres-0");
		model.sort(List.of(new SortKey("Restarts", true)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "api-1");
		model.sort(List.of(new SortKey("no such column", true)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "api-1");
	}

	@Test
	void aKindThatOneClusterLacksIsAPartThatSaysSo() {
		desk.server("dev").serve(FakeServer.WIDGETS);
		desk.server("dev").put(FakeServer.WIDGETS, "web", "w", "big");
		ListModel model = model(WIDGETS, "dev", "prod");
		assertThat(names(model)).containsExactly("w");
		assertThat(states(model)).containsExactly(State.LIVE, State.FAILED);
		assertThat(model.content().parts().get(1).freshness().problem().orElseThrow())
				.isInstanceOf(KubeException.NotFound.class).hasMessageContaining("prod")
				.hasMessageContaining("widgets.example.org");
	}

	@Test
	void aKindThatIsInstalledLaterAppears() {
		ListModel model = model(WIDGETS, "dev");
		assertThat(states(model)).containsExactly(State.FAILED);
		desk.server("dev").serve(FakeServer.WIDGETS);
		desk.server("dev").put(FakeServer.WIDGETS, "web", "w", "big");
		Duration seen = desk.time.advanceUntil(() -> names(model).equals(List.of("w")));
		assertThat(seen).isLessThan(Duration.ofSeconds(145));
		assertThat(columns(model)).containsExactly("Namespace", "Name", "Size", "Age");
	}

	@Test
	void onlyTheNamespacesAskedForAreListed() {
		desk.server("dev").forgetRequests();
		ListModel model = model(new ListQuery(PODS, List.of(desk.cluster("dev")), Set.of("web", "none"), "", ""));
		assertThat(names(model)).containsExactly("api-2", "api-10");
		assertThat(model.content().parts()).extracting(Part::namespace).containsExactly("none", "web");
		assertThat(desk.server("dev").requests("watch pods web")).isEqualTo(1);
		assertThat(desk.server("dev").requests("watch pods")).isZero();
	}

	@Test
	void whoMayNotListAllSeesTheKnownNamespacesOneByOne() {
		desk.server("dev").pod("home", "mine", "Running", 0);
		desk.server("dev").refuse("*", "pods", "", FakeServer::forbidden);
		ListModel model = model(PODS, "dev");
		assertThat(names(model)).containsExactly("mine");
		assertThat(model.content().parts()).extracting(Part::namespace).containsExactly("home");
		desk.fleet.addNamespace(desk.cluster("dev"), "web");
		desk.seconds(1);
		assertThat(names(model)).containsExactly("mine", "api-2", "api-10");
		assertThat(states(model)).containsExactly(State.LIVE, State.LIVE);
	}

	@Test
	void whoMayListAllLaterSeesAll() {
		desk.server("dev").refuse("*", "pods", "", FakeServer::forbidden);
		desk.fleet.addNamespace(desk.cluster("dev"), "web");
		ListModel model = model(PODS, "dev");
		assertThat(names(model)).containsExactly("api-2", "api-10");
		desk.server("dev").heal();
		desk.time.advanceUntil(() -> names(model).size() == 3);
		assertThat(model.content().parts()).extracting(Part::namespace).containsExactly("");
		desk.seconds(31);
		assertThat(desk.fleet.lists().size()).isEqualTo(1);
	}

	@Test
	void whoMayNotListAndKnowsNoNamespaceIsToldSo() {
		desk.server("prod").refuse("*", "pods", "", FakeServer::forbidden);
		ListModel model = model(PODS, "prod");
		assertThat(states(model)).containsExactly(State.FAILED);
		assertThat(model.content().parts().getFirst().freshness().problem().orElseThrow())
				.isInstanceOf(KubeException.Forbidden.class);
	}

	@Test
	void twoModelsOfTheSameShareOneWatch() {
		ListModel one = model(PODS, "dev");
		ListModel two = model(PODS, "dev");
		assertThat(desk.server("dev").requests("watch pods")).isEqualTo(1);
		one.close();
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.seconds(60);
		assertThat(names(two)).contains("new");
		assertThat(names(one)).doesNotContain("new");
	}

	@Test
	void aClosedModelTellsNothingMore() {
		ListModel model = model(PODS, "dev");
		AtomicInteger told = new AtomicInteger();
		model.listen(told::incrementAndGet);
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.time.settle(); // a build is planned
		model.close();
		model.close();
		desk.seconds(5);
		assertThat(told).hasValue(0);
	}

	@Test
	void aModelClosedAtOnceLeavesNothingBehind() {
		new ListModel(desk.fleet, ListQuery.all(PODS, List.of(desk.cluster("dev"))), desk.time.background()).close();
	}

	@Test
	void aModelClosedByItsOwnListenerGivesItsStoresBack() {
		ListModel model = new ListModel(desk.fleet, ListQuery.all(PODS, List.of(desk.cluster("dev"))),
				desk.time.background());
		model.listen(model::close); // on the thread that builds, in the middle of a build
		desk.seconds(40);
		assertThat(desk.fleet.lists().size()).isZero();
	}

	@Test
	void aModelClosedInTheMiddleOfABuildGivesBackWhatTheBuildBorrows() {
		desk.open("prod");
		ListModel[] own = new ListModel[1];
		desk.whenConnecting(() -> own[0].close());
		own[0] = new ListModel(desk.fleet, ListQuery.all(PODS, List.of(desk.cluster("edge"), desk.cluster("prod"))),
				desk.time.background());
		desk.seconds(5);
		assertThat(own[0].content().lines()).isEmpty();
		desk.seconds(31);
		assertThat(desk.server("prod").requests("watch pods")).isEqualTo(1);
		assertThat(desk.fleet.lists().size()).isZero();
	}

	@Test
	void whoWaitsIsLetGoWhenTheModelIsClosed() throws InterruptedException {
		ListModel model = model(PODS, "dev");
		assertThat(model.await(c -> c.lines().size() == 3)).isSameAs(model.content());
		Thread waits = Thread.ofVirtual().start(() -> {
			try {
				model.await(c -> false);
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		model.close();
		assertThat(waits.join(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void aClusterThatIsAwayKeepsItsRowsAndComesBack() {
		ListModel model = model(PODS, "dev", "prod");
		desk.server("dev").goAway();
		desk.time.advanceUntil(() -> states(model).equals(List.of(State.STALE, State.LIVE)));
		assertThat(names(model)).hasSize(4);
		desk.server("dev").delete(FakeServer.PODS, "db", "postgres-0");
		desk.server("dev").compact();
		desk.server("prod").pod("web", "alive", "Running", 0);
		desk.seconds(120);
		assertThat(names(model)).contains("postgres-0", "alive");
		desk.server("dev").heal();
		desk.time.advanceUntil(() -> states(model).equals(List.of(State.LIVE, State.LIVE)));
		desk.seconds(1);
		assertThat(names(model)).containsExactly("api-2", "api-10", "alive", "api-1");
	}

	@Test
	void aClusterThatWasNeverReachedSaysWhy() {
		desk.server("dev").goAway();
		ListModel model = model(PODS, "dev");
		assertThat(states(model)).containsExactly(State.STALE);
		assertThat(model.content().parts().getFirst().freshness().problem()).isPresent();
		desk.server("dev").heal();
		desk.time.advanceUntil(() -> names(model).size() == 3);
	}

	@Test
	void rowsOfAClusterThatIsClosedStayAsTheyWereUntilItIsOpenedAgain() {
		ListModel model = model(PODS, "dev");
		desk.fleet.close(desk.cluster("dev"));
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.seconds(60);
		assertThat(desk.cluster("dev").state().phase()).isEqualTo(Phase.CLOSED);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10");
		assertThat(columns(model)).startsWith("Namespace", "Name");
		assertThat(states(model)).containsExactly(State.STALE);
		desk.open("dev");
		desk.seconds(1);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "new");
		assertThat(states(model)).containsExactly(State.LIVE);
	}

	@Test
	void aChangedContextOfTheSameServerShowsNoBlank() {
		ListModel model = model(PODS, "dev");
		Cluster before = desk.cluster("dev");
		List<Integer> sizes = new ArrayList<>();
		model.listen(() -> {
			synchronized (sizes) {
				sizes.add(model.content().lines().size());
			}
		});
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.kubeconfig("dev other", "prod", "edge");
		desk.seconds(5);
		assertThat(desk.cluster("dev")).isNotSameAs(before);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "new");
		assertThat(model.content().lines()).allMatch(l -> l.cluster() == desk.cluster("dev"));
		assertThat(model.content().parts()).allMatch(p -> p.cluster() == desk.cluster("dev"));
		assertThat(sizes).isNotEmpty().allMatch(size -> size >= 3);
	}

	@Test
	void aContextThatWasGoneForAWhileIsOpenedAgain() {
		ListModel model = model(PODS, "dev");
		desk.kubeconfig("prod", "edge");
		desk.seconds(10);
		assertThat(names(model)).hasSize(3);
		assertThat(states(model)).containsExactly(State.STALE);
		desk.server("dev").pod("web", "new", "Running", 0);
		desk.kubeconfig("dev home", "prod", "edge");
		desk.seconds(10);
		assertThat(names(model)).containsExactly("postgres-0", "api-2", "api-10", "new");
		assertThat(states(model)).containsExactly(State.LIVE);
	}
}
