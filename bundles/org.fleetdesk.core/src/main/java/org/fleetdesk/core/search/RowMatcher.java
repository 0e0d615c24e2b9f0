package org.fleetdesk.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.search.Match.Field;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * Looks for words in the rows of one list: all must be found, each in any field. Ranks without making garbage; what exactly
 * was found is looked up anew for the few rows that are shown. Immutable.
 */
final class RowMatcher {
	/** No rank: not found. */
	static final int NONE = -1;

	private static final Rank[] RANKS = Rank.values();
	private static final int PLACE = Rank.PLACE.ordinal();
	private static final Map<String, Field> FIELDS = Map.ofEntries(Map.entry("Image", Field.IMAGE),
			Map.entry("Images", Field.IMAGE), Map.entry("IP", Field.ADDRESS), Map.entry("IPs", Field.ADDRESS),
			Map.entry("Cluster-IP", Field.ADDRESS), Map.entry("External-IP", Field.ADDRESS),
			Map.entry("Internal-IP", Field.ADDRESS), Map.entry("Address", Field.ADDRESS),
			Map.entry("Hosts", Field.ADDRESS), Map.entry("Hostnames", Field.ADDRESS),
			Map.entry("Endpoints", Field.ADDRESS), Map.entry("Node", Field.NODE),
			Map.entry("Nominated Node", Field.NODE));

	private final SearchedList list;
	private final Word[] words;
	private final boolean[] kind; // for each word, whether it names the kind
	private final boolean[] cluster;
	private final Word @Nullable [][] labels; // for each word, key and value of "key=value"
	private final Word @Nullable [][] paths; // for each word, the parts of "namespace/name"
	private final boolean[] pathKind; // for each word, whether the first part names the kind
	private final int[] cells;
	private final Field[] fields;
	private final boolean hidden;

	RowMatcher(SearchedList list, List<Column> columns, List<Word> sought) {
		this.list = list;
		words = sought.toArray(Word[]::new);
		kind = new boolean[words.length];
		cluster = new boolean[words.length];
		pathKind = new boolean[words.length];
		labels = new Word[words.length][];
		paths = new Word[words.length][];
		boolean asked = false;
		for (int i = 0; i < words.length; i++) {
			kind[i] = KindWord.names(words[i], list.scope().type());
			cluster[i] = words[i].in(list.cluster().name());
			labels[i] = words[i].split('=');
			paths[i] = words[i].split('/');
			pathKind[i] = paths[i] != null && KindWord.names(paths[i][0], list.scope().type());
			asked |= kind[i];
		}
		hidden = !asked && list.scope().type().plural().equals("events");
		List<Integer> places = new ArrayList<>();
		List<Field> found = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			Field field = FIELDS.get(columns.get(i).name());
			if (field != null) {
				places.add(i);
				found.add(field);
			}
		}
		cells = places.stream().mapToInt(Integer::intValue).toArray();
		fields = found.toArray(Field[]::new);
	}

	/** Whether no row is looked at: events bear their objects' names and would bury them, so they are found only as such. */
	boolean hidden() {
		return hidden;
	}

	/** The ordinal of a row's rank, or {@link #NONE}: the worst of those words that say more than the place. */
	int rank(Row row) {
		int worst = NONE;
		for (int i = 0; i < words.length; i++) {
			int rank = rank(row, i);
			if (rank == NONE) {
				return NONE;
			}
			if (rank != PLACE && rank > worst) {
				worst = rank;
			}
		}
		return worst == NONE ? PLACE : worst;
	}

	private int rank(Row row, int index) {
		Word word = words[index];
		int name = name(word, row.name());
		if (name != NONE) {
			return name;
		}
		if (kind[index]) {
			return PLACE; // before values: labels repeat the kind's name
		}
		int value = value(row, index);
		if (value != NONE) {
			return value;
		}
		if (cluster[index] || word.in(row.namespace())) {
			return PLACE;
		}
		Word[] path = paths[index];
		return path != null && (pathKind[index] || path[0].is(row.namespace())) ? name(path[1], row.name()) : NONE;
	}

	private static int name(Word word, String name) {
		int at = word.in(name, 0);
		if (at < 0) {
			return NONE;
		}
		if (at == 0) {
			return (word.is(name) ? Rank.EXACT_NAME : Rank.NAME_PREFIX).ordinal();
		}
		for (; at > 0; at = word.in(name, at + 1)) {
			if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
				return Rank.NAME_WORD.ordinal();
			}
		}
		return Rank.NAME.ordinal();
	}

	private int value(Row row, int index) {
		Word word = words[index];
		Word[] pair = labels[index];
		int best = NONE;
		for (int i = 0; i < row.labels(); i++) {
			best = better(best, label(row, i, word, pair));
		}
		best = better(best, text(word, row.owner()));
		for (int cell : cells) {
			if (row.cell(cell) instanceof String text) {
				best = better(best, text(word, text));
			}
		}
		return best;
	}

	private static int label(Row row, int i, Word word, Word @Nullable [] pair) {
		if (pair != null) {
			return pair[0].is(row.labelKey(i)) && pair[1].begins(row.labelValue(i))
					? text(pair[1], row.labelValue(i))
					: NONE;
		}
		int value = text(word, row.labelValue(i));
		return value != NONE || !word.in(row.labelKey(i)) ? value : Rank.LABEL_KEY.ordinal();
	}

	private static int text(Word word, String text) {
		int at = word.in(text, 0);
		return at < 0 ? NONE : (at == 0 && word.is(text) ? Rank.EXACT_VALUE : Rank.VALUE).ordinal();
	}

	private static int better(int a, int b) {
		return a == NONE ? b : b == NONE ? a : Math.min(a, b);
	}

	/** Where the words were found in a row that has a rank, each place once. */
	List<Match> matches(Row row) {
		List<Match> all = new ArrayList<>();
		for (int i = 0; i < words.length; i++) {
			Match match = match(row, i);
			if (!all.contains(match)) {
				all.add(match);
			}
		}
		return all;
	}

	private Match match(Row row, int index) {
		Word word = words[index];
		int rank = rank(row, index);
		if (rank <= Rank.NAME.ordinal()) {
			return new Match(Field.NAME, row.name());
		}
		if (rank == PLACE) {
			return kind[index]
					? new Match(Field.KIND, list.scope().type().kind())
					: cluster[index]
							? new Match(Field.CLUSTER, list.cluster().name())
							: new Match(Field.NAMESPACE, row.namespace());
		}
		for (int i = 0; i < row.labels(); i++) {
			if (label(row, i, word, labels[index]) == rank) {
				return new Match(Field.LABEL, row.labelKey(i) + "=" + row.labelValue(i));
			}
		}
		for (int i = 0; i < cells.length; i++) {
			if (row.cell(cells[i]) instanceof String text && text(word, text) == rank) {
				return new Match(fields[i], text);
			}
		}
		return new Match(Field.OWNER, row.owner());
	}

	/** The rank of an ordinal. */
	static Rank rank(int ordinal) {
		return RANKS[ordinal];
	}
}
