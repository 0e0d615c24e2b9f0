package org.fleetdesk.core.operation;

/** A step was interrupted while it waited to begin: nothing was done. */
final class Cancelled extends RuntimeException {
	private static final long serialVersionUID = 1L;

	Cancelled(InterruptedException cause) {
		super(cause);
	}
}
