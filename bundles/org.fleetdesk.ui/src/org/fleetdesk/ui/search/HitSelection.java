package org.fleetdesk.ui.search;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;

/** The selected results as the workbench's selection: elements are {@link org.fleetdesk.core.search.Hit}s. */
final class HitSelection implements ISelectionProvider {
	private final ResultTable table;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

	HitSelection(ResultTable table) {
		this.table = table;
		table.table().addListener(SWT.Selection, e -> {
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
		// results are selected by those who look at them
	}
}
