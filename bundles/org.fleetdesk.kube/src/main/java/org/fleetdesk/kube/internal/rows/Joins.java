package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.fleetdesk.kube.internal.rows.Words.Word;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.text.Age;
import org.jspecify.annotations.Nullable;

/** The words whose cells are texts made of several values. */
final class Joins {

	private static final int SMALL = 33;
	private static final String[] RATIOS = new String[SMALL * SMALL];

	static {
		for (int part = 0; part < SMALL; part++) {
			for (int whole = 0; whole < SMALL; whole++) {
				RATIOS[part * SMALL + whole] = part + "/" + whole;
			}
		}
	}

	private Joins() {
	}

	static void words(Map<String, Word> words) {
		words.put("join", (cell, in, argument) -> join(cell, in, argument.isEmpty() ? "," : argument, false));
		words.put("joinUnique", (cell, in, argument) -> join(cell, in, argument.isEmpty() ? "," : argument, true));
		words.put("ratio", (cell, in, argument) -> ratio(cell, in));
		words.put("pairs", (cell, in, argument) -> pairs(cell, in));
		words.put("selector", (cell, in, argument) -> new Selector(only(cell), in));
		words.put("reference", (cell, in, argument) -> reference(cell, in));
		words.put("zip", (cell, in, argument) -> zip(cell, in));
		words.put("source", (cell, in, argument) -> source(cell, in));
		words.put("duration", (cell, in, argument) -> duration(cell, in));
		words.put("seconds", (cell, in, argument) -> seconds(cell, in));
		words.put("keys", (cell, in, argument) -> keys(cell, in));
		words.put("qualified", Joins::qualified);
	}

	private static String only(RowPlan.Cell cell) {
		string(cell);
		return Inputs.one(cell.paths(), cell.reduce());
	}

