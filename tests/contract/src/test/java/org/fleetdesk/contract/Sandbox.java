package org.fleetdesk.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.UUID;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Material;

/** A namespace of a check's own, and plain requests that change what is in it. Closing deletes the namespace. */
final class Sandbox implements AutoCloseable {

	private final HttpClient client;
	private final String base;
	private final String token;
	final String namespace = "contract-" + UUID.randomUUID().toString().substring(0, 8);

	Sandbox(Server server) throws IOException, InterruptedException, GeneralSecurityException {
		KubeContext context = server.context(server.admin());
		HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
		if (context.server().authority().isPresent()) {
			builder.sslContext(trusting(bytes(context.server().authority().get())));
		}
		this.client = builder.build();
		this.base = context.server().url().toString().replaceFirst("/+$", "");
		this.token = context.user().token().isPresent() ? new String(bytes(context.user().token().get())).strip() : "";
		send("POST", "/api/v1/namespaces", "application/json",
				"{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + namespace + "\"}}");
	}

	static byte[] bytes(Material material) throws IOException {
		return switch (material) {
			case Material.Inline inline -> inline.bytes();
			case Material.InFile file -> Files.readAllBytes(file.path());
		};
	}

	static SSLContext trusting(byte[] authority) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (Certificate certificate : CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(authority))) {
			store.setCertificateEntry("ca" + store.size(), certificate);
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	/** Creates a ConfigMap with a label "contract". */
	void create(String name) throws IOException, InterruptedException {
		send("POST", path(""), "application/json", """
				{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","labels":{"contract":"yes"}},
				"data":{"n":"0"}}""".formatted(name));
	}

	/** Creates one whose metadata is as large as is said. */
	void annotated(String name, String text) throws IOException, InterruptedException {
		send("POST", path(""), "application/json", """
				{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","labels":{"contract":"yes"},
				"annotations":{"large":"%s"}}}""".formatted(name, text));
	}

	/** Labels a ConfigMap; other labels stay. */
	void label(String name, String label, String value) throws IOException, InterruptedException {
		send("PATCH", path(name), "application/merge-patch+json",
				"{\"metadata\":{\"labels\":{\"%s\":\"%s\"}}}".formatted(label, value));
	}

	/** Adds an entry to a ConfigMap's data, which its column "Data" counts. */
	void change(String name, String entry) throws IOException, InterruptedException {
		send("PATCH", path(name), "application/merge-patch+json", "{\"data\":{\"%s\":\"x\"}}".formatted(entry));
	}

	/** Deletes a ConfigMap. */
	void delete(String name) throws IOException, InterruptedException {
		send("DELETE", path(name), "application/json", "");
	}

	private String path(String name) {
		return "/api/v1/namespaces/" + namespace + "/configmaps" + (name.isEmpty() ? "" : "/" + name);
	}

	/** Sends a request, expects success, and returns the answer's body. */
	String send(String method, String path, String contentType, String body) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
				.header("Content-Type", contentType).header("Accept", "application/json")
				.method(method, BodyPublishers.ofString(body));
		if (!token.isEmpty()) {
			request.header("Authorization", "Bearer " + token);
		}
		HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
		if (answer.statusCode() / 100 != 2) {
			throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
		}
		return answer.body();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		try (client) {
			send("DELETE", "/api/v1/namespaces/" + namespace, "application/json", "");
			client.shutdownNow();
		}
	}
}
