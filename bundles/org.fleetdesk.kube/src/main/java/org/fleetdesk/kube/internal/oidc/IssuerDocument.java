package org.fleetdesk.kube.internal.oidc;

import java.net.URI;
import java.util.Optional;

import org.fleetdesk.kube.config.OidcFields;
import org.fleetdesk.kube.internal.text.Texts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an issuer says about itself in its discovery document.
 *
 * @param authorize where a browser logs in
 * @param token where tokens are given
 * @param device where a login from another device begins
 * @param postsSecret whether the client's secret has to stand in the form
 * @param offline whether a refresh token has to be asked for by the scope {@code offline_access}
 */
record IssuerDocument(Optional<URI> authorize, URI token, Optional<URI> device, boolean postsSecret, boolean offline) {

	static IssuerDocument read(URI issuer, IssuerHttp http) throws LoginFailed, InterruptedException {
		String base = issuer.toString().replaceFirst("/+$", "");
		IssuerHttp.Reply reply = http.get(URI.create(base + "/.well-known/openid-configuration"));
		if (!reply.good()) {
			throw LoginFailed.refused(Texts.text("oidc.discovery.code", reply.code()));
		}
		JsonNode body = reply.body();
		if (!body.path("issuer").asText("").replaceFirst("/+$", "").equals(base)) {
			throw LoginFailed.refused(Texts.text("oidc.discovery.other"));
		}
		Optional<URI> token = endpoint(body, "token_endpoint");
		return new IssuerDocument(endpoint(body, "authorization_endpoint"),
				token.orElseThrow(() -> LoginFailed.refused(Texts.text("oidc.discovery.notoken"))),
				endpoint(body, "device_authorization_endpoint"), postsSecret(body),
				!body.has("scopes_supported") || holds(body.path("scopes_supported"), "offline_access"));
	}

	private static boolean postsSecret(JsonNode body) {
		JsonNode methods = body.path("token_endpoint_auth_methods_supported");
		return holds(methods, "client_secret_post") && !holds(methods, "client_secret_basic");
	}

	private static boolean holds(JsonNode list, String word) {
		for (JsonNode item : list) {
			if (item.asText().equals(word)) {
				return true;
			}
		}
		return false;
	}

	private static Optional<URI> endpoint(JsonNode body, String field) throws LoginFailed {
		String text = body.path(field).asText("");
		Optional<URI> url = OidcFields.url(text);
		if (!text.isEmpty() && url.isEmpty()) {
			throw LoginFailed.refused(Texts.text("oidc.discovery.unsafe", field));
		}
		return url;
	}
}
