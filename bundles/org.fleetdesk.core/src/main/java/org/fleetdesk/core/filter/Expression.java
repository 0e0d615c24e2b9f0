package org.fleetdesk.core.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression, found anywhere in a text whatever the case, that cannot run away: what it may read of a text, and in
 * all, is limited, and one that reads more finds nothing and tells so. Immutable but for that.
 */
final class Expression {
	static final int LONGEST = 500;
	private static final int READS_OF_A_TEXT = 1_000_000;
	private static final int READS_IN_ALL = 500_000_000;
	private static final int TEXTS_GIVEN_UP = 5;

	/** Thrown by a text that is read too often. */
	private static final class TooMuch extends RuntimeException {
		private static final long serialVersionUID = 1;

		private TooMuch() {
			super(null, null, false, false);
		}
	}

	/** A part of a text that counts how often it is read. */
	private static final class CountedText implements CharSequence {
		private String text = "";
		private int from;
		private int to;
		private int left;

		@Override
		public int length() {
			return to - from;
		}

		@Override
		public char charAt(int index) {
			if (--left < 0) {
				throw new TooMuch();
			}
			return text.charAt(from + index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return text.substring(from + start, from + end);
		}

		@Override
		public String toString() {
			return text.substring(from, to);
		}
	}

	private final Pattern pattern;
	private volatile boolean slow;

	/**
	 * An expression.
	 *
	 * @throws PatternSyntaxException if it is none
	 */
	Expression(String text) {
		try {
			pattern = Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
		} catch (StackOverflowError e) {
			throw new PatternSyntaxException("", text, -1);
		}
	}

	/** Whether some text was given up. */
	boolean slow() {
		return slow;
	}

	/** A test for one thread and one run over all lines. */
	TextTest test() {
		CountedText counted = new CountedText();
		Matcher matcher = pattern.matcher(counted);
		return new TextTest() {
			private int left = READS_IN_ALL;
			private int givenUp;

			@Override
			public boolean in(String text, int from, int to) {
				if (givenUp >= TEXTS_GIVEN_UP || left <= 0) {
					slow = true;
					return false;
				}
				counted.text = text;
				counted.from = from;
				counted.to = to;
				counted.left = READS_OF_A_TEXT;
				try {
					return matcher.reset().find();
				} catch (TooMuch | StackOverflowError e) {
					givenUp++;
					slow = true;
					return false;
				} finally {
					left -= READS_OF_A_TEXT - counted.left;
				}
			}
		};
	}
}
