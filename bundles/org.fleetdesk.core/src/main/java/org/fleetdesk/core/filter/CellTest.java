package org.fleetdesk.core.filter;

import org.jspecify.annotations.Nullable;

/** What a column's cell or a row's own text is tested by; remembers some texts, since rows share those that repeat. */
abstract class CellTest {
	private static final int REMEMBERED = 16; // a power of 2

	private final @Nullable String[] texts = new @Nullable String[REMEMBERED];
	private final boolean[] passed = new boolean[REMEMBERED];

	/** Whether the cell passes. */
	final boolean of(@Nullable Object cell) {
		if (cell == null) {
			return ofNothing();
		} else if (cell instanceof String text) {
			int at = text.hashCode() & REMEMBERED - 1;
			if (text != texts[at]) {
				passed[at] = ofText(text);
				texts[at] = text;
			}
			return passed[at];
		}
		return cell instanceof Number number ? ofNumber(number) : ofText(cell.toString());
	}

	abstract boolean ofText(String text);

	abstract boolean ofNumber(Number number);

	boolean ofNothing() {
		return false;
	}

	static CellTest word(Value value, Heading heading) {
		TextTest text = value.within(false);
		boolean number = !heading.moment() && (value.expression() != null || number(value.text()));
		return new CellTest() {
			@Override
			boolean ofText(String cell) {
				return text.in(cell);
			}

			@Override
			boolean ofNumber(Number cell) {
				return number && text.in(cell.toString());
			}
		};
	}

	/** Whether a number could be written so: others need not be written to see. */
	private static boolean number(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && "+-.eE*?".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}
}
