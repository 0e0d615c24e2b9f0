package org.fleetdesk.kube.internal.read;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;

/** What a row needs of an object's metadata, or a page of a list's; used again for the next one. For one thread. */
final class Metadata {

	private final StringPool pool;
	private String uid = "";
	private String namespace = "";
	private String name = "";
	private String resourceVersion = "";
	private long createdMillis = Row.NO_TIME;
	private String next = "";
	private long remaining = -1;
	private boolean initialEventsEnd;

	Metadata(StringPool pool) {
		this.pool = pool;
	}

	/** Forgets what was read. */
	void clear() {
		uid = "";
		namespace = "";
		name = "";
		resourceVersion = "";
		createdMillis = Row.NO_TIME;
		next = "";
		remaining = -1;
		initialEventsEnd = false;
	}

	/** Reads the object at which the parser stands. */
	void read(JsonParser parser) throws IOException, InterruptedException {
		Tokens.object(parser, "metadata", field -> {
			switch (field) {
				case "uid" -> uid = Tokens.text(parser, "uid");
				case "namespace" -> namespace = Tokens.shared(parser, pool, "namespace");
				case "name" -> name = Tokens.text(parser, "name");
				case "resourceVersion" -> resourceVersion = Tokens.text(parser, "resourceVersion");
				case "creationTimestamp" -> createdMillis = Timestamps
						.millis(Tokens.text(parser, "creationTimestamp"));
				case "continue" -> next = Tokens.text(parser, "continue");
				case "remainingItemCount" -> remaining = Tokens.number(parser, "remainingItemCount");
				case "annotations" -> annotations(parser);
				default -> Tokens.skip(parser);
			}
		});
	}

	private void annotations(JsonParser parser) throws IOException, InterruptedException {
		Tokens.object(parser, "annotations", key -> {
			if (key.equals("k8s.io/initial-events-end")) {
				initialEventsEnd = Tokens.text(parser, key).equals("true");
			} else {
				Tokens.skip(parser);
			}
		});
	}

	/** What was read, as of a list. */
	Page page() {
		return new Page(resourceVersion, next.isEmpty() ? Optional.empty() : Optional.of(next),
				remaining < 0 ? OptionalLong.empty() : OptionalLong.of(remaining));
	}

	/** What was read, as of an object, with cells that the row keeps; a cell that says the name again shares its text. */
	Row row(@Nullable Object[] cells) {
		if (name.isEmpty() && cells.length > 0 && cells[0] instanceof String first) {
			name = first;
		}
		for (int i = 0; i < cells.length; i++) {
			if (name.equals(cells[i])) {
				cells[i] = name;
			}
		}
		String id = uid.isEmpty() ? namespace.isEmpty() ? name : namespace + "/" + name : uid;
		return new Row(id, namespace, name, resourceVersion, createdMillis, cells);
	}

	/** A row of the columns {@link RowDecoder#PLAIN}. */
	Row plainRow() {
		return row(new @Nullable Object[]{name,
				createdMillis == Row.NO_TIME ? null : java.time.Instant.ofEpochMilli(createdMillis).toString()});
	}

	String resourceVersion() {
		return resourceVersion;
	}

	/** Whether it was that of the bookmark after the objects with which a watch began. */
	boolean initialEventsEnd() {
		return initialEventsEnd;
	}
}
