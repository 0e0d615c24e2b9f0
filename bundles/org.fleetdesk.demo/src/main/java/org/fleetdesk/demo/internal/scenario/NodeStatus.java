package org.fleetdesk.demo.internal.scenario;

import java.time.Instant;
import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives a node what its kubelet would tell: conditions, capacity, addresses. Stateless. */
final class NodeStatus {

	private static final List<String> PRESSURES = List.of("MemoryPressure", "DiskPressure", "PIDPressure");

	private NodeStatus() {
	}

	/** Completes a node; {@code number} makes its address. */
	static void complete(ObjectNode node, int number, boolean ready, Instant now) {
		String name = Trees.name(node);
		Trees.child(node, "metadata.labels").put("kubernetes.io/hostname", name).put("kubernetes.io/os", "linux")
				.put("kubernetes.io/arch", "amd64").put("demo.fleetdesk.org/simulated", "true");
		ObjectNode status = Trees.child(node, "status");
		for (String field : List.of("capacity", "allocatable")) {
			status.putObject(field).put("cpu", "4").put("memory", field.equals("capacity") ? "16393712Ki" : "15888Mi")
					.put("pods", "250").put("ephemeral-storage", "101430960Ki").put("hugepages-2Mi", "0");
		}
		ArrayNode addresses = status.putArray("addresses");
		addresses.addObject().put("type", "InternalIP").put("address",
				"10.30." + number / 250 + "." + (10 + number % 240));
		addresses.addObject().put("type", "Hostname").put("address", name);
		ArrayNode conditions = status.putArray("conditions");
		for (String pressure : PRESSURES) {
			condition(conditions, pressure, ready ? "False" : "Unknown",
					ready ? "KubeletHasSufficient" : "NodeStatusUnknown",
					ready ? "kubelet has no " + pressure : "Kubelet stopped posting node status.", now);
		}
		condition(conditions, "Ready", ready ? "True" : "Unknown", ready ? "KubeletReady" : "NodeStatusUnknown",
				ready ? "kubelet is posting ready status" : "Kubelet stopped posting node status.", now);
		ObjectNode info = status.putObject("nodeInfo");
		info.put("architecture", "amd64").put("operatingSystem", "linux").put("osImage", "Fleetdesk demo (simulated)")
				.put("kernelVersion", "6.12.0-demo").put("kubeletVersion", Cluster.VERSION)
				.put("kubeProxyVersion", "").put("containerRuntimeVersion", "demo://1.0").put("machineID", name)
				.put("systemUUID", name).put("bootID", name);
		status.putObject("daemonEndpoints").putObject("kubeletEndpoint").put("Port", 10250);
		status.putArray("images").addObject().put("sizeBytes", 12_345_678).putArray("names")
				.add("demo.fleetdesk.org/web:2.4.1");
		ObjectNode spec = Trees.child(node, "spec");
		spec.put("podCIDR", "10.244." + number % 250 + ".0/24").put("providerID", "fleetdesk-demo://" + name);
		if (!ready) {
			ArrayNode taints = Trees.list(spec, "taints");
			for (String effect : List.of("NoSchedule", "NoExecute")) {
				taints.addObject().put("key", "node.kubernetes.io/unreachable").put("effect", effect).put("timeAdded",
						Trees.time(now));
			}
		}
	}

	private static void condition(ArrayNode conditions, String type, String status, String reason, String message,
			Instant now) {
		conditions.addObject().put("type", type).put("status", status).put("reason", reason).put("message", message)
				.put("lastHeartbeatTime", Trees.time(now)).put("lastTransitionTime", Trees.time(now));
	}
}
