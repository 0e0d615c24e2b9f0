package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.internal.json.StatusReceived;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowSink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/** Decodes lists and watches of JSON objects into rows by a plan, token by token. For one thread; an interrupt ends it. */
public final class JsonRows {

	private final JsonParser parser;
	private final RowMaker maker;
	private final RowSink sink;
	private final JsonObjects objects;
	private final PageParts page = new PageParts();
	private String kind = "";
	private boolean itemsSeen;

	/** Rows go to the sink as they come; the parser belongs to the caller. */
	public JsonRows(JsonParser parser, RowMaker maker, RowSink sink) {
		this.parser = parser;
		this.maker = maker;
		this.sink = sink;
		this.objects = new JsonObjects(parser);
	}

	/** The row of one tree; its plan is compiled for it. */
	public static Row of(JsonNode object, RowPlan plan) {
		RowMaker maker = new RowMaker(plan, StringPool.ofOne(), false);
		maker.clear();
		try (JsonParser parser = object.traverse()) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				new JsonObjects(parser).take(maker.root());
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e); // nothing is read from anywhere
		}
		return maker.row();
	}

	/** The one list of an answer. */
	public Page list() throws IOException, InterruptedException {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			throw new Malformed(text("json.no-object"));
		}
		sink.columns(maker.columns());
		for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
			JsonToken token = parser.nextToken();
			switch (name) {
				case "kind" -> kind = token == JsonToken.VALUE_STRING ? parser.getText() : "";
				case "metadata" -> page.read(parser);
				case "items" -> items(token);
				default -> parser.skipChildren();
			}
		}
		if (!itemsSeen) {
			throw new Malformed(text("json.no-list"));
		}
		return page.page();
	}

	private void items(JsonToken token) throws IOException, InterruptedException {
		if (!kind.isEmpty() && !kind.endsWith("List")) {
			parser.skipChildren();
			return;
		}
		itemsSeen = true;
		if (token == JsonToken.VALUE_NULL) {
			return;
		}
		if (token != JsonToken.START_ARRAY) {
			throw new Malformed(text("json.not.list", "items"));
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			mayGoOn();
			sink.row(row());
		}
	}

	private Row row() throws IOException {
		if (!parser.hasToken(JsonToken.START_OBJECT)) {
			throw new Malformed(text("json.item.no-object"));
		}
		maker.clear();
		objects.take(maker.root());
		return maker.row();
	}

	/** The events of a watch, until the stream ends between two of them; throws the Status of an ERROR event. */
	public void watch() throws IOException, InterruptedException {
		sink.columns(maker.columns());
		while (parser.nextToken() != null) {
			if (!parser.hasToken(JsonToken.START_OBJECT)) {
				throw new Malformed(text("json.event.no-object"));
			}
			event();
			mayGoOn();
		}
	}

	private void event() throws IOException {
		String type = "";
		boolean seen = false;
		for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
			JsonToken token = parser.nextToken();
			if (name.equals("type") && token == JsonToken.VALUE_STRING) {
				type = parser.getText();
			} else if (name.equals("object")) {
				if (token != JsonToken.START_OBJECT) {
					throw new Malformed(text("json.event.empty"));
				}
				maker.clear();
				objects.take(maker.root());
				seen = true;
			} else {
				parser.skipChildren();
			}
		}
		if (!seen) {
			throw new Malformed(text("json.event.empty"));
		}
		dispatch(type, maker, sink);
	}

	/** Tells the sink the event whose object a maker has taken; throws the Status of an ERROR event. */
	static void dispatch(String type, RowMaker maker, RowSink sink) throws StatusReceived {
		switch (type) {
			case "ADDED", "MODIFIED" -> sink.row(maker.row());
			case "DELETED" -> sink.deleted(maker.row());
			case "BOOKMARK" -> {
				sink.bookmark(maker.resourceVersion());
				if (maker.initialEventsEnd()) {
					sink.initialEventsEnd(maker.resourceVersion());
				}
			}
			case "ERROR" -> throw maker.status();
			default -> {
				// an event of a later protocol: nothing that a row shows
			}
		}
	}

	static void mayGoOn() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}
}
