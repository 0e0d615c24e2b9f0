package org.fleetdesk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

import org.jspecify.annotations.Nullable;

/**
 * A key context and handlers of the workbench's own commands (copy, select all) that hold while one control has the focus:
 * so that single letters are keys in a table and letters in a text field beside it.
 */
public final class FocusScope {
	private final IContextService contexts;
	private final IHandlerService handlers;
	private final Optional<String> context;
	private final Map<String, IHandler> commands;
	private final List<IContextActivation> contextsActive = new ArrayList<>();
	private final List<IHandlerActivation> handlersActive = new ArrayList<>();

	/** Holds while the control has the focus; commands are handlers by command id. */
	public FocusScope(IServiceLocator site, Control control, String context, Map<String, IHandler> commands) {
		this(site, control, Optional.of(context), commands);
	}

	/** What the Edit menu and its keys do while a control has the focus that shows something and is not edited. */
	public static void edit(IServiceLocator site, Control control, Runnable copy, Runnable selectAll) {
		new FocusScope(site, control, Optional.empty(), Map.of(IWorkbenchCommandConstants.EDIT_COPY, handler(copy),
				IWorkbenchCommandConstants.EDIT_SELECT_ALL, handler(selectAll)));
	}

	private FocusScope(IServiceLocator site, Control control, Optional<String> context,
			Map<String, IHandler> commands) {
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
		context.map(contexts::activateContext).ifPresent(contextsActive::add);
		commands.forEach((id, handler) -> handlersActive.add(handlers.activateHandler(id, handler)));
	}

	private void leave() {
		contextsActive.forEach(contexts::deactivateContext);
		contextsActive.clear();
		handlersActive.forEach(handlers::deactivateHandler);
		handlersActive.clear();
	}
}
