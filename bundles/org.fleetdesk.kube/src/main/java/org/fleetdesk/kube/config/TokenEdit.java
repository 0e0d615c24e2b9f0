package org.fleetdesk.kube.config;

import java.io.Serial;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Sets one field below {@code auth-provider.config} of a user in a kubeconfig's text, YAML or JSON, by the places where
 * nodes stand: comments, order and form of all else stay. What was made is read again, and must say the same but for that
 * field.
 */
final class TokenEdit {

	static final String ID_TOKEN = "id-token";
	static final String REFRESH_TOKEN = "refresh-token";

	/** The text has no place where the field could be set without touching something else. */
	static final class Impossible extends Exception {
		@Serial
		private static final long serialVersionUID = 1L;

		Impossible(String message) {
			super(message);
		}
	}

	private TokenEdit() {
	}

	/** The mapping that holds a user's tokens. */
	static MappingNode config(String text, String user) throws Impossible {
		try {
			Iterator<Node> documents = KubeconfigFile.yaml().composeAll(new StringReader(yaml(text))).iterator();
			Node users = documents.hasNext() ? child(documents.next(), "users") : null;
			if (users instanceof SequenceNode entries) {
				for (Node entry : entries.getValue()) {
					if (child(entry, "name") instanceof ScalarNode name && name.getValue().equals(user)
							&& child(child(child(entry, "user"), "auth-provider"),
									"config") instanceof MappingNode config) {
						return config;
					}
				}
			}
			throw new Impossible("no such entry");
		} catch (YAMLException e) {
			throw new Impossible("no YAML");
		}
	}

	/** The text of a field; none if it is absent or empty. */
	static Optional<String> value(@Nullable Node mapping, String field) {
		return child(mapping, field) instanceof ScalarNode scalar && !scalar.getValue().isEmpty()
				? Optional.of(scalar.getValue())
				: Optional.empty();
	}

	/** JSON is YAML but for tabs between its tokens. */
	private static String yaml(String text) {
		return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
	}

	private static @Nullable Node child(@Nullable Node node, String field) {
		if (node instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(field)) {
					return tuple.getValueNode();
				}
			}
		}
		return null;
	}

	/** The text with a field set. */
	static String with(String text, String user, String field, String value) throws Impossible {
		MappingNode config = config(text, user);
		Node old = child(config, field);
		int place;
		String made;
		if (old instanceof ScalarNode scalar) {
			place = scalar.getStartMark().getIndex();
			made = replaced(text, scalar, value);
		} else if (old == null && !config.getValue().isEmpty()) {
			Node first = config.getValue().getFirst().getKeyNode();
			place = first.getStartMark().getIndex();
			made = inserted(text, config, first, field + ": " + written(value, false));
		} else {
			throw new Impossible("not a single value");
		}
		List<String> wanted = said(text, place, old == null ? List.of(field, value) : List.of(value), old != null);
		if (!said(made, -1, List.of(), false).equals(wanted)) {
			throw new Impossible("other fields would change");
		}
		return made;
	}

	private static String replaced(String text, ScalarNode old, String value) {
		int start = text.offsetByCodePoints(0, old.getStartMark().getIndex());
		int end = text.offsetByCodePoints(0, old.getEndMark().getIndex());
		String before = text.substring(start, end);
		String blank = before.substring(before.stripTrailing().length()); // the line's end behind a block of text
		boolean plain = old.getScalarStyle() == ScalarStyle.PLAIN;
		return text.substring(0, start) + written(value, !plain) + blank + text.substring(end);
	}

	private static String inserted(String text, MappingNode config, Node first, String field) {
		int start = text.offsetByCodePoints(0, first.getStartMark().getIndex());
		boolean json = text.charAt(start) == '"';
		String line = json ? field.replaceFirst("^([a-z-]+): \"?([^\"]*)\"?$", "\"$1\": \"$2\"") : field;
		if (config.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW) {
			return text.substring(0, start) + line + ", " + text.substring(start);
		}
		String end = text.contains("\r\n") ? "\r\n" : "\n";
		String indent = " ".repeat(first.getStartMark().getColumn());
		return text.substring(0, start) + line + end + indent + text.substring(start);
	}

	/** As it is where YAML takes that for a text whatever it says, else as JSON, which is YAML. */
	private static String written(String value, boolean quoted) {
		boolean plain = !quoted && value.matches("[A-Za-z][A-Za-z0-9._/+-]{7,}");
		return plain ? value : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
	}

	/** What a text says, event by event; with other values in place of, or before, what stands at a place. */
	private static List<String> said(String text, int place, List<String> values, boolean replace) throws Impossible {
		List<String> said = new ArrayList<>();
		try {
			Yaml yaml = KubeconfigFile.yaml();
			for (Event event : yaml.parse(new StringReader(yaml(text)))) {
				boolean here = event instanceof ScalarEvent && event.getStartMark().getIndex() == place;
				if (here) {
					values.forEach(v -> said.add("=" + v));
				}
				if (here && replace) {
					if (((NodeEvent) event).getAnchor() != null) {
						throw new Impossible("the value has an anchor");
					}
				} else {
					said.add(shown(event));
				}
			}
		} catch (YAMLException e) {
			throw new Impossible("no YAML");
		}
		return said;
	}

	private static String shown(Event event) {
		String anchor = event instanceof NodeEvent node && node.getAnchor() != null ? "&" + node.getAnchor() : "";
		return anchor + (event instanceof ScalarEvent scalar ? "=" + scalar.getValue() : event.getEventId().name());
	}
}
