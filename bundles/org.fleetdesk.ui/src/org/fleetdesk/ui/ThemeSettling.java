package org.fleetdesk.ui;

import java.time.Duration;
import java.util.Objects;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Applies a theme's styles once more when the window system has followed the theme: GTK turns light or dark a moment
 * after the styles took their system colours from it. Used on the UI thread; lives as long as the workbench.
 */
final class ThemeSettling {
	private static final Duration MOMENT = Duration.ofMillis(400);
	private final IWorkbench workbench;
	private final IThemeEngine engine;

	private ThemeSettling(IWorkbench workbench, IThemeEngine engine) {
		this.workbench = Objects.requireNonNull(workbench);
		this.engine = Objects.requireNonNull(engine);
	}

	/** Follows the theme from now on. */
	static void follow(IWorkbench workbench, UiExecutor ui) {
		ThemeSettling settling = new ThemeSettling(workbench, workbench.getService(IThemeEngine.class));
		Runnable later = ui.afterPause(MOMENT, settling::again);
		workbench.getService(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED, e -> later.run());
	}

	private void again() {
		for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
			engine.applyStyles(window.getShell(), true);
		}
	}
}
