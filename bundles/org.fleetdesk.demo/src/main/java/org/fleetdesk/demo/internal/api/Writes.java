package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.patch.Managers;
import org.fleetdesk.demo.internal.schema.SchemaCheck.Fault;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Creates and updates objects. Safe for any thread. */
public final class Writes {

	/** Who changes an object, and whether it is only tried. */
	public record Author(String manager, String subresource, boolean dryRun) {

		static Author of(Exchange exchange, String subresource) {
			String dryRun = exchange.query("dryRun");
			if (!dryRun.isEmpty() && !dryRun.equals("All")) {
				throw ApiException.options(exchange.method(), new Fault("dryRun", "FieldValueNotSupported",
						"Unsupported value: [\"" + dryRun + "\"]: supported values: \"All\""));
			}
			String validation = exchange.query("fieldValidation");
			if (!validation.matches("|Ignore|Strict|Warn")) {
				throw ApiException.options(exchange.method(), new Fault("fieldValidation", "FieldValueNotSupported",
						"Unsupported value: \"" + validation
								+ "\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\""));
			}
			String manager = exchange.query("fieldManager");
			String agent = exchange.header("User-Agent");
			return new Author(manager.isEmpty() ? agent.isEmpty() ? "unknown" : agent.split("[/ ]")[0] : manager,
					subresource, !dryRun.isEmpty());
		}
	}

	/** Leaves the store as it was and carries out what would be in it. */
	private static final class Tried extends RuntimeException {
		private static final long serialVersionUID = 1;
		private final transient ObjectNode object;

		Tried(ObjectNode object) {
			super("", null, false, false);
			this.object = object;
		}
	}

	private final Cluster cluster;
	private final Rules rules;

	public Writes(Cluster cluster) {
		this.cluster = cluster;
		rules = new Rules(cluster);
	}

	ObjectNode create(Exchange exchange, Target collection) throws IOException {
		Kind kind = collection.kind();
		Author author = Author.of(exchange, "");
		ObjectNode object = Body.object(kind, Body.tree(exchange, kind));
		Body.check(exchange, kind, object);
		return create(collection, object, author);
	}

	/** Creates an object in a collection, or with the name that the target has. */
	ObjectNode create(Target collection, ObjectNode given, Author author) {
		Kind kind = collection.kind();
		ObjectNode object = kind.storage().equals("/events") && !kind.group().isEmpty()
				? EventForms.older(given)
				: given;
		ObjectNode metadata = Trees.child(object, "metadata");
		namespace(collection, metadata);
		if (Trees.name(object).isEmpty() && metadata.hasNonNull("generateName")) {
			metadata.put("name", metadata.path("generateName").asText() + cluster.suffix(5));
		}
		if (Trees.name(object).isEmpty()) {
			throw ApiException.invalid(kind, "", List.of(
					new Fault("metadata.name", "FieldValueRequired",
							"Required value: name or generateName is required")));
		}
		if (metadata.hasNonNull("resourceVersion") && !metadata.path("resourceVersion").asText().isEmpty()) {
			throw ApiException.badRequest("resourceVersion should not be set on objects to be created");
		}
		Target target = collection.named(Trees.name(object));
		rules.namespace(target);
		metadata.put("uid", cluster.uid()).put("creationTimestamp", Trees.time(cluster.clock().instant()));
		metadata.remove(List.of("resourceVersion", "managedFields", "selfLink", "deletionTimestamp"));
		if (object.has("spec")) {
			metadata.put("generation", 1);
		}
		if (kind.subresources().containsKey("status") && !author.subresource().equals("scenario")) {
			object.remove("status");
		}
		Defaults.fill(kind, object);
		rules.complete(kind, object);
		refuse(kind, null, object);
		Managers.updated(null, object, author.manager(), "", cluster.clock().instant());
		return write(target, author.dryRun(), before -> {
			if (before != null) {
				throw ApiException.exists(kind, target.name());
			}
			return object;
		});
	}

	private static void namespace(Target target, ObjectNode metadata) {
		String given = metadata.path("namespace").asText("");
		if (!given.isEmpty() && !given.equals(target.namespace()) && target.kind().namespaced()) {
			throw ApiException
					.badRequest("the namespace of the provided object does not match the namespace sent on the "
							+ "request");
		}
		if (target.kind().namespaced()) {
			metadata.put("namespace", target.namespace());
		} else {
			metadata.remove("namespace");
		}
	}

