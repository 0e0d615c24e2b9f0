package org.fleetdesk.ui.objects;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

import org.fleetdesk.ui.table.LiveTable;

/**
 * The selected lines of a table as the workbench's selection: elements are {@link org.fleetdesk.core.live.Line}s. Belongs to
 * the UI thread.
 */
public final class LineSelectionProvider implements ISelectionProvider {
	private final LiveTable table;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

	/** Of a table. */
	public LineSelectionProvider(LiveTable table) {
		this.table = table;
		table.onSelection(() -> {
			SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
			listeners.forEach(listener -> listener.selectionChanged(event));
		});
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		listeners.remove(listener);
	}

	@Override
	public ISelection getSelection() {
		return new StructuredSelection(table.selection());
	}

	@Override
	public void setSelection(ISelection selection) {
		// lines are selected by those who look at them
	}
}
