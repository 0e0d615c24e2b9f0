package org.fleetdesk.demo.internal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;

import com.fasterxml.jackson.databind.JsonNode;

/** Which objects a request wants, by labels and fields. Unchangeable. */
final class Selector {

	/** Selects everything. */
	static final Selector ALL = new Selector(List.of());

	private static final Pattern SET = Pattern.compile("\\s*([^\\s!=,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
	private static final Pattern EQUAL = Pattern.compile("\\s*([^\\s!=,()]+)\\s*(==|=|!=)\\s*([^\\s!=,()]*)\\s*");
	private static final Pattern PRESENT = Pattern.compile("\\s*(!?)\\s*([^\\s!=,()]+)\\s*");
	private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
	private static final Set<String> POD = Set.of("spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
			"spec.serviceAccountName", "spec.hostNetwork", "status.phase", "status.podIP", "status.nominatedNodeName");
	private static final Set<String> EVENT = Set.of("involvedObject.kind", "involvedObject.namespace",
			"involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
			"involvedObject.fieldPath", "reason", "reportingComponent", "source", "type", "regarding.kind",
			"regarding.namespace", "regarding.name", "regarding.uid");

	private final List<Predicate<JsonNode>> conditions;

	private Selector(List<Predicate<JsonNode>> conditions) {
		this.conditions = conditions;
	}

	static Selector of(Kind kind, String labels, String fields) {
		if (labels.isEmpty() && fields.isEmpty()) {
			return ALL;
		}
		List<Predicate<JsonNode>> conditions = new ArrayList<>();
		for (String part : split(labels)) {
			conditions.add(label(part));
		}
		for (String part : fields.isEmpty() ? new String[0] : fields.split(",")) {
			conditions.add(field(kind, part));
		}
		return new Selector(conditions);
	}

	boolean everything() {
		return conditions.isEmpty();
	}

	boolean test(JsonNode object) {
		for (Predicate<JsonNode> condition : conditions) {
			if (!condition.test(object)) {
				return false;
			}
		}
		return true;
	}

	/** At commas that stand in no brackets. */
	private static List<String> split(String text) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
			if (letter == ',' && depth == 0) {
				parts.add(text.substring(start, at));
				start = at + 1;
			}
		}
		if (!text.isEmpty()) {
			parts.add(text.substring(start));
		}
		return parts;
	}

	private static Predicate<JsonNode> label(String part) {
		Matcher set = SET.matcher(part);
		if (set.matches()) {
			Set<String> values = new java.util.HashSet<>(List.of(set.group(3).strip().split("\\s*,\\s*")));
			boolean in = set.group(2).equals("in");
			return object -> {
				JsonNode value = labels(object).path(set.group(1));
				return values.contains(value.asText()) && !value.isMissingNode() ? in : !in;
			};
		}
		Matcher equal = EQUAL.matcher(part);
		if (equal.matches()) {
			boolean wanted = !equal.group(2).equals("!=");
			return object -> {
				JsonNode value = labels(object).path(equal.group(1));
				return (!value.isMissingNode() && value.asText().equals(equal.group(3))) == wanted;
			};
		}
		Matcher present = PRESENT.matcher(part);
		if (present.matches()) {
			return object -> labels(object).has(present.group(2)) == present.group(1).isEmpty();
		}
		throw ApiException
				.badRequest("unable to parse requirement: found '" + part.strip() + "', expected: an identifier, "
						+ "'=', '!=', '==', 'in' or 'notin'");
	}

	private static JsonNode labels(JsonNode object) {
		return object.path("metadata").path("labels");
	}

	private static Predicate<JsonNode> field(Kind kind, String part) {
		boolean wanted = !part.contains("!=");
		String[] sides = part.split("!=|==|=", 2);
		if (sides.length < 2) {
			throw ApiException.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
		}
		String field = sides[0].strip();
		String value = sides[1].strip();
		if (!known(kind, field)) {
			throw ApiException.badRequest(kind.kind().equals("Event") || kind.kind().equals("Pod")
					? "field label not supported: " + field
					: "\"" + field
							+ "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
		}
		return object -> Trees.text(object, field).equals(value) == wanted;
	}

	private static boolean known(Kind kind, String field) {
		return EVERYWHERE.contains(field) || switch (kind.resource()) {
			case "pods" -> POD.contains(field);
			case "events", "events.events.k8s.io" -> EVENT.contains(field);
			case "nodes" -> field.equals("spec.unschedulable");
			case "namespaces" -> field.equals("status.phase");
			case "secrets" -> field.equals("type");
			case "replicasets.apps", "replicationcontrollers" -> field.equals("status.replicas");
			case "jobs.batch" -> field.equals("status.successful");
			case "services" -> field.equals("spec.clusterIP") || field.equals("spec.type");
			default -> false;
		};
	}
}
