package org.fleetdesk.core.compare;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.object.TextDifferences;

/**
 * A line of two texts that stand beside each other.
 *
 * @param left the left text's part
 * @param right the right text's part
 */
public record AlignedLine(Part left, Part right) {

	/**
	 * A line of one text.
	 *
	 * @param number its number in the text, from 1; 0 where only the other text has a line
	 * @param text the line without its end
	 * @param difference the index of the difference it belongs to, -1 if it belongs to none
	 */
	public record Part(int number, String text, int difference) {
		private static final Part GAP = new Part(0, "", -1);
	}

	/** Puts equal lines beside each other, and between those what has the same key. */
	static List<AlignedLine> of(String left, String right, int[] leftOwners, int[] rightOwners) {
		List<AlignedLine> all = new ArrayList<>();
		List<Part> lefts = new ArrayList<>();
		List<Part> rights = new ArrayList<>();
		for (DiffLine line : TextDifferences.of(left, right).all()) {
			switch (line.kind()) {
				case REMOVED -> lefts.add(part(line.oldLine(), line.text(), leftOwners));
				case ADDED -> rights.add(part(line.newLine(), line.text(), rightOwners));
				default -> {
					between(lefts, rights, all);
					all.add(new AlignedLine(part(line.oldLine(), line.text(), leftOwners),
							part(line.newLine(), line.text(), rightOwners)));
				}
			}
		}
		between(lefts, rights, all);
		return all;
	}

	private static Part part(int number, String text, int[] owners) {
		return new Part(number, text, number < owners.length ? owners[number] : -1);
	}

	/** Lines that differ: those of the same key beside each other. */
	private static void between(List<Part> lefts, List<Part> rights, List<AlignedLine> all) {
		for (DiffLine line : TextDifferences.of(keys(lefts), keys(rights)).all()) {
			all.add(new AlignedLine(line.oldLine() == 0 ? Part.GAP : lefts.get(line.oldLine() - 1),
					line.newLine() == 0 ? Part.GAP : rights.get(line.newLine() - 1)));
		}
		lefts.clear();
		rights.clear();
	}

	private static String keys(List<Part> parts) {
		StringBuilder keys = new StringBuilder();
		for (Part part : parts) {
			int colon = part.text().indexOf(':');
			keys.append(colon < 0 ? part.text() : part.text().substring(0, colon)).append('\n');
		}
		return keys.toString();
	}
}
