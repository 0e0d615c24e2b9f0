package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.fleetdesk.kube.internal.rows.Path.Step;
import org.fleetdesk.kube.read.TreePath.Place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Follows a path through a tree to whole subtrees, which cells are not made of. */
public final class Places {

	private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]{}*'\\s=]+");

	private final List<Step> steps;

	/** A path; an IllegalArgumentException says in half a sentence what is wrong with it. */
	public Places(String path) {
		steps = Path.parse(path).steps();
	}

	/** Whether what stands at these names can be at the path, above it or below. */
	public boolean meet(List<String> names) {
		for (int i = 0; i < Math.min(steps.size(), names.size()); i++) {
			boolean same = switch (steps.get(i)) {
				case Step.Field field -> field.name().equals(names.get(i));
				case Step.Any any -> Filter.pattern(any.globs()).matcher(names.get(i)).matches();
				case Step.Each each -> false;
				case Step.Where where -> false;
			};
			if (!same) {
				return false;
			}
		}
		return true;
	}

	/** What stands there. */
	public List<Place> in(JsonNode tree) {
		List<Place> here = List.of(new Place("", "", tree));
		for (Step step : steps) {
			List<Place> below = new ArrayList<>();
			here.forEach(place -> go(step, place, below::add));
			here = below;
		}
		return List.copyOf(here);
	}

	/** Takes out what stands there, and maps and lists that have nothing else; whether nothing is left of the tree. */
	public boolean remove(JsonNode tree) {
		return remove(new Place("", "", tree), steps);
	}

	private static boolean remove(Place from, List<Step> way) {
		List<Place> gone = new ArrayList<>();
		go(way.getFirst(), from, gone::add);
		if (way.size() > 1) {
			gone.removeIf(place -> !remove(place, way.subList(1, way.size())) || from.node().isArray());
		}
		if (from.node() instanceof ObjectNode map) {
			gone.forEach(place -> map.remove(place.key()));
		} else if (from.node() instanceof ArrayNode list) {
			List<JsonNode> kept = new ArrayList<>();
			list.forEach(element -> {
				if (gone.stream().noneMatch(place -> place.node() == element)) {
					kept.add(element);
				}
			});
			list.removeAll().addAll(kept);
		}
		return !gone.isEmpty() && from.node().isEmpty();
	}

	private static void go(Step step, Place from, Consumer<Place> to) {
		switch (step) {
			case Step.Field field -> entry(from, field.name(), to);
			case Step.Each each -> elements(from, to);
			case Step.Where where -> elements(from, place -> {
				if (Filter.like(place.node().path(where.field()).asText(), where.value())) {
					to.accept(place);
				}
			});
			case Step.Any any -> {
				Pattern keys = Filter.pattern(any.globs());
				from.node().fieldNames().forEachRemaining(name -> {
					if (keys.matcher(name).matches()) {
						entry(from, name, to);
					}
				});
			}
		}
	}

	private static void entry(Place from, String name, Consumer<Place> to) {
		JsonNode node = from.node().path(name);
		if (from.node().isObject() && !node.isMissingNode() && !node.isNull()) {
			String step = PLAIN.matcher(name).matches()
					? (from.path().isEmpty() ? "" : ".") + name
					: "['" + name + "']";
			to.accept(new Place(from.path() + step, name, node));
		}
	}

	private static void elements(Place from, Consumer<Place> to) {
		for (int i = 0; from.node().isArray() && i < from.node().size(); i++) {
			if (!from.node().get(i).isNull()) {
				to.accept(new Place(from.path() + "[" + i + "]", "", from.node().get(i)));
			}
		}
	}
}
