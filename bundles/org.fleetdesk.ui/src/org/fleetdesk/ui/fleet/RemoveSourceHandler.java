package org.fleetdesk.ui.fleet;

import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.fleet.FleetNode.FindingsNode;
import org.fleetdesk.ui.fleet.FleetNode.SourceNode;

import org.jspecify.annotations.Nullable;

/** Forgets the kubeconfig that the selected nodes came from, after asking. The standard kubeconfig stays. */
public final class RemoveSourceHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		Set<String> ids = ids(HandlerUtil.getCurrentSelection(event));
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		Fleet fleet = window.getService(Fleet.class);
		fleet.sources().stream().filter(s -> !s.standard() && ids.contains(s.id())).findFirst()
				.filter(s -> confirmed(window, s))
				.ifPresent(s -> window.getService(Errands.class).run(NLS.bind(Messages.remove_failed, s.label()),
						() -> fleet.remove(s)));
		return null;
	}

	@Override
	public void setEnabled(@Nullable Object context) {
		Set<String> ids = ids(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME));
		setBaseEnabled(ids.size() == 1 && !ids.contains(""));
	}

	private static Set<String> ids(@Nullable Object selection) {
		return selection instanceof IStructuredSelection structured
				? structured.stream().map(RemoveSourceHandler::id).collect(Collectors.toSet())
				: Set.of();
	}

	private static String id(@Nullable Object node) {
		return switch (node) {
			case SourceNode source -> source.id();
			case FindingsNode findings -> findings.id();
			case Cluster cluster -> cluster.sourceId();
			case null, default -> "";
		};
	}

	private static boolean confirmed(IWorkbenchWindow window, Source source) {
		return MessageDialog.open(MessageDialog.CONFIRM, window.getShell(), Messages.remove_title, question(source), 0,
				Messages.remove_remove, Messages.remove_keep) == 0;
	}

	private static String question(Source source) {
		int clusters = source.config().contexts().size();
		if (source.demo()) {
			return Messages.remove_question_demo;
		}
		return clusters == 1
				? NLS.bind(Messages.remove_question_one, source.label())
				: NLS.bind(Messages.remove_question_many, source.label(), clusters);
	}
}
