package org.fleetdesk.ui.apply;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

import org.jspecify.annotations.Nullable;

/** Makes the inputs of texts to apply anew after a restart. */
public final class ApplyInputFactory implements IElementFactory {
	static final String ID = "org.fleetdesk.ui.factory.apply";

	@Override
	public @Nullable IAdaptable createElement(IMemento memento) {
		return ApplyInput.load(memento);
	}
}
