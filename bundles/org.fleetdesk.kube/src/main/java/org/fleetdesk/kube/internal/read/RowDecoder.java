package org.fleetdesk.kube.internal.read;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.internal.json.StatusReceived;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Decodes one document after the other of a stream into rows: a Table, a plain list, a plain object, a Status. Holds one
 * row at a time; what no row needs is skipped unread. For one thread; an interrupt ends it.
 */
final class RowDecoder {

	/** The columns of rows from a server that makes no Table. */
	static final List<Column> PLAIN = List.of(new Column("Name", "string", false, ""),
			new Column("Age", "date", false, ""));

	private final JsonParser parser;
	private final StringPool pool;
	private final Metadata outer;
	private final Metadata inner;
	private @Nullable List<Column> columns;
	private String kind = "";
	private boolean rowsSeen;
	private int code;
	private String reason = "";
	private String message = "";

	RowDecoder(JsonParser parser, StringPool pool) {
		this.parser = parser;
		this.pool = pool;
		this.outer = new Metadata(parser, pool);
		this.inner = new Metadata(parser, pool);
	}

	/** The one document of a list answer. */
	Page list(RowSink sink) throws IOException, InterruptedException {
		parser.nextToken();
		document(sink);
		if (!rowsSeen) {
			throw new Malformed(text("json.no-list"));
		}
		return outer.page();
	}

	/** The document at which the parser stands; {@link #outer} holds its metadata then. Rows go to the sink at once. */
	void document(RowSink sink) throws IOException, InterruptedException {
		outer.clear();
		inner.clear();
		kind = "";
		rowsSeen = false;
		code = 0;
		reason = "";
		message = "";
		if (!parser.hasToken(JsonToken.START_OBJECT)) {
			throw new Malformed(text("json.no-object"));
		}
		Tokens.object(parser, "answer", field -> field(field, sink));
	}

	private void field(String name, RowSink sink) throws IOException, InterruptedException {
		switch (name) {
			case "kind" -> kind = Tokens.shared(parser, pool, name);
			case "metadata" -> outer.read();
			case "columnDefinitions", "rows" -> ofTable(name, sink);
			case "items" -> items(sink);
			case "code", "reason", "message" -> ofStatus(name);
			default -> Tokens.skip(parser);
		}
	}

	private void ofTable(String name, RowSink sink) throws IOException, InterruptedException {
		if (!kind.isEmpty() && !kind.equals("Table")) {
			Tokens.skip(parser);
		} else if (name.equals("rows")) {
			rows(sink);
		} else {
			columns(sink);
		}
	}

	private void ofStatus(String name) throws IOException {
		if (!kind.isEmpty() && !kind.equals("Status")) {
			Tokens.skip(parser);
			return;
		}
		switch (name) {
			case "code" -> code = (int) Tokens.number(parser, name);
			case "reason" -> reason = Tokens.text(parser, name);
			default -> message = Tokens.text(parser, name);
		}
	}

	private void columns(RowSink sink) throws IOException, InterruptedException {
		List<Column> read = new ArrayList<>();
		if (!Tokens.array(parser, "columnDefinitions")) {
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			read.add(column());
		}
		if (columns == null || !read.isEmpty() && !read.equals(columns)) {
			columns = List.copyOf(read);
			sink.columns(columns);
		}
	}

	private Column column() throws IOException, InterruptedException {
		String[] texts = {"", "string", ""};
		long[] priority = {0};
		Tokens.object(parser, "column", field -> {
			switch (field) {
				case "name" -> texts[0] = Tokens.shared(parser, pool, field);
				case "type" -> texts[1] = Tokens.shared(parser, pool, field);
				case "description" -> texts[2] = Tokens.shared(parser, pool, field);
				case "priority" -> priority[0] = Tokens.number(parser, field);
				default -> Tokens.skip(parser);
			}
		});
		return new Column(texts[0], texts[1], priority[0] > 0, texts[2]);
	}

	private void rows(RowSink sink) throws IOException, InterruptedException {
		rowsSeen = true;
		if (!Tokens.array(parser, "rows")) {
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			mayGoOn();
			sink.row(row());
		}
	}

	private Row row() throws IOException, InterruptedException {
		List<Column> known = columns;
		if (known == null) {
			throw new Malformed(text("json.rows.early"));
		}
		@Nullable
		Object[] cells = new @Nullable Object[known.size()];
		inner.clear();
		Tokens.object(parser, "row", field -> {
			switch (field) {
				case "cells" -> cells(cells);
				case "object" -> metadataOf(field);
				default -> Tokens.skip(parser);
			}
		});
		return inner.row(cells);
	}

	private void cells(@Nullable Object[] cells) throws IOException {
		if (!Tokens.array(parser, "cells")) {
			return;
		}
		for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
			if (i < cells.length) {
				cells[i] = Tokens.cell(parser, pool);
			} else {
				Tokens.skip(parser);
			}
		}
	}

	private void items(RowSink sink) throws IOException, InterruptedException {
		if (!kind.isEmpty() && !kind.endsWith("List")) {
			Tokens.skip(parser);
			return;
		}
		rowsSeen = true;
		plainColumns(sink);
		if (!Tokens.array(parser, "items")) {
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			mayGoOn();
			inner.clear();
			metadataOf("item");
			sink.row(inner.plainRow());
		}
	}

	private void metadataOf(String what) throws IOException, InterruptedException {
		Tokens.object(parser, what, field -> {
			if (field.equals("metadata")) {
				inner.read();
			} else {
				Tokens.skip(parser);
			}
		});
	}

	/** Says the columns of plain rows, unless they were said. */
	void plainColumns(RowSink sink) {
		if (columns != PLAIN) {
			columns = PLAIN;
			sink.columns(PLAIN);
		}
	}

	/** Whether the last document was a Table or a list. */
	boolean rowsSeen() {
		return rowsSeen;
	}

	/** The metadata of the last document itself. */
	Metadata metadata() {
		return outer;
	}

	/** Whether the last document was the bookmark after the initial events, which says so itself or in its one row. */
	boolean initialEventsEnd() {
		return outer.initialEventsEnd() || inner.initialEventsEnd();
	}

	/** The last document as a Status. */
	StatusReceived status() {
		return new StatusReceived(code, reason, message.isEmpty() ? text("json.watch.ended") : message);
	}

	private static void mayGoOn() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}
}
