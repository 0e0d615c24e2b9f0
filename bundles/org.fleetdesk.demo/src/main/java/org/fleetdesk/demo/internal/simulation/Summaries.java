package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Quantities;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Objects that only count others: autoscalers, which never scale, disruption budgets, quotas. */
final class Summaries {

	private final World world;

	Summaries(World world) {
		this.world = world;
	}

	@Nullable
	Duration autoscaler(Key key, ObjectNode autoscaler) {
		String resource = switch (Trees.text(autoscaler, "spec.scaleTargetRef.kind")) {
			case "StatefulSet" -> "apps/statefulsets";
			case "ReplicaSet" -> "apps/replicasets";
			default -> "apps/deployments";
		};
		int replicas = world.get(resource, key.namespace(), Trees.text(autoscaler, "spec.scaleTargetRef.name"))
				.map(target -> Trees.number(target, "spec.replicas", 0)).orElse(0);
		JsonNode metrics = autoscaler.path("spec").path("metrics");
		world.status(key, status -> {
			status.put("currentReplicas", replicas).put("desiredReplicas", replicas);
			status.remove("currentMetrics");
			for (JsonNode metric : metrics) {
				ObjectNode resourceMetric = Trees.list(status, "currentMetrics").addObject().put("type", "Resource")
						.putObject("resource").put("name", Trees.text(metric, "resource.name"));
				int share = 20 + Math.floorMod(key.name().hashCode(), 40);
				resourceMetric.putObject("current").put("averageUtilization", share).put("averageValue", share + "m");
			}
			world.condition(status, "AbleToScale", true, "ReadyForNewScale", "recommended size matches current size");
			world.condition(status, "ScalingActive", true, "ValidMetricFound",
					"the HPA was able to successfully calculate a replica count from cpu resource utilization");
		});
		return null;
	}

	@Nullable
	Duration budget(Key key, ObjectNode budget) {
		List<ObjectNode> pods = world.all(World.PODS, key.namespace()).stream().filter(World::active)
				.filter(pod -> World.selects(budget.path("spec").path("selector"), pod.path("metadata").path("labels")))
				.toList();
		int healthy = (int) pods.stream().filter(World::ready).count();
		JsonNode least = Trees.at(budget, "spec.minAvailable");
		int wanted = least.isMissingNode()
				? pods.size() - part(Trees.at(budget, "spec.maxUnavailable"), pods.size())
				: part(least, pods.size());
		world.status(key, status -> {
			status.put("currentHealthy", healthy).put("desiredHealthy", wanted).put("expectedPods", pods.size())
					.put("disruptionsAllowed", Math.max(0, healthy - wanted))
					.put("observedGeneration", budget.path("metadata").path("generation").asLong());
			world.condition(status, "DisruptionAllowed", healthy > wanted,
					healthy > wanted ? "SufficientPods" : "InsufficientPods", "");
		});
		return null;
	}

	private static int part(JsonNode value, int of) {
		return value.isTextual()
				? (int) Math.ceil(of * Double.parseDouble(value.asText().replace("%", "")) / 100)
				: value.asInt();
	}

	@Nullable
	Duration quota(Key key, ObjectNode quota) {
		JsonNode hard = quota.path("spec").path("hard");
		List<ObjectNode> pods = world.all(World.PODS, key.namespace()).stream().filter(World::active).toList();
		world.status(key, status -> {
			status.set("hard", hard.deepCopy());
			ObjectNode used = Trees.object();
			for (Map.Entry<String, JsonNode> entry : hard.properties()) {
				used.put(entry.getKey(), used(entry.getKey(), key.namespace(), pods));
			}
			status.set("used", used);
		});
		return null;
	}

	private String used(String name, String namespace, List<ObjectNode> pods) {
		if (name.equals("pods")) {
			return Integer.toString(pods.size());
		}
		if (!name.contains("cpu") && !name.contains("memory")) {
			return Integer.toString(world.all("/" + name, namespace).size());
		}
		String path = "resources." + (name.contains(".") ? name : "requests." + name);
		long sum = 0;
		for (ObjectNode pod : pods) {
			for (JsonNode container : pod.path("spec").path("containers")) {
				sum += Quantities.millis(Trees.text(container, path));
			}
		}
		return name.contains("memory") ? Quantities.bytes(sum) : Quantities.text(sum);
	}
}
