package org.fleetdesk.kube.internal.read;

import java.io.IOException;
import java.io.StringWriter;

import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.internal.text.Texts;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Steps through tokens: each method takes the value at which the parser stands and says so when it is of another type. */
final class Tokens {

	/** Handles one field of an object; the parser stands at its value and must be left at the value's last token. */
	@FunctionalInterface
	interface Field {
		/** Takes the value of a field, or skips it. */
		void value(String name) throws IOException, InterruptedException;
	}

	private Tokens() {
	}

	/** Each field of the object at which the parser stands; null counts as an empty object. */
	static void object(JsonParser parser, String what, Field field) throws IOException, InterruptedException {
		if (parser.hasToken(JsonToken.VALUE_NULL)) {
			return;
		}
		expect(parser, JsonToken.START_OBJECT, what, "json.not.object");
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			field.value(name);
		}
	}

	/** Whether the parser stands at an array; null counts as none. */
	static boolean array(JsonParser parser, String what) throws IOException {
		if (parser.hasToken(JsonToken.VALUE_NULL)) {
			return false;
		}
		expect(parser, JsonToken.START_ARRAY, what, "json.not.list");
		return true;
	}

	/** Leaves out a value: its bytes pass by unread. */
	static void skip(JsonParser parser) throws IOException {
		int depth = 0;
		for (JsonToken token = parser.currentToken();; token = parser.nextToken()) {
			if (token == null) {
				throw new Malformed(Texts.text("json.ended"));
			}
			depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			if (depth <= 0) {
				return;
			}
		}
	}

	/** A text; null counts as empty. */
	static String text(JsonParser parser, String what) throws IOException {
		if (parser.hasToken(JsonToken.VALUE_NULL)) {
			return "";
		}
		expect(parser, JsonToken.VALUE_STRING, what, "json.not.text");
		return parser.getText();
	}

	/** A text that repeats in other rows; null counts as empty. */
	static String shared(JsonParser parser, StringPool pool, String what) throws IOException {
		if (parser.hasToken(JsonToken.VALUE_NULL)) {
			return "";
		}
		expect(parser, JsonToken.VALUE_STRING, what, "json.not.text");
		return pool.share(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
	}

	/** A whole number; null counts as 0. */
	static long number(JsonParser parser, String what) throws IOException {
		if (parser.hasToken(JsonToken.VALUE_NULL)) {
			return 0;
		}
		expect(parser, JsonToken.VALUE_NUMBER_INT, what, "json.not.number");
		return parser.getLongValue();
	}

	/** A cell: text, Long, Double, Boolean or null; of lists and objects their JSON. */
	static @Nullable Object cell(JsonParser parser, StringPool pool) throws IOException {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> shared(parser, pool, "cell");
			case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
					? (Object) parser.getDoubleValue()
					: (Object) parser.getLongValue();
			case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case START_ARRAY, START_OBJECT -> json(parser);
			default -> null;
		};
	}

	private static String json(JsonParser parser) throws IOException {
		StringWriter text = new StringWriter() {
			@Override
			public void write(char[] chars, int offset, int length) {
				if (getBuffer().length() <= JsonAnswers.LONGEST_CELL) {
					super.write(chars, offset, length);
				}
			}
		};
		try (JsonGenerator generator = JsonAnswers.ROWS.createGenerator(text)) {
			generator.copyCurrentStructure(parser);
		}
		if (text.getBuffer().length() > JsonAnswers.LONGEST_CELL) {
			throw new Malformed(Texts.text("json.cell.large"));
		}
		return text.toString();
	}

	private static void expect(JsonParser parser, JsonToken token, String what, String not) throws IOException {
		if (!parser.hasToken(token)) {
			throw new Malformed(Texts.text(not, what));
		}
	}
}
