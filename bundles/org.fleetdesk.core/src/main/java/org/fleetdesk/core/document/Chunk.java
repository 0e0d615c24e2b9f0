package org.fleetdesk.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/**
 * The part of a text that one document stands in, found without reading it, so that what is wrong in it stays in it.
 *
 * @param from where it begins
 * @param to where it ends, exclusive
 * @param problem what is wrong with the line that separates it
 */
record Chunk(int from, int to, Optional<Problem> problem) {

	/** The chunks of a text: values one after another in JSON; in YAML the lines that start with three dashes separate. */
	static List<Chunk> split(String text, Lines lines) {
		return text.startsWith("{", blank(text, 0)) ? json(text) : yaml(text, lines);
	}

	/** The first place from here that no blank, line end or byte order mark stands at. */
	private static int blank(String text, int from) {
		int at = from;
		while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff')) {
			at++;
		}
		return at;
	}

	private static List<Chunk> yaml(String text, Lines lines) {
		List<Chunk> chunks = new ArrayList<>();
		int from = 0;
		Optional<Problem> problem = Optional.empty();
		for (int line = 1; line <= lines.count(); line++) {
			int start = lines.start(line);
			int next = lines.start(line + 1);
			if (!text.startsWith("---", start)) {
				continue;
			}
			String rest = text.substring(start + 3, next).strip();
			Optional<Problem> wrong = rest.isEmpty() || rest.startsWith("#")
					? Optional.empty()
					: Optional.of(Problem.error(lines.range(start, start + 3 + text.substring(start + 3, next)
							.stripTrailing().length()), Texts.text("document.separator")));
			if (wrong.isPresent() && !Character.isWhitespace(text.charAt(start + 3))) {
				problem = problem.or(() -> wrong); // no separator: a line out of a text that lost its indentation
				continue;
			}
			chunks.add(new Chunk(from, start, problem));
			from = wrong.isPresent() ? start + 3 : next;
			problem = wrong;
		}
		chunks.add(new Chunk(from, text.length(), problem));
		return chunks;
	}

	private static List<Chunk> json(String text) {
		List<Chunk> chunks = new ArrayList<>();
		int from = 0;
		int depth = 0;
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted) {
				i += c == '\\' ? 1 : 0;
				quoted = c != '"';
			} else if (c == '"') {
				quoted = true;
			} else if (c == '{' || c == '[') {
				depth++;
			} else if ((c == '}' || c == ']') && --depth == 0 && text.startsWith("{", blank(text, i + 1))) {
				chunks.add(new Chunk(from, i + 1, Optional.empty()));
				from = i + 1;
			}
		}
		chunks.add(new Chunk(from, text.length(), Optional.empty()));
		return chunks;
	}
}
