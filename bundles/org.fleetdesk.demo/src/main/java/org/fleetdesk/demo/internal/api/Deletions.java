package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.demo.internal.api.Writes.Author;
import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.SchemaCheck.Fault;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Deletes objects: at once, or marked for the simulation to end when a pod has stopped, dependants are gone or finalizers
 * are taken off. Safe for any thread.
 */
final class Deletions {

	private static final int GRACE_SECONDS = 30;

	private final Cluster cluster;
	private final Writes writes;

	Deletions(Cluster cluster, Writes writes) {
		this.cluster = cluster;
		this.writes = writes;
	}

	/** Deletes one; gives the answer's body. */
	ObjectNode delete(Exchange exchange, Target target) throws IOException {
		JsonNode options = options(exchange);
		boolean dryRun = options.path("dryRun").size() > 0;
		return delete(target, options, dryRun);
	}

	ObjectNode delete(Target target, JsonNode options, boolean dryRun) {
		Kind kind = target.kind();
		boolean[] gone = new boolean[1];
		ObjectNode object = writes.write(target, dryRun, before -> {
			if (before == null) {
				throw ApiException.notFound(kind, target.name());
			}
			preconditions(kind, target.name(), before, options.path("preconditions"));
			ObjectNode after = after(kind, before, options);
			gone[0] = after == null;
			return after;
		});
		if (!gone[0]) {
			return Presentation.object(kind, object);
		}
		ObjectNode status = Trees.object().put("kind", "Status").put("apiVersion", "v1");
		status.putObject("metadata");
		ObjectNode details = status.put("status", "Success").putObject("details").put("name", target.name());
		if (!kind.group().isEmpty()) {
			details.put("group", kind.group());
		}
		details.put("kind", kind.plural()).put("uid", Trees.uid(object));
		return status;
	}

	/** Deletes what a collection's selectors select; gives what there was. */
	ObjectNode deleteCollection(Exchange exchange, Target collection) throws IOException {
		JsonNode options = options(exchange);
		boolean dryRun = options.path("dryRun").size() > 0;
		Kind kind = collection.kind();
		Selector selector = Lists.selector(exchange, collection);
		List<ObjectNode> selected = new ArrayList<>();
		for (Item item : cluster.store().items(kind.storage(), collection.namespace()).values()) {
			ObjectNode object = Presentation.object(kind, item.object());
			if (selector.test(object)) {
				selected.add(object);
			}
		}
		ObjectNode list = Trees.object().put("kind", kind.kind() + "List").put("apiVersion", kind.apiVersion());
		list.putObject("metadata").put("resourceVersion", Long.toString(cluster.store().revision()));
		ArrayNode items = list.putArray("items");
		for (ObjectNode object : selected) {
			items.add(object);
			try {
				delete(new Target(kind, Trees.namespace(object), Trees.name(object), ""), options, dryRun);
			} catch (ApiException e) {
				if (e.code() != 404) {
					throw e;
				}
			}
		}
		return list;
	}

	/** What the body says, else what the query says: never both, as with the real server. */
	private static JsonNode options(Exchange exchange) throws IOException {
		boolean dryRun = Author.of(exchange, "").dryRun();
		ObjectNode options = Trees.object();
		if (!exchange.header("Content-Length").equals("0")
				&& (!exchange.header("Content-Type").isEmpty() || !exchange.header("Content-Length").isEmpty())) {
			JsonNode given = Body.tree(exchange);
			if (given instanceof ObjectNode object) {
				options = object;
			}
		}
		if (options.isEmpty()) {
			for (String name : new String[]{"propagationPolicy", "gracePeriodSeconds"}) {
				if (!exchange.query(name).isEmpty()) {
					options.put(name, exchange.query(name));
				}
			}
			if (dryRun) {
				options.putArray("dryRun").add("All");
			}
		}
		String policy = options.path("propagationPolicy").asText("Background");
		if (!List.of("Background", "Foreground", "Orphan", "").contains(policy)) {
			throw ApiException.options(exchange.method(), new Fault("propagationPolicy", "FieldValueNotSupported",
					"Unsupported value: \"" + policy
							+ "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\""));
		}
		return options;
	}

	private static void preconditions(Kind kind, String name, ObjectNode before, JsonNode wanted) {
		String uid = wanted.path("uid").asText(Trees.uid(before));
		String version = wanted.path("resourceVersion").asText("");
		if (!uid.equals(Trees.uid(before))) {
			throw ApiException.otherwise(kind, name, "UID", uid, Trees.uid(before), "deleted and then recreated");
		}
		if (!version.isEmpty() && !version.equals(Trees.text(before, "metadata.resourceVersion"))) {
			throw ApiException.otherwise(kind, name, "ResourceVersion", version,
					Trees.text(before, "metadata.resourceVersion"), "modified");
		}
	}

	/** What is left of an object for now; nothing if nothing. */
	private @Nullable ObjectNode after(Kind kind, ObjectNode before, JsonNode options) {
		ObjectNode metadata = Trees.child(before, "metadata");
		boolean marked = Trees.deleting(before);
		ArrayNode finalizers = Trees.list(metadata, "finalizers");
		if (!marked) {
			switch (options.path("propagationPolicy").asText("")) {
				case "Foreground" -> finalizers.add("foregroundDeletion");
				case "Orphan" -> finalizers.add("orphan");
				default -> {
					// dependants are collected after it is gone
				}
			}
		}
		long grace = kind.is("", "Pod") && !finished(before)
				? options.path("gracePeriodSeconds").asLong(
						Trees.number(before, "spec.terminationGracePeriodSeconds", GRACE_SECONDS))
				: 0;
		boolean waits = !finalizers.isEmpty() || grace > 0 || kind.is("", "Namespace");
		if (finalizers.isEmpty()) {
			metadata.remove("finalizers");
		}
		if (!waits) {
			return null;
		}
		if (!marked) {
			metadata.put("deletionTimestamp", Trees.time(cluster.clock().instant().plusSeconds(grace)));
			metadata.put("deletionGracePeriodSeconds", grace);
			if (metadata.has("generation")) {
				metadata.put("generation", metadata.path("generation").asLong() + 1);
			}
			if (kind.is("", "Namespace")) {
				Trees.child(before, "status").put("phase", "Terminating");
			}
		}
		return before;
	}

	private static boolean finished(ObjectNode pod) {
		String phase = Trees.text(pod, "status.phase");
		return phase.equals("Succeeded") || phase.equals("Failed") || Trees.text(pod, "spec.nodeName").isEmpty();
	}
}
