package org.fleetdesk.ui.topology;

import java.time.Duration;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.fleetdesk.ui.UiExecutor;

/** What stands above a topology: what is shown, a filter, whether workloads are folded, and how large it is. Belongs to the UI thread. */
public final class TopologyBar {
	/** What the view does when something is asked for here. */
	interface Owner {
		/** Shows what has these words. */
		void narrow(String words);

		/** Has workloads stand for what they own, or not. */
		void fold(boolean folded);

		/** Shows all of it. */
		void fit();

		/** Shows it larger. */
		void larger();

		/** Shows it smaller. */
		void smaller();

		/** Asks for a file and writes the drawing to it. */
		void export();
	}

	private static final Duration PAUSE = Duration.ofMillis(200);
	private static final int SHORTEST = 80; // points, where there is little room

	private final Label place;
	private final Text filter;
	private final ToolItem folded;

	/** A bar below a parent with a grid layout. */
	TopologyBar(Composite parent, Owner owner) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		place = new Label(bar, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).minSize(SHORTEST, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
				.applyTo(place);
		filter = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.bar_filter_hint);
		filter.setToolTipText(Messages.bar_filter_tip);
		GridDataFactory.fillDefaults().grab(true, false).minSize(SHORTEST, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
				.applyTo(filter);
		Runnable narrowed = UiExecutor.of(filter).afterPause(PAUSE, () -> owner.narrow(filter.getText().strip()));
		filter.addModifyListener(event -> narrowed.run());
		filter.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ESC) {
				filter.setText("");
			}
		});
		ToolBar tools = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
		folded = new ToolItem(tools, SWT.CHECK);
		folded.setText(Messages.bar_fold);
		folded.setToolTipText(Messages.bar_fold_tip);
		folded.setSelection(true);
		folded.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> owner.fold(folded.getSelection())));
		item(tools, "\u2212", Messages.bar_smaller, owner::smaller);
		item(tools, "+", Messages.bar_larger, owner::larger);
		item(tools, Messages.bar_fit, Messages.bar_fit_tip, owner::fit);
		item(tools, Messages.bar_export, Messages.bar_export_tip, owner::export);
	}

	private static void item(ToolBar tools, String text, String tip, Runnable work) {
		ToolItem item = new ToolItem(tools, SWT.PUSH);
		item.setText(text);
		item.setToolTipText(tip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> work.run()));
	}

	/** Says what is shown. */
	void place(String text) {
		if (!place.getText().equals(text)) {
			place.setText(text);
			place.setToolTipText(text);
			place.getParent().layout();
		}
	}

	/** The filter. */
	public Text filter() {
		return filter;
	}

	/** What it says is shown, for tests. */
	public String placed() {
		return place.getText();
	}

	/** Whether workloads are to stand for what they own. */
	boolean folded() {
		return folded.getSelection();
	}
}
