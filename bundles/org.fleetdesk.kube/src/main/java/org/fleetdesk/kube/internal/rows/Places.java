package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.fleetdesk.kube.internal.rows.Path.Step;
import org.fleetdesk.kube.read.TreePath.Place;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows a path through a tree to whole subtrees, which cells are not made of. */
public final class Places {

	private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]{}*'\\s=]+");

	private final List<Step> steps;

	/** A path; an IllegalArgumentException says in half a sentence what is wrong with it. */
	public Places(String path) {
		steps = Path.parse(path).steps();
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

	private static void go(Step step, Place from, Consumer<Place> to) {
		switch (step) {
			case Step.Field field -> entry(from, field.name(), to);
			case Step.Each each -> elements(from, to);
			case Step.Where where -> elements(from, place -> {
				if (place.node().path(where.field()).asText().equals(where.value())) {
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
