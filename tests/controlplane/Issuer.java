import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * An issuer for OpenID Connect that anybody may log in at as "oidc-user": {@code java Issuer.java PORT STORE LIFE TOKENS}.
 * Serves 127.0.0.1 with the key of a PKCS#12 file (password "fleetdesk"), gives ID tokens that live LIFE seconds, and
 * writes a first ID token and refresh token, a line each, to the file TOKENS when it is ready. Refresh tokens are good
 * once. {@code /authorize} redirects at once, so that a test needs no browser; {@code /activate?user_code=CODE} approves
 * a login from another device.
 */
public final class Issuer {
	private static final String CLIENT = "fleetdesk-test";
	private static final char[] PASSWORD = "fleetdesk".toCharArray();

	private final String url;
	private final long life;
	private final KeyPair key;
	private final Set<String> refresh = ConcurrentHashMap.newKeySet();
	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
	private final Map<String, String> devices = new ConcurrentHashMap<>();

	private Issuer(int port, long life) throws GeneralSecurityException {
		this.url = "https://127.0.0.1:" + port;
		this.life = life;
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		this.key = generator.generateKeyPair();
	}

	public static void main(String[] args) throws Exception {
		int port = Integer.parseInt(args[0]);
		Issuer issuer = new Issuer(port, Long.parseLong(args[2]));
		HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls(Path.of(args[1]))));
		server.createContext("/", issuer::handle);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.start();
		Path tokens = Path.of(args[3]);
		Path beside = tokens.resolveSibling(tokens.getFileName() + ".new");
		Files.writeString(beside, issuer.idToken("") + "\n" + issuer.refreshToken() + "\n");
		Files.move(beside, tokens);
	}

	private static SSLContext tls(Path file) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (FileInputStream in = new FileInputStream(file.toFile())) {
			store.load(in, PASSWORD);
		}
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private void handle(HttpExchange exchange) throws IOException {
		Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
		switch (exchange.getRequestURI().getPath()) {
			case "/.well-known/openid-configuration" -> answer(exchange, 200, object("issuer", url,
					"authorization_endpoint", url + "/authorize", "token_endpoint", url + "/token", "jwks_uri",
					url + "/keys", "device_authorization_endpoint", url + "/device"));
			case "/keys" -> answer(exchange, 200, "{\"keys\":[" + jwk() + "]}");
			case "/authorize" -> {
				String code = word();
				codes.put(code, query);
				exchange.getResponseHeaders().set("Location",
						query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
				exchange.sendResponseHeaders(302, -1);
				exchange.close();
			}
			case "/device" -> {
				String code = word().replaceAll("[^A-Z]", "") + "BCDFGHJK";
				String shown = code.substring(0, 4) + "-" + code.substring(4, 8);
				String device = word();
				devices.put(device, shown);
				answer(exchange, 200, object("device_code", device, "user_code", shown, "verification_uri",
						url + "/activate").replace("}", ",\"interval\":1,\"expires_in\":120}"));
			}
			case "/activate" -> {
				devices.values().removeIf(query.getOrDefault("user_code", "")::equals);
				answer(exchange, 200, "{}");
			}
			case "/token" -> token(exchange,
					form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			default -> answer(exchange, 404, "{}");
		}
	}

	private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
		String grant = form.getOrDefault("grant_type", "");
		Map<String, String> asked = codes.getOrDefault(form.getOrDefault("code", ""), Map.of());
		if (grant.endsWith("device_code") && devices.containsKey(form.getOrDefault("device_code", ""))) {
			answer(exchange, 400, object("error", "authorization_pending"));
		} else if (grant.endsWith("device_code") || grant.equals("refresh_token")
				&& refresh.remove(form.getOrDefault("refresh_token", ""))) {
			tokens(exchange, "");
		} else if (grant.equals("authorization_code") && codes.remove(form.getOrDefault("code", "")) != null
				&& digest(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))) {
			tokens(exchange, asked.getOrDefault("nonce", ""));
		} else {
			answer(exchange, 400, object("error", "invalid_grant"));
		}
	}

	private void tokens(HttpExchange exchange, String nonce) throws IOException {
		answer(exchange, 200, object("id_token", idToken(nonce), "refresh_token", refreshToken(), "token_type",
				"Bearer", "access_token", word()));
	}

	private String refreshToken() {
		String token = word();
		refresh.add(token);
		return token;
	}

	private String idToken(String nonce) {
		long now = System.currentTimeMillis() / 1000;
		String claims = object("iss", url, "aud", CLIENT, "sub", "oidc-user", "jti", word(), "nonce", nonce)
				.replace("}", ",\"iat\":" + now + ",\"exp\":" + (now + life) + "}");
		String text = part(object("alg", "RS256", "kid", "1", "typ", "JWT").getBytes(StandardCharsets.UTF_8)) + "."
				+ part(claims.getBytes(StandardCharsets.UTF_8));
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key.getPrivate());
			signature.update(text.getBytes(StandardCharsets.US_ASCII));
			return text + "." + part(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private String jwk() {
		RSAPublicKey open = (RSAPublicKey) key.getPublic();
		byte[] modulus = open.getModulus().toByteArray();
		return object("kty", "RSA", "use", "sig", "alg", "RS256", "kid", "1", "n",
				part(Arrays.copyOfRange(modulus, modulus.length - 256, modulus.length)), "e",
				part(open.getPublicExponent().toByteArray()));
	}

	private static String digest(String verifier) {
		try {
			return part(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String word() {
		byte[] bytes = new byte[24];
		new java.security.SecureRandom().nextBytes(bytes);
		return part(bytes);
	}

	private static String part(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String object(String... pairs) {
		StringBuilder text = new StringBuilder("{");
		for (int i = 0; i < pairs.length; i += 2) {
			text.append(i == 0 ? "" : ",").append('"').append(pairs[i]).append("\":\"").append(pairs[i + 1]).append('"');
		}
		return text.append('}').toString();
	}

	private static Map<String, String> form(String text) {
		Map<String, String> form = new HashMap<>();
		for (String pair : text == null ? new String[0] : text.split("&")) {
			String[] parts = pair.split("=", 2);
			form.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
		}
		return form;
	}

	private static void answer(HttpExchange exchange, int code, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(code, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}
}
