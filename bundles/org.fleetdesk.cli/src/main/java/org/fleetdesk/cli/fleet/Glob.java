package org.fleetdesk.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names chosen by patterns: {@code *} for any text, {@code ?} for one character, several with commas between them. */
public record Glob(String pattern, Pattern expression) {

	/** The patterns of a comma list. */
	public static List<Glob> list(String patterns) {
		return Stream.of(patterns.split(",")).map(String::strip).filter(p -> !p.isEmpty()).map(Glob::of).toList();
	}

	private static Glob of(String pattern) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			if (c == '*' || c == '?') {
				parts.add(Pattern.quote(pattern.substring(start, i)));
				parts.add(c == '*' ? ".*" : ".");
				start = i + 1;
			}
		}
		parts.add(Pattern.quote(pattern.substring(start)));
		return new Glob(pattern, Pattern.compile(String.join("", parts), Pattern.DOTALL));
	}

	/** Whether a name is meant. */
	public boolean matches(String name) {
		return expression.matcher(name).matches();
	}
}
