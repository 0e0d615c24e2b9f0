package org.fleetdesk.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.fleetdesk.core.document.Document.Found;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.FieldPath.Index;
import org.fleetdesk.core.object.FieldPath.Key;
import org.fleetdesk.core.object.YamlText;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One attempt to edit one field of a document in its text. What it makes has to be read back: it does not know of aliases
 * and odd layouts.
 */
final class TextEdit {
	private static final String ANY = "k";
	private static final Pattern INDENTED = Pattern.compile("(?m)^  ");
	private static final Pattern ODD = Pattern.compile("[\u007f-\u009f\u2028\u2029\ufeff]");
	private static final ObjectMapper ESCAPING = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
	/** A line end before a line that is not empty. */
	private static final Pattern LINE = Pattern.compile("\n(?!\n|$)");

	private final String text;
	private final Document document;
	private final Composed composed;
	private final String lineEnd;
	private final boolean compact;

	/** An attempt with blocks of lines, or compact: with new values in one line each. */
	TextEdit(String text, Document document, boolean compact) {
		this.text = text;
		this.compact = compact;
		this.document = document;
		composed = document.composed();
		int end = text.indexOf('\n');
		lineEnd = end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
	}

	/** The text with the field so, or without it; empty where this cannot be. */
	Optional<String> apply(FieldPath path, Optional<JsonNode> value) {
		Found found = document.find(path);
		Node node = found.node();
		if (node == null) {
			return Optional.empty();
		}
		if (!found.path().equals(path)) {
			return value.isPresent() ? add(found, path, value.get()) : Optional.empty();
		}
		if (value.isPresent()) {
			return Optional.of(replace(found, node, value.get()));
		}
		Found parent = document.find(path.parent());
		return parent.node() instanceof CollectionNode<?> container ? remove(found, node, container) : Optional.empty();
	}

	private Optional<String> add(Found found, FieldPath path, JsonNode value) {
		int there = found.path().elements().size();
		Element first = path.elements().get(there);
		if (!(found.node() instanceof CollectionNode<?> container) || container.getValue().isEmpty()
				|| container instanceof MappingNode != first instanceof Key) {
			return Optional.empty();
		}
		List<Element> elements = new ArrayList<>(path.elements().subList(there, path.elements().size()));
		if (first instanceof Index) {
			elements.set(0, new Index(0)); // the first one of what is added
		}
		JsonNode rest = YamlEdit.edited(JsonNodeFactory.instance.nullNode(), new FieldPath(elements),
				Optional.of(value));
		int end = end(container);
		int firstChild = childStart(container.getValue().getFirst());
		int start = container instanceof MappingNode ? firstChild : dash(firstChild);
		if (container.getFlowStyle() == FlowStyle.FLOW) {
			int last = last(container);
			String inner = json(rest);
			int line = lineStart(lastStart(container));
			boolean ownLine = text.substring(line, lastStart(container)).isBlank();
			return Optional
					.of(splice(last, last, (ownLine ? "," + lineEnd + text.substring(line, lastStart(container)) : ", ")
							+ inner.substring(1, inner.length() - 1)));
		}
		int at = lineEnd(end);
		String indent = " ".repeat(start - lineStart(start));
		return Optional.of(splice(at, at, lineEnd + indent + shifted(yaml(rest), indent)));
	}

	/** The text with one element more in a list of lines; empty where this cannot be. */
	Optional<String> insert(FieldPath list, int index, JsonNode value) {
		Found found = document.find(list);
		if (!found.path().equals(list) || !(found.node() instanceof SequenceNode items)
				|| items.getFlowStyle() == FlowStyle.FLOW || index > items.getValue().size()
				|| items.getValue().isEmpty()) {
			return Optional.empty();
		}
		int dash = dash(offset(items.getValue().getFirst()));
		String indent = indent(dash);
		String element = shifted(yaml(JsonNodeFactory.instance.arrayNode().add(value)), indent);
		if (index == 0) {
			int line = lineStart(dash);
			return text.substring(line, dash).isBlank()
					? Optional.of(splice(line, line, indent + element + lineEnd))
					: Optional.empty();
		}
		int at = lineEnd(end(items.getValue().get(index - 1)));
		return Optional.of(splice(at, at, lineEnd + indent + element));
	}

	private String replace(Found found, Node node, JsonNode value) {
		int start = offset(node);
		int end = end(node);
		Optional<String> scalar = styled(node, value);
		if (scalar.isPresent()) {
			return splice(start, end, scalar.get());
		}
		Node key = found.key();
		if (key != null && !flow(found.path().parent())) {
			int colon = text.indexOf(':', composed.offset(key.getEndMark()));
			int column = composed.offset(key.getStartMark());
			String rendered = compact
					? ANY + ": " + json(value)
					: YamlText.of(JsonNodeFactory.instance.objectNode().set(ANY, value));
			boolean inline = node instanceof ScalarNode old && plainLine(old) || node instanceof CollectionNode<?> c
					&& c.getFlowStyle() == FlowStyle.FLOW;
			String shifted = shifted(rendered.substring(ANY.length() + 1), indent(column));
			return splice(colon + 1, inline ? Math.max(end, colon + 1) : end, shifted);
		}
		if (flow(found.path().parent()) || node instanceof CollectionNode<?> c && c.getFlowStyle() == FlowStyle.FLOW) {
			return splice(start, end, json(value));
		}
		if (found.path().isRoot()) {
			int whole = document.range().end(); // the last resort: comments go too
			while (Character.isWhitespace(text.charAt(whole - 1))) {
				whole--;
			}
			return splice(start, whole, compact ? json(value) : shifted(yaml(value), indent(start)));
		}
		int dash = dash(start);
		return splice(dash, end,
				compact
						? "- " + json(value)
						: shifted(yaml(JsonNodeFactory.instance.arrayNode().add(value)), indent(dash)));
	}

