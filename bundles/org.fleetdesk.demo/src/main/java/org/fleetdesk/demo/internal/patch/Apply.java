package org.fleetdesk.demo.internal.patch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.patch.Managers.Entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply with lists as atomic: every list is one field, so that two managers of different elements of one list
 * are in conflict, and applying a list replaces it. Stateless.
 */
public final class Apply {

	/**
	 * A field that somebody else manages and that would be changed.
	 *
	 * @param manager who, in the words of the real server
	 */
	public record Conflict(String manager, String field) {
	}

	/**
	 * What came out; with conflicts the object is not to be stored.
	 *
	 * @param object the object as it would be
	 */
	public record Result(ObjectNode object, List<Conflict> conflicts) {
	}

	private Apply() {
	}

	/**
	 * Merges what a manager wants into what there is.
	 *
	 * @param live what there is, if anything; not changed
	 * @param defaults fills in what the server fills in
	 * @param force whether to take fields over from other managers
	 */
	public static Result apply(@Nullable ObjectNode live, ObjectNode wanted, String manager, boolean force,
			Consumer<ObjectNode> defaults, Instant now) {
		Managers managers = Managers.of(live);
		Entry own = managers.entry(manager, "Apply", "", wanted);
		Set<List<String>> paths = new LinkedHashSet<>(Fields.leaves(wanted).keySet());
		ObjectNode merged = live == null ? Trees.object() : live.deepCopy();
		for (List<String> path : own.fields) {
			if (!paths.contains(path) && managers.entries().stream()
					.noneMatch(other -> other != own && other.fields.contains(path))) {
				Fields.remove(merged, path);
			}
		}
		merge(merged, wanted);
		defaults.accept(merged);
		List<Conflict> conflicts = live == null || force ? List.of() : conflicts(managers, own, paths, live, merged);
		if (live != null && force) {
			for (Entry other : managers.entries()) {
				if (other != own) {
					other.fields.removeIf(path -> paths.contains(path)
							&& !Fields.get(live, path).equals(Fields.get(merged, path)));
				}
			}
		}
		if (!own.fields.equals(paths) || own.time.isEmpty()) {
			own.time = Trees.time(now);
		}
		own.fields.clear();
		own.fields.addAll(paths);
		own.apiVersion = wanted.path("apiVersion").asText();
		Map<List<String>, JsonNode> left = Fields.leaves(merged);
		managers.entries().forEach(entry -> entry.fields.removeIf(path -> !left.containsKey(path)
				&& Fields.get(merged, path).isMissingNode()));
		managers.write(merged);
		return new Result(merged, conflicts);
	}

	private static List<Conflict> conflicts(Managers managers, Entry own, Set<List<String>> paths, ObjectNode live,
			ObjectNode merged) {
		List<Conflict> conflicts = new ArrayList<>();
		for (Entry other : managers.entries()) {
			for (List<String> path : other.fields) {
				if (other != own && paths.contains(path)
						&& !Fields.get(live, path).equals(Fields.get(merged, path))) {
					conflicts.add(new Conflict(other.text(), Fields.text(path)));
				}
			}
		}
		conflicts.sort(Comparator.comparing(Conflict::manager).thenComparing(Conflict::field));
		return conflicts;
	}

	private static void merge(ObjectNode target, ObjectNode wanted) {
		for (Map.Entry<String, JsonNode> field : wanted.properties()) {
			String name = field.getKey();
			if (field.getValue() instanceof ObjectNode object) {
				merge(target.get(name) instanceof ObjectNode before ? before : target.putObject(name), object);
			} else {
				target.set(name, field.getValue().deepCopy());
			}
		}
	}
}
