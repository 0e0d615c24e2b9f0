package org.fleetdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets put into everything that is read, from a kubeconfig to a server's answers, and looked for in everything that is
 * written: both outputs with every cause, the log at its finest, the settings folder. Each holds the word CANARY.
 */
@DisabledOnOs(OS.WINDOWS)
class CanaryTest {

	@TempDir
	Path home;

	private final List<LogRecord> log = new CopyOnWriteArrayList<>();
	private final Handler handler = new Handler() {
		@Override
		public void publish(LogRecord entry) {
			log.add(entry);
		}

		@Override
		public void flush() {
			// kept as they come
		}

		@Override
		public void close() {
			// nothing is held
		}
	};
	private final List<String> issued = new CopyOnWriteArrayList<>();
	private HttpServer server;
	private Level before;

	@BeforeEach
	void start() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", CanaryTest::answer);
		server.createContext("/issuer", this::issue);
		server.start();
		Logger root = Logger.getLogger("");
		before = root.getLevel();
		root.setLevel(Level.ALL);
		root.addHandler(handler);
	}

	@AfterEach
	void stop() {
		Logger.getLogger("").removeHandler(handler);
		Logger.getLogger("").setLevel(before);
		server.stop(0);
	}

	/** Answers as the first word of the path says, repeating what it was told. */
	private static void answer(HttpExchange exchange) throws IOException {
		String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
		String kind = exchange.getRequestURI().getPath().split("/")[1];
		int code = switch (kind) {
			case "repeats" -> 403;
			case "redirects" -> 302;
			case "fails" -> 500;
			default -> 401;
		};
		exchange.getResponseHeaders().set("Location", "https://login.example/?token=CANARY-location");
		exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=CANARY-challenge");
		exchange.getResponseHeaders().set("Set-Cookie", "session=CANARY-cookie");
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		byte[] body = """
				{"kind":"Status","status":"Failure","code":%d,"reason":"Forbidden","message":"no: %s"}
				""".formatted(code, kind.equals("repeats") ? authorization : "not you")
				.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(code, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	/** An issuer that says who it is, and refuses to renew, repeating what it was told. */
	private void issue(HttpExchange exchange) throws IOException {
		boolean discovery = exchange.getRequestMethod().equals("GET");
		String told = URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
		byte[] body = (discovery
				? "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/auth\",\"token_endpoint\":\"%1$s/token\"}"
						.formatted(url("issuer"))
				: "{\"error\":\"invalid_grant\",\"error_description\":\"no: %s %s\"}".formatted(told,
						exchange.getRequestHeaders().getFirst("Authorization")))
				.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(discovery ? 200 : 400, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
		issued.add(discovery ? "discovery" : told);
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private String script(String name, String text) throws IOException {
		Path script = Files.writeString(home.resolve(name), "#!/bin/sh\n" + text + "\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------")).toString();
	}

	private String at(String path) {
		return "\"server\": \"" + url(path) + "\"";
	}

	private String url(String path) {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
	}

	private String exec(String command, String more) {
		return "\"exec\": {\"apiVersion\": \"client.authentication.k8s.io/v1\", \"command\": \"" + command + "\"" + more
				+ "}";
	}

	/** Somebody of an issuer under a path of the server, who can renew what ends. */
	private String oidc(String issuer, String more) {
		return "\"auth-provider\": {\"name\": \"oidc\", \"config\": {\"idp-issuer-url\": \"" + url(issuer)
				+ "\", \"client-id\": \"me\", \"client-secret\": \"CANARY-client-secret\", \"refresh-token\": "
				+ "\"CANARY-refresh\"" + more + "}}";
	}

	/** An ID token that is good for a day. */
	private String idToken() {
		String claims = "{\"iss\":\"%s\",\"aud\":\"me\",\"sub\":\"CANARY-subject\",\"exp\":%d}"
				.formatted(url("issuer"), System.currentTimeMillis() / 1000 + 86_400);
		Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
		return encoder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
				+ encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".CANARY-signature";
	}

	private List<String[]> entries() throws IOException {
		String credential = "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",";
		Files.writeString(home.resolve("token"), "CANARY-token-file");
		String key = "-----BEGIN PRIVATE KEY-----\nCANARYCANARYCANARY\n-----END PRIVATE KEY-----\n";
		return List.of(new String[]{"token", at("refuses"), "\"token\": \"CANARY-token\""},
				new String[]{"token-repeated", at("repeats"), "\"token\": \"CANARY-repeated\""},
				new String[]{"token-redirected", at("redirects"), "\"token\": \"CANARY-redirected\""},
				new String[]{"token-failed", at("fails"), "\"token\": \"CANARY-failed\""},
				new String[]{"token-bad", at("refuses"), "\"token\": \"CANARY bad\\ntoken\""},
				new String[]{"token-file", at("repeats"), "\"tokenFile\": \"" + home.resolve("token") + "\""},
				new String[]{"password", at("repeats"), "\"username\": \"bob\", \"password\": \"CANARY-password\""},
				new String[]{"certificate", at("refuses"),
						"\"client-certificate-data\": \"" + base64("CANARY-certificate") + "\", \"client-key-data\": \""
								+ base64(key) + "\""},
				new String[]{"base64", at("refuses"),
						"\"client-certificate-data\": \"%CANARY\", \"client-key-data\": \"%CANARY\""},
				new String[]{"list", at("refuses"), "\"token\": [\"CANARY-in-a-list\"]"},
				new String[]{"impersonate", at("repeats"),
						"\"token\": \"CANARY-as\", \"as\": \"carol\", \"as-user-extra\": {\"why\": [\"CANARY-extra\"]}"},
				new String[]{"proxy", at("refuses") + ", \"proxy-url\": \"http://user:CANARY-proxy@127.0.0.1:1\"", ""},
				new String[]{"socks", at("refuses") + ", \"proxy-url\": \"socks5://user:CANARY-socks@127.0.0.1:1\"",
						""},
				new String[]{"proxy-bad", at("refuses") + ", \"proxy-url\": \"ftp://user:CANARY-ftp@p\"", ""},
				new String[]{"url-login", "\"server\": \"https://user:CANARY-userinfo@127.0.0.1:1\"", ""},
				new String[]{"url-bad", "\"server\": \"https://user:CANARY bad@:\"", ""},
				new String[]{"oidc-refresh", at("repeats"), oidc("issuer", "")},
				new String[]{"oidc-token", at("repeats"), oidc("issuer", ", \"id-token\": \"" + idToken() + "\"")},
				new String[]{"oidc-garbage", at("repeats"),
						oidc("issuer", ", \"id-token\": \"CANARY.id.token\"")},
				new String[]{"oidc-other", at("repeats"), oidc("repeats", "")},
				new String[]{"exec-token", at("repeats"),
						exec(script("gives", credential + "\"status\":{\"token\":\"CANARY-stdout\"}}'"),
								", \"env\": [{\"name\": \"SECRET\", \"value\": \"CANARY-env\"}]")},
				new String[]{"exec-garbage", at("refuses"), exec(script("garbage", "echo CANARY-garbage"), "")},
				new String[]{"exec-version", at("refuses"),
						exec(script("version", "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"CANARY\"}'"), "")},
				new String[]{"exec-time", at("refuses"), exec(script("time",
						credential + "\"status\":{\"token\":\"x\",\"expirationTimestamp\":\"CANARY-time\"}}'"), "")},
				new String[]{"exec-stderr", at("refuses"),
						exec(script("fails", "echo 'login failed: password=CANARY-stderr' >&2; exit 1"), "")},
				new String[]{"exec-arguments", at("refuses"),
						exec(script("arguments", "exit 1"), ", \"args\": [\"--token\", \"CANARY-argument\"]")});
	}

	private Path kubeconfig() throws IOException {
		StringBuilder clusters = new StringBuilder();
		StringBuilder users = new StringBuilder();
		StringBuilder contexts = new StringBuilder();
		for (String[] entry : entries()) {
			clusters.append("{name: %s, cluster: {%s}},\n  ".formatted(entry[0], entry[1]));
			users.append("{name: %s, user: {%s}},\n  ".formatted(entry[0], entry[2]));
			contexts.append("{name: %1$s, context: {cluster: %1$s, user: %1$s}},\n  ".formatted(entry[0]));
		}
		return Files.writeString(home.resolve("kubeconfig"),
				"clusters: [%s]\nusers: [%s]\ncontexts: [%s]\n".formatted(clusters, users, contexts));
	}

	@Test
	void noSecretThatIsReadIsWrittenAnywhere() throws Exception {
		Map<String, String> environment = Map.of("KUBECONFIG", kubeconfig().toString(), "PATH", "/usr/bin:/bin",
				"FLEETDESK_CONFIG", home.resolve("settings").toString());
		String[] plugins = {"exec-token", "exec-garbage", "exec-version", "exec-time", "exec-stderr",
				"exec-arguments"};
		InProcess.Ran consent = InProcess.run(environment, home,
				Stream.concat(Stream.of("consent"), Stream.of(plugins)).toList());
		assertThat(consent.code()).isZero();
		for (List<String> command : List.of(List.of("clusters", "--check", "-v"),
				List.of("clusters", "--check", "-o", "json"), List.of("get", "pods", "-A", "--clusters", "*", "-v"))) {
			InProcess.Ran ran = InProcess.run(environment, home, command);
			assertThat(ran.out() + ran.err()).as(String.join(" ", command))
					.contains("exec-stderr", "password= ***", "token-repeated").doesNotContain("CANARY");
		}
		assertThat(issued).contains("discovery").anyMatch(told -> told.contains("CANARY-refresh"));
		assertThat(consent.out() + consent.err()).contains("--token ***").doesNotContain("CANARY");
		SimpleFormatter formatter = new SimpleFormatter();
		// Java itself would log the arguments of processes for who turns that on; every list of processes shows them
		assertThat(log).filteredOn(r -> !"java.lang.ProcessBuilder".equals(r.getLoggerName())).isNotEmpty()
				.allSatisfy(r -> assertThat(formatter.format(r)).doesNotContain("CANARY"));
		try (Stream<Path> files = Files.walk(home.resolve("settings"))) {
			assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
					.allSatisfy(f -> assertThat(f).content().doesNotContain("CANARY"));
		}
	}
}
