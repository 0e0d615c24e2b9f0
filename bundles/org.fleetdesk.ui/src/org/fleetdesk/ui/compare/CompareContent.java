package org.fleetdesk.ui.compare;

import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

import org.fleetdesk.core.compare.AlignedLine;
import org.fleetdesk.core.compare.AlignedLine.Part;
import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.compare.SideBySide;
import org.fleetdesk.ui.yaml.YamlBlocks;

/**
 * Two objects side by side, as they are shown: a table of differences, two texts of equally many lines. Made off the UI
 * thread.
 *
 * @param rows the differences
 * @param left the left text
 * @param right the right text
 */
public record CompareContent(List<DifferenceRow> rows, Column left, Column right) {
	private static final int LONGEST_LINE = 2_000;

	/** Nothing to show. */
	static final CompareContent NOTHING = new CompareContent(List.of(), Column.of(List.of()), Column.of(List.of()));

	/**
	 * One of the texts.
	 *
	 * @param text its lines, empty ones where only the other text has a line
	 * @param parts the same with their numbers and differences
	 * @param block which of the lines stand in block scalars
	 */
	record Column(String text, List<Part> parts, BitSet block) {
		static Column of(List<Part> parts) {
			StringBuilder text = new StringBuilder();
			StringBuilder alone = new StringBuilder();
			for (Part part : parts) {
				String line = part.text().substring(0, Math.min(LONGEST_LINE, part.text().length()));
				text.append(text.isEmpty() && part == parts.getFirst() ? "" : "\n").append(line);
				if (part.number() > 0) {
					alone.append(part.text()).append('\n');
				}
			}
			BitSet own = YamlBlocks.of(alone.toString());
			BitSet block = new BitSet();
			for (int row = 0; row < parts.size(); row++) {
				block.set(row, parts.get(row).number() > 0 && own.get(parts.get(row).number() - 1));
			}
			return new Column(text.toString(), List.copyOf(parts), block);
		}

		/** Whether lines from one on are those of another column from one on. */
		private boolean same(int row, Column other, int from) {
			return parts.subList(row, parts.size()).stream().map(Part::text).toList()
					.equals(other.parts.subList(Math.min(from, other.parts.size()), other.parts.size()).stream()
							.map(Part::text).toList());
		}

		/** A selected part of the text, without the lines that only the other text has, and of long lines all. */
		String own(int from, int to) {
			StringJoiner own = new StringJoiner("\n");
			int start = 0;
			for (Part part : parts) {
				int length = Math.min(LONGEST_LINE, part.text().length());
				if (part.number() > 0 && start + length >= from && start <= to) {
					int end = to < start + length ? to - start : part.text().length();
					own.add(part.text().substring(Math.max(0, from - start), end));
				}
				start += length + 1;
			}
			return own.toString();
		}
	}

	/** Makes it. */
	public static CompareContent of(SideBySide compared) {
		return new CompareContent(compared.differences().stream().map(DifferenceRow::of).toList(),
				column(compared, AlignedLine::left), column(compared, AlignedLine::right));
	}

	private static Column column(SideBySide compared, Function<AlignedLine, Part> part) {
		return Column.of(compared.lines().stream().map(part).toList());
	}

	/** One of the texts. */
	Column column(Hand hand) {
		return hand == Hand.LEFT ? left : right;
	}

	/** The lines of a difference, from 0; none if neither text has any. */
	BitSet lines(int difference) {
		BitSet lines = new BitSet();
		for (int row = 0; row < left.parts().size(); row++) {
			if (left.parts().get(row).difference() == difference || right.parts().get(row).difference() == difference) {
				lines.set(row);
			}
		}
		return lines;
	}

	/** Where a line of an earlier content stands: moved if all that follows it is the same, else where it stood. */
	int row(int row, CompareContent before) {
		int moved = row + left.parts().size() - before.left.parts().size();
		boolean same = moved >= 0 && left.same(moved, before.left, row) && right.same(moved, before.right, row);
		return Math.clamp(same ? moved : row, 0, Math.max(0, left.parts().size() - 1));
	}

	/** The difference of a line, -1 if it has none. */
	int difference(int row) {
		if (row >= left.parts().size()) {
			return -1;
		}
		int own = left.parts().get(row).difference();
		return own >= 0 ? own : right.parts().get(row).difference();
	}
}
