package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Namespaces with what every one has, heartbeats of nodes, and kinds that definitions define. */
final class Basics {

	private static final Duration HEARTBEAT = Duration.ofSeconds(10);
	private static final Duration LONG_AGO = Duration.ofMinutes(2);

	private final World world;

	Basics(World world) {
		this.world = world;
	}

	@Nullable
	Duration namespace(Key key, ObjectNode namespace) {
		if (!Trees.deleting(namespace)) {
			create(key, "v1", "ServiceAccount", "default");
			create(key, "v1", "ConfigMap", "kube-root-ca.crt");
			return null;
		}
		boolean empty = true;
		for (Kind kind : world.cluster().kinds().all()) {
			if (kind.namespaced() && !kind.review() && !kind.group().equals("events.k8s.io")) {
				for (Item item : world.cluster().store().items(kind.storage(), key.name()).values()) {
					empty = false;
					Key each = Key.of(kind.storage(), item.object());
					if (!Trees.deleting(item.object())) {
						world.delete(each);
					}
				}
			}
		}
		if (empty) {
			world.remove(key);
			return null;
		}
		return Duration.ofMillis(500);
	}

	private void create(Key namespace, String apiVersion, String kind, String name) {
		String resource = "/" + kind.toLowerCase(java.util.Locale.ROOT) + "s";
		if (world.get(resource, namespace.name(), name).isEmpty()) {
			ObjectNode object = Trees.object().put("apiVersion", apiVersion).put("kind", kind);
			object.putObject("metadata").put("name", name).put("namespace", namespace.name());
			if (kind.equals("ConfigMap")) {
				object.putObject("data").put("ca.crt", "the authority of a Fleetdesk demo cluster signs nothing\n");
			}
			world.create(object);
		}
	}

	/** Renews a ready node's lease; in the past of a cluster only now and then. */
	Duration node(Key key, ObjectNode node) {
		boolean ready = World.ready(node);
		Key lease = new Key("coordination.k8s.io/leases", "kube-node-lease", key.name());
		String time = world.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS).toString();
		if (world.get(lease.resource(), lease.namespace(), lease.name()).isEmpty()) {
			if (world.get("/namespaces", "", lease.namespace()).isEmpty()) {
				return HEARTBEAT;
			}
			ObjectNode object = Trees.object().put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
			ObjectNode metadata = object.putObject("metadata").put("name", key.name()).put("namespace",
					lease.namespace());
			metadata.putArray("ownerReferences").addObject().put("apiVersion", "v1").put("kind", "Node")
					.put("name", key.name()).put("uid", Trees.uid(node));
			object.putObject("spec").put("holderIdentity", key.name()).put("leaseDurationSeconds", 40).put("renewTime",
					time);
			world.create(object);
		} else if (ready) {
			java.time.Instant renewed = world.get(lease.resource(), lease.namespace(), lease.name())
					.map(each -> Trees.time(each, "spec.renewTime")).orElse(world.now());
			Duration left = Duration.between(world.now(), renewed.plus(HEARTBEAT));
			if (left.toMillis() > 0) {
				return world.live() ? left : Duration.ofHours(12);
			}
			world.update(lease, each -> Trees.child(each, "spec").put("renewTime", time));
		}
		if (ready && Trees.time(node, "status.conditions.0.lastHeartbeatTime").plus(LONG_AGO).isBefore(world.now())) {
			world.status(key, status -> status.path("conditions").forEach(
					condition -> ((ObjectNode) condition).put("lastHeartbeatTime", Trees.time(world.now()))));
		}
		return ready && world.live() ? HEARTBEAT : Duration.ofHours(12);
	}

	@Nullable
	Duration definition(Key key, ObjectNode definition) {
		if (Trees.deleting(definition)) {
			return null;
		}
		world.cluster().kinds().define(key.name(), definition);
		world.status(key, status -> {
			status.set("acceptedNames", Trees.at(definition, "spec.names"));
			status.putArray("storedVersions").add(stored(definition));
			world.condition(status, "NamesAccepted", true, "NoConflicts", "no conflicts found");
			world.condition(status, "Established", true, "InitialNamesAccepted",
					"the initial names have been accepted");
		});
		return null;
	}

	/** Serves a definition's kinds no more, and forgets their objects. */
	void undefine(ObjectNode definition) {
		String storage = Trees.text(definition, "spec.group") + "/" + Trees.text(definition, "spec.names.plural");
		for (Item item : world.cluster().store().items(storage, "").values()) {
			world.remove(Key.of(storage, item.object()));
		}
		world.cluster().kinds().remove(Trees.name(definition));
	}

	private static String stored(JsonNode definition) {
		for (JsonNode version : definition.path("spec").path("versions")) {
			if (version.path("storage").asBoolean()) {
				return version.path("name").asText();
			}
		}
		return "";
	}
}
