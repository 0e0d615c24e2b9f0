package org.fleetdesk.demo.internal.api;

import java.util.function.Consumer;

import org.fleetdesk.demo.internal.api.Writes.Author;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The same API for the program's own parts: controllers and scenarios. Safe for any thread. */
public final class Local {

	private final Cluster cluster;
	private final Writes writes;
	private final Deletions deletions;

	public Local(Cluster cluster) {
		this.cluster = cluster;
		writes = new Writes(cluster);
		deletions = new Deletions(cluster, writes);
	}

	/** Creates an object, with the defaults and the identity that the server gives. */
	public ObjectNode create(ObjectNode object, String manager) {
		return create(object, new Author(manager, "", false));
	}

	/** Creates an object with the status it has in a scenario. */
	public ObjectNode place(ObjectNode object) {
		return create(object, new Author("kubectl-client-side-apply", "scenario", false));
	}

	private ObjectNode create(ObjectNode object, Author author) {
		Kind kind = cluster.kinds().named(object.path("apiVersion").asText(), object.path("kind").asText())
				.orElseThrow(() -> new IllegalArgumentException("no such kind: " + object.path("kind")));
		String namespace = kind.namespaced() ? Trees.namespace(object) : "";
		return writes.create(new Target(kind, namespace, "", ""), object, author);
	}

	/** Changes an object in place, if it is there. */
	public void update(Key key, Consumer<ObjectNode> change) {
		cluster.store().write(key, before -> {
			if (before != null) {
				JsonNode spec = before.path("spec").deepCopy();
				change.accept(before);
				if (!spec.equals(before.path("spec")) && before.path("metadata").has("generation")) {
					ObjectNode metadata = Trees.child(before, "metadata");
					metadata.put("generation", metadata.path("generation").asLong() + 1);
				}
			}
			return before;
		});
	}

	/** Removes an object at once. */
	public void remove(Key key) {
		cluster.store().write(key, before -> null);
	}

	/** Deletes as a client would; what is not there is let be. */
	public void delete(Key key, String policy) {
		cluster.kinds().all().stream().filter(kind -> kind.storage().equals(key.resource())).findFirst()
				.ifPresentOrElse(kind -> {
					try {
						deletions.delete(new Target(kind, key.namespace(), key.name(), ""),
								Trees.object().put("propagationPolicy", policy), false);
					} catch (ApiException e) {
						if (e.code() != 404) {
							throw e;
						}
					}
				}, () -> remove(key));
	}
}
