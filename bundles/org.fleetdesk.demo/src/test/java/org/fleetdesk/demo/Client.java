package org.fleetdesk.demo;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Speaks HTTP to a demo server and trusts nothing but its certificate. */
final class Client {

	record Answer(int code, JsonNode body, HttpResponse<?> response) {
		String reason() {
			return body.path("reason").asText();
		}

		String message() {
			return body.path("message").asText();
		}
	}

	private final DemoServer server;
	private final HttpClient http;

	Client(DemoServer server) throws Exception {
		this.server = server;
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("demo", CertificateFactory.getInstance("X.509")
				.generateCertificate(
						new ByteArrayInputStream(server.certificate().getBytes(StandardCharsets.US_ASCII))));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, managers.getTrustManagers(), null);
		http = HttpClient.newBuilder().sslContext(tls).build();
	}

	Answer get(String path) throws Exception {
		return send("GET", path, "", "application/json", "application/json");
	}

	Answer table(String path) throws Exception {
		return send("GET", path, "", "application/json",
				"application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
	}

	Answer post(String path, String body) throws Exception {
		return send("POST", path, body, "application/yaml", "application/json");
	}

	Answer put(String path, JsonNode body) throws Exception {
		return send("PUT", path, body.toString(), "application/json", "application/json");
	}

	Answer patch(String type, String path, String body) throws Exception {
		return send("PATCH", path, body, "application/" + type, "application/json");
	}

	Answer delete(String path, String body) throws Exception {
		return send("DELETE", path, body, "application/json", "application/json");
	}

	Answer send(String method, String path, String body, String type, String accept) throws Exception {
		HttpRequest request = request(path).header("Content-Type", type).header("Accept", accept)
				.header("Authorization", "Bearer " + server.token())
				.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
		return answer(http.send(request, BodyHandlers.ofString()));
	}

	Answer as(String authorization, String path) throws Exception {
		HttpRequest.Builder request = request(path);
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		return answer(http.send(request.build(), BodyHandlers.ofString()));
	}

	private static Answer answer(HttpResponse<String> response) throws IOException {
		String text = response.body();
		return new Answer(response.statusCode(), text.startsWith("{")
				? Trees.JSON.readTree(text)
				: Trees.JSON.getNodeFactory().textNode(text), response);
	}

	/** An answer's bytes as they come. */
	HttpResponse<InputStream> raw(String path, String encoding) throws Exception {
		return http.send(request(path).header("Authorization", "Bearer " + server.token())
				.header("Accept-Encoding", encoding).build(), BodyHandlers.ofInputStream());
	}

	/** The lines of a watch. */
	BufferedReader watch(String path) throws Exception {
		return new BufferedReader(new InputStreamReader(raw(path, "identity").body(), StandardCharsets.UTF_8));
	}

	static JsonNode event(BufferedReader watch) throws IOException {
		String line = watch.readLine();
		return line == null ? Trees.object() : Trees.JSON.readTree(line);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(server.uri() + path));
	}
}
