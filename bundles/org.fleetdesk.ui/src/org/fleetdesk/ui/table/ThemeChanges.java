package org.fleetdesk.ui.table;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.event.EventHandler;

/** Tells when the theme has changed, to those that the style sheets do not reach. Belongs to the UI thread. */
public final class ThemeChanges {
	private static final String TOPIC = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";

	private ThemeChanges() {
	}

	/** Runs work after every change of the theme until the control is disposed. */
	public static void follow(IServiceLocator site, Control control, Runnable work) {
		IEventBroker broker = site.getService(IEventBroker.class);
		EventHandler handler = event -> {
			if (!control.isDisposed()) {
				work.run();
			}
		};
		broker.subscribe(TOPIC, handler);
		control.addListener(SWT.Dispose, event -> broker.unsubscribe(handler));
	}
}
