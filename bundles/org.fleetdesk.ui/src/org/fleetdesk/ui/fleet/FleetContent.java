package org.fleetdesk.ui.fleet;

import org.eclipse.jface.viewers.ITreeContentProvider;

import org.jspecify.annotations.Nullable;

/** Gives the viewer the nodes of the tree that is shown. Used on the UI thread. */
final class FleetContent implements ITreeContentProvider {
	private FleetTree tree = FleetTree.EMPTY;

	/** The tree that is shown. */
	FleetTree tree() {
		return tree;
	}

	/** Shows another tree from the viewer's next refresh on. */
	void tree(FleetTree newest) {
		tree = newest;
	}

	@Override
	public Object[] getElements(@Nullable Object input) {
		return tree.roots().toArray();
	}

	@Override
	public Object[] getChildren(Object node) {
		return tree.children(node).toArray();
	}

	@Override
	public @Nullable Object getParent(Object node) {
		return tree.parent(node);
	}

	@Override
	public boolean hasChildren(Object node) {
		return !tree.children(node).isEmpty();
	}
}
