package org.fleetdesk.kube.internal.rows;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A label selector as kubectl writes it, by key: "app=web,!legacy,tier in (a,b)". */
final class Selector implements Reducer {

	private final StringPool pool;
	private final Slot keys;
	private final Slot values;
	private final Slot expressionKeys;
	private final Slot operators;
	private final Slot counts;
	private final Slot expressionValues;
	private final Joiner joiner = new Joiner(",", false);

	Selector(String path, Inputs in) {
		String each = path + ".matchExpressions[*]";
		this.pool = in.pool();
		this.keys = in.keys(path + ".matchLabels.*");
		this.values = in.text(path + ".matchLabels.*");
		this.expressionKeys = in.text(each + ".key");
		this.operators = in.text(each + ".operator");
		this.counts = in.elements(each + ".values[*]");
		this.expressionValues = in.text(each + ".values[*]");
	}

	@Override
	public @Nullable Object cell() {
		int labels = keys.count();
		String[] all = new String[2 * (labels + expressionKeys.count())]; // key, clause, key, clause …
		for (int i = 0; i < labels; i++) {
			all[2 * i] = keys.text(i);
			all[2 * i + 1] = keys.text(i) + "=" + values.text(i);
		}
		int from = 0;
		for (int i = 0; i < expressionKeys.count(); i++) {
			int to = from + (int) counts.or0(i);
			all[2 * (labels + i)] = expressionKeys.text(i);
			all[2 * (labels + i) + 1] = clause(expressionKeys.text(i), operators.text(i), from, to);
			from = to;
		}
		Labels.sort(all, all.length);
		for (int i = 1; i < all.length; i += 2) {
			joiner.add(all[i]);
		}
		return joiner.done(pool);
	}

	private String clause(String key, String operator, int from, int to) {
		String[] among = new String[to - from];
		for (int i = from; i < to; i++) {
			among[i - from] = expressionValues.text(i);
		}
		Arrays.sort(among);
		return switch (operator) {
			case "In" -> key + " in (" + String.join(",", among) + ")";
			case "NotIn" -> key + " notin (" + String.join(",", among) + ")";
			case "DoesNotExist" -> "!" + key;
			default -> key;
		};
	}
}