	ObjectNode update(Exchange exchange, Target target) throws IOException {
		Kind kind = target.kind();
		Author author = Author.of(exchange, target.subresource());
		ObjectNode given = Body.object(kind, Body.tree(exchange, kind));
		Body.check(exchange, kind, given);
		if (!Trees.name(given).equals(target.name())) {
			throw ApiException.badRequest("the name of the object (" + Trees.name(given)
					+ ") does not match the name on the URL (" + target.name() + ")");
		}
		namespace(target, Trees.child(given, "metadata"));
		return write(target, author.dryRun(), before -> {
			if (before == null) {
				throw ApiException.notFound(kind, target.name());
			}
			return next(target, before, given, author);
		});
	}

	/** What is stored after an update, given what was stored; nothing if that was all it waited for to end. */
	@Nullable
	ObjectNode next(Target target, ObjectNode before, ObjectNode wanted, Author author) {
		Kind kind = target.kind();
		ObjectNode after = kind.storage().equals("/events") && !kind.group().isEmpty()
				? EventForms.older(wanted)
				: wanted.deepCopy();
		ObjectNode metadata = Trees.child(after, "metadata");
		same(target, before, metadata);
		keepServersOwn(before, metadata);
		if (author.subresource().equals("status")) {
			ObjectNode status = before.deepCopy();
			status.set("metadata", metadata);
			if (after.has("status")) {
				status.set("status", after.get("status"));
			}
			after = status;
		} else if (kind.subresources().containsKey("status")) {
			after.remove("status");
			if (before.has("status")) {
				after.set("status", before.get("status"));
			}
		}
		Defaults.fill(kind, after);
		rules.complete(kind, after);
		refuse(kind, before, after);
		if (metadata.has("generation") && !sameIntent(before, after)) {
			metadata.put("generation", metadata.path("generation").asLong() + 1);
		}
		if (after.equals(before)) {
			return before;
		}
		Managers.updated(before, after, author.manager(), author.subresource(), cluster.clock().instant());
		if (ended(kind, after)) {
			before.removeAll();
			before.setAll(after);
			return null;
		}
		return after;
	}

	private static void same(Target target, ObjectNode before, ObjectNode metadata) {
		String version = metadata.path("resourceVersion").asText("");
		if (!version.isEmpty() && !version.equals(Trees.text(before, "metadata.resourceVersion"))) {
			throw ApiException.modified(target.kind(), target.name());
		}
		String uid = metadata.path("uid").asText("");
		if (!uid.isEmpty() && !uid.equals(Trees.uid(before))) {
			throw ApiException.conflict(target.kind(), target.name(), "Precondition failed: UID in precondition: " + uid
					+ ", UID in object meta: " + Trees.uid(before));
		}
	}

	private static void keepServersOwn(ObjectNode before, ObjectNode metadata) {
		for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp", "generation",
				"deletionTimestamp", "deletionGracePeriodSeconds", "managedFields", "generateName")) {
			JsonNode value = before.path("metadata").path(field);
			if (value.isMissingNode()) {
				metadata.remove(field);
			} else {
				metadata.set(field, value);
			}
		}
		metadata.remove("selfLink");
	}

	private static boolean sameIntent(ObjectNode before, ObjectNode after) {
		for (Map.Entry<String, JsonNode> field : after.properties()) {
			if (!field.getKey().equals("metadata") && !field.getKey().equals("status")
					&& !field.getValue().equals(before.path(field.getKey()))) {
				return false;
			}
		}
		return true;
	}

	private static boolean ended(Kind kind, ObjectNode object) {
		return Trees.deleting(object) && object.path("metadata").path("finalizers").isEmpty() && !kind.is("", "Pod")
				&& !kind.is("", "Namespace");
	}

	/** Refuses a faulty object. */
	void refuse(Kind kind, @Nullable ObjectNode before, ObjectNode object) {
		List<Fault> faults = rules.faults(kind, before, object);
		if (!faults.isEmpty()) {
			throw ApiException.invalid(kind, Trees.name(object), faults);
		}
	}

	/** Stores what a write makes, or only says what it would be. */
	ObjectNode write(Target target, boolean dryRun, Store.Write write) {
		try {
			ObjectNode stored = cluster.store().write(target.key(), before -> {
				ObjectNode after = write.apply(before);
				if (dryRun && (after != null || before != null)) {
					throw new Tried(after == null ? java.util.Objects.requireNonNull(before) : after);
				}
				return after;
			});
			return java.util.Objects.requireNonNull(stored);
		} catch (Tried tried) {
			return tried.object;
		}
	}
}
