package org.fleetdesk.core.document;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.object.FieldPath;

/** What every object needs, whatever its kind, before it is worth sending. */
final class ObjectChecks {
	private static final FieldPath METADATA = FieldPath.of("metadata");
	private static final int LONGEST_NAME = 253;
	private static final Pattern VERSION = Pattern.compile("([a-z0-9.-]+/)?[a-zA-Z0-9]+");
	private static final Pattern NAME = Pattern
			.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
	private static final Pattern NO_SEGMENT = Pattern.compile("\\.|\\.\\.|.*[/%].*", Pattern.DOTALL);
	/** Groups with kinds whose names may hold colons. */
	private static final Set<String> FREE_NAMES = Set.of("rbac.authorization.k8s.io", "networking.k8s.io",
			"certificates.k8s.io", "apiregistration.k8s.io", "authorization.openshift.io");

	private final Document document;
	private final List<Problem> problems;

	private ObjectChecks(Document document, List<Problem> problems) {
		this.document = document;
		this.problems = problems;
	}

	/** Adds what is wrong with an object. */
	static void check(Document document, JsonNode object, List<Problem> problems) {
		new ObjectChecks(document, problems).check(object);
	}

	private void check(JsonNode object) {
		if (!object.isObject()) {
			error(FieldPath.ROOT, object.isArray() ? "document.list" : "document.scalar");
			return;
		}
		JsonNode version = object.path("apiVersion");
		if (present(version, "apiVersion") && !VERSION.matcher(version.textValue()).matches()) {
			error(FieldPath.of("apiVersion"), "document.version.odd", version.textValue());
		}
		present(object.path("kind"), "kind");
		JsonNode metadata = object.path("metadata");
		if (!metadata.isMissingNode() && !metadata.isNull() && !metadata.isObject()) {
			error(METADATA, "document.metadata");
			return;
		}
		name(metadata, "namespace");
		String given = metadata.path("name").isTextual()
				? "name"
				: metadata.hasNonNull("name") ? "name" : "generateName";
		if (metadata.path(given).asText().isEmpty()) {
			error(METADATA, "document.name.missing");
		} else {
			name(metadata, given);
		}
	}

	private boolean present(JsonNode value, String field) {
		if (value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isEmpty()) {
			error(FieldPath.of(field), "document.missing", field);
			return false;
		}
		if (!value.isTextual()) {
			error(FieldPath.of(field), "document.no-text", field);
			return false;
		}
		return true;
	}

	private void name(JsonNode metadata, String field) {
		JsonNode value = metadata.path(field);
		FieldPath path = METADATA.with(field);
		if (value.isMissingNode() || value.isNull()) {
			return;
		}
		if (!value.isTextual()) {
			error(path, "document.no-text", "metadata." + field);
			return;
		}
		String name = field.equals("generateName") ? value.textValue() + "x" : value.textValue();
		if (name.length() > LONGEST_NAME || NO_SEGMENT.matcher(name).matches()) {
			error(path, "document.name.wrong", "metadata." + field);
		} else if (!NAME.matcher(name).matches()
				&& !FREE_NAMES.contains(document.apiVersion().replaceFirst("/.*", ""))) {
			problems.add(
					Problem.warning(document.position(path), Texts.text("document.name.odd", "metadata." + field)));
		}
	}

	private void error(FieldPath path, String key, Object... places) {
		problems.add(Problem.error(document.position(path), Texts.text(key, places)));
	}
}
