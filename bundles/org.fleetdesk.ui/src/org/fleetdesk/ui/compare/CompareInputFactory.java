package org.fleetdesk.ui.compare;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

import org.jspecify.annotations.Nullable;

/** Makes the inputs of comparisons anew after a restart. */
public final class CompareInputFactory implements IElementFactory {
	static final String ID = "org.fleetdesk.ui.factory.compare";

	@Override
	public @Nullable IAdaptable createElement(IMemento memento) {
		return CompareInput.load(memento);
	}
}
