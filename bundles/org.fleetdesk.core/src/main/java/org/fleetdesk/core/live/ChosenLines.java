package org.fleetdesk.core.live;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The objects that someone chose in a list, which stay chosen whatever version, place or order their lines get. Those that
 * are filtered away stay chosen but are no lines while they are not shown. All lines are chosen at once, and a change of the
 * content costs as much as there are changes; only another filter, order or group looks through all lines, if many are
 * chosen. For one thread.
 */
public final class ChosenLines {
	private static final int FEW = 1_000;

	/** Which object a line shows, whatever its version. */
	private record Key(Line line) {
		@Override
		public boolean equals(Object other) {
			return other instanceof Key o && line.sameObject(o.line);
		}

		@Override
		public int hashCode() {
			return line.row().objectHash();
		}
	}

	private ListContent content = ListContent.NOTHING;
	private boolean all; // every line that is shown, but for the others
	private final Set<Key> others = new HashSet<>();
	private final Map<Key, Line> chosen = new HashMap<>(); // the newest line of each; if all, of those not shown at least

	/** Whether nothing is chosen, shown or not. */
	public boolean isEmpty() {
		return chosen.isEmpty() && (!all || content.lines().size() == others.size());
	}

	/** Whether a line that is shown is chosen. */
	public boolean has(Line line) {
		return all ? !others.contains(new Key(line)) : chosen.containsKey(new Key(line));
	}

	/** Chooses a line that is shown. */
	public void add(Line line) {
		if (all) {
			others.remove(new Key(line));
		} else {
			keep(line);
		}
	}

	private void keep(Line line) {
		Key key = new Key(line);
		chosen.remove(key); // which may hold an older line
		chosen.put(key, line);
	}

	/** Chooses every line that is shown; takes no longer if they are many. */
	public void addAll() {
		all = true;
		others.clear();
	}

	/** Takes a line that is shown out of those that are chosen. */
	public void remove(Line line) {
		chosen.remove(new Key(line));
		if (all) {
			others.add(new Key(line));
		}
	}

	/** Chooses nothing. */
	public void clear() {
		all = false;
		others.clear();
		chosen.clear();
	}

	/**
	 * Takes in another content; says whether lines that are chosen may be others than before.
	 *
	 * @param way how it came out of the one before
	 */
	public boolean follow(Delta way, ListContent newest) {
		if (all && way.whole()) {
			keepEach();
		}
		content = newest;
		if (all) {
			return followAll(way);
		}
		boolean changed = false;
		if (!chosen.isEmpty() && !(way.whole() && foundAgain())) {
			for (Line line : way.gone()) {
				changed |= chosen.containsKey(new Key(line));
			}
			for (Line line : way.came()) {
				Line before = chosen.get(new Key(line));
				if (before != null && before != line) {
					keep(line);
					changed = true;
				}
			}
		}
		return changed || way.whole() && !chosen.isEmpty();
	}

	/** What comes is not chosen, unless its object was when it went. */
	private boolean followAll(Delta way) {
		boolean changed = false;
		for (Line line : way.gone()) {
			Key key = new Key(line);
			if (!others.remove(key)) {
				keep(line);
				changed = true;
			}
		}
		for (Line line : way.came()) {
			Key key = new Key(line);
			if (chosen.remove(key) == null) {
				others.add(key);
			} else {
				changed = true;
			}
		}
		return changed;
	}

	/** Knows each chosen line by itself, since the lines that are shown will be others. */
	private void keepEach() {
		content.lines().stream().filter(this::has).forEach(this::keep);
		all = false;
		others.clear();
	}

	/** Whether the chosen lines, if they are few, all stand in the content as they are: it is only sorted otherwise. */
	private boolean foundAgain() {
		return chosen.size() <= FEW && chosen.values().stream().allMatch(line -> content.indexOf(line) >= 0);
	}

	/** The chosen lines that are among the content's, in their order. */
	public List<Line> lines() {
		return all && others.isEmpty()
				? content.lines()
				: indices().mapToObj(content.lines()::get).toList();
	}

	/** Where these lines stand in the content, in order. */
	public IntStream indices() {
		List<Line> lines = content.lines();
		if (all && others.isEmpty()) {
			return IntStream.range(0, lines.size());
		} else if (!all && (chosen.size() <= FEW || chosen.size() <= lines.size() / 16)) {
			return chosen.values().stream().mapToInt(content::indexOf).filter(index -> index >= 0).sorted();
		}
		int[] found = new int[lines.size()];
		int at = 0;
		int size = 0;
		for (Line line : lines) {
			if (has(line)) {
				found[size++] = at;
			}
			at++;
		}
		return Arrays.stream(found, 0, size);
	}
}
