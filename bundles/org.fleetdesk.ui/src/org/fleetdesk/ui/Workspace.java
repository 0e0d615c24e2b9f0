package org.fleetdesk.ui;

import java.io.File;
import java.io.IOException;

import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;

/**
 * The folder in which one window keeps how it looks, held by that window alone. Thread-confined to the program's main
 * thread, which closes it; taking it makes the folder and a lock file.
 *
 * @param refusal one sentence to show if it cannot be had, else empty
 */
record Workspace(Location location, String refusal) implements AutoCloseable {

	/** Takes the workspace that the program was started with. */
	static Workspace taken(Location location) {
		String folder = new File(location.getURL().getPath()).toString(); // not encoded, and Path refuses /C:/
		try {
			return new Workspace(location, location.lock() ? "" : NLS.bind(Messages.workspace_taken, folder));
		} catch (IOException e) {
			return new Workspace(location, NLS.bind(Messages.workspace_unwritable, folder));
		}
	}

	/** Leaves it to the next; a workspace that was refused stays with whom it belongs to. */
	@Override
	public void close() {
		if (refusal.isEmpty()) {
			location.release();
		}
	}
}
