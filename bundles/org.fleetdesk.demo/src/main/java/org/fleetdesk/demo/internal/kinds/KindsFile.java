package org.fleetdesk.demo.internal.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads kinds.yaml, which says what it means at its top. */
final class KindsFile {

	private KindsFile() {
	}

	static List<Kind> read() {
		List<Kind> kinds = new ArrayList<>();
		try (InputStream in = KindsFile.class.getResourceAsStream("kinds.yaml")) {
			for (JsonNode group : Trees.YAML.readTree(in)) {
				for (JsonNode kind : group.path("kinds")) {
					kinds.add(kind(group.path("group").asText(), group.path("version").asText(), kind));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return kinds;
	}

	private static Kind kind(String group, String version, JsonNode entry) {
		String kind = entry.path("kind").asText();
		String singular = entry.path("singular").asText(kind.toLowerCase(Locale.ROOT));
		String plural = entry.path("plural").asText(singular + "s");
		Map<String, String> subresources = new LinkedHashMap<>();
		boolean review = entry.path("review").asBoolean();
		boolean measured = entry.path("measured").asBoolean();
		if (!review && !measured && entry.path("status").asBoolean(true)) {
			subresources.put("status", kind);
		}
		subresources.putAll(Trees.map(entry.path("subresources")));
		List<String> verbs = new ArrayList<>(
				review ? List.of("create") : measured ? List.of("get", "list") : Kind.ALL_VERBS);
		if (!entry.path("collection").asBoolean(true)) {
			verbs.remove("deletecollection");
		}
		return new Kind(group, version, plural, singular, kind, texts(entry.path("short")),
				texts(entry.path("categories")), !entry.path("cluster").asBoolean(), verbs, subresources,
				columns(texts(entry.path("columns"))), entry.path("as").asText(group + "/" + plural),
				MissingNode.getInstance());
	}

	private static List<Column> columns(List<String> texts) {
		List<Column> columns = new ArrayList<>(texts.stream().map(Column::of).toList());
		if (columns.stream().noneMatch(column -> column.name().equals("Name"))) {
			columns.add(0, Column.NAME);
		}
		return columns;
	}

	static List<String> texts(JsonNode array) {
		return Trees.elements(array).stream().map(JsonNode::asText).toList();
	}
}
