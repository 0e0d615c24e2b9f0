package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.config.ExecConsent;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Logs in with what a credential plugin prints. It runs when somebody first asks, when what it gave has expired, and
 * when the server refused it; once for all who wait.
 */
final class ExecLogin implements Login {

	private static final ObjectMapper JSON = new ObjectMapper();

	private record Made(Identity identity, @Nullable Instant expires) {
	}

	private final KubeContext context;
	private final Exec exec;
	private final ExecConsent consent;
	private final Map<String, String> environment;
	private final InstantSource clock;
	private final Duration limit;

	private final Object guard = new Object();
	/** Guarded by {@code guard}. */
	private @Nullable Made last;
	/** Guarded by {@code guard}. */
	private @Nullable CompletableFuture<Identity> running;

	ExecLogin(KubeContext context, Exec exec, ExecConsent consent, Map<String, String> environment,
			InstantSource clock, Duration limit) {
		this.context = context;
		this.exec = exec;
		this.consent = consent;
		this.environment = environment;
		this.clock = clock;
		this.limit = limit;
	}

	@Override
	public Identity identity() throws InterruptedException {
		return identity(null);
	}

	@Override
	public Identity renewed(Identity refused) throws InterruptedException {
		return identity(refused);
	}

	private Identity identity(@Nullable Identity refused) throws InterruptedException {
		while (true) {
			CompletableFuture<Identity> mine = new CompletableFuture<>();
			CompletableFuture<Identity> theirs;
			synchronized (guard) {
				Made made = last;
				if (made != null && made.identity() != refused
						&& (made.expires() == null || clock.instant().isBefore(made.expires()))) {
					return made.identity();
				}
				theirs = running;
				if (theirs == null) {
					running = mine;
				}
			}
			if (theirs == null) {
				return lead(mine);
			}
			try {
				return theirs.get();
			} catch (ExecutionException e) {
				if (e.getCause() instanceof KubeException failed) {
					throw failed;
				}
				// the one who ran it was interrupted: somebody else does
			}
		}
	}

	private Identity lead(CompletableFuture<Identity> mine) throws InterruptedException {
		Made made = null;
		Throwable problem = new InterruptedException();
		try {
			made = run();
			return made.identity();
		} catch (KubeException e) {
			problem = e;
			throw e;
		} finally {
			synchronized (guard) {
				running = null;
				if (made != null) {
					last = made;
				}
			}
			if (made != null) {
				mine.complete(made.identity());
			} else {
				mine.completeExceptionally(problem);
			}
		}
	}

	private Made run() throws InterruptedException {
		if (exec.interactiveMode().equals("Always")) {
			throw failed(text("exec.interactive"), null);
		}
		if (!consent.allowed(context, exec)) {
			throw FileLogin.failed(context, text("exec.consent", SafeText.line(exec.line(), 200)), null);
		}
		try {
			Map<String, String> variables = new HashMap<>(environment);
			variables.putAll(exec.environment());
			variables.put("KUBERNETES_EXEC_INFO", info());
			ExecProcess.Result result = ExecProcess.run(exec, variables, limit);
			if (result.exit() != 0) {
				String last = result.lastErrorLine();
				throw failed(last.isEmpty()
						? text("exec.exit", result.exit())
						: text("exec.exit.said", result.exit(), last), null);
			}
			return made(result.output());
		} catch (ExecProcess.Failed | Unusable e) {
			throw failed(e.getMessage(), e);
		}
	}

	private KubeException failed(String clause, @Nullable Throwable cause) {
		return FileLogin.failed(context, text("exec.plugin", SafeText.line(exec.command(), 120), clause),
				cause);
	}

	private Made made(byte[] output) throws Unusable {
		JsonNode credential;
		try {
			credential = JSON.readTree(output);
		} catch (IOException e) {
			throw new Unusable(text("exec.other"));
		}
		if (!credential.path("kind").asText().equals("ExecCredential")) {
			throw new Unusable(text("exec.other"));
		}
		if (!credential.path("apiVersion").asText().equals(exec.apiVersion())) {
			String version = credential.path("apiVersion").asText();
			throw new Unusable(version.matches("client\\.authentication\\.k8s\\.io/\\w{1,10}")
					? text("exec.version", version, exec.apiVersion())
					: text("exec.version.other", exec.apiVersion()));
		}
		JsonNode status = credential.path("status");
		String token = status.path("token").asText("");
		String certificate = status.path("clientCertificateData").asText("");
		String key = status.path("clientKeyData").asText("");
		if (token.isEmpty() && certificate.isEmpty() || certificate.isEmpty() != key.isEmpty()) {
			throw new Unusable(text("exec.nothing"));
		}
		Optional<ClientKey> pair = certificate.isEmpty()
				? Optional.empty()
				: Optional.of(ClientKey.of(certificate.getBytes(StandardCharsets.UTF_8),
						text("exec.unusable", "clientCertificateData"),
						key.getBytes(StandardCharsets.UTF_8),
						text("exec.unusable", "clientKeyData")));
		Optional<String> header = token.isEmpty()
				? Optional.empty()
				: Optional.of(FileLogin.bearer(token, text("exec.unusable.token")));
		Identity identity = new Identity(text("exec.gave", exec.command()), header, pair);
		return new Made(identity, expires(status.path("expirationTimestamp").asText("")));
	}

	private static @Nullable Instant expires(String text) throws Unusable {
		try {
			return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
		} catch (DateTimeException e) {
			throw new Unusable(text("exec.expiration"), e);
		}
	}

	private String info() throws Unusable {
		ObjectNode info = JSON.createObjectNode();
		info.put("apiVersion", exec.apiVersion());
		info.put("kind", "ExecCredential");
		ObjectNode spec = info.putObject("spec");
		spec.put("interactive", false);
		if (exec.provideClusterInfo()) {
			KubeServer server = context.server();
			ObjectNode cluster = spec.putObject("cluster");
			cluster.put("server", server.url().toString());
			server.tlsServerName().ifPresent(n -> cluster.put("tls-server-name", n));
			if (server.insecure()) {
				cluster.put("insecure-skip-tls-verify", true);
			}
			if (server.authority().isPresent()) {
				cluster.put("certificate-authority-data", Materials.read(server.authority().get()));
			}
			server.proxy().ifPresent(p -> cluster.put("proxy-url", p.toString()));
		}
		return info.toString();
	}
}
