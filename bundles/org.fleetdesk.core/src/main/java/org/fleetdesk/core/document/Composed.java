package org.fleetdesk.core.document;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

import org.fleetdesk.core.internal.Texts;

/** The nodes of one chunk, bounded in depth and number, and where they stand in the whole text. */
final class Composed {
	/** The tag of a value without quotes and without a tag: what it stands for is {@link PlainScalar}'s. */
	static final Tag PLAIN = new Tag("plain");

	private static final int MOST_EVENTS = 600_000;
	private static final int DEEPEST = 200;

	private final String text;
	private final Lines lines;
	private final int from;
	/** Where characters outside of the basic plane stand, counted as the parser counts: each as one. Sorted. */
	private final int[] wide;
	private @Nullable Node root;
	private Optional<Problem> problem = Optional.empty();

	/** Reads a chunk. Its text has no character that YAML forbids. */
	Composed(String text, Lines lines, Chunk chunk) {
		this.text = text;
		this.lines = lines;
		int start = chunk.from();
		while (start < chunk.to() && text.charAt(start) == '\ufeff') {
			start++;
		}
		from = start;
		String yaml = text.substring(from, chunk.to());
		wide = wide(yaml);
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Integer.MAX_VALUE);
		options.setMaxAliasesForCollections(Integer.MAX_VALUE); // bounded where they are followed
		options.setTagInspector(tag -> true); // nothing is made of a tag
		options.setNestingDepthLimit(Integer.MAX_VALUE); // ours says where
		Bounded parser = new Bounded(new StreamReader(Tabs.spaced(yaml)), options);
		try {
			root = new Composer(parser, new Kinds(), options).getSingleNode();
		} catch (TooMuch e) {
			problem = Optional.of(Problem.error(range(parser.mark, parser.mark), Texts.text(e.key, e.limit)));
		} catch (MarkedYAMLException e) {
			problem = Optional.of(SyntaxErrors.problem(e, text, lines, offset(e.getProblemMark())));
		} catch (RuntimeException e) { // the parser's own, of odd escapes and directives
			problem = Optional.of(Problem.error(range(parser.mark, parser.mark), Texts.text("document.syntax")));
		}
	}

	private static int[] wide(String yaml) {
		int[] found = new int[8];
		int count = 0;
		int point = 0;
		for (int i = 0; i < yaml.length(); i++, point++) {
			if (Character.isHighSurrogate(yaml.charAt(i))) {
				found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
				found[count++] = point;
				i++;
			}
		}
		return Arrays.copyOf(found, count);
	}

	/** The document's node; none if it is empty or cannot be read. */
	Optional<Node> root() {
		return Optional.ofNullable(root);
	}

	/** Why it cannot be read. */
	Optional<Problem> problem() {
		return problem;
	}

	/** Where a mark stands in the whole text. */
	int offset(@Nullable Mark mark) {
		if (mark == null) {
			return from;
		}
		int found = Arrays.binarySearch(wide, mark.getIndex());
		return Math.min(from + mark.getIndex() + (found >= 0 ? found : -found - 1), text.length());
	}

	/** From one mark to another. */
	Range range(@Nullable Mark start, @Nullable Mark end) {
		return lines.range(offset(start), offset(end));
	}

	/** The rest of the line of a node, at most to its end. */
	Range line(Node node) {
		Range whole = range(node.getStartMark(), node.getEndMark());
		int end = Math.min(whole.end(), lines.start(whole.line() + 1));
		return lines.range(whole.offset(),
				whole.offset() + text.substring(whole.offset(), end).stripTrailing().length());
	}

	/** Leaves values without quotes and tags to us. */
	private static final class Kinds extends Resolver {
		@Override
		public Tag resolve(NodeId kind, String value, boolean implicit) {
			return switch (kind) {
				case scalar -> implicit ? PLAIN : Tag.STR;
				case sequence -> Tag.SEQ;
				default -> Tag.MAP;
			};
		}
	}

	/** Stops where a text is too deep or too much. */
	private static final class Bounded extends ParserImpl {
		private int events;
		private int depth;
		private @Nullable Mark mark;

		Bounded(StreamReader reader, LoaderOptions options) {
			super(reader, options);
		}

		@Override
		public Event getEvent() {
			Event event = super.getEvent();
			mark = event.getStartMark();
			depth += switch (event.getEventId()) {
				case MappingStart, SequenceStart -> 1;
				case MappingEnd, SequenceEnd -> -1;
				default -> 0;
			};
			if (depth > DEEPEST) {
				throw new TooMuch("document.deep", DEEPEST);
			}
			if (++events > MOST_EVENTS) {
				throw new TooMuch("document.many", MOST_EVENTS);
			}
			return event;
		}
	}

	private static final class TooMuch extends RuntimeException {
		private static final long serialVersionUID = 1L;
		private final String key;
		private final int limit;

		TooMuch(String key, int limit) {
			super(key, null, false, false);
			this.key = key;
			this.limit = limit;
		}
	}
}
