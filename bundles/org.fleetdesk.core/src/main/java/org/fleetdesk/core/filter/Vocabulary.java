package org.fleetdesk.core.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** What a list's lines say, so that it can be proposed: headings, and the values under them with how often they stand there. Immutable. */
public final class Vocabulary {
	/** Knows nothing. */
	public static final Vocabulary EMPTY = new Collector(List.of()).done();

	private static final int MOST = 1_000;

	/**
	 * A value and how many lines have it.
	 *
	 * @param text the value
	 * @param lines how many lines have it
	 */
	public record Counted(String text, int lines) {
	}

	private final List<Heading> headings;
	private final Map<String, List<Counted>> values; // by key or plain heading
	private final Map<String, List<Counted>> labels; // by label key
	private final List<Heading> compared;

	private Vocabulary(List<Heading> headings, Map<String, List<Counted>> values, Map<String, List<Counted>> labels,
			List<Heading> compared) {
		this.headings = headings;
		this.values = values;
		this.labels = labels;
		this.compared = compared;
	}

	/** The headings. */
	public List<Heading> headings() {
		return headings;
	}

	/** The headings whose cells are greater or less: numbers, quantities and moments. */
	List<Heading> compared() {
		return compared;
	}

	/** The values that a key or heading has, the most frequent first. */
	List<Counted> values(String key, boolean column) {
		Optional<Key> known = column ? Optional.empty() : Key.of(key);
		if (known.isEmpty()) {
			return values.getOrDefault(Heading.plain(key), List.of());
		}
		List<Integer> columns = known.get().columns(headings);
		return columns.isEmpty()
				? values.getOrDefault(known.get().word(), List.of())
				: columns.stream().map(i -> Heading.plain(headings.get(i).name())).distinct()
						.flatMap(name -> values.getOrDefault(name, List.of()).stream()).toList();
	}

	/** The values of every label's key. */
	Map<String, List<Counted>> labels() {
		return labels;
	}

	/** Gathers a vocabulary from lines. Used by one thread, not the one that paints: it takes as long as a filter. */
	public static final class Collector {
		private final List<Heading> headings;
		private final List<Map<String, int[]>> cells = new ArrayList<>();
		private final boolean[] texts;
		private final Map<String, int[]> namespaces = new HashMap<>();
		private final Map<String, int[]> clusters = new HashMap<>();
		private final Map<String, int[]> owners = new HashMap<>();
		private final Map<String, int[]> kinds = new HashMap<>();
		private final Map<String, int[]> healths = new HashMap<>();
		private final Map<String, Map<String, int[]>> labels = new TreeMap<>();

		/** A collector of what stands under headings. */
		public Collector(List<Heading> headings) {
			this.headings = List.copyOf(headings);
			this.texts = new boolean[headings.size()];
			headings.forEach(heading -> cells.add(new HashMap<>()));
		}

		/** Takes a line in. */
		public void add(Subject subject) {
			Row row = subject.row();
			count(namespaces, row.namespace());
			count(clusters, subject.cluster());
			count(owners, row.owner());
			count(kinds, subject.type().kind());
			count(healths, subject.health());
			for (int i = 0; i < row.labels(); i++) {
				if (labels.size() < MOST || labels.containsKey(row.labelKey(i))) {
					count(labels.computeIfAbsent(row.labelKey(i), key -> new HashMap<>()), row.labelValue(i));
				}
			}
			for (int i = 0; i < headings.size(); i++) {
				if (!headings.get(i).age()) {
					cell(i, subject.cell(i));
				}
			}
		}

		private void cell(int heading, @Nullable Object cell) {
			if (cell instanceof String text) {
				texts[heading] |= !TextTest.nothing(text) && (text.indexOf('/') >= 0
						|| Double.isNaN(Amount.quantity(text)));
				count(cells.get(heading), text);
			}
		}

		private static void count(Map<String, int[]> counts, String text) {
			int[] count = counts.get(text);
			if (count != null) {
				count[0]++;
			} else if (counts.size() < MOST && !text.isEmpty()) {
				counts.put(text, new int[]{1});
			}
		}

		/** What was gathered. */
		public Vocabulary done() {
			Map<String, List<Counted>> values = new HashMap<>();
			List<Heading> compared = new ArrayList<>();
			for (int i = 0; i < headings.size(); i++) {
				Heading heading = headings.get(i);
				values.put(Heading.plain(heading.name()), sorted(cells.get(i)));
				boolean numbers = heading.type().equals("integer") || heading.type().equals("number");
				boolean amounts = !cells.get(i).isEmpty() && !texts[i];
				if (heading.age() || heading.moment() || numbers || amounts) {
					compared.add(heading);
				}
			}
			values.put(Key.NAMESPACE.word(), sorted(namespaces));
			values.put(Key.CLUSTER.word(), sorted(clusters));
			values.put(Key.OWNER.word(), sorted(owners));
			values.put(Key.KIND.word(), sorted(kinds));
			values.put(Key.HEALTH.word(), sorted(healths));
			Map<String, List<Counted>> sorted = new TreeMap<>();
			labels.forEach((key, counts) -> sorted.put(key, sorted(counts)));
			return new Vocabulary(headings, values, Collections.unmodifiableMap(sorted), List.copyOf(compared));
		}

		private static List<Counted> sorted(Map<String, int[]> counts) {
			return counts.entrySet().stream().map(e -> new Counted(e.getKey(), e.getValue()[0]))
					.sorted((a, b) -> a.lines() != b.lines()
							? Integer.compare(b.lines(), a.lines())
							: a.text().toLowerCase(Locale.ROOT).compareTo(b.text().toLowerCase(Locale.ROOT)))
					.toList();
		}
	}
}
