package org.fleetdesk.core.document;

import java.util.Locale;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/** Characters that YAML forbids. */
final class Characters {
	private Characters() {
	}

	/** The first one of a chunk. */
	static Optional<Problem> problem(String text, Lines lines, Chunk chunk) {
		for (int i = chunk.from(); i < chunk.to(); i++) {
			char c = text.charAt(i);
			if (allowed(c)) {
				continue;
			}
			if (Character.isHighSurrogate(c) && i + 1 < chunk.to() && Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
				continue;
			}
			return Optional.of(Problem.error(lines.range(i, i + 1), c == 0
					? Texts.text("document.character.nul")
					: c == '\ufffd'
							? Texts.text("document.character.encoding")
							: Texts.text("document.character", String.format(Locale.ROOT, "U+%04X", (int) c))));
		}
		return Optional.empty();
	}

	private static boolean allowed(char c) {
		return c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' || c == 0x85
				|| c >= 0xa0 && c < 0xd800 || c >= 0xe000 && c < 0xfffd;
	}
}
