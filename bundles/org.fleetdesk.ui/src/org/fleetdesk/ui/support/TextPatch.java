package org.fleetdesk.ui.support;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;

/** Changes a text that somebody reads. Belongs to the UI thread. */
public final class TextPatch {
	private TextPatch() {
	}

	/** Puts another text into a field; only what is different is replaced, so that what is selected stays, and the top. */
	public static void put(StyledText field, String newest) {
		String old = field.getText();
		int shorter = Math.min(old.length(), newest.length());
		int start = 0;
		while (start < shorter && old.charAt(start) == newest.charAt(start)) {
			start++;
		}
		int same = 0;
		while (same < shorter - start
				&& old.charAt(old.length() - 1 - same) == newest.charAt(newest.length() - 1 - same)) {
			same++;
		}
		if (start + same < Math.max(old.length(), newest.length())) {
			put(field, start, old.length() - same, newest.substring(start, newest.length() - same));
		}
	}

	/** Puts words into a place of a field. */
	public static void put(StyledText field, int start, int end, String words) {
		Point selection = field.getSelection();
		int top = field.getTopPixel();
		field.replaceTextRange(start, end - start, words);
		if (selection.y > start && selection.x < end) { // else it goes with its text
			int length = field.getCharCount();
			field.setSelection(Math.min(selection.x, length), Math.min(selection.y, length));
		}
		field.setTopPixel(top);
	}
}
