package org.fleetdesk.tests.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of a Java source, each with what stands before it in its statement. */
final class JavaStrings {
	private static final Pattern TOKEN = Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\""
			+ "|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'|[;{}]", Pattern.DOTALL);

	/**
	 * A literal.
	 *
	 * @param before the statement up to it
	 * @param text what stands between its quotes, escapes as they are written
	 */
	record Literal(String before, String text) {
	}

	private JavaStrings() {
	}

	static List<Literal> of(String source) {
		List<Literal> literals = new ArrayList<>();
		int statement = 0;
		for (Matcher token = TOKEN.matcher(source); token.find();) {
			String text = token.group();
			if (text.startsWith("\"")) {
				int quotes = text.startsWith("\"\"\"") ? 3 : 1;
				literals.add(new Literal(source.substring(statement, token.start()),
						text.substring(quotes, text.length() - quotes)));
			} else if (text.length() == 1) {
				statement = token.end();
			}
		}
		return literals;
	}
}
