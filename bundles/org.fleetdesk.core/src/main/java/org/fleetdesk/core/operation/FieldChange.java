package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.ManagedFields;
import org.fleetdesk.core.object.ManagedFields.ListForm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One field that someone has set or taken out, in the server's terms: a list that the server merges is changed element by
 * element, any other as one value.
 *
 * @param path where
 * @param value what it shall be; empty if it shall go
 */
record FieldChange(FieldPath path, Optional<JsonNode> value) {
	private static final Set<String> MAPS = Set.of("labels", "annotations", "data", "binaryData", "stringData");

	FieldChange {
		Objects.requireNonNull(path);
		Objects.requireNonNull(value);
	}

	/** What leads from one object to another. */
	static List<FieldChange> between(JsonNode from, JsonNode to, ManagedFields fields) {
		List<FieldChange> all = new ArrayList<>();
		compare(FieldPath.ROOT, from, to, fields, all);
		return all;
	}

	/**
	 * The same where maps come or go key by key, labels and the like as well as those that are empty on one side, so that
	 * others' keys in them are others'.
	 */
	static List<FieldChange> keyByKey(JsonNode from, JsonNode to, ManagedFields fields) {
		List<FieldChange> all = new ArrayList<>();
		for (FieldChange change : between(from, to, fields)) {
			JsonNode old = change.path().in(from).orElse(MissingNode.getInstance());
			JsonNode now = change.path().in(to).orElse(MissingNode.getInstance());
			if (old.isObject() && now.isObject() || known(change.path()) && (old.isObject() || now.isObject())
					&& (old.isMissingNode() || now.isMissingNode())) {
				Set<String> names = new LinkedHashSet<>();
				now.fieldNames().forEachRemaining(names::add);
				old.fieldNames().forEachRemaining(names::add);
				names.forEach(name -> all
						.add(new FieldChange(change.path().with(name), Optional.ofNullable(now.get(name)))));
			} else {
				all.add(change);
			}
		}
		return all;
	}

	/** Whether it is a map that is no less there for being empty. */
	private static boolean known(FieldPath path) {
		return path.last().filter(last -> last instanceof FieldPath.Key key && MAPS.contains(key.name())).isPresent();
	}

	private static void compare(FieldPath path, JsonNode from, JsonNode to, ManagedFields fields,
			List<FieldChange> all) {
		if (from.equals(to)) {
			return;
		}
		if (to.isMissingNode()) {
			all.add(new FieldChange(path, Optional.empty()));
		} else if (from.isObject() && to.isObject() && !from.isEmpty() && !to.isEmpty()) {
			Set<String> names = new LinkedHashSet<>();
			to.fieldNames().forEachRemaining(names::add);
			from.fieldNames().forEachRemaining(names::add);
			names.forEach(name -> compare(path.with(name), from.path(name), to.path(name), fields, all));
		} else if (from.isArray() && to.isArray()) {
			Map<Element, JsonNode> old = elements(from, path, fields);
			Map<Element, JsonNode> now = elements(to, path, fields);
			if (old.size() < from.size() || now.size() < to.size()) {
				all.add(new FieldChange(path, Optional.of(to)));
				return;
			}
			now.forEach((element, value) -> compare(path.with(element),
					old.getOrDefault(element, from.path("none")), value, fields, all));
			old.keySet().stream().filter(element -> !now.containsKey(element))
					.forEach(element -> all.add(new FieldChange(path.with(element), Optional.empty())));
		} else {
			all.add(new FieldChange(path, Optional.of(to)));
		}
	}

	/** A list's elements by what the server merges them by; fewer than there are if it does not, or they repeat. */
	private static Map<Element, JsonNode> elements(JsonNode list, FieldPath path, ManagedFields fields) {
		Map<Element, JsonNode> elements = new LinkedHashMap<>();
		ListForm form = fields.form(path).orElse(ListForm.ATOMIC);
		List<String> keys = fields.keys(path);
		for (JsonNode element : list) {
			if (form == ListForm.SET) {
				elements.put(new FieldPath.Value(element), element);
			} else if (form == ListForm.BY_KEYS && keys.stream().anyMatch(element::has)) {
				Map<String, JsonNode> values = new LinkedHashMap<>();
				keys.stream().filter(element::has).forEach(key -> values.put(key, element.get(key)));
				elements.put(new FieldPath.Item(values), element);
			}
		}
		return elements;
	}

	/** Makes the change in a tree; maps and list elements on the way to it are made where they are missing. */
	void in(ObjectNode object) {
		JsonNode node = object;
		List<Element> elements = path.elements();
		for (int i = 0; i < elements.size() - 1 && !node.isMissingNode(); i++) {
			node = below(node, elements.get(i), elements.get(i + 1));
		}
		put(node, elements.getLast());
	}

	private JsonNode below(JsonNode node, Element element, Element next) {
		boolean list = !(next instanceof FieldPath.Key);
		if (element instanceof FieldPath.Key key && node instanceof ObjectNode map) {
			JsonNode there = map.path(key.name());
			if (value.isEmpty() || list ? there.isArray() || there.isObject() : there.isObject()) {
				return there;
			}
			return value.isEmpty()
					? there
					: map.set(key.name(), list ? map.arrayNode() : map.objectNode()).get(key.name());
		}
		int index = FieldPath.indexOf(node, element);
		if (index < 0 && value.isPresent() && node instanceof ArrayNode array
				&& element instanceof FieldPath.Item item) {
			ObjectNode made = array.addObject();
			item.keys().forEach(made::set);
			return made;
		}
		return node.path(index);
	}

	private void put(JsonNode node, Element element) {
		if (element instanceof FieldPath.Key key && node instanceof ObjectNode map) {
			value.ifPresentOrElse(v -> map.set(key.name(), v.deepCopy()), () -> map.remove(key.name()));
		} else if (node instanceof ArrayNode array) {
			int index = FieldPath.indexOf(array, element);
			if (index >= 0) {
				value.ifPresentOrElse(v -> array.set(index, v.deepCopy()), () -> array.remove(index));
			} else {
				value.ifPresent(v -> array.add(v.deepCopy()));
			}
		}
	}
}
