package org.fleetdesk.kube.internal.json;

import java.io.IOException;
import java.io.Serial;

/** A Status in the middle of an answer: the server gives up on a request that it had accepted. */
public final class StatusReceived extends IOException {

	@Serial
	private static final long serialVersionUID = 1L;
	private final int code;
	private final String reason;

	/** A status with its HTTP code, reason and message as the server gave them. */
	public StatusReceived(int code, String reason, String message) {
		super(message);
		this.code = code;
		this.reason = reason;
	}

	/** The HTTP code in the status. */
	public int code() {
		return code;
	}

	/** The machine-readable reason, or empty. */
	public String reason() {
		return reason;
	}
}
