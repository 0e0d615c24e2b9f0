package org.fleetdesk.core.live;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * Lines in an order, in blocks: what is made by a few changes shares all blocks in which nothing changed, so that a
 * hundred thousand lines take a thousand changes a second without being copied. Immutable.
 */
final class SortedLines extends AbstractList<Line> implements RandomAccess {
	/** No lines. */
	static final SortedLines NONE = new SortedLines(List.of());

	private static final int BLOCK = 512;

	private final Line[][] blocks; // none empty
	private final int[] starts; // of each block, and behind the last the size
	private int hint; // a block that was asked for; any value is right, so threads may race

	private SortedLines(List<Line[]> blocks) {
		this.blocks = blocks.toArray(Line[][]::new);
		this.starts = new int[this.blocks.length + 1];
		for (int i = 0; i < this.blocks.length; i++) {
			starts[i + 1] = starts[i] + this.blocks[i].length;
		}
	}

	/** Lines that are sorted already. */
	static SortedLines of(Line[] sorted) {
		List<Line[]> blocks = new ArrayList<>();
		add(blocks, sorted);
		return new SortedLines(blocks);
	}

	/** Adds a block; of a large one several, a small one is joined to the one before. */
	private static void add(List<Line[]> blocks, Line[] block) {
		if (block.length > 2 * BLOCK) {
			int parts = (block.length + BLOCK - 1) / BLOCK;
			for (int i = 0; i < parts; i++) {
				blocks.add(Arrays.copyOfRange(block, (int) ((long) block.length * i / parts),
						(int) ((long) block.length * (i + 1) / parts)));
			}
		} else if (!blocks.isEmpty() && blocks.getLast().length + block.length <= BLOCK) {
			Line[] before = blocks.removeLast();
			Line[] joined = Arrays.copyOf(before, before.length + block.length);
			System.arraycopy(block, 0, joined, before.length, block.length);
			blocks.add(joined);
		} else if (block.length > 0) {
			blocks.add(block);
		}
	}

	@Override
	public int size() {
		return starts[blocks.length];
	}

	@Override
	public Line get(int index) {
		int block = hint;
		if (block >= blocks.length || index < starts[block] || index >= starts[block + 1]) {
			block = block(index);
			hint = block;
		}
		return blocks[block][index - starts[block]];
	}

	private int block(int index) {
		if (index < 0 || index >= size()) {
			throw new IndexOutOfBoundsException(index + " of " + size());
		}
		int at = Arrays.binarySearch(starts, index);
		return at < 0 ? -at - 2 : at;
	}

	/** Where this very line stands, in the order of these lines; -1 if it is not among them. */
	int indexOf(Line line, Comparator<Line> order) {
		if (blocks.length == 0) {
			return -1;
		}
		int block = blockOf(line, 0, order);
		int at = Arrays.binarySearch(blocks[block], line, order);
		return at >= 0 && blocks[block][at] == line ? starts[block] + at : -1;
	}

	/** The block, from one on, in which a line is or would be: the last whose first line does not stand behind it. */
	private int blockOf(Line line, int from, Comparator<Line> order) {
		int low = from + 1;
		int high = blocks.length;
		while (low < high) {
			int middle = low + high >>> 1;
			if (order.compare(blocks[middle][0], line) <= 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low - 1;
	}

	/** Where the run of lines that begins at an index ends, given what tells whether a line still belongs to it. */
	int endOfRun(int index, Predicate<Line> belongs) {
		int block = block(index);
		int last = index - starts[block]; // the last that is known to belong
		while (belongs.test(blocks[block][blocks[block].length - 1])) {
			if (++block == blocks.length) {
				return size();
			}
			last = -1;
		}
		int step = 1;
		int not = last + step;
		while (not < blocks[block].length - 1 && belongs.test(blocks[block][not])) {
			last = not;
			step *= 2;
			not = Math.min(last + step, blocks[block].length - 1);
		}
		while (last + 1 < not) {
			int middle = last + not >>> 1;
			if (belongs.test(blocks[block][middle])) {
				last = middle;
			} else {
				not = middle;
			}
		}
		return starts[block] + not;
	}

	/**
	 * These lines without some and with others.
	 *
	 * @param gone sorted; those that are not there are passed over, and taken out of the array
	 * @param came sorted
	 */
	SortedLines change(Line[] gone, Line[] came, Comparator<Line> order) {
		if (blocks.length == 0) {
			return of(came);
		}
		List<Line[]> changed = new ArrayList<>(blocks.length + 1);
		int left = 0;
		int entered = 0;
		int block = 0;
		while (left < gone.length || entered < came.length) {
			int next = blocks.length - 1;
			if (left < gone.length) {
				next = blockOf(gone[left], block, order);
			}
			if (entered < came.length) {
				int other = blockOf(came[entered], block, order);
				next = left < gone.length ? Math.min(next, other) : other;
			}
			for (; block < next; block++) {
				add(changed, blocks[block]);
			}
			int leftEnd = end(gone, left, block, order);
			int enteredEnd = end(came, entered, block, order);
			add(changed, changed(blocks[block], Arrays.copyOfRange(gone, left, leftEnd),
					Arrays.copyOfRange(came, entered, enteredEnd), order));
			left = leftEnd;
			entered = enteredEnd;
			block++;
		}
		for (; block < blocks.length; block++) {
			add(changed, blocks[block]);
		}
		return new SortedLines(changed);
	}

	/** Where those of the sorted lines end that belong to a block. */
	private int end(Line[] sorted, int from, int block, Comparator<Line> order) {
		if (block == blocks.length - 1) {
			return sorted.length;
		}
		int low = from;
		int high = sorted.length;
		while (low < high) {
			int middle = low + high >>> 1;
			if (order.compare(sorted[middle], blocks[block + 1][0]) < 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	private static Line[] changed(Line[] block, Line[] gone, Line[] came, Comparator<Line> order) {
		Line[] result = new Line[block.length + came.length];
		int size = 0;
		int from = 0; // what is before it stands in the result or is gone
		int left = 0;
		int entered = 0;
		while (left < gone.length || entered < came.length) {
			boolean leaves = entered == came.length
					|| left < gone.length && order.compare(gone[left], came[entered]) <= 0;
			Line line = leaves ? gone[left++] : came[entered++];
			int at = Arrays.binarySearch(block, from, block.length, line, order);
			boolean there = at >= 0;
			if (leaves && (!there || block[at] != line)) {
				continue;
			}
			int to = there ? at : -at - 1;
			System.arraycopy(block, from, result, size, to - from);
			size += to - from;
			from = to;
			if (leaves) {
				from++;
			} else {
				result[size++] = line;
			}
		}
		System.arraycopy(block, from, result, size, block.length - from);
		size += block.length - from;
		return size == result.length ? result : Arrays.copyOf(result, size);
	}

	@Override
	public Iterator<Line> iterator() {
		return new Iterator<>() {
			private int block;
			private int at;

			@Override
			public boolean hasNext() {
				return block < blocks.length;
			}

			@Override
			public Line next() {
				if (block >= blocks.length) {
					throw new NoSuchElementException();
				}
				Line line = blocks[block][at++];
				if (at == blocks[block].length) {
					block++;
					at = 0;
				}
				return line;
			}
		};
	}
}
