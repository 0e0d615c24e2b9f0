package org.fleetdesk.ui.login;

import java.net.URI;

/** Opens a page in the person's browser. Called on the UI thread; returns at once. A service of the workbench. */
@FunctionalInterface
public interface PageOpener {

	/** Opens a page; false if there is no browser. */
	boolean open(URI page);
}
