package org.fleetdesk.core.object;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.FieldPath.Index;
import org.fleetdesk.core.object.FieldPath.Item;
import org.fleetdesk.core.object.FieldPath.Key;
import org.fleetdesk.core.object.FieldPath.Value;

/** Reads the text of one {@link FieldPath} from its start to its end, beside the object it speaks of. */
final class FieldPathReader {
	private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	/** Maps whose keys people choose: a dot is part of such a key, not a step. */
	private static final Set<String> FREE_KEYS = Set.of("labels", "annotations", "matchLabels", "nodeSelector",
			"selector", "data", "stringData", "binaryData", "limits", "requests", "capacity", "allocatable", "hard",
			"used", "parameters");

	private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");
	private static final String LITERAL = "(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\]\",]+)";
	private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-f]{2}|U00[01][0-9a-f]{5}|[^xU])");
	private static final Pattern QUOTED_KEY = Pattern.compile("\\[(\"(?:[^\"\\\\]|\\\\.)*\")]");
	private static final Pattern VALUE = Pattern.compile("\\[=" + LITERAL + "]");
	private static final Pattern ITEM = Pattern.compile("\\[[^=\\[\\]\",]+=" + LITERAL + "(,[^=\\[\\]\",]+=" + LITERAL
			+ ")*]");
	private static final Pattern PAIR = Pattern.compile("([^=\\[\\]\",]+)=" + LITERAL);

	private final String text;
	private int at;
	private JsonNode node;
	private FieldPath path = FieldPath.ROOT;

	FieldPathReader(String text, JsonNode object) {
		this.text = text.equals("<nil>") ? "" : text;
		node = object;
	}

	FieldPath read() {
		while (at < text.length()) {
			Element next = text.charAt(at) == '[' ? bracket() : key();
			path = path.with(next);
			node = FieldPath.step(node, next);
		}
		return path;
	}

	private Element key() {
		int start = text.charAt(at) == '.' ? at + 1 : at;
		int end = start;
		while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
			end++;
		}
		int bracket = text.indexOf('[', start);
		int rest = bracket < 0 ? text.length() : bracket;
		for (int longest = rest; longest > end; longest = text.lastIndexOf('.', longest - 1)) {
			if (node.has(text.substring(start, longest))) {
				at = longest;
				return new Key(text.substring(start, longest));
			}
		}
		if (!node.has(text.substring(start, end)) && path.last().orElse(null) instanceof Key parent
				&& FREE_KEYS.contains(parent.name())) {
			end = rest;
		}
		at = end;
		return new Key(text.substring(start, end));
	}

	private Element bracket() {
		Matcher index = match(INDEX);
		if (index.lookingAt()) {
			at = index.end();
			return new Index(Integer.parseInt(index.group(1)));
		}
		Matcher quoted = match(QUOTED_KEY);
		if (quoted.lookingAt() && literal(quoted.group(1)).isPresent()) {
			at = quoted.end();
			return new Key(literal(quoted.group(1)).orElseThrow().asText());
		}
		Matcher value = match(VALUE);
		if (value.lookingAt() && literal(value.group(1)).isPresent()) {
			at = value.end();
			return new Value(literal(value.group(1)).orElseThrow());
		}
		Matcher item = match(ITEM);
		if (item.lookingAt()) {
			Optional<Item> keys = item(item.group());
			if (keys.isPresent()) {
				at = item.end();
				return keys.get();
			}
		}
		int close = text.indexOf(']', at);
		Key key = new Key(text.substring(at + 1, close < 0 ? text.length() : close));
		at = close < 0 ? text.length() : close + 1;
		return key;
	}

	private Matcher match(Pattern pattern) {
		return pattern.matcher(text).region(at, text.length());
	}

	private static Optional<Item> item(String bracket) {
		Map<String, JsonNode> keys = new TreeMap<>();
		Matcher pair = PAIR.matcher(bracket).region(1, bracket.length());
		while (pair.find()) {
			Optional<JsonNode> value = literal(pair.group(2));
			if (value.isEmpty()) {
				return Optional.empty();
			}
			keys.put(pair.group(1), value.get());
		}
		return Optional.of(new Item(keys));
	}

	/** How JSON writes what only Go escapes so. */
	private static String escape(MatchResult go) {
		String escaped = go.group(1);
		return Matcher.quoteReplacement(switch (escaped.charAt(0)) {
			case 'a' -> "\\u0007";
			case 'v' -> "\\u000b";
			case 'x' -> "\\u00" + escaped.substring(1);
			case 'U' -> Character.toString(Integer.parseInt(escaped, 3, 9, 16));
			default -> "\\" + escaped;
		});
	}

	/** A string as Go quotes it, or a number, truth value or null. */
	private static Optional<JsonNode> literal(String text) {
		String json = text.startsWith("\"") ? ESCAPE.matcher(text).replaceAll(FieldPathReader::escape) : text;
		try {
			JsonNode value = JSON.readTree(json);
			return value.isValueNode() ? Optional.of(value) : Optional.empty();
		} catch (JsonProcessingException e) {
			return Optional.empty(); // no literal: the caller takes it for a key
		}
	}
}
