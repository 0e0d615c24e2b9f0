package org.fleetdesk.demo.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells of services, endpoints and ingresses. Stateless. */
final class NetworkCells {

	private static final int SHOWN = 3;

	private NetworkCells() {
	}

	static String text(String reducer, JsonNode object) {
		return switch (reducer) {
			case "serviceAddress" -> serviceAddress(object);
			case "servicePorts" -> servicePorts(object);
			case "endpoints" -> endpoints(object);
			case "ingressHosts" -> ingressHosts(object);
			case "ingressAddress" -> balancer(object);
			case "ingressPorts" -> object.path("spec").path("tls").isEmpty() ? "80" : "80, 443";
			case "slicePorts" -> orUnset(first(object.path("ports"), "port"));
			case "sliceEndpoints" -> sliceEndpoints(object);
			default -> throw new IllegalArgumentException("no such reducer: " + reducer);
		};
	}

	private static String serviceAddress(JsonNode service) {
		JsonNode external = service.path("spec").path("externalIPs");
		String addresses = Trees.elements(external).stream().map(JsonNode::asText).collect(Collectors.joining(","));
		return switch (Trees.text(service, "spec.type")) {
			case "LoadBalancer" -> {
				String balancer = balancer(service);
				yield balancer.isEmpty() ? addresses.isEmpty() ? "<pending>" : addresses : balancer;
			}
			case "ExternalName" -> Trees.text(service, "spec.externalName");
			default -> addresses.isEmpty() ? "<none>" : addresses;
		};
	}

	private static String balancer(JsonNode object) {
		return Trees.elements(object.path("status").path("loadBalancer").path("ingress")).stream()
				.map(each -> each.path("ip").asText(each.path("hostname").asText("")))
				.collect(Collectors.joining(","));
	}

	private static String servicePorts(JsonNode service) {
		String ports = Trees.elements(service.path("spec").path("ports")).stream()
				.map(port -> port.path("port").asText()
						+ (port.path("nodePort").asInt() > 0 ? ":" + port.path("nodePort").asText() : "") + "/"
						+ port.path("protocol").asText("TCP"))
				.collect(Collectors.joining(","));
		return ports.isEmpty() ? "<none>" : ports;
	}

	private static String endpoints(JsonNode endpoints) {
		List<String> all = new ArrayList<>();
		for (JsonNode subset : endpoints.path("subsets")) {
			for (JsonNode port : subset.path("ports")) {
				subset.path("addresses")
						.forEach(address -> all.add(address.path("ip").asText() + ":" + port.path("port").asText()));
			}
		}
		return shortened(all, "<none>");
	}

	private static String sliceEndpoints(JsonNode slice) {
		List<String> all = new ArrayList<>();
		slice.path("endpoints").forEach(endpoint -> endpoint.path("addresses").forEach(each -> all.add(each.asText())));
		return shortened(all, "<unset>");
	}

	private static String ingressHosts(JsonNode ingress) {
		List<String> hosts = new ArrayList<>();
		ingress.path("spec").path("rules").forEach(rule -> hosts.add(rule.path("host").asText("*")));
		return shortened(hosts, "*");
	}

	private static List<String> first(JsonNode array, String field) {
		return Trees.elements(array).stream().map(each -> each.path(field).asText()).toList();
	}

	private static String orUnset(List<String> texts) {
		return shortened(texts, "<unset>");
	}

	private static String shortened(List<String> texts, String none) {
		if (texts.isEmpty()) {
			return none;
		}
		return texts.size() <= SHOWN
				? String.join(",", texts)
				: String.join(",", texts.subList(0, SHOWN)) + " + " + (texts.size() - SHOWN) + " more...";
	}
}
