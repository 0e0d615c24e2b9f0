package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Kubeconfig;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;

/** Contexts and transports for tests: through the real reader, with short limits. */
final class TestContexts {

	static final ExecConsent YES = (context, exec) -> true;
	static final Limits LIMITS = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20),
			Duration.ofSeconds(20), Duration.ofSeconds(5));

	private TestContexts() {
	}

	/** A context "test" of a server entry and a user entry in flow YAML. */
	static KubeContext context(String server, String user) {
		Kubeconfig config = new KubeconfigReader().parse("""
				clusters: [{name: c, cluster: {%s}}]
				users: [{name: u, user: {%s}}]
				contexts: [{name: test, context: {cluster: c, user: u}}]
				""".formatted(server, user), "text");
		if (config.contexts().isEmpty()) {
			throw new IllegalArgumentException(config.findings().toString());
		}
		return config.contexts().get(0);
	}

	static String trusting(String url, TestAuthority authority) {
		return "server: \"" + url + "\", certificate-authority-data: "
				+ base64(TestAuthority.pem(authority.certificate));
	}

	static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	static OkHttpTransport transport(KubeContext context) {
		return transport(context, YES, Map.of(), InstantSource.system());
	}

	static OkHttpTransport transport(KubeContext context, ExecConsent consent, Map<String, String> environment,
			InstantSource clock) {
		return new OkHttpTransport(context, consent, environment, clock, LIMITS);
	}

	static Call call(String path) {
		return call(path, Duration.ofSeconds(5));
	}

	static Call call(String path, Duration idle) {
		return new Call("GET", path, "application/json", "list", "pods", idle);
	}

	/** Sends a request and reads its answer whole. */
	static String get(Transport transport, String path) throws InterruptedException, IOException {
		try (Answer answer = transport.send(call(path))) {
			return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** One request through a transport of its own. */
	static String get(KubeContext context) throws InterruptedException, IOException {
		try (OkHttpTransport transport = transport(context)) {
			return get(transport, "/x");
		}
	}
}
