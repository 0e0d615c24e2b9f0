package org.fleetdesk.kube.config;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an API server is and how it is trusted: the "cluster" of a kubeconfig.
 *
 * @param name the entry's name
 * @param url scheme, host, port and path prefix
 * @param authority certificates that sign the server's, if not the system's
 * @param insecure whether any certificate is taken ({@code insecure-skip-tls-verify})
 * @param tlsServerName the name expected in the certificate, if not the host's
 * @param proxy the proxy to use for this server, if one is named
 */
public record KubeServer(String name, URI url, Optional<Material> authority, boolean insecure,
		Optional<String> tlsServerName, Optional<URI> proxy) {
	public KubeServer {
		Objects.requireNonNull(name);
		Objects.requireNonNull(url);
		Objects.requireNonNull(authority);
		Objects.requireNonNull(tlsServerName);
		Objects.requireNonNull(proxy);
	}

	/** Without the proxy, whose URL may hold a password. */
	@Override
	public String toString() {
		return name + " (" + url + ")";
	}
}
