package org.fleetdesk.core.live;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.watch.Freshness;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside the rows of a store: when schedules come next, and cells of the same objects in lists of other kinds, as
 * long as these are live. Not safe for threads: its store guards it.
 */
final class Beside {
	/** What tells an object of one kind from others. */
	private record Place(String namespace, String name) {
		private static Place of(Row row) {
			return new Place(row.namespace(), row.name());
		}
	}

	/** The list of another kind, as far as it is known here. */
	private static final class Other {
		private int holders;
		private @Nullable LiveStore store;
		private long version = -1;
		private boolean live;
		private Optional<KubeException> problem = Optional.empty();
		private final Map<Place, Line> lines = new HashMap<>();
	}

	private final Map<KindKey, Other> others = new HashMap<>();
	private Set<KindKey> served = Set.of();
	private long nextChange = Long.MAX_VALUE;

	/** Somebody wants the cells of a kind. */
	void hold(KindKey kind) {
		others.computeIfAbsent(kind, k -> new Other()).holders++;
	}

	/** Somebody does not any more; whether it was the last, so that the cells go. */
	boolean release(KindKey kind) {
		Other other = others.get(kind);
		return other != null && --other.holders == 0 && others.remove(kind) == other;
	}

	/** Which kinds there are lists of; whether these are others than before. */
	boolean serve(Set<KindKey> kinds) {
		boolean news = !served.equals(kinds);
		served = kinds;
		return news;
	}

	/** The version that is known of the list of a kind; -2 if nobody wants it. */
	long version(KindKey kind, LiveStore store) {
		Other other = others.get(kind);
		if (other == null) {
			return -2;
		}
		if (other.store != store) {
			other.store = store;
			other.version = -1;
			other.lines.clear();
		}
		return other.version;
	}

	/** Takes in how the list of a kind came from the version that is known; whether cells may be others now. */
	boolean take(KindKey kind, Delta way, Freshness freshness) {
		Other other = others.get(kind);
		if (other == null) {
			return false;
		}
		boolean live = freshness.state() == Freshness.State.LIVE;
		boolean news = live != other.live || !way.none();
		other.live = live;
		other.version = way.version();
		if (way.whole()) {
			other.lines.clear();
		}
		way.gone().forEach(line -> other.lines.remove(Place.of(line.row())));
		way.came().forEach(line -> other.lines.put(Place.of(line.row()), line));
		return news;
	}

	/** Notes why the list of a kind cannot be read; whether that is another reason than before. */
	boolean note(KindKey kind, Optional<KubeException> problem) {
		Other other = others.get(kind);
		boolean news = other != null && !said(other.problem).equals(said(problem));
		if (news) {
			other.problem = problem;
		}
		return news;
	}

	private static String said(Optional<KubeException> problem) {
		return problem.map(p -> String.valueOf(p.getMessage())).orElse("");
	}

	/** What is to be said of each column from elsewhere that can be had, by heading. */
	Map<String, String> notes(Map<String, Join> joins) {
		return joins.entrySet().stream().filter(each -> served.contains(each.getValue().kind()))
				.collect(Collectors.toMap(Map.Entry::getKey, each -> note(each.getValue())));
	}

	private String note(Join join) {
		Other other = others.get(join.kind());
		String meaning = text("list.joined", join.heading(), join.kind());
		return other == null || other.problem.isEmpty()
				? meaning
				: text("list.joined.away", meaning, said(other.problem));
	}

	/** The cells beside a row; null if there are none. */
	@Nullable
	Object @Nullable [] cells(Row row, Layout layout, Map<String, Join> joins, long nowMillis) {
		if (!layout.beside()) {
			return null;
		}
		List<Column> columns = layout.columns();
		@Nullable
		Object[] cells = new @Nullable Object[columns.size()];
		int many = 0;
		for (int i = 0; i < columns.size(); i++) {
			if (layout.beside(i) >= 0) {
				Join join = joins.get(columns.get(i).name());
				cells[many++] = join == null ? next(row.cell(i), nowMillis) : joined(join, row);
			}
		}
		return Arrays.copyOf(cells, many);
	}

	private @Nullable Object next(@Nullable Object schedule, long nowMillis) {
		Long next = CellText.next(schedule, nowMillis);
		if (next != null) {
			nextChange = Math.min(nextChange, next);
		}
		return next;
	}

	private @Nullable Object joined(Join join, Row row) {
		Other other = others.get(join.kind());
		Line line = other == null || !other.live ? null : other.lines.get(Place.of(row));
		if (line != null) {
			for (int i = 0; i < line.columns().size(); i++) {
				if (line.columns().get(i).name().equals(join.heading())) {
					return line.row().cell(i);
				}
			}
		}
		return null;
	}

	/** When a schedule comes next of those that were looked at since this was asked for; then it is asked for anew. */
	long nextChange() {
		return nextChange;
	}

	/** All rows are looked at anew. */
	void again() {
		nextChange = Long.MAX_VALUE;
	}
}
