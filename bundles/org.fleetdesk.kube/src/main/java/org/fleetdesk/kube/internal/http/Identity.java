package org.fleetdesk.kube.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

	/** A text without what proves who asks, should a server have repeated it. */
	String concealed(String text) {
		String safe = text;
		if (authorization.isPresent()) {
			String[] words = authorization.get().split(" ", 2);
			safe = safe.replace(words[1], "***");
			if (words[0].equals("Basic")) {
				String pair = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
				String password = pair.substring(pair.indexOf(':') + 1);
				safe = password.isEmpty() ? safe : safe.replace(password, "***");
			}
		}
		return safe;
	}

	boolean same(Identity other) {
		return authorization.equals(other.authorization) && key.equals(other.key);
	}

	@Override
	public String toString() {
		return source;
	}
}
