package org.fleetdesk.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.core.topology.Topology.View;

/** An application of a Deployment, its ReplicaSets and pods, a Service, an Ingress, a ConfigMap and a missing Secret; and another. */
class TopologyTest {
	private final LinkedHashMap<Id, Node> nodes = new LinkedHashMap<>();
	private final List<Edge> edges = new ArrayList<>();
	private final Id deployment = node("deployments.apps", "Deployment", "shop", Health.HEALTHY);
	private final Id set = node("replicasets.apps", "ReplicaSet", "shop-1", Health.HEALTHY);
	private final Id old = node("replicasets.apps", "ReplicaSet", "shop-0", Health.IDLE);
	private final Id first = node("pods", "Pod", "shop-1-a", Health.HEALTHY);
	private final Id second = node("pods", "Pod", "shop-1-b", Health.WARNING);
	private final Id service = node("services", "Service", "shop-front", Health.HEALTHY);
	private final Id ingress = node("ingresses.networking.k8s.io", "Ingress", "shop-route", Health.HEALTHY);
	private final Id settings = node("configmaps", "ConfigMap", "shop-settings", Health.HEALTHY);
	private final Id account = node("serviceaccounts", "ServiceAccount", "default", Health.HEALTHY);
	private final Id other = node("pods", "Pod", "lonely", Health.HEALTHY);
	private final Id secret = new Id(KindKey.parse("secrets"), "team", "shop-key");

	private Id node(String kind, String type, String name, Health health) {
		Id id = new Id(KindKey.parse(kind), "team", name);
		nodes.put(id, new Node(id, type, name, Presence.THERE, Optional.of(health), "", Optional.empty()));
		return id;
	}

	private void edge(Id from, Id to, String relation, Form form) {
		edges.add(new Edge(from, to, relation, form));
	}

	@BeforeEach
	void connect() {
		nodes.put(secret, new Node(secret, "Secret", "", Presence.MISSING, Optional.empty(), "", Optional.empty()));
		edge(deployment, set, "owns", Form.OWNER);
		edge(deployment, old, "owns", Form.OWNER);
		edge(set, first, "owns", Form.OWNER);
		edge(set, second, "owns", Form.OWNER);
		edge(service, first, "selects", Form.SELECTOR);
		edge(service, second, "selects", Form.SELECTOR);
		edge(ingress, service, "routes to", Form.NAME);
		edge(first, settings, "mounts", Form.NAME);
		edge(second, settings, "mounts", Form.NAME);
		edge(second, secret, "mounts", Form.NAME);
		edge(first, account, "runs as", Form.NAME);
		edge(other, account, "runs as", Form.NAME);
	}

	private Topology topology(View view) {
		return Topology.of(new RelationGraph("c", nodes, edges, List.of(), false), view);
	}

	private static View words(String words) {
		return new View(Optional.empty(), words, true, Set.of());
	}

	private static List<Id> ids(Topology topology) {
		return topology.boxes().stream().map(Box::id).toList();
	}

	@Test
	void aWorkloadStandsForItsPodsWithTheWorstOfTheirHealth() {
		Topology all = topology(View.ALL);
		Box box = all.boxes().stream().filter(each -> each.id().equals(deployment)).findFirst().orElseThrow();
		assertThat(box.within()).isEqualTo(Map.of("ReplicaSet", 2, "Pod", 2));
		assertThat(box.health()).contains(Health.WARNING);
		assertThat(ids(all)).doesNotContain(set, old, first, second).contains(other);
		assertThat(all.links()).filteredOn(link -> link.from().equals(service)).singleElement()
				.satisfies(link -> assertThat(link.to()).isEqualTo(deployment))
				.satisfies(link -> assertThat(link.relations()).containsExactly("selects"));
	}

	@Test
	void aWorkloadThatIsTurnedShowsWhatItOwns() {
		Topology open = topology(new View(Optional.empty(), "", true, Set.of(deployment)));
		assertThat(ids(open)).contains(deployment, set, old, first, second);
		assertThat(open.links()).filteredOn(Topology.Link::owns).hasSize(4);
		Topology closed = topology(new View(Optional.empty(), "", false, Set.of(deployment)));
		assertThat(ids(closed)).isEqualTo(ids(topology(View.ALL)));
		assertThat(open.boxes()).filteredOn(Box::folds).extracting(Box::id).containsExactly(deployment);
	}

