package org.fleetdesk.core.object;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fleetdesk.core.internal.Texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a Secret hides, and the Secret without it: so that a screen shows values only when someone asks. */
public final class SecretData {
	private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
	private static final String HIDDEN = "\u2022\u2022\u2022\u2022";
	private static final int SHORTEST = 4;
	/** What {@link #hidden} says, in whichever language, with or without a word that it differs. */
	private static final Pattern MASK = Pattern.compile(HIDDEN + "\\P{Nd}{1,3}\\d{1,9}\\P{Nd}{1,20}");

	private SecretData() {
	}

	/** Whether an object is a Secret. */
	public static boolean secret(JsonNode object) {
		return object.path("kind").asText().equals("Secret") && object.path("apiVersion").asText().equals("v1");
	}

	/** How many bytes stand under each key of a Secret. */
	public static Map<String, Integer> sizes(JsonNode secret) {
		Map<String, Integer> sizes = new LinkedHashMap<>();
		secret.path("data").properties().forEach(e -> sizes.put(e.getKey(), bytes(e.getValue()).length));
		return sizes;
	}

	/** A value of a Secret as text; empty if it is not text. */
	public static Optional<String> text(JsonNode secret, String key) {
		try {
			return Optional.of(
					StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(secret.path("data").path(key))))
							.toString());
		} catch (CharacterCodingException e) {
			return Optional.empty();
		}
	}

	/** What stands in place of so many bytes. */
	public static String hidden(int bytes) {
		return Texts.text("secret.hidden", HIDDEN, bytes);
	}

	/**
	 * The object with every value that it hides replaced, also in what kubectl noted when it was applied; what is masked
	 * already stays as it is.
	 */
	public static JsonNode masked(JsonNode object) {
		return masked(object, object);
	}

	/** The object as {@link #masked(JsonNode)}, and marked where a hidden value is another than in an earlier object. */
	static JsonNode masked(JsonNode object, JsonNode before) {
		if (!secret(object)) {
			return object;
		}
		JsonNode copy = object.deepCopy();
		for (String field : List.of("data", "stringData")) {
			if (copy.path(field) instanceof ObjectNode values) {
				JsonNode old = before.path(field);
				values.properties().stream().filter(e -> !MASK.matcher(e.getValue().asText()).matches())
						.forEach(e -> e.setValue(values.textNode(mask(e.getValue(), old.path(e.getKey())))));
			}
		}
		if (copy.path("metadata").path("annotations") instanceof ObjectNode annotations && annotations.has(APPLIED)) {
			annotations.put(APPLIED, HIDDEN);
		}
		return copy;
	}

	/**
	 * A text, such as what a server says of a Secret, without the values that it quotes from it, encoded or not, whole or
	 * by the line; values too short to be told from other words stay.
	 */
	public static String concealed(String text, JsonNode secret) {
		if (!secret(secret)) {
			return text;
		}
		List<String> values = Stream.of("data", "stringData").flatMap(field -> secret.path(field).valueStream())
				.flatMap(value -> Stream.concat(value.asText().lines(),
						new String(bytes(value), StandardCharsets.UTF_8).lines()))
				.map(String::strip).filter(line -> line.length() >= SHORTEST)
				.sorted(Comparator.comparing(String::length).reversed()).toList();
		String rest = text;
		for (String value : values) {
			rest = rest.replace(value, HIDDEN);
		}
		return rest;
	}

	private static String mask(JsonNode value, JsonNode before) {
		int bytes = bytes(value).length;
		return before.isMissingNode() || before.equals(value)
				? hidden(bytes)
				: Texts.text("secret.hidden.changed", HIDDEN, bytes);
	}

	private static byte[] bytes(JsonNode value) {
		try {
			return Base64.getMimeDecoder().decode(value.asText());
		} catch (IllegalArgumentException e) {
			return value.asText().getBytes(StandardCharsets.UTF_8); // not base64: its own text
		}
	}
}
