package org.fleetdesk.ui.compare;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.compare.Merge;
import org.fleetdesk.ui.table.Palette;

/** The row above a comparison: the filter, what is left out, and what is taken over where. Belongs to the UI thread. */
final class CompareBar {
	private static final int FILTER_WIDTH = 180;
	private final Text filter;
	private final Label count;
	private final Button placeless;
	private final Button toLeft;
	private final Button toRight;
	private final Button allToLeft;
	private final Button allToRight;

	CompareBar(Composite parent, CompareEditor editor) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(7).margins(8, 4).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		filter = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.filter);
		filter.addModifyListener(event -> editor.filter(filter.getText()));
		GridDataFactory.swtDefaults().hint(FILTER_WIDTH, SWT.DEFAULT).applyTo(filter);
		count = new Label(row, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
		placeless = new Button(row, SWT.CHECK);
		placeless.setText(Messages.placeless);
		placeless.setToolTipText(Messages.placeless_tip);
		placeless.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> editor.placeless(placeless.getSelection())));
		allToLeft = button(row, Messages.all_to_left, Messages.all_to_left_tip, () -> editor.copyAll(Hand.LEFT));
		toLeft = button(row, Messages.to_left, Messages.to_left_tip, () -> editor.copy(Hand.LEFT));
		toRight = button(row, Messages.to_right, Messages.to_right_tip, () -> editor.copy(Hand.RIGHT));
		allToRight = button(row, Messages.all_to_right, Messages.all_to_right_tip, () -> editor.copyAll(Hand.RIGHT));
	}

	private static Button button(Composite row, String label, String tip, Runnable work) {
		Button button = new Button(row, SWT.PUSH);
		button.setText(label);
		button.setToolTipText(tip);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
		return button;
	}

	/** Shows what can be done now, and of how many differences how many are shown. */
	void show(Merge merge, int[] counts, boolean left, boolean right) {
		String words = merge.compared().isEmpty()
				? Messages.loading
				: counts[0] == 0
						? Messages.same
						: counts[0] == counts[1]
								? counts[0] == 1 ? Messages.count_one : NLS.bind(Messages.count, counts[0])
								: NLS.bind(Messages.count_of, counts[1], counts[0]);
		if (!count.getText().equals(words)) {
			count.setText(words);
			count.getParent().layout();
		}
		enable(toLeft, left);
		enable(toRight, right);
		enable(allToLeft, counts[1] > 0);
		enable(allToRight, counts[1] > 0);
	}

	private static void enable(Button button, boolean possible) {
		if (button.getEnabled() != possible) {
			button.setEnabled(possible);
		}
	}

	/** Shows whether what belongs to the places is left out. */
	void placeless(boolean wanted) {
		placeless.setSelection(wanted);
	}

	/** The field whose colours the theme sets. */
	Text styled() {
		return filter;
	}

	void themed() {
		count.setForeground(Palette.of(filter).faint());
	}
}
