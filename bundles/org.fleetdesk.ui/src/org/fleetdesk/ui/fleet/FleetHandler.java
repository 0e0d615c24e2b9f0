package org.fleetdesk.ui.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.ui.fleet.FleetNode.NamespacesNode;
import org.fleetdesk.ui.fleet.FleetNode.NoteNode;
import org.fleetdesk.ui.fleet.FleetNode.SectionNode;

import org.jspecify.annotations.Nullable;

/** A command on the clusters that are selected in the fleet tree, themselves or by something in them. */
abstract class FleetHandler extends AbstractHandler {

	/** Whether the command makes sense for these clusters. */
	abstract boolean enabledFor(List<Cluster> clusters);

	/** Does it. */
	abstract void run(IWorkbenchWindow window, List<Cluster> clusters);

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		List<Cluster> clusters = clusters(HandlerUtil.getCurrentSelection(event));
		if (enabledFor(clusters)) {
			run(HandlerUtil.getActiveWorkbenchWindowChecked(event), clusters);
		}
		return null;
	}

	@Override
	public void setEnabled(@Nullable Object context) {
		Object selection = HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME);
		setBaseEnabled(enabledFor(clusters(selection)));
	}

	private static List<Cluster> clusters(@Nullable Object selection) {
		Set<Cluster> clusters = new LinkedHashSet<>();
		if (selection instanceof IStructuredSelection structured) {
			for (Object node : structured) {
				switch (node) {
					case Cluster cluster -> clusters.add(cluster);
					case KindNode kind -> clusters.add(kind.cluster());
					case NamespaceNode namespace -> clusters.add(namespace.cluster());
					case NamespacesNode namespaces -> clusters.add(namespaces.cluster());
					case SectionNode section -> clusters.add(section.cluster());
					case NoteNode note -> clusters.add(note.cluster());
					case null, default -> {
						// of no cluster
					}
				}
			}
		}
		return new ArrayList<>(clusters);
	}
}
