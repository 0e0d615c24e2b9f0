package org.fleetdesk.core.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entries as JSON on one line, and objects as compressed bytes. Safe for any thread. */
final class EntryJson {
	private final ObjectMapper mapper = new ObjectMapper();

	/** The entry as a line, without its end. */
	String line(Entry entry) {
		ObjectNode line = mapper.createObjectNode();
		line.put("id", entry.id()).put("begun", entry.begun().toString());
		entry.ended().ifPresent(ended -> line.put("ended", ended.toString()));
		line.put("outcome", entry.outcome().name()).put("message", entry.message());
		line.put("program", entry.by().program()).put("account", entry.by().account()).put("process",
				entry.by().process());
		line.put("cluster", entry.place().cluster()).put("clusterName", entry.place().name()).put("identity",
				entry.place().identity());
		Entry.Subject subject = entry.subject();
		line.put("operation", subject.operation()).put("type", subject.type()).put("namespace", subject.namespace())
				.put("name", subject.name());
		Entry.Group group = entry.group();
		line.put("group", group.id()).put("parts", group.parts()).put("ticket", group.ticket());
		entry.before().ifPresent(object -> line.set("before", object));
		entry.after().ifPresent(object -> line.set("after", object));
		return line.toString();
	}

	/** The entry of a line; empty if it is none, such as one that was written in part. */
	Optional<Entry> entry(String line) {
		try {
			JsonNode tree = mapper.readTree(line);
			return Optional.of(new Entry(text(tree, "id"), Instant.parse(text(tree, "begun")),
					Optional.of(tree.path("ended").asText()).filter(t -> !t.isEmpty()).map(Instant::parse),
					new Entry.By(text(tree, "program"), text(tree, "account"), tree.path("process").asLong()),
					new Entry.Place(text(tree, "cluster"), text(tree, "clusterName"), text(tree, "identity")),
					new Entry.Subject(text(tree, "operation"), text(tree, "type"), text(tree, "namespace"),
							text(tree, "name")),
					Entry.Outcome.valueOf(text(tree, "outcome")), text(tree, "message"),
					Optional.ofNullable(tree.get("before")), Optional.ofNullable(tree.get("after")), group(tree)));
		} catch (JsonProcessingException | RuntimeException e) {
			return Optional.empty(); // whatever stands there instead
		}
	}

	/** As older versions wrote none. */
	private static Entry.Group group(JsonNode tree) {
		return tree.has("group")
				? new Entry.Group(text(tree, "group"), tree.required("parts").asInt(), text(tree, "ticket"))
				: Entry.Group.alone(text(tree, "id"));
	}

	private static String text(JsonNode tree, String field) {
		return tree.required(field).textValue();
	}

	byte[] compressed(JsonNode object) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			mapper.writeValue(out, object);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	JsonNode object(byte[] compressed) {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
			return mapper.readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
