package org.fleetdesk.demo.internal.api;

import java.time.Instant;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Column;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.table.Cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stored objects as a version of their kind shows them: as objects, as rows of a table, as metadata. Stateless. */
final class Presentation {

	private Presentation() {
	}

	/** The object in the version asked for. */
	static ObjectNode object(Kind kind, ObjectNode stored) {
		if (kind.storage().equals("/events") && !kind.group().isEmpty()) {
			return EventForms.newer(stored);
		}
		if (stored.path("apiVersion").asText().equals(kind.apiVersion())) {
			return stored;
		}
		ObjectNode shown = Trees.object().put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
		for (Map.Entry<String, JsonNode> field : stored.properties()) {
			if (!field.getKey().equals("kind") && !field.getKey().equals("apiVersion")) {
				shown.set(field.getKey(), field.getValue());
			}
		}
		return shown;
	}

	static ObjectNode metadata(ObjectNode object) {
		ObjectNode partial = Trees.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
		partial.set("metadata", object.path("metadata"));
		return partial;
	}

	/** A table without rows. */
	static ObjectNode table(Kind kind, ObjectNode metadata, boolean headers) {
		ObjectNode table = Trees.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
		table.set("metadata", metadata);
		ArrayNode columns = table.putArray("columnDefinitions");
		for (Column column : headers ? kind.columns() : java.util.List.<Column>of()) {
			columns.addObject().put("name", column.name()).put("type", column.type()).put("format", column.format())
					.put("description", column.description()).put("priority", column.wide() ? 1 : 0);
		}
		return table;
	}

	/** A row; {@code include} is the query parameter includeObject. */
	static ObjectNode row(Kind kind, ObjectNode object, String include, Instant now) {
		ObjectNode row = Trees.object();
		ArrayNode cells = row.putArray("cells");
		for (Column column : kind.columns()) {
			cells.add(Cells.cell(column, object, now));
		}
		switch (include) {
			case "None" -> {
				// only the cells are wanted
			}
			case "Object" -> row.set("object", object);
			default -> row.set("object", metadata(object));
		}
		return row;
	}

	/** One object in the form asked for. */
	static ObjectNode one(Kind kind, ObjectNode stored, Form form, String include, Instant now) {
		ObjectNode object = object(kind, stored);
		return switch (form) {
			case METADATA -> metadata(object);
			case TABLE -> {
				ObjectNode metadata = Trees.object().put("resourceVersion",
						Trees.text(object, "metadata.resourceVersion"));
				ObjectNode table = table(kind, metadata, true);
				table.putArray("rows").add(row(kind, object, include, now));
				yield table;
			}
			default -> object;
		};
	}
}
