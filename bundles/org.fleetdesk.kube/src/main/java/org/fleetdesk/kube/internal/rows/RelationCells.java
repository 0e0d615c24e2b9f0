package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.fleetdesk.kube.internal.rows.Words.Word;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Tuples;
import org.jspecify.annotations.Nullable;

/** The words whose cells programs read back: which other objects an object speaks of. */
final class RelationCells {

	private static final int MOST_VALUES = 12;
	private static final String LABELS = "matchLabels";
	private static final String EXPRESSIONS = "matchExpressions";

	private RelationCells() {
	}

	static void words(Map<String, Word> words) {
		words.put("tuples", (cell, in, argument) -> tuples(cell, in));
		words.put("selection", (cell, in, argument) -> new Selection(path(cell), in));
	}

	private static void string(RowPlan.Cell cell) {
		if (!cell.column().type().equals("string")) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), cell.column().type()));
		}
	}

	private static String path(RowPlan.Cell cell) {
		string(cell);
		String path = Inputs.one(cell.paths(), cell.reduce());
		if (Path.parse(path).steps().stream().anyMatch(step -> !(step instanceof Path.Step.Field))) {
			throw new IllegalArgumentException(text("plan.path.bad", path)); // labels of several would become one selector
		}
		return path;
	}

	/** The values at all paths for each element of the list that these have in common. */
	private static Reducer tuples(RowPlan.Cell cell, Inputs in) {
		string(cell);
		Slot[] slots = Inputs.some(cell.paths(), 1, MOST_VALUES, cell.reduce()).stream().map(in::text)
				.toArray(Slot[]::new);
		StringBuilder all = new StringBuilder();
		List<String> values = new ArrayList<>();
		return () -> {
			all.setLength(0);
			for (int i = 0; i < slots[0].count(); i++) {
				if (!slots[0].text(i).isEmpty()) {
					values.clear();
					for (Slot slot : slots) {
						values.add(slot.text(slot.count() == 1 ? 0 : i)); // one beside a list holds for all of it
					}
					Tuples.add(all, values);
				}
			}
			return all.isEmpty() ? null : in.pool().share(all.toString());
		};
	}

	/** A label selector, or a plain map of labels. */
	private static final class Selection implements Reducer {
		private final StringPool pool;
		private final Slot there;
		private final Slot plainKeys;
		private final Slot plainValues;
		private final Slot keys;
		private final Slot values;
		private final Slot expressionKeys;
		private final Slot operators;
		private final Slot counts;
		private final Slot expressionValues;

		Selection(String path, Inputs in) {
			String each = path + '.' + EXPRESSIONS + "[*]";
			pool = in.pool();
			there = in.flag(path);
			plainKeys = in.keys(path + ".*");
			plainValues = in.text(path + ".*");
			keys = in.keys(path + '.' + LABELS + ".*");
			values = in.text(path + '.' + LABELS + ".*");
			expressionKeys = in.text(each + ".key");
			operators = in.text(each + ".operator");
			counts = in.elements(each + ".values[*]");
			expressionValues = in.text(each + ".values[*]");
		}

		@Override
		public @Nullable Object cell() {
			List<String> all = new ArrayList<>();
			labels(plainKeys, plainValues, all);
			labels(keys, values, all);
			int from = 0;
			for (int i = 0; i < expressionKeys.count(); i++) {
				int to = from + (int) counts.or0(i);
				List<String> requirement = new ArrayList<>(List.of(expressionKeys.text(i), operators.text(i)));
				for (int j = from; j < to; j++) {
					requirement.add(expressionValues.text(j));
				}
				add(requirement, all);
				from = to;
			}
			Collections.sort(all);
			return there.count() == 0 && plainKeys.count() == 0 ? null : pool.share(String.join("", all));
		}

		private static void labels(Slot keys, Slot values, List<String> all) {
			for (int i = 0; i < keys.count(); i++) {
				if (!keys.text(i).equals(LABELS) && !keys.text(i).equals(EXPRESSIONS)) {
					add(List.of(keys.text(i), "In", values.text(i)), all);
				}
			}
		}

		private static void add(List<String> requirement, List<String> all) {
			if (!requirement.getFirst().isEmpty()) {
				StringBuilder text = new StringBuilder();
				Tuples.add(text, requirement);
				all.add(text.toString());
			}
		}
	}
}