	@Test
	void whatOwnsMoreThanWorkloadsStandsForItselfOnly() {
		Id shop = node("shops.example.com", "Shop", "mine", Health.HEALTHY);
		edge(shop, deployment, "", Form.OWNER);
		edge(shop, service, "", Form.OWNER);
		assertThat(ids(topology(View.ALL))).contains(shop, deployment, service);
	}

	@Test
	void aWorkloadStandsForWhatItOwnsThatNothingElseHasToDoWith() {
		Id agent = node("daemonsets.apps", "DaemonSet", "agent", Health.HEALTHY);
		Id revision = node("controllerrevisions.apps", "ControllerRevision", "agent-1", Health.HEALTHY);
		Id pod = node("pods", "Pod", "agent-a", Health.HEALTHY);
		edge(agent, revision, "owns", Form.OWNER);
		edge(agent, pod, "owns", Form.OWNER);
		edge(pod, account, "runs as", Form.NAME);
		assertThat(ids(topology(View.ALL))).contains(agent).doesNotContain(revision, pod);
		assertThat(topology(View.ALL).boxes()).filteredOn(box -> box.id().equals(agent)).singleElement()
				.satisfies(box -> assertThat(box.within()).isEqualTo(Map.of("ControllerRevision", 1, "Pod", 1)));
	}

	@Test
	void whatOwnsPodsStandsForThemWhateverElseItOwns() {
		Id database = node("statefulsets.apps", "StatefulSet", "database", Health.HEALTHY);
		Id revision = node("controllerrevisions.apps", "ControllerRevision", "database-1", Health.HEALTHY);
		Id pod = node("pods", "Pod", "database-0", Health.HEALTHY);
		Id claim = node("persistentvolumeclaims", "PersistentVolumeClaim", "data-database-0", Health.HEALTHY);
		edge(database, revision, "owns", Form.OWNER);
		edge(database, pod, "owns", Form.OWNER);
		edge(database, claim, "owns", Form.OWNER);
		edge(pod, claim, "mounts", Form.NAME);
		assertThat(ids(topology(View.ALL))).contains(database, claim).doesNotContain(revision, pod);
	}

	@Test
	void whatIsThereForNoPodsStandsForNothing() {
		Id owner = node("widgets.example.com", "Widget", "widget", Health.HEALTHY);
		Id owned = node("configmaps", "ConfigMap", "widget-settings", Health.HEALTHY);
		edge(owner, owned, "", Form.OWNER);
		assertThat(ids(topology(View.ALL))).contains(owner, owned);
	}

	@Test
	void anApplicationOfWhatIsNotThereIsEmpty() {
		Id gone = new Id(KindKey.parse("deployments.apps"), "team", "gone");
		assertThat(topology(new View(Optional.of(gone), "", true, Set.of()))).isEqualTo(Topology.NOTHING);
	}

	@Test
	void anApplicationIsWhatLeadsToAnObjectAndWhatTheseLeadTo() {
		for (Id focus : List.of(deployment, first, settings, ingress)) {
			assertThat(ids(topology(new View(Optional.of(focus), "", true, Set.of())))).as(focus.name())
					.containsExactlyInAnyOrder(deployment, service, ingress, settings, account, secret);
		}
	}

	@Test
	void wordsAreLookedForInKindNameHealthAndInWhatIsFolded() {
		assertThat(ids(topology(words("shop configmap")))).containsExactly(settings);
		assertThat(ids(topology(words("warning")))).containsExactly(deployment);
		assertThat(ids(topology(words("FAILED")))).containsExactly(secret);
		assertThat(ids(topology(words("nothing-has-this")))).isEmpty();
	}

	@Test
	void theOrderDoesNotDependOnWhatCameFirst() {
		Topology before = topology(View.ALL);
		List<Edge> turned = edges.reversed();
		Map<Id, Node> back = new LinkedHashMap<>();
		nodes.sequencedEntrySet().reversed().forEach(each -> back.put(each.getKey(), each.getValue()));
		assertThat(Topology.of(new RelationGraph("c", back, turned, List.of(), false), View.ALL)).isEqualTo(before);
	}

	@Test
	void noMoreThanCanBeLookedAtIsDrawn() {
		IntStream.range(0, Topology.MOST).forEach(i -> node("secrets", "Secret", "s-" + i, Health.HEALTHY));
		Topology much = topology(View.ALL);
		assertThat(much.boxes()).hasSize(Topology.MOST);
		assertThat(much.total()).isEqualTo(Topology.MOST + 7);
	}
}
