package org.fleetdesk.core.live;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a text is a label or field selector in kubectl's words, so that somebody who types one learns at once. What a
 * server knows (which fields a kind can be selected by) only it can say.
 */
public final class SelectorSyntax {
	private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
	private static final String KEY = "([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?" + NAME;
	private static final String VALUE = "(" + NAME + ")?";
	private static final Pattern LABEL = Pattern.compile("\\s*(!\\s*" + KEY + "|" + KEY + "\\s*((=|==|!=)\\s*" + VALUE
			+ "|(in|notin)\\s*\\(\\s*" + VALUE + "(\\s*,\\s*" + VALUE + ")*\\s*\\)|[<>]\\s*-?\\d+)?)\\s*");
	private static final Pattern FIELD = Pattern.compile("\\s*[A-Za-z][\\w.\\[\\]/-]*\\s*(=|==|!=)([^,=\\\\]|\\\\.)*");

	private SelectorSyntax() {
	}

	/** What is wrong with a label selector, as a sentence; empty for nothing. */
	public static Optional<String> labels(String selector) {
		return wrong(selector, LABEL, "selector.labels");
	}

	/** What is wrong with a field selector, as a sentence; empty for nothing. */
	public static Optional<String> fields(String selector) {
		return wrong(selector, FIELD, "selector.fields");
	}

	private static Optional<String> wrong(String selector, Pattern requirement, String key) {
		if (selector.isBlank()) {
			return Optional.empty();
		}
		return parts(selector).stream().filter(part -> !requirement.matcher(part).matches()).findFirst()
				.map(part -> text(key, part.strip()));
	}

	/** What stands between commas, but for those in parentheses and behind a backslash. */
	private static List<String> parts(String selector) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int from = 0;
		for (int i = 0; i < selector.length(); i++) {
			char c = selector.charAt(i);
			if (c == '\\') {
				i++;
			} else if (c == ',' && depth == 0) {
				parts.add(selector.substring(from, i));
				from = i + 1;
			} else if (c == '(') {
				depth++;
			} else if (c == ')') {
				depth--;
			}
		}
		parts.add(selector.substring(from));
		return parts;
	}
}
