package org.fleetdesk.kube.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.internal.text.Texts;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one YAML mapping, asked for by name and type. Works on YAML nodes, which know their lines and share what
 * aliases repeat: neither a cycle nor a bomb of aliases costs anything, since only known fields are followed.
 */
final class Fields {

	private static final int MERGE_DEPTH = 5;

	private final Source source;
	private final String where;
	private final Map<String, Node> nodes = new LinkedHashMap<>();

	/** The fields of a node; {@code where} names it in findings ("users[dev]", empty for the whole file). */
	Fields(Source source, String where, @Nullable Node node) throws BadEntry {
		this.source = source;
		this.where = where;
		if (node != null && !isNull(node)) {
			if (!(node instanceof MappingNode mapping)) {
				throw wrong("", node, "config.mapping");
			}
			collect(mapping, 0);
		}
	}

	private void collect(MappingNode mapping, int depth) throws BadEntry {
		Map<String, Node> own = new LinkedHashMap<>();
		List<MappingNode> merged = new ArrayList<>();
		for (NodeTuple tuple : mapping.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key) {
				if (Tag.MERGE.equals(key.getTag()) && tuple.getValueNode() instanceof MappingNode more) {
					merged.add(more);
				} else if (own.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
					throw bad(key.getValue(), Texts.text("config.twice.field", line(key)),
							Texts.text("config.twice.field.remedy"));
				}
			}
		}
		own.forEach(nodes::putIfAbsent);
		for (MappingNode more : depth < MERGE_DEPTH ? merged : List.<MappingNode>of()) {
			collect(more, depth + 1);
		}
	}

	private static boolean isNull(Node node) {
		return node instanceof ScalarNode scalar && Tag.NULL.equals(scalar.getTag());
	}

	private static int line(Node node) {
		return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
	}

	/** The kubeconfig file, unless this is pasted text. */
	Optional<Path> kubeconfig() {
		return source.file();
	}

	String field(String name) {
		return name.isEmpty() || where.isEmpty() ? where + name : where + "." + name;
	}

	BadEntry bad(String name, String message, String remedy) {
		return new BadEntry(source.finding(Severity.ERROR, field(name), message, remedy));
	}

	private BadEntry wrong(String name, Node node, String wanted) {
		String found = node instanceof ScalarNode
				? "config.found.value"
				: node instanceof SequenceNode
						? "config.found.list"
						: "config.found.mapping";
		return bad(name, Texts.text("config.wrong", line(node), Texts.text(found), Texts.text(wanted)),
				Texts.text("config.wrong.remedy"));
	}

	private @Nullable Node node(String name) {
		Node node = nodes.get(name);
		return node == null || isNull(node) ? null : node;
	}

	boolean has(String name) {
		return node(name) != null;
	}

	/** The text of a single value; none if it is absent or empty. */
	Optional<String> text(String name) throws BadEntry {
		Node node = node(name);
		if (node == null) {
			return Optional.empty();
		}
		if (!(node instanceof ScalarNode scalar)) {
			throw wrong(name, node, "config.found.value");
		}
		return scalar.getValue().isEmpty() ? Optional.empty() : Optional.of(scalar.getValue());
	}

	boolean flag(String name) throws BadEntry {
		String text = text(name).orElse("false");
		return switch (text) {
			case "true", "True", "TRUE" -> true;
			case "false", "False", "FALSE" -> false;
			default -> throw bad(name, Texts.text("config.flag"), Texts.text("config.flag.remedy"));
		};
	}

	/** A mapping in this one; empty if it is absent. */
	Fields map(String name) throws BadEntry {
		return new Fields(source, field(name), node(name));
	}

	/** A mapping in this one whose name is left out of findings: "users[dev].token", as everyone writes it. */
	Fields inner(String name) throws BadEntry {
		return new Fields(source, where, node(name));
	}

	/** The items of a list, for whoever goes on after a bad one; none if it is absent. */
	List<Node> items(String name) throws BadEntry {
		Node node = node(name);
		if (node == null) {
			return List.of();
		}
		if (!(node instanceof SequenceNode sequence)) {
			throw wrong(name, node, "config.found.list");
		}
		return sequence.getValue();
	}

	/** The mappings of a list. */
	List<Fields> maps(String name) throws BadEntry {
		List<Fields> result = new ArrayList<>();
		int index = 0;
		for (Node node : items(name)) {
			result.add(new Fields(source, field(name) + "[" + index++ + "]", node));
		}
		return result;
	}

	List<String> texts(String name) throws BadEntry {
		List<String> result = new ArrayList<>();
		for (Node node : items(name)) {
			if (!(node instanceof ScalarNode scalar)) {
				throw wrong(name, node, "config.found.value");
			}
			result.add(scalar.getValue());
		}
		return result;
	}

	Map<String, List<String>> textsByName(String name) throws BadEntry {
		Fields map = map(name);
		Map<String, List<String>> result = new LinkedHashMap<>();
		for (String key : map.nodes.keySet()) {
			result.put(key, map.texts(key));
		}
		return result;
	}

	/** {@code name-data} in base64, else the file that {@code name} names. */
	Optional<Material> material(String name) throws BadEntry {
		Optional<String> data = text(name + "-data");
		if (data.isPresent()) {
			String field = name + "-data";
			try {
				byte[] bytes = Base64.getDecoder().decode(data.get().replaceAll("\\s", ""));
				return Optional.of(new Material.Inline(field(field), bytes));
			} catch (IllegalArgumentException e) {
				throw bad(field, Texts.text("config.base64"),
						Texts.text("config.base64.remedy", name));
			}
		}
		return file(name);
	}

	Optional<Material> file(String name) throws BadEntry {
		Optional<String> text = text(name);
		return text.isEmpty()
				? Optional.empty()
				: Optional.of(new Material.InFile(field(name), path(name, text.get())));
	}

	/** A path made absolute against the kubeconfig's folder. */
	Path path(String name, String text) throws BadEntry {
		try {
			Path path = Path.of(text);
			if (path.isAbsolute()) {
				return path;
			}
			if (source.folder().isEmpty()) {
				throw bad(name, Texts.text("config.relative"), Texts.text("config.relative.remedy"));
			}
			return source.folder().get().resolve(path).normalize();
		} catch (InvalidPathException e) {
			throw bad(name, Texts.text("config.path"), Texts.text("config.path.remedy"));
		}
	}
}
