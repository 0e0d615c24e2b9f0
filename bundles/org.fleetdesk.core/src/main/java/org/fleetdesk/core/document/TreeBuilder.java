package org.fleetdesk.core.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.fleetdesk.core.internal.Texts;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes the tree that kubectl would send of a document's nodes, and collects what is wrong in them. */
final class TreeBuilder {
	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
	private static final int MOST_EXPANDED = 100_000;
	private static final long MOST_EXPANDED_CHARACTERS = 3L << 20;
	private static final String MERGE = "<<";
	private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ);

	private final Composed composed;
	private final List<Problem> problems;
	private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
	private int expanded;
	private long expandedCharacters;

	TreeBuilder(Composed composed, List<Problem> problems) {
		this.composed = composed;
		this.problems = problems;
	}

	/** The value of a node; null where there is none. */
	JsonNode value(Node node) {
		boolean again = !seen.add(node);
		if (again && (expanded > MOST_EXPANDED || expandedCharacters > MOST_EXPANDED_CHARACTERS)) {
			return NullNode.instance;
		}
		if (again && (++expanded > MOST_EXPANDED || expandedCharacters > MOST_EXPANDED_CHARACTERS)) {
			return wrong(node, "document.alias.much");
		}
		if (node instanceof ScalarNode scalar) {
			expandedCharacters += again ? scalar.getValue().length() : 0;
			return scalar(scalar);
		}
		if (!COLLECTIONS.contains(node.getTag())) {
			wrong(node, "document.tag", node.getTag());
		}
		if (!open.add(node)) {
			return wrong(node, "document.alias.itself");
		}
		JsonNode value = node instanceof MappingNode map ? map(map) : list((SequenceNode) node);
		open.remove(node);
		return value;
	}

	private ArrayNode list(SequenceNode node) {
		ArrayNode list = NODES.arrayNode(node.getValue().size());
		node.getValue().forEach(item -> list.add(value(item)));
		return list;
	}

	private ObjectNode map(MappingNode node) {
		ObjectNode map = NODES.objectNode();
		Map<String, Node> first = new HashMap<>();
		for (NodeTuple field : node.getValue()) {
			Node keyNode = field.getKeyNode();
			if (merge(keyNode)) {
				merge(field.getValueNode(), map);
				continue;
			}
			Optional<String> key = key(keyNode);
			if (key.isEmpty()) {
				wrong(keyNode, "document.key");
				continue;
			}
			Node before = first.putIfAbsent(key.get(), keyNode);
			if (before != null) {
				wrong(keyNode, "document.twice", key.get(), composed.line(before).line());
			}
			if (keyNode instanceof ScalarNode written && !written.getValue().equals(key.get())) {
				problems.add(Problem.warning(composed.line(keyNode),
						Texts.text("document.key.converted", written.getValue(), key.get())));
			}
			map.set(key.get(), value(field.getValueNode()));
		}
		return map;
	}

	/** Whether a key stands for the fields of another map. */
	static boolean merge(Node key) {
		return key instanceof ScalarNode scalar && scalar.getValue().equals(MERGE)
				&& (key.getTag().equals(Composed.PLAIN) || key.getTag().equals(Tag.MERGE));
	}

	/** As kubectl does: what stands later wins, whether a field or a merged map; of several maps the first. */
	private void merge(Node node, ObjectNode into) {
		List<Node> sources = new ArrayList<>(node instanceof SequenceNode list ? list.getValue() : List.of(node));
		Collections.reverse(sources);
		for (Node source : sources) {
			if (source instanceof MappingNode && value(source) instanceof ObjectNode fields) {
				into.setAll(fields);
			} else {
				wrong(source, "document.merge");
			}
		}
	}

	/** The text of a key; none if it is no text, number or truth value. */
	static Optional<String> key(Node node) {
		if (!(node instanceof ScalarNode scalar)) {
			return Optional.empty();
		}
		JsonNode value = node.getTag().equals(Composed.PLAIN)
				? PlainScalar.of(scalar.getValue())
				: TextNode.valueOf(scalar.getValue());
		return value.isNull() ? Optional.empty() : Optional.of(value.asText());
	}

	private JsonNode scalar(ScalarNode node) {
		String text = node.getValue();
		Tag tag = node.getTag();
		if (tag.equals(Composed.PLAIN)) {
			return plain(node, PlainScalar.of(text));
		}
		if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
			return TextNode.valueOf(text);
		}
		JsonNode value = PlainScalar.of(text);
		if (tag.equals(Tag.BOOL) && value.isBoolean() || tag.equals(Tag.NULL) && value.isNull()
				|| tag.equals(Tag.INT) && value.isIntegralNumber() || tag.equals(Tag.FLOAT) && value.isNumber()) {
			return plain(node, value);
		}
		if (tag.equals(Tag.BINARY)) {
			return binary(node);
		}
		return wrong(node, COLLECTIONS.contains(tag) || tag.equals(Tag.BOOL) || tag.equals(Tag.NULL)
				|| tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? "document.tag.value" : "document.tag", tag);
	}

	private JsonNode plain(ScalarNode node, JsonNode value) {
		if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
			return wrong(node, "document.number.infinite");
		}
		if (PlainScalar.loses(node.getValue(), value)) {
			problems.add(Problem.warning(composed.line(node), Texts.text("document.number.loses", value.asText())));
		}
		return value;
	}

	private JsonNode binary(ScalarNode node) {
		try {
			byte[] bytes = Base64.getMimeDecoder().decode(node.getValue());
			return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
		} catch (IllegalArgumentException e) {
			return wrong(node, "document.tag.value", Tag.BINARY);
		}
	}

	private JsonNode wrong(Node node, String key, Object... places) {
		for (int i = 0; i < places.length; i++) {
			places[i] = places[i] instanceof Tag tag ? tag.getValue().replace(Tag.PREFIX, "!!") : places[i];
		}
		problems.add(Problem.error(composed.line(node), Texts.text(key, places)));
		return NullNode.instance;
	}
}
