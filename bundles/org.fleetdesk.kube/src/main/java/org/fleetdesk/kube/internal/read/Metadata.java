package org.fleetdesk.kube.internal.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

import org.fleetdesk.kube.internal.rows.Labels;
import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.rows.Timestamps;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** What a row needs of an object's metadata, or a page of a list's; used again for the next one. For one thread. */
final class Metadata {

	private final JsonParser parser;
	private final StringPool pool;
	private String uid = "";
	private String namespace = "";
	private String name = "";
	private String resourceVersion = "";
	private long createdMillis = Row.NO_TIME;
	private String next = "";
	private long remaining = -1;
	private String owner = "";
	private String[] labels = new String[16];
	private int labelCount;
	private boolean initialEventsEnd;

	Metadata(JsonParser parser, StringPool pool) {
		this.parser = parser;
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
		owner = "";
		labelCount = 0;
		initialEventsEnd = false;
	}

	/** Reads the object at which the parser stands. */
	void read() throws IOException, InterruptedException {
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
				case "labels" -> Tokens.object(parser, "labels", this::label);
				case "ownerReferences" -> owners();
				case "annotations" -> Tokens.object(parser, "annotations", this::annotation);
				default -> Tokens.skip(parser);
			}
		});
	}

	private void label(String key) throws IOException {
		if (labelCount + 2 > labels.length) {
			labels = Arrays.copyOf(labels, 2 * labels.length);
		}
		labels[labelCount++] = pool.share(key);
		labels[labelCount++] = Tokens.shared(parser, pool, "label");
	}

	private void annotation(String key) throws IOException {
		if (key.equals("k8s.io/initial-events-end")) {
			initialEventsEnd = Tokens.text(parser, key).equals("true");
		} else {
			Tokens.skip(parser);
		}
	}

	private void owners() throws IOException, InterruptedException {
		if (!Tokens.array(parser, "ownerReferences")) {
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			String[] texts = {"", ""};
			boolean[] controls = {false};
			Tokens.object(parser, "owner", field -> {
				switch (field) {
					case "kind" -> texts[0] = Tokens.shared(parser, pool, field);
					case "name" -> texts[1] = Tokens.shared(parser, pool, field);
					case "controller" -> controls[0] = parser.hasToken(JsonToken.VALUE_TRUE);
					default -> Tokens.skip(parser);
				}
			});
			if (controls[0] && owner.isEmpty()) {
				owner = pool.share(texts[0] + "/" + texts[1]);
			}
		}
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
		Labels.sort(labels, labelCount);
		return new Row(id, namespace, name, resourceVersion, createdMillis, owner, pool.share(labels, labelCount),
				cells);
	}

	/** A row of the columns {@link RowDecoder#PLAIN}. */
	Row plainRow() {
		return row(new @Nullable Object[]{name,
				createdMillis == Row.NO_TIME ? null : java.time.Instant.ofEpochMilli(createdMillis).toString()});
	}

	String resourceVersion() {
		return resourceVersion;
	}

	/** Whether it is of the bookmark after the initial events of a watch. */
	boolean initialEventsEnd() {
		return initialEventsEnd;
	}
}
