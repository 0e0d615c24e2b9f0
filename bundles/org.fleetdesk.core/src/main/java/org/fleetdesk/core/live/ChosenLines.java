package org.fleetdesk.core.live;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The objects that someone chose in a list, which stay chosen whatever version, place or order their lines get. Those that
 * are filtered away stay chosen but are no lines while they are not shown. All lines are chosen at once, and following the
 * content costs as much as there are changes; only the first who asks which lines are chosen, after another filter, order or
 * group, waits until all of many are looked through. For one thread.
 */
public final class ChosenLines {
	private static final int FEW = 1_000;

	/** What was chosen at once: every line of a content but some. Its objects are known as soon as somebody needs them. */
	private static final class Bulk {
		private final ListContent content;
		private final ObjectLines except;
		private @Nullable ObjectLines objects;

		private Bulk(ListContent content, ObjectLines except) {
			this.content = content;
			this.except = except;
		}

		private ObjectLines objects() {
			ObjectLines known = objects;
			if (known == null) {
				known = new ObjectLines(content.lines().size());
				for (Line line : content.lines()) {
					known.put(line);
				}
				objects = known;
			}
			return known;
		}

		/** Whether a line shows one of its objects. */
		private boolean has(Line line) {
			return !except.has(line)
					&& (objects == null && content.indexOf(line) >= 0 || objects().has(line));
		}

		private boolean isEmpty() {
			return except.size() == content.lines().size();
		}
	}

	private ListContent content = ListContent.NOTHING;
	private boolean all; // every line that is shown, but for the others
	private ObjectLines others = new ObjectLines();
	private @Nullable Bulk bulk; // objects of before the last filter, order or group
	private final ObjectLines chosen = new ObjectLines(); // the newest line of each; if all, of those not shown at least
	private int @Nullable [] indices; // where the chosen lines stand, until they or the content are others

	/** Whether nothing is chosen, shown or not. */
	public boolean isEmpty() {
		return chosen.isEmpty() && bulk == null && (!all || content.lines().size() == others.size());
	}

	/** Whether a line that is shown is chosen. */
	public boolean has(Line line) {
		return all ? !others.has(line) : chosen.has(line) || inBulk(line);
	}

	private boolean inBulk(Line line) {
		return bulk != null && bulk.has(line);
	}

	/** Chooses a line that is shown. */
	public void add(Line line) {
		indices = null;
		if (all) {
			others.remove(line);
		} else {
			chosen.put(line);
		}
	}

	/** Chooses every line that is shown; takes no longer if they are many. */
	public void addAll() {
		indices = null;
		all = true;
		others.clear();
	}

	/** Takes a line that is shown out of those that are chosen. */
	public void remove(Line line) {
		indices = null;
		chosen.remove(line);
		if (bulk != null && bulk.has(line)) {
			bulk.except.put(line);
			bulk = bulk.isEmpty() ? null : bulk;
		}
		if (all) {
			others.put(line);
		}
	}

	/** Chooses nothing. */
	public void clear() {
		indices = null;
		all = false;
		others.clear();
		chosen.clear();
		bulk = null;
	}

	/**
	 * Takes in another content; says whether lines that are chosen may be others than before.
	 *
	 * @param way how it came out of the one before
	 */
	public boolean follow(Delta way, ListContent newest) {
		indices = null;
		if (all && way.whole()) {
			keepAll();
		}
		content = newest;
		if (all) {
			return followAll(way);
		}
		boolean changed = false;
		if (!way.whole()) {
			for (Line line : way.gone()) {
				changed |= has(line);
			}
			for (Line line : way.came()) {
				changed |= inBulk(line);
			}
		}
		if (!chosen.isEmpty() && !(way.whole() && foundAgain())) {
			for (Line line : way.came()) {
				Line before = chosen.get(line);
				if (before != null && before != line) {
					chosen.put(line);
					changed = true;
				}
			}
		}
		return changed || way.whole() && !isEmpty();
	}

	/** What comes is not chosen, unless its object was when it went. */
	private boolean followAll(Delta way) {
		boolean changed = false;
		for (Line line : way.gone()) {
			if (!others.remove(line)) {
				chosen.put(line);
				changed = true;
			}
		}
		for (Line line : way.came()) {
			if (chosen.remove(line) || inBulk(line)) {
				changed = true;
			} else {
				others.put(line);
			}
		}
		return changed;
	}

	/** Keeps what is chosen apart from what is shown, since that will be other lines. */
	private void keepAll() {
		if (bulk == null && content.lines().size() > others.size()) {
			bulk = new Bulk(content, others);
		} else { // chosen at once a second time
			content.lines().stream().filter(this::has).forEach(chosen::put);
		}
		all = false;
		others = new ObjectLines();
	}

	/** Whether the chosen lines, if they are few, all stand in the content as they are: it is only sorted otherwise. */
	private boolean foundAgain() {
		return chosen.size() <= FEW && chosen.stream().allMatch(line -> content.indexOf(line) >= 0);
	}

	/** The chosen lines that are among the content's, in their order. */
	public List<Line> lines() {
		return all && others.isEmpty()
				? content.lines()
				: indices().mapToObj(content.lines()::get).toList();
	}

	/** Where these lines stand in the content, in order. */
	public IntStream indices() {
		if (all && others.isEmpty()) {
			return IntStream.range(0, content.lines().size());
		}
		int[] known = indices;
		if (known == null) {
			known = found().toArray();
			indices = known;
		}
		return Arrays.stream(known);
	}

	private IntStream found() {
		List<Line> lines = content.lines();
		if (!all && bulk == null && (chosen.size() <= FEW || chosen.size() <= lines.size() / 16)) {
			return chosen.stream().mapToInt(content::indexOf).filter(index -> index >= 0).sorted();
		} else if (bulk != null && lines.size() > FEW) {
			bulk.objects(); // quicker than to look for so many by their order
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
