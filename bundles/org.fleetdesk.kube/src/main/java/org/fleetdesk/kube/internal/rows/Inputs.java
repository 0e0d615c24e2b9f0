package org.fleetdesk.kube.internal.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.fleetdesk.kube.internal.rows.Path.Step;
import org.fleetdesk.kube.internal.rows.Slot.Type;
import org.fleetdesk.kube.internal.text.Texts;
import org.jspecify.annotations.Nullable;

/** Makes the slots that reducers ask for, one for each path and form, and the tree of places that fills them. For one thread. */
final class Inputs {

	private record Wanted(Path path, Type type, boolean keys) {
	}

	private record Place(List<Step> way, Node node) {
	}

	private final StringPool pool;
	private final Node root = new Node();
	private final Map<Wanted, Slot> slots = new HashMap<>();
	private final Map<Place, Filter> filters = new HashMap<>();
	private final Map<Class<?>, Object> parts = new HashMap<>();
	private int object;

	Inputs(StringPool pool) {
		this.pool = pool;
	}

	/** Shares what repeats. */
	StringPool pool() {
		return pool;
	}

	/** The place of the whole object. */
	Node root() {
		return root;
	}

	/** All slots. */
	Slot[] slots() {
		return slots.values().toArray(Slot[]::new);
	}

	/** What several reducers of one plan share, made once. */
	<T> T part(Class<T> type, Function<Inputs, T> maker) {
		Object known = parts.get(type);
		if (known == null) {
			known = maker.apply(this);
			parts.put(type, known);
		}
		return type.cast(known);
	}

	/** The next object begins. */
	void next() {
		object++;
	}

	/** Which object it is: another number for each. */
	int object() {
		return object;
	}

	/** The values at a path; an IllegalArgumentException says in half a sentence what is wrong with it. */
	Slot slot(String path, Type type) {
		return slot(new Wanted(Path.parse(path), type, false));
	}

	/** Shared text. */
	Slot text(String path) {
		return slot(path, Type.TEXT);
	}

	/** Whole numbers, and booleans as 0 and 1. */
	Slot number(String path) {
		return slot(path, Type.NUMBER);
	}

	/** Times. */
	Slot time(String path) {
		return slot(path, Type.TIME);
	}

	/** How often something is there. */
	Slot count(String path) {
		return slot(path, Type.PRESENCE);
	}

	/** For each element of the list on the way, whether something is there. */
	Slot flag(String path) {
		return slot(path, Type.FLAG);
	}

	/** For each element of the list on the way, how many elements the list at its end has; the path ends in "[*]". */
	Slot elements(String path) {
		return slot(path, Type.ELEMENTS);
	}

	/** The keys of the entries of a map; the path ends in "*". */
	Slot keys(String path) {
		return slot(new Wanted(Path.parse(path), Type.TEXT, true));
	}

	private Slot slot(Wanted wanted) {
		Slot known = slots.get(wanted);
		if (known == null && wanted.type() == Type.TEXT) {
			known = slots.get(new Wanted(wanted.path(), Type.OWN_TEXT, wanted.keys()));
		}
		return known == null ? make(wanted) : known;
	}

	private Slot make(Wanted wanted) {
		Slot slot = new Slot(wanted.type(), pool);
		slots.put(wanted, slot);
		List<Step> steps = wanted.path().steps();
		Node node = root;
		Node element = null;
		Node around = null;
		for (int i = 0; i < steps.size(); i++) {
			Step step = steps.get(i);
			node = switch (step) {
				case Step.Field field -> node.makeField(field.name());
				case Step.Any any -> node.makeAny();
				default -> node.makeEach();
			};
			if (!(step instanceof Step.Field)) {
				around = element;
				element = node;
				Filter filter = filter(steps.subList(0, i + 1), node);
				if (filter != null) {
					filter.add(slot);
				}
			}
		}
		attach(slot, wanted, node, wanted.type() == Type.ELEMENTS ? around : element);
		return slot;
	}

	private static void attach(Slot slot, Wanted wanted, Node node, @Nullable Node element) {
		if (wanted.keys()) {
			node.addKey(slot);
		} else if (wanted.type() == Type.ELEMENTS || wanted.type() == Type.PRESENCE && node == element) {
			node.addCounting(slot);
		} else {
			node.addValue(slot);
		}
		if (element != null && wanted.type() != Type.PRESENCE) {
			element.align(slot);
		}
	}

	/** What decides about the elements at the end of a way; null if all count. */
	private @Nullable Filter filter(List<Step> way, Node node) {
		Place place = new Place(List.copyOf(way), node);
		Filter known = filters.get(place);
		if (known != null) {
			return known;
		}
		List<Step> before = new ArrayList<>(way.subList(0, way.size() - 1));
		Filter made;
		switch (way.getLast()) {
			case Step.Where where -> {
				before.add(new Step.Each());
				before.add(new Step.Field(where.field()));
				made = Filter.like(slot(new Wanted(new Path(unfiltered(before)), Type.TEXT, false)), where.value());
			}
			case Step.Any any when !any.globs().equals("*") -> {
				before.add(new Step.Any("*"));
				made = Filter.globs(slot(new Wanted(new Path(unfiltered(before)), Type.TEXT, true)), any.globs());
			}
			default -> {
				return null;
			}
		}
		filters.put(place, made);
		node.addFilter(made);
		return made;
	}

	/** The same way through all elements: what is tested is known of each. */
	private static List<Step> unfiltered(List<Step> way) {
		return way.stream().map(step -> switch (step) {
			case Step.Where where -> new Step.Each();
			case Step.Any any -> new Step.Any("*");
			default -> step;
		}).toList();
	}

	/** The only path of a cell. */
	static String one(List<String> paths, String word) {
		return some(paths, 1, 1, word).getFirst();
	}

	/** The paths of a cell, if they are as many as its reducer needs. */
	static List<String> some(List<String> paths, int least, int most, String word) {
		if (paths.size() < least || paths.size() > most) {
			throw new IllegalArgumentException(Texts.text("plan.paths.number", word, paths.size()));
		}
		return paths;
	}
}
