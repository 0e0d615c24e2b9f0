package org.fleetdesk.core.object;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.object.FieldPath.Element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Who holds which fields of an object, as its {@code metadata.managedFields} say; from them also how the server merges its
 * lists. Immutable.
 *
 * @see <a href="https://github.com/kubernetes-sigs/structured-merge-diff/blob/v6.3.0/fieldpath/serialize-pe.go">Form of
 *      fieldsV1 (structured-merge-diff)</a>
 */
public final class ManagedFields {
	private static final ObjectMapper JSON = new ObjectMapper();

	/**
	 * Someone who holds fields.
	 *
	 * @param name the manager's name: "kubectl-client-side-apply"
	 * @param applies whether by server-side apply, so that it will say again what it wants; else by an update
	 * @param subresource through which, or empty
	 * @param time when last
	 */
	public record Manager(String name, boolean applies, String subresource, Optional<Instant> time) {
		public Manager {
			Objects.requireNonNull(name);
			Objects.requireNonNull(subresource);
			Objects.requireNonNull(time);
		}
	}

	/** How the server merges a list. */
	public enum ListForm {
		/** As one value. */
		ATOMIC,
		/** By elements with keys. */
		BY_KEYS,
		/** As a set of values. */
		SET
	}

	private record Entry(Manager manager, JsonNode fields) {
	}

	private final List<Entry> entries;

	private ManagedFields(List<Entry> entries) {
		this.entries = List.copyOf(entries);
	}

	/** Those of an object. */
	public static ManagedFields of(JsonNode object) {
		List<Entry> entries = new ArrayList<>();
		for (JsonNode entry : object.path("metadata").path("managedFields")) {
			Manager manager = new Manager(entry.path("manager").asText(),
					entry.path("operation").asText().equals("Apply"),
					entry.path("subresource").asText(), time(entry.path("time").asText()));
			entries.add(new Entry(manager, entry.path("fieldsV1")));
		}
		return new ManagedFields(entries);
	}

	private static Optional<Instant> time(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
		} catch (DateTimeParseException e) {
			return Optional.empty();
		}
	}

	/** Whether the object says nothing of managers, as from servers that know none. */
	public boolean isEmpty() {
		return entries.isEmpty();
	}

	/** Who holds a field, something in it, or a list or map that it is part of as one value. */
	public List<Manager> of(FieldPath path) {
		return entries.stream().filter(entry -> holds(entry.fields(), path)).map(Entry::manager).toList();
	}

	private static boolean holds(JsonNode fields, FieldPath path) {
		JsonNode node = fields;
		for (Element element : path.elements()) {
			if (node.isEmpty()) {
				return !node.isMissingNode(); // held as one value
			}
			node = below(node, element);
		}
		return !node.isMissingNode();
	}

	/** How the server merges the list at a path; empty where nobody holds a field of that name. */
	public Optional<ListForm> form(FieldPath list) {
		Optional<ListForm> form = Optional.empty();
		for (Entry entry : entries) {
			JsonNode node = entry.fields();
			for (Element element : list.elements()) {
				node = below(node, element);
			}
			if (!node.isMissingNode()) {
				for (Map.Entry<String, JsonNode> child : node.properties()) {
					if (child.getKey().startsWith("k:")) {
						return Optional.of(ListForm.BY_KEYS);
					} else if (child.getKey().startsWith("v:")) {
						return Optional.of(ListForm.SET);
					}
				}
				form = Optional.of(ListForm.ATOMIC);
			}
		}
		return form;
	}

	/** The names of the keys of the list at a path; empty unless it is merged by keys. */
	public List<String> keys(FieldPath list) {
		for (Entry entry : entries) {
			JsonNode node = entry.fields();
			for (Element element : list.elements()) {
				node = below(node, element);
			}
			for (Map.Entry<String, JsonNode> child : node.properties()) {
				if (child.getKey().startsWith("k:")) {
					return List.copyOf(tree(child.getKey()).propertyStream().map(Map.Entry::getKey).toList());
				}
			}
		}
		return List.of();
	}

	/** The single fields that a manager holds by server-side apply, outermost first. */
	public List<FieldPath> applied(String manager) {
		List<FieldPath> paths = new ArrayList<>();
		entries.stream().filter(e -> e.manager().applies() && e.manager().name().equals(manager)
				&& e.manager().subresource().isEmpty()).forEach(e -> leaves(e.fields(), FieldPath.ROOT, paths));
		return paths;
	}

	private static void leaves(JsonNode fields, FieldPath path, List<FieldPath> paths) {
		for (Map.Entry<String, JsonNode> child : fields.properties()) {
			if (!child.getKey().equals(".")) {
				FieldPath below = path.with(element(child.getKey()));
				if (child.getValue().isEmpty()) {
					paths.add(below);
				} else {
					leaves(child.getValue(), below, paths);
				}
			}
		}
	}

	private static JsonNode below(JsonNode fields, Element element) {
		if (element instanceof FieldPath.Key key) {
			return fields.path("f:" + key.name());
		}
		for (Map.Entry<String, JsonNode> child : fields.properties()) {
			if (!child.getKey().equals(".") && element(child.getKey()).equals(element)) {
				return child.getValue();
			}
		}
		return fields.path("no such element");
	}

	private static Element element(String key) {
		return switch (key.isEmpty() ? ' ' : key.charAt(0)) {
			case 'f' -> new FieldPath.Key(key.substring(2));
			case 'k' -> {
				Map<String, JsonNode> keys = new LinkedHashMap<>();
				tree(key).properties().forEach(e -> keys.put(e.getKey(), e.getValue()));
				yield new FieldPath.Item(keys);
			}
			case 'v' -> new FieldPath.Value(tree(key));
			case 'i' -> new FieldPath.Index(tree(key).asInt());
			default -> new FieldPath.Key(key);
		};
	}

	/** The JSON after the two characters that say what it is. */
	private static JsonNode tree(String key) {
		try {
			return JSON.readTree(key.substring(2));
		} catch (JsonProcessingException e) {
			return TextNode.valueOf(key); // a form that is not known yet is nobody's element
		}
	}
}
