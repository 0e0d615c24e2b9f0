package org.fleetdesk.core.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.kube.Finding.Severity;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The objects that stand in a text of YAML or JSON, and what is wrong with it. Immutable. A document with an error does not
 * spoil the others; empty ones are left out; lists ({@code kind: List}) are taken apart, each item a document.
 *
 * @param text the text that was read
 * @param documents in the order of the text
 * @param problems of the text as a whole and of all documents, in the order of the text
 */
public record Documents(String text, List<Document> documents, List<Problem> problems) {
	/** Longer texts are not read, in characters: API servers refuse objects of half that size. */
	public static final int LONGEST = 3 << 20;

	public Documents {
		documents = List.copyOf(documents);
		problems = List.copyOf(problems);
	}

	/** Whether nothing is wrong, but for warnings. */
	public boolean right() {
		return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
	}

	/** Reads a text. Never fails; takes a second or so for the longest, so not on a UI thread. */
	public static Documents parse(String text) {
		return parse(text, true);
	}

	/** Reads a text of maps that are no objects of a cluster, such as a file of a pack: only its form is checked. */
	public static Documents values(String text) {
		return parse(text, false);
	}

	private static Documents parse(String text, boolean objects) {
		Lines lines = new Lines(text);
		if (text.length() > LONGEST) {
			return new Documents(text, List.of(),
					List.of(Problem.error(lines.range(0, 1), Texts.text("document.large", LONGEST >> 20))));
		}
		return new Reading(text, lines, objects).documents();
	}

	/** One text being read. */
	private static final class Reading {
		private static final int MOST_NESTED_LISTS = 5;

		private final String text;
		private final Lines lines;
		private final boolean objects;
		private final List<Document> documents = new ArrayList<>();

		Reading(String text, Lines lines, boolean objects) {
			this.text = text;
			this.lines = lines;
			this.objects = objects;
		}

		Documents documents() {
			for (Chunk chunk : Chunk.split(text, lines)) {
				read(chunk);
			}
			List<Problem> problems = documents.stream().flatMap(d -> d.problems().stream())
					.sorted(Comparator.comparingInt(p -> p.range().offset())).toList();
			return new Documents(text, documents, problems);
		}

		private void read(Chunk chunk) {
			List<Problem> problems = new ArrayList<>();
			chunk.problem().ifPresent(problems::add);
			Characters.problem(text, lines, chunk).ifPresent(problems::add);
			boolean readable = problems.isEmpty();
			Composed composed = new Composed(text, lines, readable
					? chunk
					: new Chunk(chunk.from(), chunk.from(),
							Optional.empty()));
			composed.problem().ifPresent(problems::add);
			Range range = trimmed(chunk);
			Node root = composed.root().orElse(null);
			JsonNode built = root == null ? MissingNode.getInstance() : new TreeBuilder(composed, problems).value(root);
			if (problems.isEmpty() && (built.isMissingNode() || built.isNull())) {
				return;
			}
			if (root == null) {
				add(range, problems, built, composed, null);
			} else {
				take(range, problems, built, composed, root, 0);
			}
		}

		/** A document, or those in it if it is a list and right. */
		private void take(Range range, List<Problem> problems, JsonNode built, Composed composed, Node node,
				int depth) {
			Optional<List<Node>> items = objects && problems.isEmpty() && depth < MOST_NESTED_LISTS
					? items(built, node)
					: Optional.empty();
			if (items.isPresent()) {
				for (int i = 0; i < items.get().size(); i++) {
					Node item = items.get().get(i);
					take(composed.range(item.getStartMark(), item.getEndMark()), new ArrayList<>(),
							built.path("items").get(i), composed, item, depth + 1);
				}
				return;
			}
			Document document = new Document(0, range, text, lines, problems, built, composed, node);
			if (objects && problems.stream().noneMatch(p -> p.severity() == Severity.ERROR)) {
				ObjectChecks.check(document, built, problems);
			}
			add(range, problems, built, composed, node);
		}

		private void add(Range range, List<Problem> problems, JsonNode built, Composed composed, @Nullable Node node) {
			problems.sort(Comparator.comparingInt(p -> p.range().offset()));
			documents.add(new Document(documents.size() + 1, range, text, lines, problems, built, composed, node));
		}

		private static Optional<List<Node>> items(JsonNode built, Node node) {
			if (built.path("kind").asText().endsWith("List") && built.path("items").isArray()
					&& node instanceof MappingNode map) {
				for (NodeTuple field : map.getValue()) {
					if (TreeBuilder.key(field.getKeyNode()).filter("items"::equals).isPresent()
							&& field.getValueNode() instanceof SequenceNode list) {
						return Optional.of(list.getValue());
					}
				}
			}
			return Optional.empty();
		}

		/** A chunk without blank lines around it. */
		private Range trimmed(Chunk chunk) {
			int from = chunk.from();
			int to = chunk.to();
			while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
				to--;
			}
			int content = from;
			while (content < to && (Character.isWhitespace(text.charAt(content)) || text.charAt(content) == '\ufeff')) {
				content++;
			}
			from = Math.max(from, lines.start(lines.line(content)));
			return lines.range(from, to);
		}
	}
}
