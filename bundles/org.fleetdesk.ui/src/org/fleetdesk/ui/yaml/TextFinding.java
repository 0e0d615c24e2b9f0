package org.fleetdesk.ui.yaml;

import java.util.function.Supplier;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.FindReplaceDocumentAdapter;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.jface.text.IFindReplaceTargetExtension3;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;

/** Has the workbench's find dialog search a text that is only read. Belongs to the UI thread. */
public final class TextFinding implements IFindReplaceTarget, IFindReplaceTargetExtension3 {
	private final Supplier<StyledText> text;

	/** Searches the text that is given when it is searched. */
	public TextFinding(Supplier<StyledText> text) {
		this.text = text;
	}

	@Override
	public boolean canPerformFind() {
		return text.get().getCharCount() > 0;
	}

	@Override
	public int findAndSelect(int offset, String words, boolean forward, boolean caseSensitive, boolean wholeWord) {
		return findAndSelect(offset, words, forward, caseSensitive, wholeWord, false);
	}

	@Override
	public int findAndSelect(int offset, String words, boolean forward, boolean caseSensitive, boolean wholeWord,
			boolean regular) {
		StyledText searched = text.get();
		try {
			IRegion found = new FindReplaceDocumentAdapter(new Document(searched.getText())).find(offset, words,
					forward, caseSensitive, wholeWord, regular);
			if (found == null) {
				return -1;
			}
			searched.setSelection(found.getOffset(), found.getOffset() + found.getLength());
			return found.getOffset();
		} catch (BadLocationException e) { // behind the end
			return -1;
		}
	}

	@Override
	public Point getSelection() {
		return text.get().getSelectionRange();
	}

	@Override
	public String getSelectionText() {
		return text.get().getSelectionText();
	}

	@Override
	public boolean isEditable() {
		return false;
	}

	@Override
	public void replaceSelection(String words) {
		throw new UnsupportedOperationException("the text is read");
	}

	@Override
	public void replaceSelection(String words, boolean regular) {
		replaceSelection(words);
	}
}
