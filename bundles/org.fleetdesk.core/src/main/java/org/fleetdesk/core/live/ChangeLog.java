package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The last changes of a store, one for each of its versions; forgets the oldest beyond a bound of changes and of lines
 * that only it still holds. Not safe for threads: its store guards it.
 */
final class ChangeLog {
	private static final int MOST = 1 << 15;
	private static final int MOST_GONE = 1 << 13; // some seconds of a busy store, some megabytes of rows
	private static final int FEWEST = 64;

	private @Nullable Line[] gone = new @Nullable Line[FEWEST]; // a ring, like came; a power of two long
	private @Nullable Line[] came = new @Nullable Line[FEWEST];
	private long oldest; // the version that the first change leads from
	private long version;
	private int held; // lines in gone

	/** The newest version. */
	long version() {
		return version;
	}

	/** The next version; of a line that goes, comes, or goes for the other; of none where something else changed. */
	void add(@Nullable Line left, @Nullable Line entered) {
		if (version - oldest == gone.length && gone.length < MOST) {
			grow();
		}
		while (version - oldest >= gone.length || held >= MOST_GONE) {
			forget();
		}
		int at = at(version);
		gone[at] = left;
		came[at] = entered;
		held += left == null ? 0 : 1;
		version++;
	}

	private void forget() {
		int at = at(oldest++);
		held -= gone[at] == null ? 0 : 1;
		gone[at] = null;
		came[at] = null;
	}

	private void grow() {
		@Nullable
		Line[] left = new @Nullable Line[2 * gone.length];
		@Nullable
		Line[] entered = new @Nullable Line[2 * came.length];
		for (long change = oldest; change < version; change++) {
			int to = (int) (change & left.length - 1);
			left[to] = gone[at(change)];
			entered[to] = came[at(change)];
		}
		gone = left;
		came = entered;
	}

	private int at(long change) {
		return (int) (change & gone.length - 1);
	}

	/** The way from a version to the newest; empty if it is not known, or longer than a way from nothing. */
	Optional<Delta> since(long from, int rows) {
		if (from < oldest || from > version || version - from > FEWEST + 2L * rows) {
			return Optional.empty();
		}
		Way way = new Way();
		for (long change = from; change < version; change++) {
			way.add(gone[at(change)], came[at(change)]);
		}
		return Optional.of(way.delta(version));
	}

	/** Several changes as one: of each object the line it had and the line it has. */
	static final class Way {
		private record Ends(@Nullable Line before, @Nullable Line after) {
		}

		/** An object of one of several stores. */
		private record Key(Line line) {
			@Override
			public boolean equals(Object other) {
				return other instanceof Key o && line.store() == o.line.store() && line.row().sameObject(o.line.row());
			}

			@Override
			public int hashCode() {
				return line.row().objectHash();
			}
		}

		private final Map<Key, Ends> objects = new LinkedHashMap<>();

		/** A change after those that are there already; both lines are of the same object. */
		void add(@Nullable Line left, @Nullable Line entered) {
			Line any = left == null ? entered : left;
			if (any != null) {
				objects.merge(new Key(any), new Ends(left, entered), (a, b) -> new Ends(a.before(), b.after()));
			}
		}

		Delta delta(long version) {
			List<Line> left = new ArrayList<>();
			List<Line> entered = new ArrayList<>();
			objects.values().forEach(ends -> {
				if (ends.before() != ends.after()) {
					add(left, ends.before());
					add(entered, ends.after());
				}
			});
			return new Delta(version, false, left, entered);
		}

		private static void add(List<Line> to, @Nullable Line line) {
			if (line != null) {
				to.add(line);
			}
		}
	}
}
