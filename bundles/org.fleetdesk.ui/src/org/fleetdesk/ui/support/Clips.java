package org.fleetdesk.ui.support;

import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;

/** The clipboard. Copying belongs to the UI thread. */
public final class Clips {
	/** Has jobs that copy run one after the other, so that what was copied last stands there in the end. */
	public static final ISchedulingRule IN_TURN = new ISchedulingRule() {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return rule == this;
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return rule == this;
		}
	};

	private Clips() {
	}

	/** Puts a text there; an empty one leaves what is there. */
	public static void copy(String text) {
		if (!text.isEmpty()) {
			Clipboard clipboard = new Clipboard(null);
			clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
			clipboard.dispose();
		}
	}

	/** Puts an image there. */
	public static void copy(ImageData image) {
		Clipboard clipboard = new Clipboard(null);
		clipboard.setContents(new Object[]{image}, new Transfer[]{ImageTransfer.getInstance()});
		clipboard.dispose();
	}
}
