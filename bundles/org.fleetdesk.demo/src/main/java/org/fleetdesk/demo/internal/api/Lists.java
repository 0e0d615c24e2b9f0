package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers lists, page by page and as streams: one object at a time is looked at. Safe for any thread. */
final class Lists {

	/** What of a list is asked for: where it begins, at what revision, and how much of it. */
	private record Page(List<Item> items, ObjectNode metadata) {
	}

	private final Cluster cluster;

	Lists(Cluster cluster) {
		this.cluster = cluster;
	}

	void list(Exchange exchange, Target target) throws IOException {
		Kind kind = target.kind();
		Form form = Form.of(exchange.header("Accept"));
		Page page = page(exchange, target);
		Instant now = cluster.clock().instant();
		if (form == Form.YAML) {
			ObjectNode list = list(kind, page.metadata());
			page.items().forEach(item -> Trees.list(list, "items").add(Presentation.object(kind, item.object())));
			exchange.send(200, "application/yaml", Trees.YAML.writeValueAsBytes(list));
			return;
		}
		String include = exchange.query("includeObject");
		try (OutputStream out = exchange.stream(200, form == Form.TABLE
				? "application/json;as=Table;v=v1;g=meta.k8s.io"
				: "application/json"); JsonGenerator json = Trees.JSON.createGenerator(out)) {
			json.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
			ObjectNode head = switch (form) {
				case TABLE -> Presentation.table(kind, page.metadata(), true);
				case METADATA -> Trees.object().put("kind", "PartialObjectMetadataList")
						.put("apiVersion", "meta.k8s.io/v1").set("metadata", page.metadata());
				default -> list(kind, page.metadata());
			};
			json.writeStartObject();
			for (Map.Entry<String, JsonNode> field : head.properties()) {
				json.writeFieldName(field.getKey());
				Trees.JSON.writeTree(json, field.getValue());
			}
			json.writeArrayFieldStart(form == Form.TABLE ? "rows" : "items");
			for (Item item : page.items()) {
				ObjectNode object = Presentation.object(kind, item.object());
				switch (form) {
					case TABLE -> Trees.JSON.writeTree(json, Presentation.row(kind, object, include, now));
					case METADATA -> Trees.JSON.writeTree(json, Presentation.metadata(object));
					default -> element(json, kind, object);
				}
			}
			json.writeEndArray();
			json.writeEndObject();
		}
	}

	private static ObjectNode list(Kind kind, ObjectNode metadata) {
		return Trees.object().put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion()).set("metadata",
				metadata);
	}

	/** As the real server does, without kind and version for built-in kinds. */
	private static void element(JsonGenerator json, Kind kind, ObjectNode object) throws IOException {
		if (kind.custom()) {
			Trees.JSON.writeTree(json, object);
			return;
		}
		json.writeStartObject();
		for (Map.Entry<String, JsonNode> field : object.properties()) {
			if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
				json.writeFieldName(field.getKey());
				Trees.JSON.writeTree(json, field.getValue());
			}
		}
		json.writeEndObject();
	}

	private Page page(Exchange exchange, Target target) {
		int limit = number(exchange, "limit");
		Selector selector = selector(exchange, target);
		long revision = cluster.store().revision();
		String from = "";
		String token = exchange.query("continue");
		if (!token.isEmpty()) {
			JsonNode start = token(token);
			revision = start.path("rv").asLong();
			from = start.path("start").asText();
			if (revision < cluster.store().oldest()) {
				throw ApiException.of(410, "Expired",
						"The provided continue parameter is too old to display a consistent "
								+ "list result. You can start a new list without the continue parameter.");
			}
		} else {
			notTooNew(exchange.query("resourceVersion"), revision);
		}
		NavigableMap<String, Item> items = cluster.store().items(target.kind().storage(), target.namespace());
		List<Item> found = new ArrayList<>();
		ObjectNode metadata = Trees.object().put("resourceVersion", Long.toString(revision));
		String last = "";
		Metrics metrics = new Metrics(cluster);
		for (Map.Entry<String, Item> entry : (from.isEmpty() ? items : items.tailMap(from, false)).entrySet()) {
			Optional<Item> item = metrics.of(target.kind(), entry.getValue());
			if (item.isEmpty() || !selector.everything()
					&& !selector.test(Presentation.object(target.kind(), item.get().object()))) {
				continue;
			}
			if (limit > 0 && found.size() == limit) {
				metadata.put("continue", token(revision, last));
				if (selector.everything()) {
					metadata.put("remainingItemCount", items.tailMap(last, false).size());
				}
				break;
			}
			found.add(item.get());
			last = entry.getKey();
		}
		return new Page(found, metadata);
	}

	static Selector selector(Exchange exchange, Target target) {
		String fields = exchange.query("fieldSelector");
		if (!target.name().isEmpty()) {
			fields = (fields.isEmpty() ? "" : fields + ",") + "metadata.name=" + target.name();
		}
		return Selector.of(target.kind(), exchange.query("labelSelector"), fields);
	}

	static void notTooNew(String wanted, long revision) {
		if (!wanted.isEmpty() && revision(wanted) > revision) {
			throw ApiException
					.of(504, "Timeout",
							"Timeout: Too large resource version: " + wanted + ", current: " + revision)
					.cause("ResourceVersionTooLarge", "Too large resource version", "").retryAfter(1);
		}
	}

	static long revision(String text) {
		try {
			return Long.parseLong(text);
		} catch (NumberFormatException e) {
			throw ApiException.of(400, "BadRequest", "invalid resource version \"" + text + "\"");
		}
	}

	static int number(Exchange exchange, String name) {
		String text = exchange.query(name);
		try {
			return text.isEmpty() ? 0 : Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw ApiException.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
		}
	}

	private static String token(long revision, String start) {
		String json = Trees.object().put("v", "meta.k8s.io/v1").put("rv", revision).put("start", start).toString();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode token(String text) {
		try {
			JsonNode token = Trees.JSON.readTree(Base64.getUrlDecoder().decode(text));
			if (token.hasNonNull("rv") && token.hasNonNull("start")) {
				return token;
			}
		} catch (IOException | IllegalArgumentException e) {
			throw ApiException.badRequest("continue key is not valid: " + e.getClass().getSimpleName());
		}
		throw ApiException.badRequest("continue key is not valid: it names no place");
	}
}
