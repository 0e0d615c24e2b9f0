package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.List;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.kinds.Kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers who one is and what one may do, which is everything. Stateless. */
final class Reviews {

	static final String USER = "demo-admin";
	private static final List<String> GROUPS = List.of("system:masters", "system:authenticated");

	private Reviews() {
	}

	static ObjectNode review(Exchange exchange, Kind kind) throws IOException {
		ObjectNode review = Body.object(kind, Body.tree(exchange));
		ObjectNode status = review.putObject("status");
		switch (kind.kind()) {
			case "SelfSubjectReview" -> user(exchange, status.putObject("userInfo"));
			case "TokenReview" -> status.put("authenticated", false).put("error",
					"the demo cluster reviews no tokens of others");
			case "SelfSubjectRulesReview" -> {
				status.put("incomplete", false);
				ObjectNode rule = status.putArray("resourceRules").addObject();
				everything(rule, "verbs", "apiGroups", "resources");
				ObjectNode paths = status.putArray("nonResourceRules").addObject();
				everything(paths, "verbs", "nonResourceURLs");
			}
			default -> status.put("allowed", true).put("reason", "in a demo cluster everybody may do everything");
		}
		return review;
	}

	private static void everything(ObjectNode rule, String... fields) {
		for (String field : fields) {
			rule.putArray(field).add("*");
		}
	}

	private static void user(Exchange exchange, ObjectNode user) {
		String impersonated = exchange.header("Impersonate-User");
		user.put("username", impersonated.isEmpty() ? USER : impersonated);
		ArrayNode groups = user.putArray("groups");
		(impersonated.isEmpty() ? GROUPS : exchange.headers("Impersonate-Group")).forEach(groups::add);
		if (!impersonated.isEmpty()) {
			groups.add("system:authenticated");
		}
	}
}
