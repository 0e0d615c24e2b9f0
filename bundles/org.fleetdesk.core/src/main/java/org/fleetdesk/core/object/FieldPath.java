package org.fleetdesk.core.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Where a field stands in an object. Immutable.
 * <p>
 * Its text is what servers write in conflicts, {@code .spec.template.spec.containers[name="web"].image}, but for keys with
 * a dot or bracket: these stand in brackets as in servers' validation errors, {@code .metadata.labels[app.kubernetes.io/name]},
 * or quoted in brackets, so that {@link #parse} reads every path's text back as the same path.
 *
 * @param elements from the object's root down; none for the object itself
 */
public record FieldPath(List<Element> elements) {
	/** The object itself. */
	public static final FieldPath ROOT = new FieldPath(List.of());

	/** One step down. */
	public sealed interface Element {
	}

	/** The field of a map. */
	public record Key(String name) implements Element {
		private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"\\p{Cntrl}]+");
		private static final Pattern BRACKETED = Pattern.compile("[^\\[\\]\"=\\p{Cntrl}]+");

		@Override
		public String toString() {
			if (PLAIN.matcher(name).matches()) {
				return "." + name;
			}
			return "[" + (BRACKETED.matcher(name).matches() ? name : TextNode.valueOf(name).toString()) + "]";
		}
	}

	/** The element of a list at an index from 0. */
	public record Index(int index) implements Element {
		@Override
		public String toString() {
			return "[" + index + "]";
		}
	}

	/** The element of a list that has certain fields: the server's keys of that list, in the order of their names. */
	public record Item(Map<String, JsonNode> keys) implements Element {
		public Item {
			keys = Collections.unmodifiableMap(new TreeMap<>(keys));
		}

		/** An item whose one key is a string, mostly its name. */
		public Item(String key, String value) {
			this(Map.of(key, TextNode.valueOf(value)));
		}

		/** Whether an element has all these keys. */
		public boolean matches(JsonNode element) {
			return keys.entrySet().stream().allMatch(e -> same(element.path(e.getKey()), e.getValue()));
		}

		/** Whether an element has some of these keys and no other value in one of them: the server fills in the others. */
		boolean mayMatch(JsonNode element) {
			return element.isObject() && keys.keySet().stream().anyMatch(element::has) && keys.entrySet().stream()
					.allMatch(e -> !element.has(e.getKey()) || same(element.path(e.getKey()), e.getValue()));
		}

		@Override
		public String toString() {
			return keys.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
					.collect(Collectors.joining(",", "[", "]"));
		}
	}

	/** The element of a list that is used as a set. */
	public record Value(JsonNode value) implements Element {
		@Override
		public String toString() {
			return "[=" + value + "]";
		}
	}

	public FieldPath {
		elements = List.copyOf(elements);
	}

	/** The path of nested fields. */
	public static FieldPath of(String... keys) {
		FieldPath path = ROOT;
		for (String key : keys) {
			path = path.with(key);
		}
		return path;
	}

	/**
	 * Reads the path of a conflict ({@code .spec.containers[name="web"].image}) or of a validation error
	 * ({@code spec.containers[0].image}, {@code metadata.labels[app.kubernetes.io/name]}). Conflicts do not quote keys with
	 * dots: what follows {@code labels}, {@code annotations}, {@code data} and the like is taken as one key; {@link
	 * #parse(String, JsonNode)} knows better. Never fails: what is not of these forms is taken as keys.
	 */
	public static FieldPath parse(String text) {
		return parse(text, MissingNode.getInstance());
	}

	/** Reads a path of a certain object, whose keys tell what a dot means. */
	public static FieldPath parse(String text, JsonNode object) {
		return new FieldPathReader(text, object).read();
	}

	/** This path and one element more. */
	public FieldPath with(Element element) {
		List<Element> longer = new ArrayList<>(elements);
		longer.add(element);
		return new FieldPath(longer);
	}

	/** This path and a map's field. */
	public FieldPath with(String key) {
		return with(new Key(key));
	}

	/** This path and a list's element. */
	public FieldPath with(int index) {
		return with(new Index(index));
	}

	/** Whether it is the object itself. */
	public boolean isRoot() {
		return elements.isEmpty();
	}

	/** The path without its last element; the object itself has itself. */
	public FieldPath parent() {
		return isRoot() ? this : new FieldPath(elements.subList(0, elements.size() - 1));
	}

	/** Its last element; empty for the object itself. */
	public Optional<Element> last() {
		return isRoot() ? Optional.empty() : Optional.of(elements.getLast());
	}

	/** Whether it is another path, or one below it. */
	public boolean startsWith(FieldPath other) {
		return elements.size() >= other.elements.size()
				&& elements.subList(0, other.elements.size()).equals(other.elements);
	}

	/** What stands there in an object; empty if nothing does. */
	public Optional<JsonNode> in(JsonNode object) {
		JsonNode node = object;
		for (Element element : elements) {
			node = step(node, element);
		}
		return node.isMissingNode() ? Optional.empty() : Optional.of(node);
	}

	/** What stands one step below a node, or a missing node. */
	static JsonNode step(JsonNode node, Element element) {
		return switch (element) {
			case Key key -> node.path(key.name());
			case Index index -> node.path(index.index());
			case Item item -> node.path(indexOf(node, item));
			case Value value -> node.path(indexOf(node, value));
		};
	}

	/** The index of an element in a list, -1 if it is not there. */
	public static int indexOf(JsonNode list, Element element) {
		if (!list.isArray()) {
			return -1;
		}
		if (element instanceof Index index) {
			return index.index() < list.size() ? index.index() : -1;
		}
		for (int i = 0; i < list.size(); i++) {
			if (element instanceof Item item && item.matches(list.get(i))
					|| element instanceof Value value && same(list.get(i), value.value())) {
				return i;
			}
		}
		for (int i = 0; i < list.size(); i++) {
			if (element instanceof Item item && item.mayMatch(list.get(i))) {
				return i;
			}
		}
		return -1;
	}

	/** Whether a server takes two values for equal: numbers are whatever their form. */
	public static boolean same(JsonNode a, JsonNode b) {
		return a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) == 0 : a.equals(b);
	}

	@Override
	public String toString() {
		return elements.stream().map(Object::toString).collect(Collectors.joining());
	}
}
