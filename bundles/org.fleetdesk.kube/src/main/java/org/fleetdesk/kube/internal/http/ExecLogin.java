package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.config.ExecBinary;
import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.internal.http.Materials.Unusable;
import org.fleetdesk.kube.internal.text.SafeText;
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

	/** The margin by which a login is renewed before it ends; at most a tenth of its life. */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	private record Made(Identity identity, @Nullable Instant renew) {
	}

	private final KubeContext context;
	private final Exec exec;
	private final ExecPlugins plugins;
	private volatile boolean closed;

	private final Object guard = new Object();
	/** Guarded by {@code guard}. */
	private @Nullable Made last;
	/** Guarded by {@code guard}. */
	private @Nullable CompletableFuture<Identity> running;

	/** Guarded by {@code guard}: what came of asking a person, who is not asked again on this connection. */
	private @Nullable KubeException refusal;

	ExecLogin(KubeContext context, Exec exec, ExecPlugins plugins) {
		this.context = context;
		this.exec = exec;
		this.plugins = plugins;
	}

	@Override
	public void again() {
		synchronized (guard) {
			refusal = null;
		}
	}

	@Override
	public void close() {
		closed = true;
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
						&& (made.renew() == null || plugins.clock().instant().isBefore(made.renew()))) {
					return made.identity();
				}
				if (refusal != null) {
					throw refusal;
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
		boolean asks = !exec.interactiveMode().equals("Never") && !(plugins.console() instanceof ExecConsole.Nobody);
		if (exec.interactiveMode().equals("Always") && !asks) {
			throw failed(text("exec.interactive"), null);
		}
		String hint = SafeText.line(exec.installHint(), 300);
		Exec found = ExecBinary.resolved(exec, plugins.environment()).orElseThrow(
				() -> failed(text("exec.missing", hint.isEmpty() ? text("exec.missing.hint") : hint), null));
		if (!plugins.consent().allowed(context, found)) {
			throw FileLogin.failed(context, text("exec.consent", found.safeLine()), null);
		}
		try {
			return run(found, asks);
		} catch (ExecProcess.Failed | Unusable e) {
			throw failed(e.getMessage(), e);
		}
	}

	private Made run(Exec found, boolean asks) throws ExecProcess.Failed, Unusable, InterruptedException {
		Map<String, String> variables = new HashMap<>(plugins.environment());
		variables.putAll(exec.environment());
		variables.put("KUBERNETES_EXEC_INFO", info(asks));
		ExecProcess.Bounds bounds = new ExecProcess.Bounds(plugins.limit(), plugins.attended(), () -> closed);
		switch (plugins.console()) {
			case ExecConsole.Terminal terminal when asks -> {
				terminal.lock().lockInterruptibly();
				try {
					return made(ExecProcess.runOnTerminal(found, variables,
							new ExecProcess.Bounds(plugins.attended(), plugins.attended(), () -> closed)));
				} finally {
					terminal.lock().unlock();
				}
			}
			case ExecConsole.Lines lines when asks -> {
				return talk(found, variables, bounds, lines);
			}
			default -> {
				return made(ExecProcess.run(found, variables, bounds, null));
			}
		}
	}

	/** Whoever was asked and did not log in is not asked again by what goes on in the background. */
	private Made talk(Exec found, Map<String, String> variables, ExecProcess.Bounds bounds, ExecConsole.Lines lines)
			throws ExecProcess.Failed, Unusable, InterruptedException {
		try (ExecTalk talk = new ExecTalk(context, found, plugins.attended(), lines)) {
			try {
				return made(ExecProcess.run(found, variables, bounds, talk));
			} catch (ExecProcess.Failed | Unusable e) {
				if (talk.asking() && !closed) {
					synchronized (guard) {
						refusal = failed(text("exec.again", e.getMessage()), e);
					}
					throw refusal;
				}
				throw e;
			}
		}
	}

	private Made made(ExecProcess.Result result) throws ExecProcess.Failed, Unusable {
		if (result.exit() != 0) {
			String last = result.lastErrorLine();
			throw new ExecProcess.Failed(last.isEmpty()
					? text("exec.exit", result.exit())
					: text("exec.exit.said", result.exit(), last));
		}
		return made(result.output());
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
		return new Made(identity, renew(status.path("expirationTimestamp").asText("")));
	}

	private @Nullable Instant renew(String text) throws Unusable {
		if (text.isEmpty()) {
			return null;
		}
		try {
			Instant end = OffsetDateTime.parse(text).toInstant();
			Duration tenth = Duration.between(plugins.clock().instant(), end).dividedBy(10);
			return end.minus(tenth.isNegative() ? Duration.ZERO : tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
		} catch (DateTimeException e) { // which quotes what the plugin printed
			throw new Unusable(text("exec.expiration"));
		}
	}

	private String info(boolean asks) throws Unusable {
		ObjectNode info = JSON.createObjectNode();
		info.put("apiVersion", exec.apiVersion());
		info.put("kind", "ExecCredential");
		ObjectNode spec = info.putObject("spec");
		spec.put("interactive", asks);
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
