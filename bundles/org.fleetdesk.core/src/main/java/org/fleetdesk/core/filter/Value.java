package org.fleetdesk.core.filter;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind a key, or alone: a text, or a regular expression.
 *
 * @param text the text without quotes or slashes
 * @param quoted whether it stood in quotes, so that nothing in it is a sign
 * @param expression the compiled expression, if it is one
 */
record Value(String text, boolean quoted, @Nullable Expression expression) {

	/** A test for this text in any place; with a glob, {@code anchored} means the whole text, as it does in values. */
	TextTest within(boolean anchored) {
		if (expression != null) {
			return expression.test();
		} else if (!quoted && Characters.globs(text)) {
			return Characters.glob(anchored ? text : "*" + text + "*");
		}
		return text.isEmpty() ? (all, from, to) -> TextTest.nothing(all) : Characters.within(text);
	}

	/** A test for this text and nothing else. */
	TextTest whole() {
		if (expression != null) {
			return expression.test();
		} else if (!quoted && Characters.globs(text)) {
			return Characters.glob(text);
		}
		return text.isEmpty() ? (all, from, to) -> TextTest.nothing(all) : Characters.whole(text);
	}
}
