package org.fleetdesk.kube.internal.rows;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Goes along the places of a plan through the tokens of objects; what no cell needs passes by unread. For one thread. */
final class JsonObjects {

	private final JsonParser parser;

	JsonObjects(JsonParser parser) {
		this.parser = parser;
	}

	/** Takes the object at whose start the parser stands; it stands at its end then. */
	void take(Node node) throws IOException {
		Node any = node.any();
		for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
			Node field = node.field(name);
			JsonToken token = parser.nextToken();
			if (any == null) {
				if (field == null) {
					parser.skipChildren();
				} else {
					value(token, field);
				}
			} else {
				entry(token, name, any, field);
			}
		}
	}

	/** A value of a map of which all keys are wanted, and this key perhaps besides. */
	private void entry(JsonToken token, String name, Node any, @Nullable Node field) throws IOException {
		any.begin();
		any.key(name);
		if (token.isStructStart()) {
			value(token, field == null || any.inner() || any.each() != null ? any : field); // it passes by but once
		} else {
			scalar(token, any);
			if (field != null) {
				scalar(token, field);
			}
		}
		any.end();
	}

	private void value(JsonToken token, Node node) throws IOException {
		switch (token) {
			case START_OBJECT -> {
				node.present();
				if (node.inner()) {
					take(node);
				} else {
					parser.skipChildren();
				}
			}
			case START_ARRAY -> {
				Node each = node.each();
				if (each == null) {
					parser.skipChildren();
				} else {
					elements(each);
				}
			}
			default -> scalar(token, node);
		}
	}

	private void elements(Node each) throws IOException {
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			each.begin();
			value(token, each);
			each.end();
		}
	}

	private void scalar(JsonToken token, Node node) throws IOException {
		if (!node.taken()) {
			return;
		}
		switch (token) {
			case VALUE_STRING -> node.take(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
			case VALUE_NUMBER_INT -> {
				if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
					node.take(parser.getDoubleValue());
				} else {
					node.take(parser.getLongValue());
				}
			}
			case VALUE_NUMBER_FLOAT -> node.take(parser.getDoubleValue());
			case VALUE_TRUE -> node.take(true);
			case VALUE_FALSE -> node.take(false);
			default -> {
				// null is nothing
			}
		}
	}
}
