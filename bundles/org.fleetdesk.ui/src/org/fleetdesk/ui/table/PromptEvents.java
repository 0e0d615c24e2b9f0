package org.fleetdesk.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.conflation.EventConflaterChain;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.IVisualChangeEvent;
import org.eclipse.swt.widgets.Widget;

import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/**
 * Paints a table when events say that it looks otherwise; several at once are one painting. NatTable's own chain looks for
 * events fifty times a second in every table that is open, whether anything happens or not, and measures the scroll bars
 * anew at every event. Belongs to the UI thread.
 */
final class PromptEvents extends EventConflaterChain {
	private final Runnable soon;
	private @Nullable NatTable table;
	private boolean structural;

	/**
	 * A chain of nothing yet.
	 *
	 * @param part what the table belongs to
	 */
	PromptEvents(Widget part) {
		soon = UiExecutor.of(part).coalescing(this::handOn);
	}

	/** Whose events it hands on. */
	void of(NatTable owner) {
		table = owner;
	}

	@Override
	public void addEvent(ILayerEvent event) {
		if (event instanceof IVisualChangeEvent) {
			structural |= event instanceof IStructuralChangeEvent;
			soon.run();
		}
	}

	private void handOn() {
		if (table != null && !table.isDisposed()) {
			if (structural) {
				table.updateResize();
			} else {
				table.redraw();
			}
			structural = false;
		}
	}

	@Override
	public void start() {
		// nothing runs while nothing happens
	}

	@Override
	public void stop() {
		// nothing runs
	}
}
