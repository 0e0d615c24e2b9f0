package org.fleetdesk.kube.internal.oidc;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Asks an issuer, whose answers are JSON objects of bounded size that come within a bounded time. Blocks, interruptibly.
 * Safe for any thread.
 */
public interface IssuerHttp {

	/** User and password of a client. */
	record Basic(String user, String password) {
		@Override
		public String toString() {
			return user;
		}
	}

	/**
	 * An answer.
	 *
	 * @param code HTTP status
	 * @param body the object; empty if the answer is an error without one
	 * @param said what the body says about an error, fit to be shown; may be empty
	 */
	record Reply(int code, JsonNode body, String said) {
		boolean good() {
			return code / 100 == 2;
		}

		/** The issuer's word for the error, or empty. */
		String error() {
			return body.path("error").asText("");
		}
	}

	/** Gets a document. */
	Reply get(URI url) throws LoginFailed, InterruptedException;

	/** Posts a form. */
	Reply post(URI url, Map<String, String> form, Optional<Basic> client) throws LoginFailed, InterruptedException;
}
