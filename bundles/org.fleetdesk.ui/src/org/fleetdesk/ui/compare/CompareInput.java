package org.fleetdesk.ui.compare;

import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import org.fleetdesk.core.compare.Hand;

import org.jspecify.annotations.Nullable;

/** Two sides to be compared. Equal by both, so that two objects have one editor. Survives a restart. */
public final class CompareInput implements IEditorInput, IPersistableElement {
	private final SideRef left;
	private final SideRef right;

	/** An input. */
	public CompareInput(SideRef left, SideRef right) {
		this.left = Objects.requireNonNull(left);
		this.right = Objects.requireNonNull(right);
	}

	/** One of the sides. */
	public SideRef side(Hand hand) {
		return hand == Hand.LEFT ? left : right;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public @Nullable ImageDescriptor getImageDescriptor() {
		return null;
	}

	@Override
	public String getName() {
		return left.title().equals(right.title())
				? left.title()
				: NLS.bind(Messages.title_both, left.title(), right.title());
	}

	@Override
	public IPersistableElement getPersistable() {
		return this;
	}

	@Override
	public String getToolTipText() {
		return NLS.bind(Messages.title_both, left.title(), right.title());
	}

	@Override
	public String getFactoryId() {
		return CompareInputFactory.ID;
	}

	@Override
	public void saveState(IMemento memento) {
		left.save(memento.createChild(Hand.LEFT.name()));
		right.save(memento.createChild(Hand.RIGHT.name()));
	}

	static @Nullable CompareInput load(IMemento memento) {
		SideRef left = SideRef.load(memento.getChild(Hand.LEFT.name()));
		SideRef right = SideRef.load(memento.getChild(Hand.RIGHT.name()));
		return left == null || right == null ? null : new CompareInput(left, right);
	}

	@Override
	public <T> @Nullable T getAdapter(Class<T> type) {
		return null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CompareInput o && left.equals(o.left) && right.equals(o.right);
	}

	@Override
	public int hashCode() {
		return Objects.hash(left, right);
	}
}
