package org.fleetdesk.demo.internal.kinds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the kinds that a CustomResourceDefinition defines, one for each version it serves. */
final class CustomKinds {

	private CustomKinds() {
	}

	static List<Kind> of(JsonNode definition) {
		JsonNode spec = definition.path("spec");
		JsonNode names = spec.path("names");
		String group = spec.path("group").asText();
		String plural = names.path("plural").asText();
		String kind = names.path("kind").asText();
		List<Kind> kinds = new ArrayList<>();
		for (JsonNode version : spec.path("versions")) {
			if (version.path("served").asBoolean()) {
				kinds.add(new Kind(group, version.path("name").asText(), plural,
						names.path("singular").asText(kind.toLowerCase(Locale.ROOT)), kind,
						KindsFile.texts(names.path("shortNames")), KindsFile.texts(names.path("categories")),
						spec.path("scope").asText().equals("Namespaced"), Kind.ALL_VERBS,
						subresources(kind, version.path("subresources")),
						columns(version.path("additionalPrinterColumns")), group + "/" + plural, schema(version)));
			}
		}
		return kinds;
	}

	private static JsonNode schema(JsonNode version) {
		JsonNode schema = version.path("schema").path("openAPIV3Schema");
		return schema.isMissingNode() ? Trees.object() : schema;
	}

	private static Map<String, String> subresources(String kind, JsonNode declared) {
		Map<String, String> subresources = new LinkedHashMap<>();
		if (declared.has("status")) {
			subresources.put("status", kind);
		}
		if (declared.has("scale")) {
			subresources.put("scale", "Scale");
		}
		return subresources;
	}

	private static List<Column> columns(JsonNode declared) {
		List<Column> columns = new ArrayList<>(List.of(Column.NAME));
		for (JsonNode column : declared) {
			columns.add(new Column(column.path("name").asText(), column.path("type").asText(),
					column.path("format").asText(""), column.path("description").asText(""),
					"custom " + column.path("jsonPath").asText(), column.path("priority").asInt() > 0));
		}
		if (declared.isEmpty()) {
			columns.add(
					new Column("Age", "date", "", "", "custom .metadata.creationTimestamp", false));
		}
		return columns;
	}
}
