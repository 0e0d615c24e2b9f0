package org.fleetdesk.kube.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several things in the text of one cell, each of several values, for programs to read back: what the words {@code tuples} and
 * {@code selection} of a {@link RowPlan.Cell} make. Values may hold anything but the two control characters that stand between
 * them, which no name of Kubernetes can have.
 */
public final class Tuples {

	private static final char VALUE = '\u001F';
	private static final char END = '\u001E';
	private static final char ODD = '\uFFFD';

	private Tuples() {
	}

	/** Adds one thing to a text. */
	public static void add(StringBuilder text, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			if (i > 0) {
				text.append(VALUE);
			}
			text.append(values.get(i).replace(VALUE, ODD).replace(END, ODD));
		}
		text.append(END);
	}

	/** The things of a text, in order; none of an empty one. */
	public static List<List<String>> read(String text) {
		List<List<String>> all = new ArrayList<>();
		int from = 0;
		for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, from)) {
			all.add(Arrays.asList(text.substring(from, end).split(String.valueOf(VALUE), -1)));
			from = end + 1;
		}
		return all;
	}
}
