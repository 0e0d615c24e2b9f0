package org.fleetdesk.ui.yaml;

import java.util.LinkedHashMap;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/** Asks what shall become of a text that was typed when its editor closes. */
public final class ClosePrompt {

	/** What becomes of it. */
	public enum Answer {
		/** It is brought to where it belongs, then the editor closes. */
		SAVE,
		/** It is kept as a draft. */
		KEEP,
		/** It is forgotten. */
		DISCARD,
		/** The editor stays open. */
		STAY
	}

	private ClosePrompt() {
	}

	/** Asks, on the UI thread. */
	public static Answer ask(Shell shell, String name) {
		LinkedHashMap<String, Answer> answers = new LinkedHashMap<>();
		answers.put(Messages.close_save, Answer.SAVE);
		answers.put(Messages.close_keep, Answer.KEEP);
		answers.put(Messages.close_discard, Answer.DISCARD);
		answers.put(Messages.close_stay, Answer.STAY);
		MessageDialog dialog = new MessageDialog(shell, Messages.close_title, null,
				NLS.bind(Messages.close_question, name), MessageDialog.QUESTION, 1,
				answers.keySet().toArray(String[]::new));
		int chosen = dialog.open();
		return chosen == SWT.DEFAULT ? Answer.STAY : List.copyOf(answers.values()).get(chosen);
	}
}
