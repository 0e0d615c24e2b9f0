package org.fleetdesk.core.document;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.FieldPath.Index;
import org.fleetdesk.core.object.FieldPath.Item;
import org.fleetdesk.core.object.FieldPath.Key;
import org.fleetdesk.core.object.FieldPath.Value;

/**
 * Edits of a text in place: what is not edited keeps its comments, order, quotes and line ends to the byte. Each edit is
 * read back; where a field cannot be changed alone (it is an alias, or merged from elsewhere), what surrounds it is written
 * anew, as little as does it.
 */
public final class YamlEdit {
	private YamlEdit() {
	}

	/**
	 * Gives a field a value. A field that is not there is added at the end of its map or list, with what is missing above
	 * it.
	 *
	 * @param document the number of a document that can be read, from 1
	 * @throws IllegalArgumentException if there is no such document, or no such field can be
	 */
	public static String set(String text, int document, FieldPath path, JsonNode value) {
		return edit(text, document, path, Optional.of(value));
	}

	/**
	 * Takes a field out; a text without it stays as it is.
	 *
	 * @param document the number of a document that can be read, from 1
	 * @throws IllegalArgumentException if there is no such document, or the path is the document itself
	 */
	public static String remove(String text, int document, FieldPath path) {
		return edit(text, document, path, Optional.empty());
	}

	/**
	 * Puts a value into a list before the element of an index, or behind the last one.
	 *
	 * @param document the number of a document that can be read, from 1
	 * @throws IllegalArgumentException if there is no such document, list or place in it
	 */
	public static String insert(String text, int document, FieldPath list, int index, JsonNode value) {
		Documents documents = Documents.parse(text);
		JsonNode before = documents.documents().stream().filter(d -> d.number() == document).findFirst()
				.map(Document::built).orElseThrow(() -> new IllegalArgumentException("document " + document));
		if (!(list.in(before).orElse(null) instanceof ArrayNode old) || index < 0 || index > old.size()) {
			throw new IllegalArgumentException("document " + document + " has no place " + index + " in " + list);
		}
		ArrayNode longer = old.deepCopy().insert(index, value);
		JsonNode after = edited(before, list, Optional.of(longer));
		return new TextEdit(text, documents.documents().get(document - 1), false).insert(list, index, value)
				.filter(edited -> same(edited, documents, document, after))
				.orElseGet(() -> set(text, document, list, longer));
	}

	private static String edit(String text, int number, FieldPath path, Optional<JsonNode> value) {
		Documents documents = Documents.parse(text);
		if (number < 1 || number > documents.documents().size() || path.isRoot() && value.isEmpty()) {
			throw new IllegalArgumentException(
					"document " + number + " of " + documents.documents().size() + ", " + path);
		}
		Document document = documents.documents().get(number - 1);
		JsonNode before = document.built();
		JsonNode after = edited(before, path, value);
		if (after.equals(before)) {
			return text;
		}
		for (FieldPath at = path;; at = at.parent()) { // the field alone, then what is around it, further and further out
			boolean there = document.find(at).path().equals(at) && at.in(after).isPresent();
			for (boolean compact : new boolean[]{false, true}) {
				Optional<String> edited = at.equals(path) || there
						? new TextEdit(text, document, compact).apply(at, at.in(after))
						: Optional.empty();
				if (edited.isPresent() && same(edited.get(), documents, number, after)) {
					return edited.get();
				}
			}
			if (at.isRoot()) {
				throw new IllegalArgumentException("document " + number + " cannot hold " + path);
			}
		}
	}

	/** Whether a text has such a document, and otherwise as many as before. */
	private static boolean same(String text, Documents before, int number, JsonNode expected) {
		Documents documents = Documents.parse(text);
		return documents.documents().size() == before.documents().size() && expected
				.equals((a, b) -> FieldPath.same(a, b) ? 0 : 1, documents.documents().get(number - 1).built());
	}

	/** A copy of a tree with a field set or taken out. */
	static JsonNode edited(JsonNode tree, FieldPath path, Optional<JsonNode> value) {
		if (path.isRoot()) {
			return value.orElseThrow();
		}
		Element first = path.elements().getFirst();
		FieldPath rest = new FieldPath(path.elements().subList(1, path.elements().size()));
		boolean last = rest.isRoot();
		if (first instanceof Key key) {
			ObjectNode map = tree.isObject() ? tree.deepCopy() : JsonNodeFactory.instance.objectNode();
			if (value.isEmpty() && (last || !map.has(key.name()))) {
				map.remove(key.name());
				return tree.isObject() ? map : tree;
			}
			return map.set(key.name(), edited(map.path(key.name()), rest, value));
		}
		ArrayNode list = tree.isArray() ? tree.deepCopy() : JsonNodeFactory.instance.arrayNode();
		int index = FieldPath.indexOf(list, first);
		if (value.isEmpty() && (last || index < 0)) {
			if (index >= 0) {
				list.remove(index);
			}
			return tree.isArray() ? list : tree;
		}
		JsonNode old = index >= 0 ? list.get(index) : fresh(first);
		JsonNode item = edited(old, rest, value);
		if (index >= 0) {
			list.set(index, item);
		} else if (first instanceof Index at && at.index() != list.size()) {
			throw new IllegalArgumentException("no element " + first + " in a list of " + list.size());
		} else {
			list.add(item);
		}
		return list;
	}

	/** What a new element of a list has. */
	private static JsonNode fresh(Element element) {
		return switch (element) {
			case Item item -> JsonNodeFactory.instance.objectNode().setAll(item.keys());
			case Value value -> value.value();
			default -> JsonNodeFactory.instance.objectNode();
		};
	}
}
