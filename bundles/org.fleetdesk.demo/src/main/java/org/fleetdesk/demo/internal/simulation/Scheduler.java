package org.fleetdesk.demo.internal.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.json.Quantities;
import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Chooses nodes by readiness, selector, taints and requests of cpu and memory; the least used fitting node is taken. */
final class Scheduler {

	/** A node, or why there is none. */
	record Choice(String node, String reason) {
	}

	private final World world;
	private int addresses;

	Scheduler(World world) {
		this.world = world;
	}

	Choice choose(ObjectNode pod) {
		for (JsonNode volume : pod.path("spec").path("volumes")) {
			String claim = Trees.text(volume, "persistentVolumeClaim.claimName");
			boolean bound = claim.isEmpty() || world.get("/persistentvolumeclaims", Trees.namespace(pod), claim)
					.filter(each -> Trees.text(each, "status.phase").equals("Bound")).isPresent();
			if (!bound) {
				return new Choice("", refusal(world.all("/nodes", "").size(),
						"pod has unbound immediate PersistentVolumeClaims"));
			}
		}
		Map<String, long[]> used = used();
		Map<String, Integer> reasons = new TreeMap<>();
		String best = "";
		double bestShare = Double.MAX_VALUE;
		List<ObjectNode> nodes = world.all("/nodes", "");
		for (ObjectNode node : nodes) {
			long[] taken = used.getOrDefault(Trees.name(node), new long[3]);
			String reason = refusal(pod, node, taken);
			double share = taken[0] / Math.max(1.0, Quantities.millis(Trees.text(node, "status.allocatable.cpu")))
					+ taken[2] / 1000.0;
			if (!reason.isEmpty()) {
				reasons.merge(reason, 1, Integer::sum);
			} else if (share < bestShare) {
				bestShare = share;
				best = Trees.name(node);
			}
		}
		return new Choice(best, best.isEmpty()
				? refusal(nodes.size(),
						reasons.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
								.collect(Collectors.joining(", ")))
				: "");
	}

	private static String refusal(int nodes, String reasons) {
		return "0/" + nodes + " nodes are available: " + reasons
				+ ". preemption: 0/" + nodes + " nodes are available: " + nodes
				+ " Preemption is not helpful for scheduling.";
	}

	private Map<String, long[]> used() {
		Map<String, long[]> used = new TreeMap<>();
		for (ObjectNode pod : world.all(World.PODS, "")) {
			String node = Trees.text(pod, "spec.nodeName");
			if (!node.isEmpty() && World.active(pod)) {
				long[] sum = used.computeIfAbsent(node, name -> new long[3]);
				sum[0] += requested(pod, "cpu");
				sum[1] += requested(pod, "memory");
				sum[2]++;
			}
		}
		return used;
	}

	private static long requested(JsonNode pod, String resource) {
		long sum = 0;
		for (JsonNode container : pod.path("spec").path("containers")) {
			sum += Quantities.millis(Trees.text(container, "resources.requests." + resource));
		}
		return sum;
	}

	private static String refusal(ObjectNode pod, ObjectNode node, long[] used) {
		List<String> untolerated = new ArrayList<>();
		for (JsonNode taint : node.path("spec").path("taints")) {
			if (!taint.path("effect").asText().equals("PreferNoSchedule") && !tolerated(pod, taint)) {
				untolerated.add(taint.path("key").asText());
			}
		}
		JsonNode labels = node.path("metadata").path("labels");
		if (!untolerated.isEmpty()) {
			return "node(s) had untolerated taint {" + untolerated.get(0) + ": }";
		}
		if (node.path("spec").path("unschedulable").asBoolean()) {
			return "node(s) were unschedulable";
		}
		JsonNode selector = pod.path("spec").path("nodeSelector");
		if (!selector.propertyStream().allMatch(label -> labels.path(label.getKey()).equals(label.getValue()))) {
			return "node(s) didn't match Pod's node affinity/selector";
		}
		if (used[0] + requested(pod, "cpu") > Quantities.millis(Trees.text(node, "status.allocatable.cpu"))) {
			return "Insufficient cpu";
		}
		if (used[1] + requested(pod, "memory") > Quantities.millis(Trees.text(node, "status.allocatable.memory"))) {
			return "Insufficient memory";
		}
		return used[2] >= Long.parseLong(Trees.text(node, "status.allocatable.pods")) ? "Too many pods" : "";
	}

	static boolean tolerated(JsonNode pod, JsonNode taint) {
		for (JsonNode toleration : pod.path("spec").path("tolerations")) {
			String key = toleration.path("key").asText("");
			String effect = toleration.path("effect").asText("");
			boolean value = toleration.path("operator").asText("Equal").equals("Exists")
					|| toleration.path("value").asText("").equals(taint.path("value").asText(""));
			if ((key.isEmpty() || key.equals(taint.path("key").asText()))
					&& (effect.isEmpty() || effect.equals(taint.path("effect").asText())) && value) {
				return true;
			}
		}
		return false;
	}

	/** A node's address. */
	String address(String node) {
		return world.get("/nodes", "", node).map(each -> Trees.text(each, "status.addresses.0.address")).orElse("");
	}

	/** The next pod's address. */
	String podAddress() {
		addresses++;
		return "10.244." + addresses / 250 % 250 + "." + (2 + addresses % 250);
	}

	static String digest(String text) {
		try {
			return HexFormat.of()
					.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
