package org.fleetdesk.core.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRule;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.relations.RelationGraph.Reason;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationsTest {
	private static final Id POD = id("pods", "web", "web-1");
	private static final Id SERVICE = id("services", "web", "front");
	private static final Id SET = id("replicasets.apps", "web", "web");
	private static final Id SCALER = id("horizontalpodautoscalers.autoscaling", "web", "up");
	private static final Id SETTINGS = id("configmaps", "web", "settings");
	private static final Id GONE = id("configmaps", "web", "gone");
	private static final Id NODE = id("nodes", "", "node-1");
	/** The uid of what was put first. */
	private static final String FIRST = "dev-1";
	private static final Object NOTHING = null;
	/** How many objects a list may have; more than one page. */
	private static final int MOST = 600;

	@TempDir
	Path folder;
	private Desk desk;
	private FakeServer dev;
	private Relations relations;

	@BeforeEach
	void open() {
		desk = new Desk(folder, "dev");
		dev = desk.server("dev");
		for (var type : List.of(Pack.SERVICES, Pack.CONFIG_MAPS, Pack.REPLICA_SETS, Pack.SCALERS)) {
			dev.serve(type);
		}
		dev.columns(FakeServer.PODS, Pack.columns(Pack.PODS));
		dev.columns(Pack.SERVICES, Pack.columns(Pack.SELECTING));
		dev.columns(Pack.REPLICA_SETS, Pack.columns(Pack.OWNING));
		dev.columns(Pack.SCALERS, Pack.columns(Pack.SCALING));
		dev.columns(Pack.CONFIG_MAPS, Pack.undescribed());
		dev.columns(FakeServer.NODES, Pack.undescribed());
		dev.put(Pack.REPLICA_SETS, "web", "web", "");
		pod("web-1", "Running", FIRST);
		dev.put(FakeServer.PODS, "web", "other", new String[]{"app", "other"},
				new Object[]{"Running", NOTHING, NOTHING, Pack.names("node-1")});
		dev.put(FakeServer.NODES, "", "node-1", NOTHING);
		dev.put(Pack.CONFIG_MAPS, "web", "settings", NOTHING);
		dev.put(Pack.SERVICES, "web", "front", NOTHING, NOTHING, Pack.tuples(List.of("app", "In", "web")));
		dev.put(Pack.SERVICES, "web", "headless", NOTHING, NOTHING, NOTHING);
		dev.put(Pack.SERVICES, "web", "every", NOTHING, NOTHING, "");
		dev.put(Pack.SCALERS, "web", "up", NOTHING, NOTHING,
				Pack.tuples(List.of("web", "ReplicaSet", "apps/v1", "", "", "")));
		desk.start();
		relations = relations(Pack.ALL);
	}

	private Relations relations(List<Descriptor> descriptors) {
		return new Relations(desk.fleet, () -> descriptors, desk.time.background(), "dev", MOST);
	}

	private void pod(String name, String status, String owner) {
		dev.put(FakeServer.PODS, "web", name, new String[]{"app", "web"},
				new Object[]{status, Pack.tuples(List.of("web", "ReplicaSet", "apps/v1", owner)),
						Pack.names("settings", "gone"), Pack.names("node-1")});
	}

	@AfterEach
	void close() {
		relations.close();
		desk.time.advanceUntil(() -> desk.fleet.lists().size() == 0);
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private static Id id(String kind, String namespace, String name) {
		return new Id(KindKey.parse(kind), namespace, name);
	}

	private RelationGraph until(Predicate<RelationGraph> wanted) {
		desk.time.advanceUntil(() -> wanted.test(relations.graph()));
		return relations.graph();
	}

	private RelationGraph around(Id id) {
		relations.look(id);
		return until(graph -> !graph.loading() && graph.nodes().containsKey(id));
	}

	private static Optional<Presence> presence(RelationGraph graph, Id id) {
		return Optional.ofNullable(graph.nodes().get(id)).map(RelationGraph.Node::presence);
	}

	@Test
	void anObjectHasItsOwnersWhatItNamesAndWhoSelectsItAroundIt() {
		RelationGraph graph = around(POD);
		assertThat(graph.around(POD).keySet()).containsExactlyInAnyOrder(new Edge(SET, POD, "keeps", Form.OWNER),
				new Edge(POD, SETTINGS, "mounts", Form.NAME), new Edge(POD, GONE, "mounts", Form.NAME),
				new Edge(POD, NODE, "runs on", Form.NAME), new Edge(SERVICE, POD, "selects", Form.SELECTOR),
				new Edge(id("services", "web", "every"), POD, "selects", Form.SELECTOR));
		assertThat(presence(graph, SETTINGS)).contains(Presence.THERE);
		assertThat(presence(graph, GONE)).contains(Presence.MISSING);
		assertThat(graph.nodes().get(POD).state()).isEqualTo("Running");
		assertThat(graph.nodes().get(POD).health()).contains(Health.HEALTHY);
	}

	@Test
	void theOtherDirectionFollows() {
		assertThat(around(SETTINGS).around(SETTINGS).keySet())
				.containsExactly(new Edge(POD, SETTINGS, "mounts", Form.NAME));
		relations.leave(SETTINGS);
		RelationGraph set = around(SET);
		assertThat(set.around(SET).keySet()).containsExactlyInAnyOrder(new Edge(SET, POD, "keeps", Form.OWNER),
				new Edge(SCALER, SET, "scales", Form.REFERENCE));
		assertThat(set.nodes()).doesNotContainKey(SETTINGS);
	}

	@Test
	void aServiceSelectsPodsByLabelsAndOneWithoutASelectorNone() {
		RelationGraph graph = around(SERVICE);
		assertThat(graph.around(SERVICE).keySet())
				.containsExactly(new Edge(SERVICE, POD, "selects", Form.SELECTOR));
		Id headless = id("services", "web", "headless");
		assertThat(around(headless).around(headless)).isEmpty();
	}

	@Test
	void anObjectOfNoNamespaceIsLookedForInAll() {
		RelationGraph graph = around(NODE);
		assertThat(graph.around(NODE).keySet()).containsExactlyInAnyOrder(
				new Edge(POD, NODE, "runs on", Form.NAME),
				new Edge(id("pods", "web", "other"), NODE, "runs on", Form.NAME));
	}

	@Test
	void whatChangesIsSeen() {
		around(POD);
		dev.put(Pack.CONFIG_MAPS, "web", "gone", NOTHING);
		until(graph -> presence(graph, GONE).equals(Optional.of(Presence.THERE)));
		dev.delete(Pack.CONFIG_MAPS, "web", "settings");
		until(graph -> presence(graph, SETTINGS).equals(Optional.of(Presence.MISSING)));
		pod("web-1", "Failed", FIRST);
		until(graph -> graph.nodes().get(POD).health().equals(Optional.of(Health.FAILED)));
	}

	@Test
	void anOwnerOfTheSameNameButAnotherUidIsNoOwner() {
		pod("web-1", "Running", "somebody-else");
		assertThat(around(POD).around(POD).keySet()).noneMatch(edge -> edge.form() == Form.OWNER);
	}

	@Test
	void aKindThatMayNotBeListedIsSaidAndTheRestStays() {
		dev.refuse("list", "services", "web", FakeServer::forbidden);
		dev.refuse("list", "configmaps", "web", FakeServer::forbidden);
		RelationGraph graph = around(POD);
		assertThat(graph.gaps()).extracting(RelationGraph.Gap::kind).containsExactlyInAnyOrder(
				KindKey.parse("services"), KindKey.parse("configmaps"));
		assertThat(graph.gaps()).allSatisfy(gap -> {
			assertThat(gap.reason()).isEqualTo(Reason.REFUSED);
			assertThat(gap.part().orElseThrow().freshness().problem().orElseThrow().getMessage())
					.contains("may not");
		});
		assertThat(presence(graph, GONE)).contains(Presence.UNKNOWN);
		assertThat(presence(graph, NODE)).contains(Presence.THERE);
	}

	@Test
	void onlyKindsThatCanHaveToDoWithItAreListed() {
		around(POD);
		assertThat(desk.fleet.lists().size()).as("itself, services, scalers, its set, two settings, its node")
				.isEqualTo(7);
		assertThat(dev.requests()).doesNotContain("list services", "list horizontalpodautoscalers");
		assertThat(desk.fleet.lists().stores()).isEmpty(); // no list that people see
	}

	@Test
	void aNamespaceHasAllItsObjectsAndTheirEdges() {
		relations.namespaces(Set.of("web"));
		RelationGraph graph = until(g -> !g.loading() && g.nodes().containsKey(NODE));
		assertThat(graph.nodes().keySet()).contains(POD, SERVICE, SET, SCALER, SETTINGS, GONE, NODE,
				id("pods", "web", "other"), id("services", "web", "headless"));
		assertThat(graph.edges()).contains(new Edge(SCALER, SET, "scales", Form.REFERENCE),
				new Edge(POD, GONE, "mounts", Form.NAME), new Edge(SERVICE, POD, "selects", Form.SELECTOR));
		assertThat(presence(graph, GONE)).contains(Presence.MISSING);
	}

	@Test
	void aKindThatNobodyDescribedHasItsOwnersWhatItOwnsAndWhatItsFieldsName() throws Exception {
		dev.serve(FakeServer.WIDGETS);
		dev.columns(FakeServer.WIDGETS, Pack.undescribed());
		dev.put(FakeServer.WIDGETS, "web", "wheel", NOTHING);
		dev.put(FakeServer.PODS, "web", "spoke", Pack.tuples(List.of("x")), Pack.tuples(List.of("wheel", "Widget",
				"example.org/v1", "")), NOTHING, NOTHING);
		Id wheel = id("widgets.example.org", "web", "wheel");
		around(wheel);
		relations.tree(wheel, new ObjectMapper().readTree("""
				{"kind": "Widget", "metadata": {"name": "wheel"}, "spec": {"tlsConfigMapName": "settings",
				"displayName": "round", "targetRef": {"kind": "Pod", "name": "nobody"},
				"list": [{"podRef": {"name": "web-1"}}]}}"""));
		RelationGraph graph = until(g -> g.edges().size() == 4 && !g.loading());
		assertThat(graph.around(wheel).keySet()).containsExactlyInAnyOrder(
				new Edge(wheel, id("pods", "web", "spoke"), "", Form.OWNER),
				new Edge(wheel, SETTINGS, "tlsConfigMapName", Form.NAME),
				new Edge(wheel, id("pods", "web", "nobody"), "targetRef", Form.NAME),
				new Edge(wheel, POD, "podRef", Form.NAME));
		assertThat(presence(graph, id("pods", "web", "nobody"))).contains(Presence.MISSING);
	}

	@Test
	void whatIsDescribedOtherwiseIsFollowedOtherwise() {
		relations.close();
		List<Descriptor> known = new ArrayList<>(Pack.ALL);
		relations = relations(known);
		assertThat(around(SERVICE).around(SERVICE)).hasSize(1);
		known.remove(Pack.SELECTING);
		relations.refresh();
		until(graph -> graph.around(SERVICE).isEmpty());
	}

	@Test
	void howAnObjectDoesIsToldAnewWhenItHasGrownOlder() {
		relations.close();
		Descriptor young = new Descriptor(Pack.PODS.kind(), List.of(), Pack.PODS.columns(), Map.of(),
				List.of(new HealthRule(Health.PROGRESSING, Filter.parse("age<2m"))), Pack.PODS.relations(), List.of(),
				Optional.empty(), Set.of(), List.of(), "test");
		relations = relations(List.of(young));
		assertThat(around(POD).nodes().get(POD).health()).contains(Health.PROGRESSING);
		until(graph -> graph.nodes().get(POD).health().equals(Optional.of(Health.HEALTHY)));
	}

	@Test
	void whatSelectsObjectsOfNoNamespaceFindsThem() {
		relations.close();
		Descriptor driving = Pack.descriptor("widgets.example.org", List.of(new Relation("drives", Form.SELECTOR,
				Optional.of(NODE.kind()), List.of("spec.nodeSelector"), "", Set.of())));
		dev.serve(FakeServer.WIDGETS);
		dev.columns(FakeServer.WIDGETS, Pack.columns(driving));
		dev.put(FakeServer.WIDGETS, "web", "driver", NOTHING, NOTHING, "");
		relations = relations(List.of(driving));
		Id driver = id("widgets.example.org", "web", "driver");
		relations.look(driver);
		until(graph -> graph.around(driver).containsKey(new Edge(driver, NODE, "drives", Form.SELECTOR)));
	}

	@Test
	void aKindThatTheClusterDoesNotServeIsSaid() {
		dev.put(Pack.SCALERS, "web", "up", NOTHING, NOTHING,
				Pack.tuples(List.of("web", "Rollout", "argoproj.io/v1alpha1", "", "", "")));
		RelationGraph graph = around(SCALER);
		Id rollout = id("rollout.argoproj.io", "web", "web");
		assertThat(presence(graph, rollout)).contains(Presence.UNSERVED);
		assertThat(graph.nodes().get(rollout).type()).isEqualTo("Rollout");
	}

	/** Relations of pods, and of widgets that say where others are and whether they must be there. */
	private void widgets(Relation.Reach reach) {
		relations.close();
		Descriptor widgets = Pack.descriptor("widgets.example.org", List.of(new Relation("deploys", Form.REFERENCE,
				Optional.empty(), List.of("status.resources[*]"), "", Set.of(), reach)));
		dev.serve(FakeServer.WIDGETS);
		dev.columns(FakeServer.WIDGETS, Pack.columns(widgets));
		relations = relations(List.of(Pack.PODS, widgets));
	}

	private void widget(String name, String references) {
		dev.put(FakeServer.WIDGETS, "web", name, NOTHING, NOTHING, references);
	}

	@Test
	void whatIsOnAnotherClusterIsSaidToBeThereAndNotTakenForWhatHasItsNameHere() {
		widgets(new Relation.Reach(Set.of(), List.of("spec.cluster", "spec.server"), Set.of("here"), ""));
		widget("far", Pack.tuples(List.of("web-1", "Pod", "v1", "", "", "web", "", "https://far:6443"),
				List.of("x", "Rollout", "argoproj.io/v1", "", "", "web", "", "https://far:6443")));
		widget("near", Pack.tuples(List.of("web-1", "Pod", "v1", "", "", "web", "here", "")));
		Id far = id("widgets.example.org", "web", "far");
		relations.look(POD);
		RelationGraph graph = around(far);
		Id remote = new Id("https://far:6443", POD.kind(), "web", "web-1");
		assertThat(graph.around(far).keySet()).extracting(Edge::to).containsExactlyInAnyOrder(remote,
				new Id("https://far:6443", KindKey.parse("rollout.argoproj.io"), "web", "x"));
		assertThat(graph.around(far).values()).extracting(RelationGraph.Node::presence)
				.containsOnly(Presence.ELSEWHERE);
		assertThat(graph.around(POD).keySet()).contains(
				new Edge(id("widgets.example.org", "web", "near"), POD, "deploys", Form.REFERENCE))
				.noneMatch(edge -> edge.from().equals(far));
		relations.look(remote);
		assertThat(until(g -> g.nodes().containsKey(remote)).nodes().get(remote).presence())
				.isEqualTo(Presence.ELSEWHERE);
	}

	@Test
	void whatNeedNotBeThereIsNotMissingUnlessSomebodyNeedsIt() {
		widgets(new Relation.Reach(Set.of(), List.of(), Set.of(), "optional"));
		widget("easy", Pack.tuples(List.of("gone", "ConfigMap", "v1", "", "", "", "true"),
				List.of("settings", "ConfigMap", "v1", "", "", "", "true"),
				List.of("lost", "ConfigMap", "v1", "", "", "", "false")));
		Id easy = id("widgets.example.org", "web", "easy");
		RelationGraph graph = around(easy);
		assertThat(presence(graph, GONE)).contains(Presence.OPTIONAL);
		assertThat(presence(graph, SETTINGS)).contains(Presence.THERE);
		assertThat(presence(graph, id("configmaps", "web", "lost"))).contains(Presence.MISSING);
		relations.look(POD);
		until(g -> presence(g, GONE).equals(Optional.of(Presence.MISSING)));
	}

	@Test
	void aListThatIsTooLargeIsGivenUpWithItsFirstPageAndLookedThroughWhenItIsNotAnyMore() {
		int more = MOST + 10;
		IntStream.range(0, more).forEach(i -> dev.put(FakeServer.PODS, "web", "many-" + i, NOTHING, NOTHING, NOTHING,
				NOTHING));
		dev.forgetRequests();
		relations.look(SETTINGS);
		RelationGraph graph = until(g -> g.gaps().stream().anyMatch(gap -> gap.reason() == Reason.TOO_LARGE));
		assertThat(graph.gaps()).extracting(RelationGraph.Gap::kind).containsExactly(POD.kind());
		assertThat(graph.around(SETTINGS)).isEmpty();
		assertThat(dev.requests("list pods web")).isEqualTo(1);
		assertThat(dev.requests("watch pods web")).isZero();
		IntStream.range(0, 20).forEach(i -> dev.delete(FakeServer.PODS, "web", "many-" + i));
		assertThat(until(g -> g.gaps().isEmpty() && !g.loading()).around(SETTINGS).keySet())
				.containsExactly(new Edge(POD, SETTINGS, "mounts", Form.NAME));
	}

	@Test
	void whatIsNamedInAListThatIsTooLargeIsLookedForOneByOne() {
		widgets(Relation.Reach.ALL);
		IntStream.range(0, MOST + 10)
				.forEach(i -> dev.put(Pack.CONFIG_MAPS, "web", "many-" + i, NOTHING));
		widget("wide", IntStream.range(0, 20)
				.mapToObj(i -> Pack.tuples(List.of(i < 19 ? "many-" + i : "gone", "ConfigMap", "v1", "", "", "")))
				.collect(Collectors.joining()));
		Id wide = id("widgets.example.org", "web", "wide");
		relations.look(wide);
		RelationGraph graph = until(g -> presence(g, GONE).equals(Optional.of(Presence.MISSING)) && !g.loading());
		assertThat(presence(graph, id("configmaps", "web", "many-7"))).contains(Presence.THERE);
		assertThat(graph.gaps()).extracting(RelationGraph.Gap::reason).contains(Reason.TOO_LARGE);
	}
}
