package org.fleetdesk.ui.yaml;

import java.util.BitSet;

/** Which lines of a text of YAML stand in block scalars, where nothing is a key or a comment. */
public final class YamlBlocks {
	private YamlBlocks() {
	}

	/** The numbers of such lines, from 0; one pass over the text. */
	public static BitSet of(String text) {
		BitSet block = new BitSet();
		int number = 0;
		int blockIndent = -1;
		for (int start = 0; start < text.length(); number++) {
			int end = text.indexOf('\n', start);
			end = end < 0 ? text.length() : end;
			String line = text.substring(start, end);
			int indent = LineEdits.indent(line);
			if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
				block.set(number);
			} else {
				blockIndent = opens(line) ? indent : -1;
			}
			start = end + 1;
		}
		return block;
	}

	private static boolean opens(String line) {
		int end = line.length();
		while (end > 0 && "+-0123456789".indexOf(line.charAt(end - 1)) >= 0) {
			end--;
		}
		return end > 1 && (line.charAt(end - 1) == '|' || line.charAt(end - 1) == '>') && line.charAt(end - 2) == ' ';
	}
}
