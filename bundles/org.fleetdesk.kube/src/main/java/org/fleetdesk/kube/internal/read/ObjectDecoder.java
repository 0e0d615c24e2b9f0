package org.fleetdesk.kube.internal.read;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.util.function.Consumer;

import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.read.Page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Decodes a plain list into whole objects, one at a time; each is given its apiVersion and kind. For one thread. */
final class ObjectDecoder {

	private final Bounded parser;
	private final ResourceType type;
	private final Consumer<JsonNode> sink;
	private final Metadata page;
	private boolean itemsSeen;

	ObjectDecoder(JsonParser parser, ResourceType type, Consumer<JsonNode> sink) {
		this.parser = new Bounded(parser);
		this.page = new Metadata(this.parser, new StringPool());
		this.type = type;
		this.sink = sink;
	}

	Page list() throws IOException, InterruptedException {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			throw new Malformed(text("json.no-object"));
		}
		Tokens.object(parser, "list", field -> {
			switch (field) {
				case "metadata" -> page.read();
				case "items" -> items();
				default -> Tokens.skip(parser);
			}
		});
		if (!itemsSeen) {
			throw new Malformed(text("json.no-list"));
		}
		return page.page();
	}

	private void items() throws IOException, InterruptedException {
		itemsSeen = true;
		if (!Tokens.array(parser, "items")) {
			return;
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			parser.begin();
			if (!(JsonAnswers.TREES.readTree(parser) instanceof ObjectNode object)) {
				throw new Malformed(text("json.item.no-object"));
			}
			parser.free();
			sink.accept(complete(object));
		}
	}

	/** Items of a list say neither apiVersion nor kind, because the list does. */
	private JsonNode complete(ObjectNode item) {
		if (item.has("kind") && item.has("apiVersion")) {
			return item;
		}
		ObjectNode whole = item.objectNode();
		whole.put("apiVersion", type.apiVersion()).put("kind", type.kind());
		return whole.setAll(item);
	}

	/** Bounds the bytes of each object held. */
	private static final class Bounded extends JsonParserDelegate {

		private long end = Long.MAX_VALUE;

		Bounded(JsonParser parser) {
			super(parser);
		}

		void begin() {
			end = delegate.currentLocation().getByteOffset() + JsonAnswers.LARGEST_TREE;
		}

		void free() {
			end = Long.MAX_VALUE;
		}

		@Override
		public JsonToken nextToken() throws IOException {
			JsonToken token = super.nextToken();
			if (delegate.currentLocation().getByteOffset() > end) {
				throw new Malformed(text("json.object.large"));
			}
			return token;
		}
	}
}
