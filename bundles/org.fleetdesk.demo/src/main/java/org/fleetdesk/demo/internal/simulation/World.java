package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fleetdesk.demo.internal.api.Local;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What controllers see of a cluster and do to it. Used by the simulation's thread only. */
final class World {

	static final String PODS = "/pods";
	private static final Duration EVENT_LIFE = Duration.ofHours(1);

	private final Cluster cluster;
	private final Local local;

	World(Cluster cluster) {
		this.cluster = cluster;
		local = new Local(cluster);
	}

	Cluster cluster() {
		return cluster;
	}

	Instant now() {
		return cluster.clock().instant();
	}

	/** Whether the past is over. */
	boolean live() {
		return !(cluster.clock() instanceof SimulatedClock clock) || clock.running();
	}

	Optional<ObjectNode> get(String resource, String namespace, String name) {
		return cluster.store().get(new Key(resource, namespace, name));
	}

	List<ObjectNode> all(String resource, String namespace) {
		return cluster.store().items(resource, namespace).values().stream().filter(item -> !item.generated())
				.map(Item::object).toList();
	}

	List<ObjectNode> owned(String resource, ObjectNode owner) {
		return cluster.store().owned(resource, Trees.namespace(owner), Trees.uid(owner));
	}

	ObjectNode create(ObjectNode object) {
		return local.create(object, "kube-controller-manager");
	}

	void update(Key key, Consumer<ObjectNode> change) {
		local.update(key, change);
	}

	/** Sets what an object's status has; fields that are not given stay. */
	void status(Key key, Consumer<ObjectNode> change) {
		local.update(key, object -> change.accept(Trees.child(object, "status")));
	}

	void delete(Key key) {
		local.delete(key, "Background");
	}

	void delete(Key key, String policy) {
		local.delete(key, policy);
	}

	void remove(Key key) {
		local.remove(key);
	}

	/** Starts an object that an owner controls. */
	static ObjectNode child(ObjectNode owner, String apiVersion, String kind, String name) {
		ObjectNode child = Trees.object().put("apiVersion", apiVersion).put("kind", kind);
		ObjectNode metadata = child.putObject("metadata").put("name", name).put("namespace", Trees.namespace(owner));
		metadata.putArray("ownerReferences").addObject().put("apiVersion", owner.path("apiVersion").asText())
				.put("kind", owner.path("kind").asText()).put("name", Trees.name(owner)).put("uid", Trees.uid(owner))
				.put("controller", true).put("blockOwnerDeletion", true);
		return child;
	}

	/** A pod by an owner's template. */
	static ObjectNode pod(ObjectNode owner, JsonNode template, String name) {
		ObjectNode pod = child(owner, "v1", "Pod", name);
		ObjectNode metadata = (ObjectNode) pod.get("metadata");
		for (String field : List.of("labels", "annotations")) {
			if (template.path("metadata").has(field)) {
				metadata.set(field, template.path("metadata").get(field).deepCopy());
			}
		}
		pod.set("spec", template.path("spec").deepCopy());
		return pod;
	}

	/** Sets a condition; its transition time moves when its status does. */
	void condition(ObjectNode status, String type, boolean is, String reason, String message) {
		ArrayNode conditions = Trees.list(status, "conditions");
		ObjectNode condition = null;
		for (JsonNode each : conditions) {
			condition = each.path("type").asText().equals(type) ? (ObjectNode) each : condition;
		}
		String value = is ? "True" : "False";
		if (condition == null) {
			condition = conditions.addObject().put("type", type);
		}
		if (!condition.path("status").asText("").equals(value)) {
			condition.put("status", value).put("lastTransitionTime", Trees.time(now()));
		}
		condition.remove(List.of("reason", "message"));
		if (!reason.isEmpty()) {
			condition.put("reason", reason);
		}
		if (!message.isEmpty()) {
			condition.put("message", message);
		}
	}

	/** Writes an event, or counts one more of the same. */
	void event(ObjectNode about, String type, String reason, String message, String component) {
		String namespace = Trees.namespace(about).isEmpty() ? "default" : Trees.namespace(about);
		String name = Trees.name(about) + "." + Integer.toHexString((Trees.uid(about) + reason + message).hashCode());
		Key key = new Key("/events", namespace, name);
		String time = Trees.time(now());
		if (cluster.store().get(key).isPresent()) {
			local.update(key,
					event -> event.put("count", event.path("count").asInt() + 1).put("lastTimestamp", time));
			return;
		}
		ObjectNode event = Trees.object().put("apiVersion", "v1").put("kind", "Event");
		event.putObject("metadata").put("name", name).put("namespace", namespace);
		event.putObject("involvedObject").put("kind", about.path("kind").asText())
				.put("namespace", Trees.namespace(about))
				.put("name", Trees.name(about)).put("uid", Trees.uid(about))
				.put("apiVersion", about.path("apiVersion").asText())
				.put("resourceVersion", Trees.text(about, "metadata.resourceVersion"));
		event.put("reason", reason).put("message", message).put("type", type).put("count", 1)
				.put("firstTimestamp", time)
				.put("lastTimestamp", time);
		event.putObject("source").put("component", component);
		event.put("reportingComponent", component).put("reportingInstance", "");
		if (cluster.store().get(new Key("/namespaces", "", namespace)).filter(each -> !Trees.deleting(each))
				.isPresent()) {
			local.create(event, component);
		}
	}

	/** Forgets an event when it is an hour old. */
	@org.jspecify.annotations.Nullable
	Duration expire(Key key, ObjectNode event) {
		Instant last = Trees.time(event,
				Trees.text(event, "lastTimestamp").isEmpty() ? "metadata.creationTimestamp" : "lastTimestamp");
		Duration left = Duration.between(now(), last.plus(EVENT_LIFE));
		if (left.isNegative() || left.isZero()) {
			remove(key);
			return null;
		}
		return left;
	}

	/** Whether labels are what a selector's matchLabels and matchExpressions want. */
	static boolean selects(JsonNode selector, JsonNode labels) {
		for (JsonNode expression : selector.path("matchExpressions")) {
			JsonNode value = labels.path(expression.path("key").asText());
			boolean in = Trees.elements(expression.path("values")).stream().anyMatch(each -> each.equals(value));
			boolean fits = switch (expression.path("operator").asText()) {
				case "In" -> in;
				case "NotIn" -> !in;
				case "Exists" -> !value.isMissingNode();
				default -> value.isMissingNode();
			};
			if (!fits) {
				return false;
			}
		}
		JsonNode wanted = selector.has("matchLabels") || selector.has("matchExpressions")
				? selector.path("matchLabels")
				: selector;
		return !selector.isEmpty()
				&& wanted.propertyStream().allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
	}

	static boolean ready(JsonNode pod) {
		for (JsonNode condition : pod.path("status").path("conditions")) {
			if (condition.path("type").asText().equals("Ready")) {
				return condition.path("status").asText().equals("True");
			}
		}
		return false;
	}

	static boolean active(JsonNode pod) {
		String phase = Trees.text(pod, "status.phase");
		return !Trees.deleting(pod) && !phase.equals("Succeeded") && !phase.equals("Failed");
	}

	/** Letters that stand for a template. */
	static String hash(JsonNode template) {
		String letters = "bcdf456789ghjklmnpqrstvwxz2";
		long hash = template.toString().hashCode() * 2654435761L & 0xffffffffffL;
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < 9; index++) {
			text.append(letters.charAt((int) (hash % letters.length())));
			hash = hash / letters.length() + 7;
		}
		return text.toString();
	}
}
