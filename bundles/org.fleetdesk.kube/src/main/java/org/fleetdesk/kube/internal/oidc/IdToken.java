package org.fleetdesk.kube.internal.oidc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.fleetdesk.kube.internal.text.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An ID token. Its signature is not verified: a token is taken only from the kubeconfig, which the user trusts, or from
 * the issuer's token endpoint over TLS, where OpenID Connect Core 3.1.3.7 lets TLS stand for it; and whoever is asked to
 * believe it, the API server, verifies it. Not a record, so that it is never printed. Immutable.
 */
final class IdToken {

	private static final ObjectMapper JSON = new ObjectMapper();
	/** How long before its end a token is no longer used: this, or a tenth of its life if that is shorter. */
	private static final Duration MARGIN = Duration.ofMinutes(1);

	private final String text;
	private final JsonNode claims;
	private final Instant expires;

	private IdToken(String text, JsonNode claims, Instant expires) {
		this.text = text;
		this.claims = claims;
		this.expires = expires;
	}

	/** The token that a text is; none if it is no token that says when it expires. */
	static Optional<IdToken> of(String text) {
		String[] parts = text.split("\\.", -1);
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			JsonNode claims = JSON
					.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
			JsonNode end = claims == null ? JSON.nullNode() : claims.path("exp");
			return end.isNumber() && end.canConvertToLong() && Math.abs(end.asLong()) < 1L << 40
					? Optional.of(new IdToken(text, claims, Instant.ofEpochSecond(end.asLong())))
					: Optional.empty();
		} catch (IOException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	String text() {
		return text;
	}

	/** Whether it is to be used: not so late that a request could arrive after its end. */
	boolean fresh(Instant now) {
		JsonNode issued = claims.path("iat");
		Duration life = issued.isNumber() && Math.abs(issued.asLong()) < 1L << 40
				? Duration.between(Instant.ofEpochSecond(issued.asLong()), expires)
				: MARGIN;
		Duration tenth = life.isNegative() ? Duration.ZERO : life.dividedBy(10);
		return now.isBefore(expires.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN));
	}

	/** Refuses a token that is not what was asked for; an empty nonce is none. */
	void check(String issuer, String client, String nonce, Instant now) throws LoginFailed {
		if (!claims.path("iss").asText("").replaceFirst("/+$", "").equals(issuer.replaceFirst("/+$", ""))) {
			throw LoginFailed.refused(Texts.text("oidc.token.issuer"));
		}
		JsonNode audience = claims.path("aud");
		boolean ours = audience.asText("").equals(client);
		for (JsonNode one : audience) {
			ours |= one.asText("").equals(client);
		}
		String party = claims.path("azp").asText("");
		if (!ours || !party.isEmpty() && !party.equals(client)) {
			throw LoginFailed.refused(Texts.text("oidc.token.audience"));
		}
		if (!nonce.isEmpty() && !claims.path("nonce").asText("").equals(nonce)) {
			throw LoginFailed.refused(Texts.text("oidc.token.nonce"));
		}
		if (!fresh(now)) {
			throw LoginFailed.refused(Texts.text("oidc.token.expired", expires));
		}
	}

	@Override
	public String toString() {
		return "ID token until " + expires;
	}
}
