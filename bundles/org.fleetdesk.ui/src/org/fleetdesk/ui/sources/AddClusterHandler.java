package org.fleetdesk.ui.sources;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import org.jspecify.annotations.Nullable;

/** Asks for kubeconfigs to add. */
public final class AddClusterHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		AddClusterDialog.open(HandlerUtil.getActiveWorkbenchWindowChecked(event), List.of());
		return null;
	}
}
