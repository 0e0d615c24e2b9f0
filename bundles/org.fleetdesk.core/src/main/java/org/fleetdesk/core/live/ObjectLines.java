package org.fleetdesk.core.live;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Lines by the objects that they show, one for each object, whatever its version. A hundred thousand are put into it or looked
 * up within milliseconds. For one thread.
 */
final class ObjectLines {
	private static final int SMALLEST = 16;

	private @Nullable Line[] slots; // as many as a power of two, a third of them free at least
	private int size;

	ObjectLines() {
		this(0);
	}

	/** With room for so many. */
	ObjectLines(int many) {
		slots = new Line[Math.max(SMALLEST, Integer.highestOneBit(many) * 4)];
	}

	boolean isEmpty() {
		return size == 0;
	}

	int size() {
		return size;
	}

	/** The line of an object that a line shows; null if there is none. */
	@Nullable
	Line get(Line line) {
		return slots[slot(line)];
	}

	boolean has(Line line) {
		return size > 0 && get(line) != null;
	}

	/** Puts a line in, in place of another that shows the same object. */
	void put(Line line) {
		int at = slot(line);
		if (slots[at] == null && ++size > slots.length / 3 * 2) {
			grow();
			at = slot(line);
		}
		slots[at] = line;
	}

	private void grow() {
		@Nullable
		Line[] old = slots;
		slots = new Line[2 * old.length];
		for (Line line : old) {
			if (line != null) {
				slots[slot(line)] = line;
			}
		}
	}

	/** Takes the line of an object out; whether there was one. */
	boolean remove(Line line) {
		int hole = slot(line);
		if (slots[hole] == null) {
			return false;
		}
		int mask = slots.length - 1;
		for (int next = hole + 1 & mask; slots[next] != null; next = next + 1 & mask) { // those behind move up
			int home = home(Objects.requireNonNull(slots[next]));
			if ((next - home & mask) >= (next - hole & mask)) {
				slots[hole] = slots[next];
				hole = next;
			}
		}
		slots[hole] = null;
		size--;
		return true;
	}

	void clear() {
		if (size > 0) {
			slots = new Line[SMALLEST];
			size = 0;
		}
	}

	/** All of them, in no order. */
	Stream<Line> stream() {
		return Arrays.stream(slots).filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	/** Where the line of an object is, or would be. */
	private int slot(Line line) {
		int at = home(line);
		for (Line there = slots[at]; there != null && there != line
				&& !there.sameObject(line); there = slots[at]) {
			at = at + 1 & slots.length - 1;
		}
		return at;
	}

	private int home(Line line) {
		return line.row().objectHash() & slots.length - 1;
	}
}
