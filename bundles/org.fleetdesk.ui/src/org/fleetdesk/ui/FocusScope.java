package org.fleetdesk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

import org.jspecify.annotations.Nullable;

/**
 * A key context and handlers of the workbench's own commands (copy, select all) that hold while one control has the focus:
 * so that single letters are keys in a table and letters in a text field beside it.
 */
public final class FocusScope {
	private final IContextService contexts;
	private final IHandlerService handlers;
	private final String context;
	private final Map<String, IHandler> commands;
	private final List<IContextActivation> contextsActive = new ArrayList<>();
	private final List<IHandlerActivation> handlersActive = new ArrayList<>();

	/** Holds while the control has the focus; commands are handlers by command id. */
	public FocusScope(IWorkbenchPartSite site, Control control, String context, Map<String, IHandler> commands) {
		contexts = site.getService(IContextService.class);
		handlers = site.getService(IHandlerService.class);
		this.context = context;
		this.commands = Map.copyOf(commands);
		control.addListener(SWT.FocusIn, event -> enter());
		control.addListener(SWT.FocusOut, event -> leave());
		control.addListener(SWT.Dispose, event -> leave());
	}

	/** A handler that does one thing, always. */
	public static IHandler handler(Runnable work) {
		return handler(() -> true, work);
	}

	/** A handler that does one thing while it is possible. */
	public static IHandler handler(BooleanSupplier possible, Runnable work) {
		return new AbstractHandler() {
			@Override
			public @Nullable Object execute(ExecutionEvent event) {
				work.run();
				return null;
			}

			@Override
			public boolean isEnabled() {
				return possible.getAsBoolean();
			}
		};
	}

	private void enter() {
		leave();
		contextsActive.add(contexts.activateContext(context));
		commands.forEach((id, handler) -> handlersActive.add(handlers.activateHandler(id, handler)));
	}

	private void leave() {
		contextsActive.forEach(contexts::deactivateContext);
		contextsActive.clear();
		handlersActive.forEach(handlers::deactivateHandler);
		handlersActive.clear();
	}
}
