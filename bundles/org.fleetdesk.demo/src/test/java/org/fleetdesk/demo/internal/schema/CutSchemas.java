package org.fleetdesk.demo.internal.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.kinds.Kinds;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes openapi.json.gz anew: a program with two arguments, what {@code kubectl get --raw /openapi/v2} of a real server says,
 * and the file to write. Kubernetes' schemas are under the Apache License 2.0.
 */
final class CutSchemas {

	private CutSchemas() {
	}

	/** Cuts what a server says down to the kinds that are served and what they refer to. */
	public static void main(String[] arguments) throws IOException {
		JsonNode all = Trees.JSON.readTree(Path.of(arguments[0]).toFile()).path("definitions");
		Set<String> kinds = Stream
				.concat(new Kinds().all().stream().map(CutSchemas::key), Stream.of("autoscaling/v1/Scale",
						"policy/v1/Eviction", "authentication.k8s.io/v1/TokenRequest", "/v1/Binding"))
				.collect(Collectors.toSet());
		Deque<String> wanted = new ArrayDeque<>();
		all.properties().forEach(entry -> {
			JsonNode said = entry.getValue().path("x-kubernetes-group-version-kind");
			JsonNode kind = said.path(0);
			if (said.size() == 1
					&& kinds.contains(kind.path("group").asText() + "/" + kind.path("version").asText() + "/"
							+ kind.path("kind").asText())) {
				wanted.add(entry.getKey());
			}
		});
		TreeMap<String, JsonNode> cut = new TreeMap<>();
		while (!wanted.isEmpty()) {
			String name = wanted.pop();
			if (cut.put(name, all.path(name)) == null) {
				all.path(name).findValues("$ref").stream().filter(JsonNode::isTextual)
						.forEach(reference -> wanted.add(Definitions.named(reference.asText())));
			}
		}
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
			Trees.JSON.writeValue(out, cut);
		}
		System.out.println(cut.size() + " definitions");
	}

	private static String key(Kind kind) {
		return kind.group() + "/" + kind.version() + "/" + kind.kind();
	}
}
