package org.fleetdesk.ui.fleet;

import java.util.List;
import java.util.Objects;

import org.fleetdesk.ui.support.Clips;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Cluster;

import org.jspecify.annotations.Nullable;

/** Copies the names of what is selected in the fleet tree, one a line. */
public final class CopyNameHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(ExecutionEvent event) {
		if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
			List<String> names = selection.stream().map(CopyNameHandler::name).filter(Objects::nonNull).toList();
			if (!names.isEmpty()) {
				Clips.copy(String.join("\n", names));
			}
		}
		return null;
	}

	private static @Nullable String name(@Nullable Object node) {
		return switch (node) {
			case Cluster cluster -> cluster.context().name();
			case KindNode kind -> kind.type().qualifiedName();
			case NamespaceNode namespace -> namespace.namespace();
			case null, default -> null;
		};
	}
}
