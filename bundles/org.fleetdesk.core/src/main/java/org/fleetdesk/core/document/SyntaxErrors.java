package org.fleetdesk.core.document;

import org.fleetdesk.core.internal.Texts;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What a parser's error means for the one who wrote the text. */
final class SyntaxErrors {
	private SyntaxErrors() {
	}

	static Problem problem(MarkedYAMLException error, String text, Lines lines, int offset) {
		int line = lines.line(offset);
		int start = lines.start(line);
		String content = text.substring(start, lines.start(line + 1)).stripTrailing();
		String indentation = content.substring(0, content.length() - content.stripLeading().length());
		String said = error.getProblem() == null ? "" : error.getProblem();
		if (said.contains("TAB") || indentation.contains("\t")) {
			int tab = indentation.contains("\t") ? start + indentation.indexOf('\t') : offset;
			return Problem.error(lines.range(tab, tab + 1), Texts.text("document.tab"));
		}
		return Problem.error(lines.range(offset, Math.max(offset + 1, start + content.length())), message(said));
	}

	private static String message(String said) {
		if (said.startsWith("found undefined alias")) {
			return Texts.text("document.alias.unknown");
		}
		if (said.startsWith("expected '<document start>'")) {
			return Texts.text("document.syntax.another");
		}
		return Texts.text(switch (said) {
			case "mapping values are not allowed here" -> "document.syntax.colon";
			case "could not find expected ':'" -> "document.syntax.no-colon";
			case "found unexpected end of stream" -> "document.syntax.quote";
			case "but found another document" -> "document.syntax.another";
			default -> said.startsWith("expected <block end>")
					? "document.syntax.indentation"
					: said.startsWith("expected ',' or")
							? "document.syntax.bracket"
							: said.startsWith("found unknown escape") ? "document.syntax.escape" : "document.syntax";
		});
	}
}
