package org.fleetdesk.ui.object;

import java.util.BitSet;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.object.YamlText;

/**
 * An object as YAML for the screen, made off the UI thread. Lines too long for any screen are cut; copying all gives
 * {@link #whole}.
 *
 * @param whole the whole text
 * @param shown the text with long lines cut
 * @param block which lines of it stand in a block scalar
 * @param cut how many lines are cut
 */
record YamlDocument(String whole, String shown, BitSet block, int cut) {
	private static final int LONGEST_LINE = 2_000;

	/** A document of nothing. */
	static final YamlDocument NOTHING = new YamlDocument("", "", new BitSet(), 0);

	/**
	 * How an object is shown.
	 *
	 * @param managed with {@code metadata.managedFields}
	 * @param revealed with the values of a Secret
	 */
	record Options(boolean managed, boolean revealed) {
	}

	/** Makes the text of an object; takes a second for one of many megabytes. */
	static YamlDocument of(JsonNode object, Options options) {
		JsonNode tree = options.revealed() ? object : SecretData.masked(object);
		String whole = options.managed() ? YamlText.of(tree) : YamlText.readable(tree);
		StringBuilder shown = new StringBuilder(whole.length());
		BitSet block = new BitSet();
		int cut = 0;
		int number = 0;
		int blockIndent = -1;
		for (int start = 0; start < whole.length(); number++) {
			int end = whole.indexOf('\n', start);
			end = end < 0 ? whole.length() : end;
			String line = whole.substring(start, end);
			int indent = indent(line);
			boolean inside = blockIndent >= 0 && (line.isBlank() || indent > blockIndent);
			if (inside) {
				block.set(number);
			} else {
				blockIndent = opensBlock(line) ? indent : -1;
			}
			if (line.length() > LONGEST_LINE) {
				cut++;
				shown.append(NLS.bind(Messages.cut, line.substring(0, LONGEST_LINE), line.length() - LONGEST_LINE));
			} else {
				shown.append(line);
			}
			shown.append('\n');
			start = end + 1;
		}
		return new YamlDocument(whole, shown.toString(), block, cut);
	}

	private static int indent(String line) {
		int indent = 0;
		while (indent < line.length() && line.charAt(indent) == ' ') {
			indent++;
		}
		return indent;
	}

	private static boolean opensBlock(String line) {
		int end = line.length();
		while (end > 0 && "+-0123456789".indexOf(line.charAt(end - 1)) >= 0) {
			end--;
		}
		return end > 1 && (line.charAt(end - 1) == '|' || line.charAt(end - 1) == '>') && line.charAt(end - 2) == ' ';
	}
}
