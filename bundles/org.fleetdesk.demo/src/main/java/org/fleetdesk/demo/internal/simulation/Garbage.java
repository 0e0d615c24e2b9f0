package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The garbage collector: dependants of what is gone, and deletions that wait for dependants. */
final class Garbage implements Reconciler {

	private static final Set<String> LEAVES = Set.of("/events", "coordination.k8s.io/leases",
			"discovery.k8s.io/endpointslices",
			"/configmaps", "/secrets");

	private final World world;

	Garbage(World world) {
		this.world = world;
	}

	/** Deletes what was owned by an object that is gone. */
	void collect(ObjectNode gone) {
		String uid = Trees.uid(gone);
		String resource = world.cluster().kinds().named(gone.path("apiVersion").asText(), gone.path("kind").asText())
				.map(kind -> kind.storage()).orElse("");
		if (!LEAVES.contains(resource)) {
			each(gone, (key, item) -> {
				if (world.cluster().store().get(key).isPresent()) {
					world.delete(key);
				}
			}, uid);
		}
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode object) {
		if (!Trees.deleting(object)) {
			return null;
		}
		JsonNode finalizers = object.path("metadata").path("finalizers");
		for (JsonNode finalizer : finalizers) {
			if (finalizer.asText().equals("orphan")) {
				each(object, (owned, item) -> world.update(owned, child -> disown(child, Trees.uid(object))),
						Trees.uid(object));
				release(key, "orphan");
			} else if (finalizer.asText().equals("foregroundDeletion")) {
				int[] left = new int[1];
				each(object, (owned, item) -> {
					left[0]++;
					if (!Trees.deleting(item.object())) {
						world.delete(owned, "Foreground");
					}
				}, Trees.uid(object));
				if (left[0] == 0) {
					release(key, "foregroundDeletion");
				} else {
					return Duration.ofMillis(500);
				}
			}
		}
		return null;
	}

	private interface Visit {
		void see(Key key, Item item);
	}

	private void each(ObjectNode owner, Visit visit, String uid) {
		Cluster cluster = world.cluster();
		for (String resource : cluster.store().resources()) {
			if (!resource.equals("/events")) {
				for (Item item : cluster.store().items(resource, Trees.namespace(owner)).values()) {
					if (item.ownedBy(uid)) {
						visit.see(Key.of(resource, item.object()), item);
					}
				}
			}
		}
	}

	private static void disown(ObjectNode child, String uid) {
		ObjectNode metadata = Trees.child(child, "metadata");
		ArrayNode owners = Trees.list(metadata, "ownerReferences");
		for (int index = owners.size() - 1; index >= 0; index--) {
			if (owners.get(index).path("uid").asText().equals(uid)) {
				owners.remove(index);
			}
		}
		if (owners.isEmpty()) {
			metadata.remove("ownerReferences");
		}
	}

	private void release(Key key, String finalizer) {
		world.cluster().store().write(key, before -> {
			if (before == null) {
				return null;
			}
			ArrayNode finalizers = Trees.list(Trees.child(before, "metadata"), "finalizers");
			for (int index = finalizers.size() - 1; index >= 0; index--) {
				if (finalizers.get(index).asText().equals(finalizer)) {
					finalizers.remove(index);
				}
			}
			return finalizers.isEmpty() && !key.resource().equals(World.PODS) ? null : before;
		});
	}
}
