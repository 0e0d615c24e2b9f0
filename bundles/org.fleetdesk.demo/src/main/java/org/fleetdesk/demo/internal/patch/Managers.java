package org.fleetdesk.demo.internal.patch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Who manages which fields of one object: its {@code managedFields}. One thread. */
public final class Managers {

	/** One entry. */
	static final class Entry {
		final String manager;
		final String operation;
		final String subresource;
		String apiVersion;
		String time;
		final Set<List<String>> fields;

		Entry(String manager, String operation, String subresource, String apiVersion, String time,
				Set<List<String>> fields) {
			this.manager = manager;
			this.operation = operation;
			this.subresource = subresource;
			this.apiVersion = apiVersion;
			this.time = time;
			this.fields = fields;
		}

		/** {@code "kubectl-scale" with subresource "scale" using apps/v1}. */
		String text() {
			return '"' + manager + '"' + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + '"')
					+ (operation.equals("Update") ? " using " + apiVersion : "");
		}
	}

	private final List<Entry> entries = new ArrayList<>();

	private Managers() {
	}

	static Managers of(@Nullable JsonNode object) {
		Managers managers = new Managers();
		if (object != null) {
			for (JsonNode entry : object.path("metadata").path("managedFields")) {
				managers.entries.add(new Entry(entry.path("manager").asText(), entry.path("operation").asText(),
						entry.path("subresource").asText(""), entry.path("apiVersion").asText(),
						entry.path("time").asText(), Fields.read(entry.path("fieldsV1"))));
			}
		}
		return managers;
	}

	/** Writes into an object who manages it after somebody has changed it by other means than apply. */
	public static void updated(@Nullable ObjectNode before, ObjectNode after, String manager, String subresource,
			Instant now) {
		Managers managers = of(before);
		Map<List<String>, JsonNode> old = before == null ? Map.of() : Fields.leaves(before);
		Map<List<String>, JsonNode> leaves = Fields.leaves(after);
		Set<List<String>> changed = new LinkedHashSet<>();
		leaves.forEach((path, value) -> {
			if (!Objects.equals(old.get(path), value)) {
				changed.add(path);
			}
		});
		for (Entry entry : managers.entries) {
			entry.fields.removeIf(path -> changed.contains(path) || !leaves.containsKey(path));
		}
		if (!changed.isEmpty()) {
			Entry own = managers.entry(manager, "Update", subresource, after);
			own.fields.addAll(changed);
			own.time = Trees.time(now);
		}
		managers.write(after);
	}

	Entry entry(String manager, String operation, String subresource, JsonNode object) {
		for (Entry entry : entries) {
			if (entry.manager.equals(manager) && entry.operation.equals(operation)
					&& entry.subresource.equals(subresource)) {
				return entry;
			}
		}
		Entry entry = new Entry(manager, operation, subresource, object.path("apiVersion").asText(), "",
				new LinkedHashSet<>());
		entries.add(entry);
		return entry;
	}

	List<Entry> entries() {
		return entries;
	}

	void write(ObjectNode object) {
		ObjectNode metadata = Trees.child(object, "metadata");
		metadata.remove("managedFields");
		ArrayNode list = Trees.array();
		for (Entry entry : entries) {
			if (!entry.fields.isEmpty()) {
				ObjectNode node = list.addObject().put("manager", entry.manager).put("operation", entry.operation)
						.put("apiVersion", entry.apiVersion).put("time", entry.time).put("fieldsType", "FieldsV1");
				node.set("fieldsV1", Fields.write(entry.fields));
				if (!entry.subresource.isEmpty()) {
					node.put("subresource", entry.subresource);
				}
			}
		}
		if (!list.isEmpty()) {
			metadata.set("managedFields", list);
		}
	}
}
