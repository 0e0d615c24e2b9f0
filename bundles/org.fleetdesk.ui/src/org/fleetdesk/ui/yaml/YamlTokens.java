package org.fleetdesk.ui.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one line of YAML, for highlighting: cheap enough to be done when a line is painted. */
public final class YamlTokens {
	private static final Pattern KEY = Pattern
			.compile("\\G(?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|[^\\s#\"'][^#:]*+(?:[:#](?!\\s|$)[^#:]*+)*+):(?=\\s|$)");
	private static final Pattern LITERAL = Pattern
			.compile("[-+]?(?:\\d[\\d_]*)(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|true|false|null|~|\\{\\}|\\[\\]");

	/** What a word is. */
	public enum Kind {
		KEY, STRING, LITERAL, COMMENT
	}

	/**
	 * A word.
	 *
	 * @param start where it begins in the line
	 * @param length how long it is
	 * @param kind what it is
	 */
	public record Token(int start, int length, Kind kind) {
	}

	private YamlTokens() {
	}

	/** The words of a line; one inside a block scalar is a string as a whole. */
	public static List<Token> of(String line, boolean insideBlock) {
		if (insideBlock) {
			return List.of(new Token(0, line.length(), Kind.STRING));
		}
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < line.length() && (line.charAt(at) == ' '
				|| line.charAt(at) == '-' && (at + 1 == line.length() || line.charAt(at + 1) == ' '))) {
			at++;
		}
		Matcher key = KEY.matcher(line);
		if (key.find(at)) {
			tokens.add(new Token(at, key.end() - at - 1, Kind.KEY));
			at = key.end();
		}
		while (at < line.length() && line.charAt(at) == ' ') {
			at++;
		}
		String rest = line.substring(at);
		if (rest.startsWith("#")) {
			tokens.add(new Token(at, rest.length(), Kind.COMMENT));
		} else if (rest.startsWith("\"") || rest.startsWith("'")) {
			tokens.add(new Token(at, rest.length(), Kind.STRING));
		} else if (LITERAL.matcher(rest).matches()) {
			tokens.add(new Token(at, rest.length(), Kind.LITERAL));
		}
		return tokens;
	}
}
