package org.fleetdesk.demo.internal.store;

/** Says that changes after a revision are no longer known. */
public final class ExpiredException extends Exception {

	private static final long serialVersionUID = 1;

	private final long oldest;

	ExpiredException(long oldest) {
		super("the changes before revision " + oldest + " are forgotten");
		this.oldest = oldest;
	}

	/** The oldest revision after which all changes are known. */
	public long oldest() {
		return oldest;
	}
}
