package org.fleetdesk.kube.internal.read;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Decodes the events of a watch as they come, of Tables or of plain objects. For one thread; an interrupt ends it. */
final class WatchDecoder {

	private final JsonParser parser;
	private final RowDecoder objects;
	private final RowSink sink;
	private final List<Row> rows = new ArrayList<>(1);
	private String type = "";
	private boolean objectSeen;

	/** Rows of one event wait for its type; columns go on at once. */
	private final RowSink event = new RowSink() {
		@Override
		public void columns(List<Column> columns) {
			sink.columns(columns);
		}

		@Override
		public void row(Row row) {
			rows.add(row);
		}
	};

	WatchDecoder(JsonParser parser, StringPool pool, RowSink sink) {
		this.parser = parser;
		this.objects = new RowDecoder(parser, pool);
		this.sink = sink;
	}

	/** Decodes until the stream ends between two events; throws the Status of an ERROR event. */
	void run() throws IOException, InterruptedException {
		while (parser.nextToken() != null) {
			if (!parser.hasToken(JsonToken.START_OBJECT)) {
				throw new Malformed(text("json.event.no-object"));
			}
			rows.clear();
			type = "";
			objectSeen = false;
			Tokens.object(parser, "event", this::field);
			dispatch();
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
	}

	private void field(String name) throws IOException, InterruptedException {
		switch (name) {
			case "type" -> type = Tokens.text(parser, name);
			case "object" -> {
				objects.document(event);
				objectSeen = true;
			}
			default -> Tokens.skip(parser);
		}
	}

	private void dispatch() throws IOException {
		if (!objectSeen) {
			throw new Malformed(text("json.event.empty"));
		}
		switch (type) {
			case "ADDED", "MODIFIED" -> changed().forEach(sink::row);
			case "DELETED" -> changed().forEach(sink::deleted);
			case "BOOKMARK" -> bookmark();
			case "ERROR" -> throw objects.status();
			default -> {
				// an event of a later protocol: nothing that a row shows
			}
		}
	}

	private void bookmark() {
		String version = version();
		sink.bookmark(version);
		if (objects.initialEventsEnd()) {
			sink.initialEventsEnd(version);
		}
	}

	private List<Row> changed() {
		if (objects.rowsSeen()) {
			return rows;
		}
		objects.plainColumns(sink);
		return List.of(objects.metadata().plainRow());
	}

	/** A Table carries the version in itself or in its one row. */
	private String version() {
		String own = objects.metadata().resourceVersion();
		return own.isEmpty() && !rows.isEmpty() ? rows.getFirst().resourceVersion() : own;
	}
}
