package org.fleetdesk.core.object;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts as one: equal lines, and those that only one of them has. Immutable.
 *
 * @param all every line of both texts, in order; none is a gap
 */
public record TextDifferences(List<DiffLine> all) {
	private static final int CONTEXT = 3;

	public TextDifferences {
		all = List.copyOf(all);
	}

	/** Compares two texts by their lines. Takes a second or so for megabytes. */
	public static TextDifferences of(String before, String after) {
		List<String> old = before.lines().toList();
		List<String> now = after.lines().toList();
		int[] partners = Alignment.partners(old, now);
		List<DiffLine> all = new ArrayList<>();
		int b = 0;
		for (int a = 0; a <= old.size(); a++) {
			int partner = a == old.size() ? now.size() : partners[a];
			if (partner < 0) {
				all.add(new DiffLine(DiffLine.Kind.REMOVED, a + 1, 0, old.get(a)));
				continue;
			}
			for (; b < partner; b++) {
				all.add(new DiffLine(DiffLine.Kind.ADDED, 0, b + 1, now.get(b)));
			}
			if (a < old.size()) {
				all.add(new DiffLine(DiffLine.Kind.CONTEXT, a + 1, ++b, old.get(a)));
			}
		}
		return new TextDifferences(all);
	}

	/** The lines to show, with so many equal ones around each that differs, and a gap where lines are left out. */
	public List<DiffLine> lines(int context) {
		boolean[] shown = new boolean[all.size()];
		int until = -1;
		for (int i = 0; i < shown.length; i++) {
			if (all.get(i).kind() != DiffLine.Kind.CONTEXT) {
				for (int j = Math.max(i - context, 0); j < i; j++) {
					shown[j] = true;
				}
				until = i + context;
			}
			shown[i] |= i <= until;
		}
		List<DiffLine> lines = new ArrayList<>();
		for (int i = 0; i < shown.length; i++) {
			DiffLine line = all.get(i);
			if (shown[i]) {
				lines.add(line);
			} else if (i == 0 || shown[i - 1]) {
				lines.add(new DiffLine(DiffLine.Kind.GAP, line.oldLine(), line.newLine(), ""));
			}
		}
		return lines;
	}

	/** As {@code diff -u} writes it; empty if no line differs. */
	public String unified(String fromName, String toName) {
		if (all.stream().allMatch(l -> l.kind() == DiffLine.Kind.CONTEXT)) {
			return "";
		}
		StringBuilder text = new StringBuilder("--- " + fromName + "\n+++ " + toName + "\n");
		List<DiffLine> hunk = new ArrayList<>();
		int[] seen = new int[2];
		for (DiffLine line : lines(CONTEXT)) {
			if (line.kind() == DiffLine.Kind.GAP) {
				hunk(hunk, seen, text);
				seen[0] = line.oldLine() - 1;
				seen[1] = line.newLine() - 1;
			} else {
				hunk.add(line);
			}
		}
		hunk(hunk, seen, text);
		return text.toString();
	}

	private void hunk(List<DiffLine> hunk, int[] seen, StringBuilder text) {
		if (hunk.isEmpty()) {
			return;
		}
		text.append("@@ -")
				.append(span(hunk.stream().mapToInt(DiffLine::oldLine).filter(l -> l > 0).toArray(), seen[0]))
				.append(" +")
				.append(span(hunk.stream().mapToInt(DiffLine::newLine).filter(l -> l > 0).toArray(), seen[1]))
				.append(" @@\n");
		for (DiffLine line : hunk) {
			text.append(switch (line.kind()) {
				case ADDED -> '+';
				case REMOVED -> '-';
				default -> ' ';
			}).append(line.text()).append('\n');
		}
		hunk.clear();
	}

	/** Where the lines of a hunk stand in one of the texts; an empty span names the line before it. */
	private static String span(int[] lines, int before) {
		return lines.length == 0 ? before + ",0" : lines.length == 1 ? "" + lines[0] : lines[0] + "," + lines.length;
	}
}
