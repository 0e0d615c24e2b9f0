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

import org.fleetdesk.core.object.Difference.Kind;
import org.fleetdesk.core.object.FieldPath.Item;
import org.fleetdesk.core.object.FieldPath.Key;

/** Walks two trees side by side and collects where they differ. */
final class Comparison {
	private final List<Difference> found = new ArrayList<>();

	/** Where a field stands in both. */
	private record Place(FieldPath before, FieldPath after) {
		static final Place ROOT = new Place(FieldPath.ROOT, FieldPath.ROOT);

		Place with(String name) {
			return new Place(before.with(name), after.with(name));
		}

		Place with(Item item) {
			return new Place(before.with(item), after.with(item));
		}

		Place with(int old, int now) {
			return new Place(before.with(old), after.with(now));
		}
	}

	/** The differences of two trees, either of which may be missing. */
	List<Difference> compare(JsonNode before, JsonNode after) {
		boolean gone = after.isMissingNode() || after.isNull();
		if (before.isMissingNode() || before.isNull()) {
			if (!gone) {
				added(Place.ROOT, after);
			}
		} else if (gone) {
			removed(Place.ROOT, before);
		} else {
			compare(Place.ROOT, before, after);
		}
		return found;
	}

	private void compare(Place place, JsonNode before, JsonNode after) {
		if (before instanceof ObjectNode && after instanceof ObjectNode) {
			fields(place, before, after);
		} else if (before instanceof ArrayNode && after instanceof ArrayNode) {
			if (!before.equals(after)) {
				String name = place.after.last().filter(Key.class::isInstance).map(e -> ((Key) e).name()).orElse("");
				ListKeys.of(name, before, after).ifPresentOrElse(keys -> items(place, before, after, keys),
						() -> elements(place, before, after));
			}
		} else if (!FieldPath.same(before, after)) {
			changed(place, before, after);
		}
	}

	private void fields(Place place, JsonNode before, JsonNode after) {
		Set<String> names = new LinkedHashSet<>();
		before.fieldNames().forEachRemaining(names::add);
		after.fieldNames().forEachRemaining(names::add);
		for (String name : names) {
			JsonNode old = before.path(name);
			JsonNode now = after.path(name);
			if (old.isMissingNode()) {
				added(place.with(name), now);
			} else if (now.isMissingNode()) {
				removed(place.with(name), old);
			} else {
				compare(place.with(name), old, now);
			}
		}
	}

	private void items(Place place, JsonNode before, JsonNode after, ListKeys.Keyed keys) {
		Map<Item, Integer> places = new HashMap<>();
		for (int i = 0; i < after.size(); i++) {
			places.put(keys.after().get(i), i);
		}
		Set<Item> old = new LinkedHashSet<>(keys.before());
		List<Item> kept = keys.before().stream().filter(places::containsKey).toList();
		if (!kept.equals(keys.after().stream().filter(old::contains).toList())) {
			changed(place, before, after);
		}
		for (int i = 0; i < before.size(); i++) {
			Item item = keys.before().get(i);
			Integer index = places.get(item);
			if (index == null) {
				removed(place.with(item), before.get(i));
			} else {
				compare(place.with(item), before.get(i), after.get(index));
			}
		}
		for (int i = 0; i < after.size(); i++) {
			if (!old.contains(keys.after().get(i))) {
				added(place.with(keys.after().get(i)), after.get(i));
			}
		}
	}

	/** Elements without keys: what stands between equal ones is compared in pairs. */
	private void elements(Place place, JsonNode before, JsonNode after) {
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
				compare(place.with(a, b), before.get(a), after.get(b));
			}
			for (; a < aEnd; a++) {
				removed(place.with(a, b), before.get(a));
			}
			for (; b < bEnd; b++) {
				added(place.with(a, b), after.get(b));
			}
			a++;
			b++;
		}
	}

	private void added(Place place, JsonNode value) {
		found.add(new Difference(place.before, place.after, Kind.ADDED, Optional.empty(), Optional.of(value)));
	}

	private void removed(Place place, JsonNode value) {
		found.add(new Difference(place.before, place.after, Kind.REMOVED, Optional.of(value), Optional.empty()));
	}

	private void changed(Place place, JsonNode old, JsonNode now) {
		found.add(new Difference(place.before, place.after, Kind.CHANGED, Optional.of(old), Optional.of(now)));
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

	/** A list with the items that another has too in the order of that. */
	static JsonNode sorted(JsonNode list, JsonNode like) {
		return ListKeys.of("", list, like).<JsonNode>map(keys -> {
			List<Item> order = keys.after().stream().filter(keys.before()::contains).toList();
			ArrayNode result = ((ArrayNode) list).arrayNode(list.size());
			int next = 0;
			for (int i = 0; i < list.size(); i++) {
				boolean shared = keys.after().contains(keys.before().get(i));
				result.add(shared ? list.get(keys.before().indexOf(order.get(next++))) : list.get(i));
			}
			return result;
		}).orElse(list);
	}
}
