package org.fleetdesk.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.http.Transport;

/**
 * The published CustomResourceDefinitions on a server of tests/controlplane, if a folder of them is at hand: the one that
 * {@code -Dfleetdesk.crds} names, or {@code shared/crds} beside the checkout. Closing takes them away again.
 */
final class Definitions implements AutoCloseable {
	/** Where they are looked for. */
	static final Path WHERE = Path.of(System.getProperty("fleetdesk.crds", "../../../shared/crds")).toAbsolutePath()
			.normalize();
	private static final String PATH = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
	private static final String LABEL = "fleetdesk.test";
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Duration LONGEST = Duration.ofMinutes(3);

	private final List<String> created = new ArrayList<>();
	private final Sandbox sandbox;

	private Definitions(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	/** Creates them and waits until they are served; none on a server that is not ours, or where there is no such folder. */
	static Definitions on(Server server) throws Exception {
		Definitions definitions = new Definitions(new Sandbox(server));
		if (server != Demo.server() && server.controlled() && Files.isDirectory(WHERE)) {
			try (Transport transport = server.transport(server.admin())) {
				definitions.create(served(transport));
				definitions.await(transport);
			} catch (IOException | InterruptedException | RuntimeException e) {
				definitions.close();
				throw e;
			}
		}
		return definitions;
	}

	/** The kinds that were created, "widgets.example.org". */
	List<String> kinds() {
		return created;
	}

	private void create(Set<String> known) throws IOException, InterruptedException {
		LoaderOptions large = new LoaderOptions();
		large.setCodePointLimit(64 << 20);
		List<Path> files;
		try (Stream<Path> all = Files.walk(WHERE, 2)) {
			files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
		}
		for (Path file : files) {
			JsonNode definition;
			try (InputStream in = Files.newInputStream(file)) {
				definition = JSON.valueToTree(new Yaml(new SafeConstructor(large)).<Object>load(in));
			}
			String name = definition.path("metadata").path("name").asText();
			lighten((ObjectNode) definition);
			if (!known.contains(name) && !created.contains(name)) {
				sandbox.send("POST", PATH, "application/json", definition.toString());
				created.add(name);
			}
		}
	}

	/** Without schemas, of which a server would work for minutes: fields are held to them where packs are tested. */
	private static void lighten(ObjectNode definition) {
		definition.remove("status");
		definition.withObject("/metadata").withObject("/labels").put(LABEL, "true");
		definition.withObject("/spec").remove("conversion");
		for (JsonNode version : definition.path("spec").path("versions")) {
			((ObjectNode) version).putObject("schema").putObject("openAPIV3Schema").put("type", "object")
					.put("x-kubernetes-preserve-unknown-fields", true);
			((ObjectNode) version).remove("selectableFields");
		}
	}

	private static Set<String> served(Transport transport) throws InterruptedException {
		Set<String> names = new TreeSet<>();
		new HttpDiscovery(transport).resources().types().stream().map(ResourceType::qualifiedName).forEach(names::add);
		return names;
	}

	private void await(Transport transport) throws InterruptedException {
		Instant end = Instant.now().plus(LONGEST);
		while (!served(transport).containsAll(created)) {
			if (Instant.now().isAfter(end)) {
				Set<String> left = new TreeSet<>(created);
				left.removeAll(served(transport));
				throw new AssertionError("not served: " + left);
			}
			Thread.sleep(500);
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		try (sandbox) {
			if (!created.isEmpty()) {
				sandbox.send("DELETE", PATH + "?labelSelector=" + LABEL, "application/json", "");
			}
		}
	}
}
