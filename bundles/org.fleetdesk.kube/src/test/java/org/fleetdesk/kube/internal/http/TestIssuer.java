package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * A small issuer for OpenID Connect: refresh tokens that are good once, authorization code with PKCE whose page redirects
 * at once, device flow. Its tokens bear no signature. A test may put another answer in any path's place.
 */
final class TestIssuer implements AutoCloseable {

	static final String CLIENT = "fleet";
	static final String SECRET = "s3 cret&";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final TestServer server;
	private final InstantSource clock;
	private final AtomicInteger count = new AtomicInteger();
	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
	/** Refresh tokens that are good. */
	final Set<String> good = ConcurrentHashMap.newKeySet();
	/** Forms that the token endpoint got. */
	final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
	/** Answers in place of the usual ones. */
	final Map<String, HttpHandler> faults = new ConcurrentHashMap<>();
	/** What stands in ID tokens in place of the usual claims. */
	final Map<String, Object> claims = new ConcurrentHashMap<>();
	volatile boolean secret = true;
	volatile boolean device = true;
	volatile boolean page = true;
	/** How often a login from another device is not done yet. */
	volatile int pending = Integer.MAX_VALUE;

	TestIssuer(@Nullable SSLContext tls, InstantSource clock) throws IOException {
		this.clock = clock;
		server = new TestServer(tls, false, this::handle);
	}

	String url() {
		return server.url();
	}

	/** An ID token that lives so long from now on. */
	String idToken(Duration life, String nonce) {
		long now = clock.instant().getEpochSecond();
		ObjectNode body = JSON.createObjectNode().put("iss", url()).put("sub", "alice").put("aud", CLIENT)
				.put("iat", now).put("exp", now + life.toSeconds()).put("jti", count.incrementAndGet());
		if (!nonce.isEmpty()) {
			body.put("nonce", nonce);
		}
		claims.forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
		return part("{\"alg\":\"none\"}") + "." + part(body.toString()) + ".c2ln";
	}

	private static String part(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		HttpHandler handler = faults.getOrDefault(path, switch (path) {
			case "/.well-known/openid-configuration" -> this::discovery;
			case "/token" -> this::token;
			case "/authorize" -> this::authorize;
			case "/device" -> this::device;
			default -> e -> TestServer.answer(e, 404, "text/plain", "no");
		});
		handler.handle(exchange);
	}

	private void discovery(HttpExchange exchange) throws IOException {
		ObjectNode body = JSON.createObjectNode().put("issuer", url()).put("token_endpoint", url() + "/token");
		body.putArray("scopes_supported").add("openid").add("offline_access");
		if (page) {
			body.put("authorization_endpoint", url() + "/authorize");
		}
		if (device) {
			body.put("device_authorization_endpoint", url() + "/device");
		}
		TestServer.answer(exchange, 200, "application/json", body.toString());
	}

	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
		String code = "code" + count.incrementAndGet();
		codes.put(code, query);
		exchange.getResponseHeaders().set("Location",
				query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
		exchange.sendResponseHeaders(302, -1);
		exchange.close();
	}

	private void device(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		TestServer.answer(exchange, 200, "application/json", JSON.createObjectNode().put("device_code", "dev")
				.put("user_code", "ABCD-EFGH").put("verification_uri", url() + "/activate").put("interval", 1)
				.put("expires_in", 60).toString());
	}

	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		asked.add(form);
		if (secret && !("Basic " + Base64.getEncoder().encodeToString((CLIENT + ":s3+cret%26").getBytes()))
				.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			error(exchange, 401, "invalid_client");
			return;
		}
		switch (form.getOrDefault("grant_type", "")) {
			case "refresh_token" -> refresh(exchange, form);
			case "authorization_code" -> redeem(exchange, form);
			default -> {
				if (pending-- > 0) {
					error(exchange, 400, "authorization_pending");
				} else {
					tokens(exchange, "");
				}
			}
		}
	}

	private void refresh(HttpExchange exchange, Map<String, String> form) throws IOException {
		if (good.remove(form.get("refresh_token"))) {
			tokens(exchange, "");
		} else {
			error(exchange, 400, "invalid_grant");
		}
	}

	private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
		Map<String, String> query = codes.remove(form.getOrDefault("code", ""));
		if (query == null || !query.get("redirect_uri").equals(form.get("redirect_uri"))
				|| !query.get("code_challenge").equals(digest(form.getOrDefault("code_verifier", "")))) {
			error(exchange, 400, "invalid_grant");
		} else {
			tokens(exchange, query.get("nonce"));
		}
	}

	private static String digest(String verifier) {
		try {
			return Base64.getUrlEncoder().withoutPadding()
					.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes()));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private void tokens(HttpExchange exchange, String nonce) throws IOException {
		String refresh = "refresh-" + count.incrementAndGet();
		good.add(refresh);
		TestServer.answer(exchange, 200, "application/json",
				JSON.createObjectNode().put("id_token", idToken(Duration.ofHours(1), nonce))
						.put("refresh_token", refresh).put("access_token", "CANARY").toString());
	}

	static void error(HttpExchange exchange, int code, String error) throws IOException {
		TestServer.answer(exchange, code, "application/json", "{\"error\":\"" + error + "\"}");
	}

	private static Map<String, String> form(String text) {
		Map<String, String> form = new HashMap<>();
		for (String pair : text.split("&")) {
			String[] parts = pair.split("=", 2);
			form.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
		}
		return form;
	}

	@Override
	public void close() {
		server.close();
	}
}
