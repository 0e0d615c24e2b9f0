package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.assertj.core.api.Assertions;
import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.core.relations.Relations;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

/** What objects of a cluster have to do with each other, both ways, with what is not there and what may not be seen. */
@OnEveryServer
class RelationsTest extends Check {

	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String CLAIM = "spec.volumes[*].persistentVolumeClaim.claimName";
	private static final List<Descriptor> KINDS = List.of(
			described("pods", named("mounts", "configmaps", "spec.volumes[*].configMap.name"),
					named("mounts", "secrets", "spec.volumes[*].secret.secretName"),
					named("mounts", "persistentvolumeclaims", CLAIM),
					named("reads", "configmaps", "spec.containers[*].envFrom[*].configMapRef.name"),
					named("runs as", "serviceaccounts", "spec.serviceAccountName"),
					named("runs on", "nodes", "spec.nodeName")),
			described("deployments.apps", owned("replicasets.apps")), described("replicasets.apps", owned("pods")),
			described("services", selecting("spec.selector")),
			described("networkpolicies.networking.k8s.io", selecting("spec.podSelector")),
			described("ingresses.networking.k8s.io",
					named("sends to", "services", "spec.rules[*].http.paths[*].backend.service.name")),
			described("horizontalpodautoscalers.autoscaling",
					new Relation("scales", Form.REFERENCE, Optional.empty(), List.of("spec.scaleTargetRef"), "",
							Set.of())));

	@TempDir
	java.nio.file.Path folder;
	private final ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(1);
	private final Background background = new Background(Thread.ofVirtual().factory(), scheduler,
			java.time.InstantSource.system());
	private Fleet fleet;
	private Sandbox sandbox;
	private String node = "";

	RelationsTest(Server server) {
		super(server);
	}

	private static Descriptor described(String kind, Relation... relations) {
		return new Descriptor(KindKey.parse(kind), List.of(), List.of(), Map.of(), List.of(), List.of(relations),
				List.of(), Optional.empty(), Set.of(), List.of(), "test");
	}

	private static Relation named(String name, String to, String path) {
		return new Relation(name, Form.NAME, Optional.of(KindKey.parse(to)), List.of(path), "", Set.of());
	}

	private static Relation owned(String to) {
		return new Relation("owns", Form.OWNER, Optional.of(KindKey.parse(to)), List.of(), "", Set.of());
	}

	private static Relation selecting(String path) {
		return new Relation("selects", Form.SELECTOR, Optional.of(KindKey.parse("pods")), List.of(path), "", Set.of());
	}

	@BeforeEach
	void fill() throws Exception {
		fleet = new Fleet(new Sources(new KubeconfigReader(), List.of(server.kubeconfig()),
				new SettingsFolder(folder)), new HttpConnector((context, exec) -> false, Map.of(), background.clock()),
				new SettingsFolder(folder), background);
		fleet.reload();
		sandbox = new Sandbox(server);
		node = list(reader(), scope("nodes", ""), ListOptions.page(1)).rows.values().iterator().next().name();
		Catalogue catalogue = new HttpDiscovery(transport()).resources();
		String text = new String(getClass().getResourceAsStream("related.yaml").readAllBytes(), StandardCharsets.UTF_8);
		for (Object read : new Yaml()
				.loadAll(text.replace("NAMESPACE", sandbox.namespace).replace("NODE", node))) {
			JsonNode object = JSON.valueToTree(read);
			ResourceType type = catalogue.types().stream()
					.filter(t -> t.apiVersion().equals(object.path("apiVersion").asText())
							&& t.kind().equals(object.path("kind").asText()))
					.findFirst().orElseThrow();
			sandbox.send("POST", Scope.all(type).in(sandbox.namespace).path(), "application/json", object.toString());
		}
	}

	@AfterEach
	void leave() throws Exception {
		sandbox.close();
		fleet.close();
		scheduler.shutdownNow();
	}

	private Id id(String kind, String name) {
		return new Id(KindKey.parse(kind), sandbox.namespace, name);
	}

	private RelationGraph until(Relations relations, String what, Predicate<RelationGraph> wanted)
			throws InterruptedException {
		SynchronousQueue<String> bell = new SynchronousQueue<>();
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		try (Registration heard = relations.listen(() -> bell.offer(""))) {
			while (!wanted.test(relations.graph())) {
				bell.poll(200, TimeUnit.MILLISECONDS); // a ring while the graph was looked at is heard here
				if (System.nanoTime() > end) {
					RelationGraph last = relations.graph();
					Assertions.fail("not within a minute: " + what + "; " + last.edges() + " " + last.gaps());
				}
			}
		}
		return relations.graph();
	}

	/** The edges around an object, each "relation kind/name presence" from it and "kind/name relation" towards it. */
	private static Set<String> around(RelationGraph graph, Id id) {
		Set<String> all = new TreeSet<>();
		graph.around(id).forEach((edge, other) -> {
			String name = other.id().kind().plural() + "/" + other.id().name();
			all.add(edge.from().equals(id)
					? edge.relation() + " " + name + (other.presence() == Presence.THERE ? "" : " " + other.presence())
					: name + " " + edge.relation());
		});
		return all;
	}

