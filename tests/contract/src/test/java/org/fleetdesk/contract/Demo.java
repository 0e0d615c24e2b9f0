package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.demo.DemoServer;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

/**
 * The demo cluster, started once, with the objects of tests/controlplane and those of its contexts that a demo cluster can
 * have: its limits no-rbac and token-only leave out the others.
 */
final class Demo {

	private static final List<String> FILES = List.of("namespaces.yaml", "definitions.yaml", "instances.yaml",
			"workloads.yaml", "recent/workloads.yaml", "users.yaml");
	private static final ObjectMapper JSON = new ObjectMapper();

	private static Server started;
	private static DemoServer demo;

	private Demo() {
	}

	/** The server to be checked. */
	static synchronized Server server() {
		if (started == null) {
			try {
				demo = DemoServer.healthy(0);
				Server filled = new Server("demo", write(), Demo::control);
				fill(filled);
				started = filled;
			} catch (Exception e) {
				throw new IllegalStateException("the demo cluster cannot be filled", e);
			}
		}
		return started;
	}

	/** Does to the demo cluster what a verb of tests/controlplane does to the real one. */
	private static void control(String verb) {
		switch (verb) {
			case "stop-apiserver" -> demo.faults().leave();
			case "start-apiserver" -> demo.faults().comeBack();
			case "compact" -> demo.faults().forget();
			case "restart-apiserver" -> {
				demo.faults().leave();
				demo.faults().comeBack();
			}
			default -> throw new IllegalArgumentException(verb);
		}
	}

	private static Path write() throws IOException {
		Path folder = Files.createDirectories(Path.of("target", "demo").toAbsolutePath());
		Files.writeString(folder.resolve("token"), demo.token());
		String other;
		try (DemoServer stranger = DemoServer.troubled()) {
			other = stranger.certificate();
		}
		return Files.writeString(folder.resolve("kubeconfig"), """
				apiVersion: v1
				kind: Config
				current-context: token
				clusters:
				- {name: demo, cluster: {server: "%1$s", certificate-authority-data: %2$s}}
				- {name: wrong-ca, cluster: {server: "%1$s", certificate-authority-data: %3$s}}
				contexts:
				- {name: token, context: {cluster: demo, user: token}}
				- {name: token-file, context: {cluster: demo, user: token-file}}
				- {name: bad-token, context: {cluster: demo, user: bad-token}}
				- {name: wrong-ca, context: {cluster: wrong-ca, user: token}}
				users:
				- {name: token, user: {token: %4$s}}
				- {name: token-file, user: {tokenFile: token}}
				- {name: bad-token, user: {token: bad}}
				""".formatted(demo.uri(), base64(demo.certificate()), base64(other), demo.token()));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
	}

	private static void fill(Server server) throws Exception {
		try (Transport transport = server.transport("token"); Sandbox sandbox = new Sandbox(server)) {
			Path objects = Path.of("..", "controlplane", "objects");
			try (Stream<Path> there = Files.walk(objects)) {
				assertThat(there.filter(Files::isRegularFile).count()).as("every file is created")
						.isEqualTo(FILES.size());
			}
			for (String file : FILES) {
				Catalogue catalogue = new HttpDiscovery(transport).resources();
				for (Object object : new Yaml().loadAll(Files.readString(objects.resolve(file)))) {
					create(catalogue, sandbox, JSON.valueToTree(object));
				}
				if (file.equals("definitions.yaml")) {
					await(transport);
				}
			}
			Scope pods = Scope.all(new HttpDiscovery(transport).resources().find("pods").orElseThrow()).in("team-a");
			for (int rows = 0; rows < 3; rows = Check.list(new HttpReader(transport), pods, ListOptions.ALL).rows
					.size()) {
				Thread.sleep(100);
			}
		}
	}

	private static void await(Transport transport) throws InterruptedException {
		while (Stream.of("gadgets", "workshops", "deployments.workshop.fleetdesk.test").anyMatch(words -> {
			try {
				return new HttpDiscovery(transport).resources().find(words).isEmpty();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		})) {
			Thread.sleep(50);
		}
	}

	private static void create(Catalogue catalogue, Sandbox sandbox, JsonNode object) throws Exception {
		String version = object.path("apiVersion").asText();
		ResourceType type = catalogue.types().stream()
				.filter(each -> each.kind().equals(object.path("kind").asText())
						&& (each.group().isEmpty() ? each.version() : each.group() + "/" + each.version())
								.equals(version))
				.findFirst().orElseThrow(() -> new AssertionError("no " + version + " " + object.path("kind")));
		String namespace = object.path("metadata").path("namespace").asText(type.namespaced() ? "default" : "");
		sandbox.send("POST", Scope.all(type).in(namespace).path(), "application/json", object.toString());
	}
}
