package org.fleetdesk.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Kubeconfig;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.internal.http.OkHttpTransport;
import org.fleetdesk.kube.internal.http.Transport;

/** A server to be checked: a name and a kubeconfig with the contexts of tests/controlplane, or some of them. */
final class Server {

	private final String name;
	private final Path kubeconfig;
	private final Map<String, KubeContext> contexts;
	private final String admin;
	private final Optional<Control> control;

	/** Does something bad to a server. */
	interface Control {
		void run(String verb);
	}

	private Server(String name, Path kubeconfig) {
		this(name, kubeconfig, Optional.empty());
	}

	/** A server that is controlled by the given means instead of by scripts. */
	Server(String name, Path kubeconfig, Control control) {
		this(name, kubeconfig, Optional.of(control));
	}

	private Server(String name, Path kubeconfig, Optional<Control> control) {
		this.name = name;
		this.kubeconfig = kubeconfig;
		this.control = control;
		Kubeconfig read = new KubeconfigReader().read(List.of(kubeconfig));
		this.contexts = read.contexts().stream().collect(Collectors.toMap(KubeContext::name, Function.identity()));
		this.admin = contexts.containsKey("token") ? "token" : read.current().orElseThrow();
	}

	/** The demo cluster, and the servers that are named. */
	static List<Server> given() {
		List<Server> servers = new ArrayList<>(List.of(Demo.server()));
		servers.addAll(named());
		return servers;
	}

	/** The servers of FLEETDESK_TEST_KUBECONFIG: paths, or name=path, with colons between them. */
	static List<Server> named() {
		List<Server> servers = new ArrayList<>();
		for (String entry : Optional.ofNullable(System.getenv("FLEETDESK_TEST_KUBECONFIG")).orElse("").split(":")) {
			int equals = entry.indexOf('=');
			Path path = Path.of(entry.substring(equals + 1)).toAbsolutePath();
			if (!entry.isBlank()) {
				servers.add(new Server(equals < 0
						? path.getParent().getFileName().toString()
						: entry.substring(0, equals), path));
			}
		}
		return servers;
	}

	/** Its file. */
	Path kubeconfig() {
		return kubeconfig;
	}

	boolean has(String context) {
		return contexts.containsKey(context);
	}

	/** The name of a context that may do everything. */
	String admin() {
		return admin;
	}

	KubeContext context(String wanted) {
		return Optional.ofNullable(contexts.get(wanted)).orElseThrow();
	}

	/** A transport that the caller closes. */
	Transport transport(String context) {
		return new OkHttpTransport(context(context), (c, exec) -> true, System.getenv(), InstantSource.system(),
				OkHttpTransport.Limits.USUAL);
	}

	/** Whether it may be stopped: the demo cluster, and what tests/controlplane started. */
	boolean controlled() {
		return control.isPresent() || Files.isRegularFile(kubeconfig.resolveSibling("pid").resolve("kube-apiserver"));
	}

	/** Runs a verb of tests/controlplane. */
	void control(String verb) throws IOException, InterruptedException {
		if (control.isPresent()) {
			control.get().run(verb);
			return;
		}
		Process process = new ProcessBuilder(Path.of("../controlplane").resolve(verb).toAbsolutePath().toString(),
				kubeconfig.getParent().toString()).redirectErrorStream(true)
				.redirectOutput(Path.of("target", "control.log").toFile()).start();
		if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException(verb + " failed: " + Files.readString(Path.of("target", "control.log")));
		}
	}

	@Override
	public String toString() {
		return name;
	}
}
