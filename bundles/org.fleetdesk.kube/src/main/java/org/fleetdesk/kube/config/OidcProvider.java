package org.fleetdesk.kube.config;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A login by OpenID Connect: the auth-provider "oidc" of a kubeconfig. Equal if it is the same login, whatever tokens it
 * holds by now.
 *
 * @param issuer who says who somebody is; https, or http on loopback
 * @param clientId what this program is to the issuer
 * @param clientSecret the client's secret, if it has one
 * @param authority certificates that sign the issuer's, if not the system's
 * @param scopes asked for besides {@code openid}
 * @param tokens where the tokens stand
 */
public record OidcProvider(URI issuer, String clientId, Optional<Material.Inline> clientSecret,
		Optional<Material> authority,
		List<String> scopes, KubeconfigTokens tokens) {
	public OidcProvider {
		Objects.requireNonNull(issuer);
		Objects.requireNonNull(clientId);
		Objects.requireNonNull(clientSecret);
		Objects.requireNonNull(authority);
		scopes = List.copyOf(scopes);
		Objects.requireNonNull(tokens);
	}

	@Override
	public String toString() {
		return clientId + " at " + issuer;
	}
}
