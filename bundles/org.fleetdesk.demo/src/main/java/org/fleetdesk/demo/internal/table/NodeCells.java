package org.fleetdesk.demo.internal.table;

import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells of nodes. Stateless. */
final class NodeCells {

	private static final String ROLE = "node-role.kubernetes.io/";

	private NodeCells() {
	}

	static String text(String[] words, JsonNode node) {
		return switch (words[0]) {
			case "nodeStatus" -> status(node);
			case "nodeRoles" -> roles(node);
			default -> address(node, words[1]);
		};
	}

	private static String status(JsonNode node) {
		String status = "Unknown";
		for (JsonNode condition : node.path("status").path("conditions")) {
			if (condition.path("type").asText().equals("Ready")) {
				status = condition.path("status").asText().equals("True") ? "Ready" : "NotReady";
			}
		}
		return node.path("spec").path("unschedulable").asBoolean() ? status + ",SchedulingDisabled" : status;
	}

	private static String roles(JsonNode node) {
		String roles = node.path("metadata").path("labels").propertyStream().map(label -> label.getKey())
				.filter(key -> key.startsWith(ROLE)).map(key -> key.substring(ROLE.length())).sorted()
				.collect(Collectors.joining(","));
		return roles.isEmpty() ? "<none>" : roles;
	}

	private static String address(JsonNode node, String type) {
		for (JsonNode address : node.path("status").path("addresses")) {
			if (address.path("type").asText().equals(type)) {
				return address.path("address").asText();
			}
		}
		return "<none>";
	}
}
