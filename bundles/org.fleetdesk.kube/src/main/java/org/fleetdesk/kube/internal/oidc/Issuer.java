package org.fleetdesk.kube.internal.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fleetdesk.kube.config.OidcFields;
import org.fleetdesk.kube.config.OidcProvider;
import org.fleetdesk.kube.internal.oidc.IssuerHttp.Basic;
import org.fleetdesk.kube.internal.oidc.IssuerHttp.Reply;
import org.fleetdesk.kube.internal.text.Texts;
import org.fleetdesk.kube.login.LoginOffer.Device;

import com.fasterxml.jackson.databind.JsonNode;

/** What a client can ask of its issuer. Reads the discovery document when it is made; every call blocks. */
final class Issuer {

	/** Tokens of the issuer; not a record, so that they are never printed. */
	static final class Tokens {
		private final IdToken id;
		private final Optional<String> refresh;

		private Tokens(IdToken id, Optional<String> refresh) {
			this.id = id;
			this.refresh = refresh;
		}

		IdToken id() {
			return id;
		}

		Optional<String> refresh() {
			return refresh;
		}
	}

	/** A login from another device that has begun. */
	record DeviceLogin(Device shown, String secret, Duration interval, Duration life) {
		@Override
		public String toString() {
			return shown.toString();
		}
	}

	private static final int MAX_TOKEN = 64 << 10;

	private final OidcProvider provider;
	private final Optional<String> secret;
	private final IssuerHttp http;
	private final InstantSource clock;
	private final IssuerDocument document;

	Issuer(OidcProvider provider, IssuerHttp http, InstantSource clock)
			throws LoginFailed, InterruptedException {
		this.provider = provider;
		this.secret = provider.clientSecret().map(s -> new String(s.bytes(), StandardCharsets.UTF_8));
		this.http = http;
		this.clock = clock;
		this.document = IssuerDocument.read(provider.issuer(), http);
	}

	/** New tokens for a refresh token; none if the issuer takes that no more. */
	Optional<Tokens> refresh(String token) throws LoginFailed, InterruptedException {
		Reply reply = ask(document.token(), Map.of("grant_type", "refresh_token", "refresh_token", token));
		if (!reply.good() && reply.error().equals("invalid_grant")) {
			return Optional.empty();
		}
		return Optional.of(tokens(reply, ""));
	}

	/** The page that a browser logs in at; none if the issuer has none. */
	Optional<URI> page(URI redirect, Secrets secrets) {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("response_type", "code");
		query.put("client_id", provider.clientId());
		query.put("redirect_uri", redirect.toString());
		query.put("scope", scopes());
		query.put("state", secrets.state());
		query.put("nonce", secrets.nonce());
		query.put("code_challenge", secrets.challenge());
		query.put("code_challenge_method", "S256");
		return document.authorize().map(u -> URI.create(u + (u.getRawQuery() == null ? "?" : "&") + form(query)));
	}

	/** Tokens for the code that the browser brought. */
	Tokens redeem(String code, URI redirect, Secrets secrets) throws LoginFailed, InterruptedException {
		return tokens(ask(document.token(), Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
				redirect.toString(), "code_verifier", secrets.verifier())), secrets.nonce());
	}

	/** Begins a login from another device; none if the issuer does not offer that to this client. */
	Optional<DeviceLogin> device() throws LoginFailed, InterruptedException {
		if (document.device().isEmpty()) {
			return Optional.empty();
		}
		Reply reply = ask(document.device().get(), Map.of("scope", scopes()));
		JsonNode body = reply.body();
		Optional<URI> page = OidcFields.url(
				body.path("verification_uri").asText(body.path("verification_url").asText("")));
		String code = body.path("user_code").asText("");
		String device = body.path("device_code").asText("");
		if (!reply.good() || page.isEmpty() || device.isEmpty() || !code.matches("[\\p{Alnum} _-]{1,40}")) {
			return Optional.empty();
		}
		return Optional.of(new DeviceLogin(new Device(page.get(), code), device, seconds(body.path("interval"), 1, 5),
				seconds(body.path("expires_in"), 1, 300)));
	}

	private static Duration seconds(JsonNode number, long least, long usual) {
		return Duration.ofSeconds(Math.clamp(number.asLong(usual), least, 3600));
	}

	/**
	 * Whether a login from another device is done.
	 *
	 * @param tokens none if it is not yet
	 * @param slower whether the issuer is asked too often
	 */
	record Polled(Optional<Tokens> tokens, boolean slower) {
	}

	/** Asks whether a login from another device is done. */
	Polled poll(DeviceLogin login) throws LoginFailed, InterruptedException {
		Reply reply = ask(document.token(),
				Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", login.secret()));
		if (!reply.good() && reply.error().matches("authorization_pending|slow_down")) {
			return new Polled(Optional.empty(), reply.error().equals("slow_down"));
		}
		if (!reply.good() && reply.error().equals("access_denied")) {
			throw LoginFailed.refused(Texts.text("oidc.denied"));
		}
		if (!reply.good() && reply.error().equals("expired_token")) {
			throw LoginFailed.refused(Texts.text("oidc.late"));
		}
		return new Polled(Optional.of(tokens(reply, "")), false);
	}

	private String scopes() {
		return "openid" + (document.offline() ? " offline_access" : "")
				+ provider.scopes().stream().filter(s -> !s.matches("openid|offline_access")).map(s -> " " + s)
						.collect(Collectors.joining());
	}

	private Reply ask(URI url, Map<String, String> fields) throws LoginFailed, InterruptedException {
		Map<String, String> form = new LinkedHashMap<>(fields);
		boolean basic = secret.isPresent() && !document.postsSecret();
		if (!basic) {
			form.put("client_id", provider.clientId());
			secret.ifPresent(s -> form.put("client_secret", s));
		} else if (url != document.token()) {
			form.put("client_id", provider.clientId());
		}
		return http.post(url, form, basic
				? Optional.of(new Basic(encoded(provider.clientId()), encoded(secret.get())))
				: Optional.empty());
	}

	private Tokens tokens(Reply reply, String nonce) throws LoginFailed {
		if (!reply.good()) {
			throw LoginFailed.refused(reply.said().isEmpty()
					? Texts.text("oidc.endpoint.code", reply.code())
					: Texts.text("oidc.endpoint.said", reply.said()));
		}
		String text = reply.body().path("id_token").asText("");
		if (text.isEmpty()) {
			throw LoginFailed.refused(Texts.text("oidc.token.missing"));
		}
		IdToken id = text.length() > MAX_TOKEN ? null : IdToken.of(text).orElse(null);
		if (id == null) {
			throw LoginFailed.refused(Texts.text("oidc.token.garbage"));
		}
		id.check(provider.issuer().toString(), provider.clientId(), nonce, clock.instant());
		return new Tokens(id, Optional.of(reply.body().path("refresh_token").asText("")).filter(t -> !t.isEmpty()));
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
				.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}
}
