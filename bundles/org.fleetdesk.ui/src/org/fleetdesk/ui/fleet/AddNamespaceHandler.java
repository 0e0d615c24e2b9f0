package org.fleetdesk.ui.fleet;

import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.Errands;

/** Asks for the name of a namespace that the selected cluster does not tell, and remembers it. */
public final class AddNamespaceHandler extends FleetHandler {
	private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.size() == 1;
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		ask(window, clusters.getFirst());
	}

	static void ask(IWorkbenchWindow window, Cluster cluster) {
		InputDialog dialog = new InputDialog(window.getShell(), Messages.namespace_title,
				NLS.bind(Messages.namespace_question, cluster.name()), "",
				text -> NAME.matcher(text).matches() ? null : text.isEmpty() ? "" : Messages.namespace_invalid);
		if (dialog.open() == Window.OK) {
			Fleet fleet = window.getService(Fleet.class);
			String name = dialog.getValue();
			window.getService(Errands.class).run(NLS.bind(Messages.namespace_failed, name),
					() -> fleet.addNamespace(cluster, name));
		}
	}
}
