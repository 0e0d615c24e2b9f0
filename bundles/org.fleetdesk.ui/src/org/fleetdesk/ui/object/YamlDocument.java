package org.fleetdesk.ui.object;

import java.util.BitSet;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.object.YamlText;
import org.fleetdesk.ui.yaml.YamlBlocks;

/**
 * An object as YAML for the screen, made off the UI thread. Lines too long for any screen are cut; copying all gives
 * {@link #whole}.
 *
 * @param whole the whole text
 * @param shown the text with long lines cut
 * @param block which lines of it stand in a block scalar
 * @param cut how many lines are cut
 * @param options how it is shown
 */
record YamlDocument(String whole, String shown, BitSet block, int cut, Options options) {
	private static final int LONGEST_LINE = 2_000;

	/** A document of nothing. */
	static final YamlDocument NOTHING = new YamlDocument("", "", new BitSet(), 0, Options.PLAIN);

	/**
	 * How an object is shown.
	 *
	 * @param managed with {@code metadata.managedFields}
	 * @param revealed with the values of a Secret
	 * @param uncut with lines too long for any screen
	 */
	record Options(boolean managed, boolean revealed, boolean uncut) {
		/** To be read. */
		static final Options PLAIN = new Options(false, false, false);
		/** To be edited. */
		static final Options EDIT = new Options(false, true, true);

		Options managed(boolean wanted) {
			return new Options(wanted, revealed, uncut);
		}

		Options revealed(boolean wanted) {
			return new Options(managed, wanted, uncut);
		}

		Options uncut(boolean wanted) {
			return new Options(managed, revealed, wanted);
		}
	}

	/** Makes the text of an object; takes a second for one of many megabytes. */
	static YamlDocument of(JsonNode object, Options options) {
		JsonNode tree = options.revealed() ? object : SecretData.masked(object);
		String whole = options.managed() ? YamlText.of(tree) : YamlText.readable(tree);
		StringBuilder shown = new StringBuilder(whole.length());
		int cut = 0;
		for (int start = 0; start < whole.length();) {
			int end = whole.indexOf('\n', start);
			end = end < 0 ? whole.length() : end;
			if (end - start > LONGEST_LINE) {
				cut++;
				shown.append(NLS.bind(Messages.cut, whole.substring(start, start + LONGEST_LINE),
						end - start - LONGEST_LINE));
			} else {
				shown.append(whole, start, end);
			}
			shown.append('\n');
			start = end + 1;
		}
		String text = cut == 0 || options.uncut() ? whole : shown.toString();
		return new YamlDocument(whole, text, YamlBlocks.of(text), options.uncut() ? 0 : cut, options);
	}
}
