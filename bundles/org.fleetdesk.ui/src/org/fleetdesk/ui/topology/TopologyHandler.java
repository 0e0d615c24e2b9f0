package org.fleetdesk.ui.topology;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.fleet.NamespaceNode;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectInput;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** Opens the Topology view for what is selected: a namespace, or the application of an object. */
public final class TopologyHandler extends AbstractHandler {
	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		Object what = selected(event);
		TopologyView view = TopologyOpener
				.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
		switch (what) {
			case NamespaceNode node -> view.show(node.cluster().id(), node.namespace());
			case ObjectRef ref -> view.about(ref);
			case null, default -> {
				// the view says what can be shown
			}
		}
		return null;
	}

	private static @Nullable Object selected(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof ObjectEditor editor
				&& editor.getEditorInput() instanceof ObjectInput input) {
			return input.ref();
		}
		Object first = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection some
				? some.getFirstElement()
				: null;
		return switch (first) {
			case Line line -> ObjectRef.of(line);
			case Hit.OfObject hit -> new ObjectRef(hit.cluster().id(), KindKey.of(hit.type()), hit.type().kind(),
					hit.row().namespace(), hit.row().name());
			case NamespaceNode node -> node;
			case null, default -> null;
		};
	}
}