	private static void string(RowPlan.Cell cell) {
		if (!cell.column().type().equals("string")) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), cell.column().type()));
		}
	}

	private static Slot[] texts(RowPlan.Cell cell, Inputs in, int least, int most) {
		string(cell);
		return Inputs.some(cell.paths(), least, most, cell.reduce()).stream().map(in::text).toArray(Slot[]::new);
	}

	private static Reducer join(RowPlan.Cell cell, Inputs in, String separator, boolean unique) {
		Slot[] slots = texts(cell, in, 1, Integer.MAX_VALUE);
		Joiner joiner = new Joiner(separator, unique);
		return () -> {
			for (Slot slot : slots) {
				for (int i = 0; i < slot.count(); i++) {
					joiner.add(slot.text(i));
				}
			}
			return joiner.done(in.pool());
		};
	}

	/** The sum at the first path of the sum at the second. */
	private static Reducer ratio(RowPlan.Cell cell, Inputs in) {
		string(cell);
		Slot[] slots = Inputs.some(cell.paths(), 2, 2, cell.reduce()).stream().map(in::number).toArray(Slot[]::new);
		return () -> ratio(sum(slots[0]), sum(slots[1]), in.pool());
	}

	private static long sum(Slot slot) {
		long sum = 0;
		for (int i = 0; i < slot.count(); i++) {
			sum += slot.or0(i);
		}
		return sum;
	}

	/** "1/2", the same instance for small numbers. */
	static String ratio(long part, long whole, StringPool pool) {
		return part >= 0 && part < SMALL && whole >= 0 && whole < SMALL
				? RATIOS[(int) part * SMALL + (int) whole]
				: pool.share(part + "/" + whole);
	}

	/** "key=value,key=value" of a map, by key. */
	private static Reducer pairs(RowPlan.Cell cell, Inputs in) {
		String path = only(cell) + ".*";
		Slot keys = in.keys(path);
		Slot values = in.text(path);
		Joiner joiner = new Joiner(",", false);
		return () -> {
			pairs(joiner, keys, values);
			return joiner.done(in.pool());
		};
	}

	static void pairs(Joiner joiner, Slot keys, Slot values) {
		String[] sorted = new String[2 * keys.count()];
		for (int i = 0; i < keys.count(); i++) {
			sorted[2 * i] = keys.text(i);
			sorted[2 * i + 1] = values.text(i);
		}
		Labels.sort(sorted, sorted.length);
		for (int i = 0; i < sorted.length; i += 2) {
			joiner.add(sorted[i] + "=" + sorted[i + 1]);
		}
	}

	/** The keys of maps with commas between them, of each map in their order. */
	private static Reducer keys(RowPlan.Cell cell, Inputs in) {
		string(cell);
		Slot[] slots = Inputs.some(cell.paths(), 1, Integer.MAX_VALUE, cell.reduce()).stream()
				.map(path -> in.keys(path + ".*")).toArray(Slot[]::new);
		Joiner joiner = new Joiner(",", false);
		return () -> {
			for (Slot slot : slots) {
				String[] sorted = new String[slot.count()];
				for (int i = 0; i < sorted.length; i++) {
					sorted[i] = slot.text(i);
				}
				Arrays.sort(sorted);
				for (String key : sorted) {
					joiner.add(key);
				}
			}
			return joiner.done(in.pool());
		};
	}

	/** "namespace/name" of two paths, a name alone; without either what follows the word. */
	private static Reducer qualified(RowPlan.Cell cell, Inputs in, String otherwise) {
		Slot[] slots = texts(cell, in, 2, 2);
		return () -> {
			String first = slots[0].text();
			String second = slots[1].text();
			if (first.isEmpty() && second.isEmpty()) {
				return otherwise.isEmpty() ? null : otherwise;
			}
			return first.isEmpty() ? second : in.pool().share(first + "/" + second);
		};
	}

	/** "kind/name" as kubectl writes references: the kind in small letters. */
	private static Reducer reference(RowPlan.Cell cell, Inputs in) {
		Slot[] slots = texts(cell, in, 2, 2);
		return () -> {
			String kind = slots[0].text();
			String name = slots[1].text();
			return kind.isEmpty() && name.isEmpty()
					? null
					: in.pool().share(kind.toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : "/" + name));
		};
	}

	/** "a/b, c/d" of two values in each element of a list. */
	private static Reducer zip(RowPlan.Cell cell, Inputs in) {
		Slot[] slots = texts(cell, in, 2, 2);
		Joiner joiner = new Joiner(", ", false);
		return () -> {
			for (int i = 0; i < Math.min(slots[0].count(), slots[1].count()); i++) {
				String first = slots[0].text(i);
				joiner.add(first.isEmpty() ? slots[1].text(i) : first + "/" + slots[1].text(i));
			}
			return joiner.done(in.pool());
		};
	}

	/** "component, host" as kubectl writes the source of an event: the first of two components, of two hosts. */
	private static Reducer source(RowPlan.Cell cell, Inputs in) {
		Slot[] slots = texts(cell, in, 4, 4);
		return () -> {
			String component = slots[0].text().isEmpty() ? slots[1].text() : slots[0].text();
			String host = slots[2].text().isEmpty() ? slots[3].text() : slots[2].text();
			String all = host.isEmpty() ? component : component + ", " + host;
			return all.isEmpty() ? null : in.pool().share(all);
		};
	}

	/** How long it took from the time at the first path to that at the second, as kubectl writes it; nothing before the end. */
	private static Reducer duration(RowPlan.Cell cell, Inputs in) {
		string(cell);
		Slot[] slots = Inputs.some(cell.paths(), 2, 2, cell.reduce()).stream().map(in::time).toArray(Slot[]::new);
		return () -> duration(slots[0].number(), slots[1].number(), in.pool());
	}

	/** So many seconds as kubectl writes a duration. */
	private static Reducer seconds(RowPlan.Cell cell, Inputs in) {
		string(cell);
		Slot seconds = in.number(Inputs.one(cell.paths(), cell.reduce()));
		return () -> seconds.or0(0) == 0 ? null : in.pool().share(Age.text(Duration.ofSeconds(seconds.number())));
	}

	private static @Nullable String duration(long from, long to, StringPool pool) {
		return from == Slot.NONE || to == Slot.NONE ? null : pool.share(Age.text(Duration.ofMillis(to - from)));
	}
}
