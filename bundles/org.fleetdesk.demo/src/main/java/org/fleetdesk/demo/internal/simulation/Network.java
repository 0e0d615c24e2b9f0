package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Services get their endpoints and their balancers' addresses, ingresses theirs. Addresses are of the range for examples. */
final class Network {

	private final World world;

	Network(World world) {
		this.world = world;
	}

	@Nullable
	Duration ingress(Key key, ObjectNode ingress) {
		address(key, ingress, "203.0.113.10");
		return null;
	}

	@Nullable
	Duration service(Key key, ObjectNode service) {
		if (Trees.deleting(service)) {
			return null;
		}
		if (Trees.text(service, "spec.type").equals("LoadBalancer")) {
			address(key, service, "203.0.113." + (20 + Math.floorMod(key.name().hashCode(), 200)));
		}
		JsonNode selector = service.path("spec").path("selector");
		if (!selector.isEmpty()) {
			List<ObjectNode> pods = world.cluster().store().items(World.PODS, key.namespace()).values().stream()
					.filter(item -> !item.generated()).map(Item::object)
					.filter(pod -> World.active(pod) && !Trees.text(pod, "status.podIP").isEmpty()
							&& World.selects(selector, pod.path("metadata").path("labels")))
					.toList();
			slice(service, pods);
			endpoints(service, pods);
		}
		return null;
	}

	private void address(Key key, ObjectNode object, String address) {
		if (Trees.at(object, "status.loadBalancer.ingress").isEmpty()) {
			world.status(key, status -> {
				ObjectNode ingress = Trees.child(status, "loadBalancer").putArray("ingress").addObject().put("ip",
						address);
				if (key.resource().equals("/services")) {
					ingress.put("ipMode", "VIP");
				}
			});
		}
	}

	private void slice(ObjectNode service, List<ObjectNode> pods) {
		ArrayNode endpoints = Trees.array();
		for (ObjectNode pod : pods) {
			ObjectNode endpoint = endpoints.addObject();
			endpoint.putArray("addresses").add(Trees.text(pod, "status.podIP"));
			endpoint.putObject("conditions").put("ready", World.ready(pod)).put("serving", World.ready(pod))
					.put("terminating", false);
			endpoint.put("nodeName", Trees.text(pod, "spec.nodeName"));
			reference(endpoint, pod);
		}
		ArrayNode ports = Trees.array();
		for (JsonNode port : service.path("spec").path("ports")) {
			ports.addObject().put("name", port.path("name").asText("")).put("port", target(port, pods))
					.put("protocol", port.path("protocol").asText("TCP"));
		}
		List<ObjectNode> slices = world.owned("discovery.k8s.io/endpointslices", service);
		if (slices.isEmpty()) {
			ObjectNode slice = World.child(service, "discovery.k8s.io/v1", "EndpointSlice",
					Trees.name(service) + "-" + world.cluster().suffix(5));
			Trees.child(slice, "metadata.labels").put("kubernetes.io/service-name", Trees.name(service))
					.put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
			slice.put("addressType", "IPv4").set("endpoints", endpoints);
			slice.set("ports", ports);
			world.create(slice);
		} else {
			world.update(Key.of("discovery.k8s.io/endpointslices", slices.get(0)), slice -> {
				slice.set("endpoints", endpoints);
				slice.set("ports", ports);
			});
		}
	}

	/** A named target port is looked up in the first pod. */
	private static int target(JsonNode port, List<ObjectNode> pods) {
		JsonNode target = port.path("targetPort");
		if (target.isTextual() && !pods.isEmpty()) {
			for (JsonNode container : pods.get(0).path("spec").path("containers")) {
				for (JsonNode each : container.path("ports")) {
					if (each.path("name").equals(target)) {
						return each.path("containerPort").asInt();
					}
				}
			}
		}
		return target.asInt(port.path("port").asInt());
	}

	private static void reference(ObjectNode target, ObjectNode pod) {
		target.putObject("targetRef").put("kind", "Pod").put("namespace", Trees.namespace(pod))
				.put("name", Trees.name(pod)).put("uid", Trees.uid(pod));
	}

	private void endpoints(ObjectNode service, List<ObjectNode> pods) {
		Key key = Key.of("/endpoints", service);
		ArrayNode subsets = Trees.array();
		if (!pods.isEmpty()) {
			ObjectNode subset = subsets.addObject();
			for (ObjectNode pod : pods) {
				ObjectNode address = Trees.list(subset, World.ready(pod) ? "addresses" : "notReadyAddresses")
						.addObject()
						.put("ip", Trees.text(pod, "status.podIP")).put("nodeName", Trees.text(pod, "spec.nodeName"));
				reference(address, pod);
			}
			for (JsonNode port : service.path("spec").path("ports")) {
				Trees.list(subset, "ports").addObject().put("name", port.path("name").asText(""))
						.put("port", target(port, pods)).put("protocol", port.path("protocol").asText("TCP"));
			}
		}
		if (world.cluster().store().get(key).isEmpty()) {
			ObjectNode endpoints = World.child(service, "v1", "Endpoints", Trees.name(service));
			endpoints.set("subsets", subsets);
			world.create(endpoints);
		} else {
			world.update(key, endpoints -> endpoints.set("subsets", subsets));
		}
	}
}
