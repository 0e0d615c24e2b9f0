package org.fleetdesk.demo.internal.patch;

/** Says why a patch cannot be used; the text is what the server answers. */
public final class PatchException extends RuntimeException {

	private static final long serialVersionUID = 1;

	PatchException(String message) {
		super(message);
	}
}
