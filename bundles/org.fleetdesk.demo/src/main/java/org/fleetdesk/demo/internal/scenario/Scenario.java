package org.fleetdesk.demo.internal.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import org.fleetdesk.demo.internal.api.Local;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a demo cluster holds at its start, and when in its past each of it was created. One thread. */
public final class Scenario {

	private static final String AGE = "demo.fleetdesk.org/age";
	private static final String CHANGE = "demo.fleetdesk.org/change";
	private static final String BEHAVIOUR = "demo.fleetdesk.org/behaviour";

	private final Local local;
	private int nodes;

	public Scenario(Cluster cluster) {
		local = new Local(cluster);
	}

	/** How long before now the first object of any scenario was created. */
	public static Duration past() {
		return Duration.ofDays(30).plusMinutes(1);
	}

	/**
	 * Lives through the past of a cluster: common.yaml and the file of its own, in the order of age.
	 *
	 * @param advance brings the simulation forward to a time
	 */
	public void live(String file, Instant now, Consumer<Instant> advance) {
		List<ObjectNode> objects = new ArrayList<>();
		objects.addAll(read("common"));
		objects.addAll(read(file));
		objects.sort(Comparator.comparing(Scenario::age).reversed());
		for (ObjectNode object : objects) {
			Instant time = now.minus(age(object));
			advance.accept(time);
			place(object, time);
		}
		advance.accept(now);
	}

	private void place(ObjectNode object, Instant now) {
		if (!Trees.annotation(object, CHANGE).isEmpty()) {
			String image = Trees.text(object, "spec.template.spec.containers.0.image");
			local.update(Key.of("apps/deployments", object), deployment -> ((ObjectNode) Trees.at(deployment,
					"spec.template.spec.containers.0")).put("image", image));
			return;
		}
		ObjectNode annotations = Trees.child(object, "metadata.annotations");
		boolean ready = !annotations.path(BEHAVIOUR).asText().equals("not-ready");
		annotations.remove(AGE);
		if (annotations.isEmpty()) {
			Trees.child(object, "metadata").remove("annotations");
		}
		if (object.path("kind").asText().equals("Node")) {
			NodeStatus.complete(object, nodes++, ready, now);
		}
		local.place(object);
	}

	private static Duration age(JsonNode object) {
		String age = Trees.annotation(object, AGE);
		return Duration.parse(age.endsWith("d") ? "P" + age.toUpperCase(java.util.Locale.ROOT) : "PT" + age);
	}

	private static List<ObjectNode> read(String file) {
		try (InputStream in = Scenario.class.getResourceAsStream(file + ".yaml")) {
			List<ObjectNode> objects = new ArrayList<>();
			Trees.YAML.readerFor(JsonNode.class).<JsonNode>readValues(in)
					.forEachRemaining(object -> objects.add((ObjectNode) object));
			return objects;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
