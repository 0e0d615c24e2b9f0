package org.fleetdesk.demo.internal.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Which controller looks at what. Stateless. */
final class Controllers {

	static final String DEFINITIONS = "apiextensions.k8s.io/customresourcedefinitions";

	/** What else is looked at again when something of a resource has changed; owners are, in any case. */
	private static final Map<String, List<String>> INTERESTED = Map.of(
			"/pods", List.of("/services", "policy/poddisruptionbudgets", "/resourcequotas"),
			"/nodes", List.of("apps/daemonsets", "/pods"),
			"/configmaps", List.of("/pods"), "/secrets", List.of("/pods"), "/persistentvolumeclaims", List.of("/pods"),
			"apps/deployments", List.of("autoscaling/horizontalpodautoscalers"),
			"storage.k8s.io/storageclasses", List.of("/persistentvolumeclaims"));

	private Controllers() {
	}

	static void register(World world, Basics basics, BiConsumer<String, Reconciler> register) {
		ReplicaSets replicaSets = new ReplicaSets(world);
		Summaries summaries = new Summaries(world);
		Network network = new Network(world);
		CronJobs cronJobs = new CronJobs(world);
		register.accept("/pods", new Pods(world));
		register.accept("/events", world::expire);
		register.accept("apps/deployments", new Deployments(world));
		register.accept("apps/replicasets", replicaSets);
		register.accept("/replicationcontrollers", replicaSets);
		register.accept("apps/statefulsets", new StatefulSets(world));
		register.accept("apps/daemonsets", new DaemonSets(world));
		register.accept("batch/jobs", new Jobs(world));
		register.accept("batch/cronjobs", cronJobs);
		register.accept("/services", network::service);
		register.accept("networking.k8s.io/ingresses", network::ingress);
		register.accept("/namespaces", basics::namespace);
		register.accept("/nodes", basics::node);
		register.accept(DEFINITIONS, basics::definition);
		register.accept("/persistentvolumeclaims", new Claims(world));
		register.accept("autoscaling/horizontalpodautoscalers", summaries::autoscaler);
		register.accept("policy/poddisruptionbudgets", summaries::budget);
		register.accept("/resourcequotas", summaries::quota);
	}

	static List<String> interested(String resource) {
		return INTERESTED.getOrDefault(resource, List.of());
	}

	/** Whether an object of an interested kind is to be looked at for a change. */
	static boolean concerns(Change change, JsonNode object) {
		ObjectNode changed = change.object();
		return switch (object.path("kind").asText()) {
			case "Pod" -> waits(object);
			case "Service" ->
				World.selects(object.path("spec").path("selector"), changed.path("metadata").path("labels"));
			case "PodDisruptionBudget" ->
				World.selects(object.path("spec").path("selector"), changed.path("metadata").path("labels"));
			case "DaemonSet" -> change.before() == null || change.after() == null
					|| !Trees.at(change.before(), "spec").equals(Trees.at(changed, "spec"));
			default -> true;
		};
	}

	private static boolean waits(JsonNode pod) {
		return Trees.text(pod, "status.phase").equals("Pending");
	}
}
