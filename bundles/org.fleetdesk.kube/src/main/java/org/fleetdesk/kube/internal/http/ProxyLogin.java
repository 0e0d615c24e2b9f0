package org.fleetdesk.kube.internal.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** User name and password for a proxy. Not a record, so that it is never printed. */
final class ProxyLogin {

	private final String user;
	private final String password;

	private ProxyLogin(String user, String password) {
		this.user = user;
		this.password = password;
	}

	/** What stands before the host in a proxy's URL. */
	static Optional<ProxyLogin> of(URI proxy) {
		if (proxy.getRawUserInfo() == null) {
			return Optional.empty();
		}
		String[] parts = proxy.getRawUserInfo().split(":", 2);
		return Optional.of(new ProxyLogin(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])));
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	String user() {
		return user;
	}

	String password() {
		return password;
	}

	@Override
	public String toString() {
		return "a proxy login";
	}
}
