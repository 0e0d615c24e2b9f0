package org.fleetdesk.core.document;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.FieldPath.Key;
import org.fleetdesk.kube.Finding.Severity;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One object of a text: a document, or an item of a document that is a list. Immutable. */
public final class Document {
	private final int number;
	private final Range range;
	private final String text;
	private final Lines lines;
	private final List<Problem> problems;
	private final JsonNode built;
	private final Composed composed;
	private final @Nullable Node node;

	/** One whose node is missing if it cannot be read. */
	Document(int number, Range range, String text, Lines lines, List<Problem> problems, JsonNode built,
			Composed composed, @Nullable Node node) {
		this.number = number;
		this.range = range;
		this.text = text;
		this.lines = lines;
		this.problems = List.copyOf(problems);
		this.built = built;
		this.composed = composed;
		this.node = node;
	}

	/** Which of the text's documents it is, from 1. */
	public int number() {
		return number;
	}

	/** Where it stands in the whole text: from its first to its last line that is not blank. */
	public Range range() {
		return range;
	}

	/** The line it begins in, in the whole text, from 1. */
	public int firstLine() {
		return range.line();
	}

	/** The line it ends in, in the whole text, from 1. */
	public int lastLine() {
		return lines.line(Math.max(range.offset(), range.end() - 1));
	}

	/** Its own text. */
	public String text() {
		return text.substring(range.offset(), range.end());
	}

	/** What is wrong with it, in the order of the text. */
	public List<Problem> problems() {
		return problems;
	}

	/** Whether it has no error; it may have warnings. */
	public boolean right() {
		return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
	}

	/** The object as kubectl would send it, a copy; empty if it has an error. */
	public Optional<ObjectNode> tree() {
		return right() && built instanceof ObjectNode object ? Optional.of(object.deepCopy()) : Optional.empty();
	}

	/** Its apiVersion, or empty; as the following, also of a document with errors as far as it can be read. */
	public String apiVersion() {
		return built.path("apiVersion").asText();
	}

	/** Its kind, or empty. */
	public String kind() {
		return built.path("kind").asText();
	}

	/** Its namespace, or empty. */
	public String namespace() {
		return built.path("metadata").path("namespace").asText();
	}

	/** Its name, or empty. */
	public String name() {
		return built.path("metadata").path("name").asText();
	}

	/**
	 * Where a field stands in the whole text: its key with its value, or the key alone if the value goes on in further
	 * lines; for an element of a list its first line. If it is not there, where its nearest parent is; the first line of
	 * the document if that is the object itself.
	 */
	public Range position(FieldPath path) {
		Found found = find(path);
		if (found.node == null || found.path.isRoot()) {
			int end = lines.start(range.line() + 1);
			return lines.range(range.offset(),
					range.offset() + text.substring(range.offset(), end).stripTrailing().length());
		}
		if (found.key == null) {
			return composed.line(found.node);
		}
		Range value = composed.range(found.node.getStartMark(), found.node.getEndMark());
		Range key = composed.line(found.key);
		int end = lines.line(value.end()) == key.line() && value.offset() > key.offset() ? value.end() : key.end();
		return lines.range(key.offset(), end);
	}

	/** The lines that a field takes with all that is in it, in the whole text; empty if it is not there. */
	public Optional<Range> lines(FieldPath path) {
		Found found = find(path);
		if (found.node == null || !found.path.equals(path)) {
			return Optional.empty();
		}
		int start = composed.offset((found.key == null ? found.node : found.key).getStartMark());
		int end = Math.max(start, composed.offset(lastOf(found.node).getEndMark()));
		while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
			end--;
		}
		return Optional.of(lines.range(start, end));
	}

	/** The last value within a node: behind it stand comments that are not its. */
	private static Node lastOf(Node node) {
		Node last = node;
		while (last instanceof CollectionNode<?> container && container.getFlowStyle() == FlowStyle.BLOCK
				&& !container.getValue().isEmpty()) {
			last = container.getValue().getLast() instanceof NodeTuple field
					? field.getValueNode()
					: (Node) container.getValue().getLast();
		}
		return last;
	}

	/** The number of the line, from 1, in which a range of the whole text ends. */
	public int lastLine(Range within) {
		return lines.line(Math.max(within.offset(), within.end() - 1));
	}

	/** A field's nodes, or those of its nearest parent: whose path this is. */
	record Found(FieldPath path, @Nullable Node key, @Nullable Node node, JsonNode value) {
	}

	Found find(FieldPath path) {
		Found found = new Found(FieldPath.ROOT, null, node, built);
		for (Element element : path.elements()) {
			Found next = step(found, element);
			if (next == null) {
				return found;
			}
			found = next;
		}
		return found;
	}

	private static @Nullable Found step(Found from, Element element) {
		FieldPath path = from.path.with(element);
		if (from.node instanceof MappingNode map && element instanceof Key key) {
			NodeTuple last = null;
			for (NodeTuple field : map.getValue()) {
				if (!TreeBuilder.merge(field.getKeyNode())
						&& TreeBuilder.key(field.getKeyNode()).filter(key.name()::equals).isPresent()) {
					last = field;
				}
			}
			return last == null
					? null
					: new Found(path, last.getKeyNode(), last.getValueNode(), from.value.path(key.name()));
		}
		int index = FieldPath.indexOf(from.value, element);
		return from.node instanceof SequenceNode list && index >= 0 && index < list.getValue().size()
				? new Found(path, null, list.getValue().get(index), from.value.get(index))
				: null;
	}

	/** What it says as far as it can be read; not a copy. */
	JsonNode built() {
		return built;
	}

	/** The nodes' places in the whole text. */
	Composed composed() {
		return composed;
	}
}