	private Optional<String> remove(Found found, Node node, CollectionNode<?> container) {
		if (container.getFlowStyle() == FlowStyle.FLOW || container.getValue().size() < 2) {
			return Optional.empty();
		}
		Node key = found.key();
		int start = key == null ? dash(offset(node)) : composed.offset(key.getStartMark());
		int line = lineStart(start);
		int next = next(end(node));
		if (text.substring(line, start).isBlank()) {
			return Optional.of(splice(line, next, ""));
		}
		int following = start;
		for (Object child : container.getValue()) {
			int childStart = childStart(child);
			if (childStart > start) {
				following = childStart;
				break;
			}
		}
		return following == start ? Optional.empty() : Optional.of(splice(start, following, ""));
	}

	/** As YAML whose lines begin at the first column, also those of a list. */
	private static String yaml(JsonNode value) {
		String yaml = YamlText.of(value);
		return yaml.startsWith("  - ") ? INDENTED.matcher(yaml).replaceAll("") : yaml;
	}

	/** As JSON, which is YAML too but for characters that break its lines. */
	private static String json(JsonNode value) {
		try {
			String json = value.toString();
			return ODD.matcher(json).find() ? ESCAPING.writeValueAsString(value) : json;
		} catch (JsonProcessingException e) {
			throw new IllegalStateException(e); // a tree always has a text
		}
	}

	/** A single value written as the one that stood there was, where its style allows. */
	private static Optional<String> styled(Node node, JsonNode value) {
		if (!(node instanceof ScalarNode old) || !value.isValueNode() || !plainLine(old) || old.getValue().isEmpty()
				&& old.getScalarStyle() == ScalarStyle.PLAIN) {
			return Optional.empty();
		}
		if (value.isTextual() && old.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
			return Optional.of(json(value));
		}
		if (value.isTextual() && old.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
				&& value.textValue().chars().allMatch(c -> c >= ' ')) {
			return Optional.of("'" + value.textValue().replace("'", "''") + "'");
		}
		String rendered = YamlText.of(value).strip();
		return rendered.contains("\n") ? Optional.empty() : Optional.of(rendered);
	}

	private static boolean plainLine(ScalarNode node) {
		return node.getScalarStyle() != ScalarStyle.LITERAL && node.getScalarStyle() != ScalarStyle.FOLDED;
	}

	/** Whether a path is in a collection in braces or brackets. */
	private boolean flow(FieldPath path) {
		return document.find(path).node() instanceof CollectionNode<?> c && c.getFlowStyle() == FlowStyle.FLOW;
	}

	private int offset(Node node) {
		return composed.offset(node.getStartMark());
	}

	/** Where the last line of a node's content ends; comments after it are not its. */
	private int end(Node node) {
		if (node instanceof CollectionNode<?> container && container.getFlowStyle() == FlowStyle.BLOCK
				&& !container.getValue().isEmpty()) {
			return last(container);
		}
		if (node instanceof ScalarNode scalar && !plainLine(scalar)) {
			int end = composed.offset(node.getEndMark());
			while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
				end--;
			}
			return Math.max(end, lineEnd(offset(node)));
		}
		return composed.offset(node.getEndMark());
	}

	private int last(CollectionNode<?> container) {
		return container instanceof MappingNode map
				? end(map.getValue().getLast().getValueNode())
				: end(((SequenceNode) container).getValue().getLast());
	}

	private int lastStart(CollectionNode<?> container) {
		return childStart(((List<?>) container.getValue()).getLast());
	}

	private int childStart(Object child) {
		return child instanceof Node item
				? offset(item)
				: offset(((NodeTuple) child).getKeyNode());
	}

	/** Where the dash before a list's element stands. */
	private int dash(int start) {
		int dash = start - 1;
		while (dash > 0 && Character.isWhitespace(text.charAt(dash))) {
			dash--;
		}
		return Math.max(dash, 0);
	}

	private int lineStart(int offset) {
		int start = offset;
		while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
			start--;
		}
		return start;
	}

	/** Where the line ends that a place stands in, before its line end. */
	private int lineEnd(int offset) {
		int end = offset;
		while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
			end++;
		}
		return end;
	}

	/** Where the next line begins. */
	private int next(int offset) {
		int end = lineEnd(offset);
		return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
	}

	/** As many blanks as stand or could stand before a place in its line. */
	private String indent(int offset) {
		return " ".repeat(offset - lineStart(offset));
	}

	/** Lines for a place further right, with this text's line ends and none at the end. */
	private String shifted(String lines, String indent) {
		String content = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
		return LINE.matcher(content).replaceAll("\n" + indent).replace("\n", lineEnd);
	}

	private String splice(int from, int to, String with) {
		return text.substring(0, from) + with + text.substring(Math.max(from, to));
	}
}