	private Set<String> around(Relations relations, Id id, String... wanted) throws InterruptedException {
		relations.look(id);
		RelationGraph graph = until(relations, id + " has " + List.of(wanted),
				g -> !g.loading() && there(g, id) && around(g, id).containsAll(List.of(wanted)));
		return around(graph, id);
	}

	private static boolean there(RelationGraph graph, Id id) {
		return graph.nodes().containsKey(id) && graph.nodes().get(id).presence() == Presence.THERE;
	}

	private static Id owned(Relations relations, Id by) throws InterruptedException {
		return relations.graph().around(by).entrySet().stream()
				.filter(each -> each.getKey().form() == Form.OWNER && each.getKey().from().equals(by))
				.map(each -> each.getValue().id()).findFirst().orElseThrow();
	}

	@Test
	void fromADeploymentDownToWhatItsPodsNeedAndBack() throws Exception {
		try (Relations relations = new Relations(fleet, () -> KINDS, background, server.admin())) {
			Id deployment = id("deployments.apps", "web");
			around(relations, deployment, "horizontalpodautoscalers/web scales");
			until(relations, "a set", g -> g.edges().stream().anyMatch(edge -> edge.from().equals(deployment)));
			Id set = owned(relations, deployment);
			relations.look(set);
			until(relations, "a pod", g -> g.edges().stream().anyMatch(edge -> edge.from().equals(set)));
			Id pod = owned(relations, set);
			assertThat(around(relations, pod, "runs on nodes/" + node(relations, pod))).contains(
					"mounts configmaps/settings", "mounts configmaps/gone MISSING", "mounts secrets/keys",
					"reads configmaps/settings", "runs as serviceaccounts/runner", "services/web selects",
					"networkpolicies/everything selects", "replicasets/" + set.name() + " owns")
					.noneMatch(edge -> edge.startsWith("services/headless"));
			String name = "pods/" + pod.name();
			around(relations, id("configmaps", "settings"), name + " mounts", name + " reads");
			around(relations, id("secrets", "keys"), name + " mounts");
			around(relations, id("serviceaccounts", "runner"), name + " runs as", "pods/keeper runs as");
		}
	}

	/** The node that a pod was given. */
	private String node(Relations relations, Id pod) throws InterruptedException {
		relations.look(pod);
		return runsOn(until(relations, "a node", g -> runsOn(g, pod).isPresent()), pod).orElseThrow();
	}

	private static Optional<String> runsOn(RelationGraph graph, Id pod) {
		return graph.edges().stream().filter(edge -> edge.from().equals(pod) && edge.relation().equals("runs on"))
				.map(edge -> edge.to().name()).findFirst();
	}

	@Test
	void servicesIngressesClaimsAndNodesAreFollowedBothWays() throws Exception {
		try (Relations relations = new Relations(fleet, () -> KINDS, background, server.admin())) {
			Id service = id("services", "web");
			around(relations, service, "ingresses/web sends to");
			assertThat(around(relations, id("services", "headless"))).isEmpty();
			around(relations, id("ingresses.networking.k8s.io", "web"), "sends to services/web",
					"sends to services/gone MISSING");
			around(relations, id("persistentvolumeclaims", "data"), "pods/keeper mounts");
			around(relations, new Id(KindKey.parse("nodes"), "", node), "pods/keeper runs on");
			until(relations, "the service's pod", g -> g.edges().stream()
					.anyMatch(edge -> edge.from().equals(service) && edge.form() == Form.SELECTOR));
			sandbox.send("POST", "/api/v1/namespaces/" + sandbox.namespace + "/services", "application/json",
					"{\"metadata\":{\"name\":\"gone\"},\"spec\":{\"ports\":[{\"port\":80}]}}");
			around(relations, id("ingresses.networking.k8s.io", "web"), "sends to services/gone");
		}
	}

	@Test
	void whatMayNotBeListedIsSaidAndTheRestStays() throws Exception {
		beyond("no-rbac");
		try (Relations relations = new Relations(fleet, () -> KINDS, background, "viewer")) {
			relations.namespaces(Set.of(sandbox.namespace));
			RelationGraph graph = until(relations, "what is mounted", g -> !g.loading() && g.edges().stream()
					.anyMatch(edge -> edge.to().equals(id("secrets", "keys"))));
			assertThat(graph.nodes().get(id("secrets", "keys")).presence()).isEqualTo(Presence.UNKNOWN);
			assertThat(graph.nodes().get(id("configmaps", "gone")).presence()).isEqualTo(Presence.MISSING);
			assertThat(graph.gaps()).anySatisfy(gap -> {
				assertThat(gap.kind()).isEqualTo(KindKey.parse("secrets"));
				assertThat(gap.reason()).isEqualTo(Reason.REFUSED);
				assertThat(gap.part().orElseThrow().freshness().problem()).isPresent();
			});
		}
	}
}
