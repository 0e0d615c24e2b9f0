package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.api.Writes.Author;
import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.patch.Apply;
import org.fleetdesk.demo.internal.patch.Apply.Conflict;
import org.fleetdesk.demo.internal.patch.JsonPatch;
import org.fleetdesk.demo.internal.patch.MergePatch;
import org.fleetdesk.demo.internal.patch.PatchException;
import org.fleetdesk.demo.internal.patch.StrategicPatch;
import org.fleetdesk.demo.internal.schema.Definitions;
import org.fleetdesk.demo.internal.schema.SchemaCheck.Fault;
import org.fleetdesk.demo.internal.store.Cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Patches of all four forms. Safe for any thread. */
final class Patches {

	private final Cluster cluster;
	private final Writes writes;
	private final StrategicPatch strategic = new StrategicPatch(Definitions.shipped());

	Patches(Cluster cluster, Writes writes) {
		this.cluster = cluster;
		this.writes = writes;
	}

	ObjectNode patch(Exchange exchange, Target target) throws IOException {
		String type = exchange.header("Content-Type").split(";")[0].strip();
		JsonNode patch = Body.tree(exchange, target.kind());
		if (type.equals("application/apply-patch+yaml")) {
			return apply(exchange, target, patch);
		}
		if (!type.endsWith("-patch+json") || target.kind().custom() && type.contains("strategic")) {
			throw ApiException.of(415, "UnsupportedMediaType",
					"the body of the request was in an unknown format - accepted media types include: "
							+ "application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
		}
		Author author = Author.of(exchange, target.subresource());
		return writes.write(target, author.dryRun(), before -> {
			if (before == null) {
				throw ApiException.notFound(target.kind(), target.name());
			}
			ObjectNode shown = Presentation.object(target.kind(), before).deepCopy();
			ObjectNode patched = Body.object(target.kind(), patched(target.kind(), type, shown, patch));
			Body.check(exchange, target.kind(), patched);
			return writes.next(target, before, patched, author);
		});
	}

	private JsonNode patched(Kind kind, String type, ObjectNode object, JsonNode patch) {
		try {
			return switch (type) {
				case "application/json-patch+json" -> JsonPatch.apply(object, patch);
				case "application/merge-patch+json" -> MergePatch.apply(object, patch);
				default -> strategic.apply(object, patch, Definitions.shipped().schema(kind));
			};
		} catch (PatchException e) {
			throw ApiException.of(422, "Invalid", e.getMessage());
		}
	}

	private ObjectNode apply(Exchange exchange, Target target, JsonNode patch) {
		Kind kind = target.kind();
		if (exchange.query("fieldManager").isEmpty()) {
			throw ApiException.options(exchange.method(), new Fault("fieldManager", "FieldValueRequired",
					"Required value: is required for apply patch"));
		}
		Author author = Author.of(exchange, target.subresource());
		ObjectNode wanted = Body.applied(target, patch);
		return writes.write(target, author.dryRun(), before -> {
			ObjectNode live = before == null ? null : Presentation.object(kind, before);
			String version = Trees.text(wanted, "metadata.resourceVersion");
			if (!version.isEmpty() && live != null && !version.equals(Trees.text(live, "metadata.resourceVersion"))) {
				throw ApiException.modified(kind, target.name());
			}
			Apply.Result result = Apply.apply(live, wanted, author.manager(), exchange.flag("force"),
					object -> Defaults.fill(kind, object), cluster.clock().instant());
			if (!result.conflicts().isEmpty()) {
				throw conflicts(result.conflicts());
			}
			JsonNode managed = result.object().path("metadata").path("managedFields").deepCopy();
			Body.check(exchange, kind, result.object());
			ObjectNode after;
			if (live == null) {
				Trees.child(result.object(), "metadata").put("name", target.name());
				after = writes.create(target.named(""), result.object(), new Author(author.manager(), "", true));
			} else {
				after = writes.next(target, live, result.object(), author);
			}
			if (after != null) {
				if (live != null && unchanged(live, after, managed)) {
					return before;
				}
				Trees.child(after, "metadata").set("managedFields", managed);
			}
			return after;
		});
	}

	/** Apply that changes nothing but a time makes no revision. */
	private static boolean unchanged(ObjectNode live, ObjectNode after, JsonNode managed) {
		ObjectNode left = live.deepCopy();
		ObjectNode right = after.deepCopy();
		boolean same = Trees.child(left, "metadata").path("managedFields").equals(managed);
		Trees.child(left, "metadata").remove("managedFields");
		Trees.child(right, "metadata").remove("managedFields");
		return same && left.equals(right);
	}

	private static ApiException conflicts(List<Conflict> conflicts) {
		String who = conflicts.stream().collect(Collectors.groupingBy(Conflict::manager, java.util.TreeMap::new,
				Collectors.mapping(Conflict::field, Collectors.toList()))).entrySet().stream()
				.map(entry -> entry.getValue().size() == 1
						? "conflict with " + entry.getKey() + ": " + entry.getValue().get(0)
						: "conflicts with " + entry.getKey() + ":\n- " + String.join("\n- ", entry.getValue()))
				.collect(Collectors.joining("\n"));
		ApiException refusal = ApiException.of(409, "Conflict",
				"Apply failed with " + conflicts.size() + (conflicts.size() == 1 ? " conflict: " : " conflicts: ")
						+ who);
		for (Conflict conflict : conflicts) {
			refusal.cause("FieldManagerConflict", "conflict with " + conflict.manager(), conflict.field());
		}
		return refusal;
	}
}
