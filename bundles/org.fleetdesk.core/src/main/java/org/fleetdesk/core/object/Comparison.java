package org.fleetdesk.core.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.object.FieldPath.Item;
import org.fleetdesk.core.object.FieldPath.Key;

/** Walks two trees side by side and collects where they differ. */
final class Comparison {
	private final List<Difference> found = new ArrayList<>();

	/** The differences of two trees, either of which may be missing. */
	List<Difference> compare(JsonNode before, JsonNode after) {
		boolean gone = after.isMissingNode() || after.isNull();
		if (before.isMissingNode() || before.isNull()) {
			if (!gone) {
				found.add(Difference.added(FieldPath.ROOT, after));
			}
		} else if (gone) {
			found.add(Difference.removed(FieldPath.ROOT, before));
		} else {
			compare(FieldPath.ROOT, before, after);
		}
		return found;
	}

	private void compare(FieldPath path, JsonNode before, JsonNode after) {
		if (before instanceof ObjectNode && after instanceof ObjectNode) {
			fields(path, before, after);
		} else if (before instanceof ArrayNode && after instanceof ArrayNode) {
			if (!before.equals(after)) {
				String name = path.last().filter(Key.class::isInstance).map(e -> ((Key) e).name()).orElse("");
				ListKeys.of(name, before, after).ifPresentOrElse(keys -> items(path, before, after, keys),
						() -> elements(path, before, after));
			}
		} else if (!FieldPath.same(before, after)) {
			found.add(Difference.changed(path, before, after));
		}
	}

	private void fields(FieldPath path, JsonNode before, JsonNode after) {
		Set<String> names = new LinkedHashSet<>();
		before.fieldNames().forEachRemaining(names::add);
		after.fieldNames().forEachRemaining(names::add);
		for (String name : names) {
			JsonNode old = before.path(name);
			JsonNode now = after.path(name);
			if (old.isMissingNode()) {
				found.add(Difference.added(path.with(name), now));
			} else if (now.isMissingNode()) {
				found.add(Difference.removed(path.with(name), old));
			} else {
				compare(path.with(name), old, now);
			}
		}
	}

	private void items(FieldPath path, JsonNode before, JsonNode after, ListKeys.Keyed keys) {
		Map<Item, Integer> places = new HashMap<>();
		for (int i = 0; i < after.size(); i++) {
			places.put(keys.after().get(i), i);
		}
		Set<Item> old = new LinkedHashSet<>(keys.before());
		List<Item> kept = keys.before().stream().filter(places::containsKey).toList();
		if (!kept.equals(keys.after().stream().filter(old::contains).toList())) {
			found.add(Difference.changed(path, before, after));
		}
		for (int i = 0; i < before.size(); i++) {
			Item item = keys.before().get(i);
			Integer place = places.get(item);
			if (place == null) {
				found.add(Difference.removed(path.with(item), before.get(i)));
			} else {
				compare(path.with(item), before.get(i), after.get(place));
			}
		}
		for (int i = 0; i < after.size(); i++) {
			if (!old.contains(keys.after().get(i))) {
				found.add(Difference.added(path.with(keys.after().get(i)), after.get(i)));
			}
		}
	}

	/** Elements without keys: what stands between equal ones is compared in pairs. */
	private void elements(FieldPath path, JsonNode before, JsonNode after) {
		int[] partners = Alignment.partners(list(before), list(after));
		int a = 0;
		int b = 0;
		while (a < before.size() || b < after.size()) {
			int aEnd = a;
			while (aEnd < before.size() && partners[aEnd] < 0) {
				aEnd++;
			}
			int bEnd = aEnd < before.size() ? partners[aEnd] : after.size();
			for (; a < aEnd && b < bEnd; a++, b++) {
				compare(path.with(b), before.get(a), after.get(b));
			}
			for (; a < aEnd; a++) {
				found.add(Difference.removed(path.with(a), before.get(a)));
			}
			for (; b < bEnd; b++) {
				found.add(Difference.added(path.with(b), after.get(b)));
			}
			a++;
			b++;
		}
	}

	private static List<JsonNode> list(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false).toList();
	}

	/** The second tree with the fields of its maps in the order of the first, which means the same to a server. */
	static JsonNode inOrderOf(JsonNode first, JsonNode second) {
		if (first instanceof ObjectNode && second instanceof ObjectNode map) {
			ObjectNode ordered = map.objectNode();
			first.fieldNames().forEachRemaining(name -> Optional.ofNullable(map.get(name))
					.ifPresent(value -> ordered.set(name, inOrderOf(first.get(name), value))));
			map.properties().forEach(field -> ordered.putIfAbsent(field.getKey(), field.getValue()));
			return ordered;
		}
		if (first instanceof ArrayNode && second instanceof ArrayNode list) {
			Optional<ListKeys.Keyed> keys = ListKeys.of("", first, second);
			ArrayNode ordered = list.arrayNode(list.size());
			for (int i = 0; i < list.size(); i++) {
				int index = i;
				int partner = keys.map(k -> k.before().indexOf(k.after().get(index))).orElse(index);
				ordered.add(inOrderOf(first.path(partner), list.get(i)));
			}
			return ordered;
		}
		return second;
	}
}
