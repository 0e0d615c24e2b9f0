package org.fleetdesk.kube.internal.json;

import java.io.Serial;

import com.fasterxml.jackson.core.JsonProcessingException;

/** JSON that is well formed but not what it should be. The message completes "the answer is not what it should be: ...". */
public final class Malformed extends JsonProcessingException {

	@Serial
	private static final long serialVersionUID = 1L;

	/** Says what is wrong, as half a sentence without content of the answer. */
	public Malformed(String message) {
		super(message);
	}
}
