package org.fleetdesk.ui.object;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

import org.jspecify.annotations.Nullable;

/** Makes the inputs of objects' editors anew after a restart. */
public final class ObjectInputFactory implements IElementFactory {
	static final String ID = "org.fleetdesk.ui.factory.object";

	@Override
	public @Nullable IAdaptable createElement(IMemento memento) {
		return ObjectInput.load(memento);
	}
}
