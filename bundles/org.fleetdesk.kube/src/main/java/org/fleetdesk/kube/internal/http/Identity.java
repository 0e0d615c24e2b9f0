package org.fleetdesk.kube.internal.http;

import java.util.Objects;
import java.util.Optional;

/**
 * What proves to a server who asks. Not a record, so that it is never printed.
 */
final class Identity {

	private final String source;
	private final Optional<String> authorization;
	private final Optional<ClientKey> key;

	/**
	 * @param source what it is and where it comes from, for messages: "the token in users[dev].token"; empty for nobody
	 * @param authorization value of the header
	 * @param key client certificate
	 */
	Identity(String source, Optional<String> authorization, Optional<ClientKey> key) {
		this.source = Objects.requireNonNull(source);
		this.authorization = Objects.requireNonNull(authorization);
		this.key = Objects.requireNonNull(key);
	}

	String source() {
		return source;
	}

	Optional<String> authorization() {
		return authorization;
	}

	Optional<ClientKey> key() {
		return key;
	}

	boolean same(Identity other) {
		return authorization.equals(other.authorization) && key.equals(other.key);
	}

	@Override
	public String toString() {
		return source;
	}
}
