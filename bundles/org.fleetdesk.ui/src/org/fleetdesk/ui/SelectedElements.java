package org.fleetdesk.ui;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is selected in a table of a part as the workbench's selection. Belongs to the UI thread. */
public final class SelectedElements implements ISelectionProvider {
	private final Supplier<? extends List<?>> elements;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

	/** The selection of a table that gives its selected elements in order. */
	public SelectedElements(Supplier<? extends List<?>> elements) {
		this.elements = elements;
	}

	/** Other elements are selected, or they changed. */
	public void changed() {
		SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
		listeners.forEach(listener -> listener.selectionChanged(event));
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
		return new StructuredSelection(elements.get());
	}

	@Override
	public void setSelection(ISelection selection) {
		// elements are selected by those who look at them
	}
}
