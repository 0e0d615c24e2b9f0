package org.fleetdesk.demo.internal.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.demo.internal.json.Quantities;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What nodes and the containers of running pods use, made up: a part of what they ask for, which goes up and down. One for each
 * answer, for one thread.
 */
final class Metrics {
	private static final long PERIOD = 15;
	private static final long NODE_CPU = 180; // what a node uses itself, in thousandths of cores
	private static final long NODE_MEMORY = 900L << 20;
	private static final long LEAST_CPU = 20;
	private static final long LEAST_MEMORY = 48L << 20;

	/** Thousandths of cores, and bytes. */
	private record Usage(long cpu, long memory) {
		private Usage plus(Usage other) {
			return new Usage(cpu + other.cpu, memory + other.memory);
		}

		private void write(ObjectNode target) {
			target.putObject("usage").put("cpu", cpu * 1_000_000 + "n").put("memory", (memory >> 10) + "Ki");
		}
	}

	private final Cluster cluster;
	private final Instant now;
	private Optional<Map<String, Usage>> nodes = Optional.empty();

	/** Measurements of this moment. */
	Metrics(Cluster cluster) {
		this.cluster = cluster;
		this.now = Instant.ofEpochSecond(cluster.clock().instant().getEpochSecond() / PERIOD * PERIOD);
	}

	/** An item as a kind has it: itself, or what is measured of it, which is nothing of a pod that does not run. */
	Optional<Item> of(Kind kind, Item item) {
		if (!kind.measured()) {
			return Optional.of(item);
		}
		ObjectNode object = item.object();
		if (kind.namespaced() && !Trees.text(object, "status.phase").equals("Running")) {
			return Optional.empty();
		}
		ObjectNode made = Trees.object().put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
		ObjectNode metadata = made.putObject("metadata").put("name", Trees.name(object));
		if (kind.namespaced()) {
			metadata.put("namespace", Trees.namespace(object));
		}
		metadata.put("creationTimestamp", Trees.time(now));
		if (object.path("metadata").has("labels")) {
			metadata.set("labels", object.path("metadata").path("labels"));
		}
		made.put("timestamp", Trees.time(now)).put("window", PERIOD + "s");
		if (kind.namespaced()) {
			for (JsonNode container : object.path("spec").path("containers")) {
				usage(object, container).write(Trees.list(made, "containers").addObject().put("name",
						container.path("name").asText()));
			}
		} else {
			nodes().getOrDefault(Trees.name(object), new Usage(0, 0)).plus(new Usage(NODE_CPU, NODE_MEMORY))
					.write(made);
		}
		return Optional.of(new Item.Stored(made));
	}

	/** What the pods of each node use, but for those that are generated. */
	private Map<String, Usage> nodes() {
		Map<String, Usage> known = nodes.orElseGet(HashMap::new);
		if (nodes.isEmpty()) {
			for (Item item : cluster.store().items("/pods", "").values()) {
				if (!item.generated() && Trees.text(item.object(), "status.phase").equals("Running")) {
					for (JsonNode container : item.object().path("spec").path("containers")) {
						known.merge(Trees.text(item.object(), "spec.nodeName"), usage(item.object(), container),
								Usage::plus);
					}
				}
			}
			nodes = Optional.of(known);
		}
		return known;
	}

	private Usage usage(JsonNode pod, JsonNode container) {
		JsonNode asked = container.path("resources").path("requests");
		long cpu = Math.max(LEAST_CPU, Quantities.millis(asked.path("cpu").asText()));
		long memory = Math.max(LEAST_MEMORY, Quantities.millis(asked.path("memory").asText()) / 1000);
		String name = Trees.name(pod) + container.path("name").asText();
		return new Usage((long) (cpu * (0.2 + 0.7 * wave(name, 300))),
				(long) (memory * (0.6 + 0.5 * wave(name, 3600))));
	}

	/** From 0 to 1 and back within so many seconds, for each name at another time. */
	private double wave(String name, int seconds) {
		double turn = (double) now.getEpochSecond() / seconds + (name.hashCode() & 0xff) / 256.0;
		return 0.5 + 0.5 * Math.sin(2 * Math.PI * turn);
	}
}
