package org.fleetdesk.kube.config;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of one kubeconfig text; those that cannot be used stay as names, so that contexts can say why. */
final class KubeconfigFile {

	/** An entry with its name and where it stands. Its value is null if it is unusable, which a finding has said. */
	record Entry<T>(Source source, String name, @Nullable T value) {
	}

	/** What a context names. */
	record Link(String cluster, String user, Optional<String> namespace) {
	}

	@FunctionalInterface
	private interface EntryReader<T> {
		T read(String name, Fields fields) throws BadEntry;
	}

	private static final int MAX_ALIASES = 100;
	private static final int MAX_DEPTH = 50;
	private static final int MAX_EVENTS = 1_000_000;
	private static final int COUNT_FROM = 1 << 20;

	private final Source source;
	private final List<Finding> findings;
	final Map<String, Entry<KubeServer>> servers = new LinkedHashMap<>();
	final Map<String, Entry<KubeUser>> users = new LinkedHashMap<>();
	final Map<String, Entry<Link>> links = new LinkedHashMap<>();
	private String current = "";

	/** Parses; whatever is wrong is added to the findings. */
	KubeconfigFile(Source source, String text, List<Finding> findings) {
		this.source = source;
		this.findings = findings;
		try {
			Node root = compose(text);
			Fields fields = new Fields(source, "", root == null ? null : unique(root));
			String kind = fields.text("kind").orElse("Config");
			if (!kind.equals("Config")) {
				throw fields.bad("kind",
						kind.matches("[A-Za-z]{1,40}") ? text("config.kind", kind) : text("config.kind.other"),
						text("config.choose"));
			}
			entries(fields, "clusters", "cluster", servers, ServerFields::read);
			entries(fields, "users", "user", users, UserFields::read);
			entries(fields, "contexts", "context", links, KubeconfigFile::link);
			current = fields.text("current-context").orElse("");
		} catch (BadEntry e) {
			findings.add(e.finding());
		}
	}

	/** The current context that the file names, or empty. */
	String current() {
		return current;
	}

	/** YAML within the bounds of a kubeconfig. */
	static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(MAX_ALIASES);
		options.setNestingDepthLimit(MAX_DEPTH);
		options.setCodePointLimit(Source.MAX_BYTES);
		return new Yaml(new SafeConstructor(options));
	}

	private @Nullable Node compose(String text) throws BadEntry {
		// JSON is YAML but for tabs between its tokens
		String yaml = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
		try {
			if (yaml.length() > COUNT_FROM) {
				count(yaml(), yaml);
			}
			Iterator<Node> documents = yaml().composeAll(new StringReader(yaml)).iterator();
			Node first = documents.hasNext() ? documents.next() : null;
			if (documents.hasNext()) {
				findings.add(source.finding(Severity.WARNING, "",
						text("config.documents"), ""));
			}
			return first;
		} catch (MarkedYAMLException e) {
			String message = e.getProblemMark() == null
					? text("config.yaml")
					: text("config.yaml.line", e.getProblemMark().getLine() + 1);
			throw new BadEntry(source.finding(Severity.ERROR, "", message, text("config.yaml.remedy")));
		} catch (YAMLException | StackOverflowError e) {
			throw new BadEntry(source.finding(Severity.ERROR, "",
					text("config.yaml.large"),
					text("config.yaml.remedy")));
		}
	}

	/** Nodes take hundreds of bytes each: a large text of tiny values is refused before it has any. */
	private static void count(Yaml yaml, String text) {
		int events = 0;
		for (Iterator<?> i = yaml.parse(new StringReader(text)).iterator(); i.hasNext(); i.next()) {
			if (++events > MAX_EVENTS) {
				throw new YAMLException("too many values");
			}
		}
	}

	/** Top-level fields given twice (files pasted together) must not cost the whole file: the first is read. */
	private Node unique(Node root) {
		if (!(root instanceof MappingNode mapping)) {
			return root;
		}
		Map<String, NodeTuple> first = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			if (tuple.getKeyNode() instanceof ScalarNode key && first.putIfAbsent(key.getValue(), tuple) != null) {
				findings.add(source.finding(Severity.ERROR, "",
						text("config.twice.file", key.getStartMark().getLine() + 1), text("config.twice.file.remedy")));
			}
		}
		return new MappingNode(Tag.MAP, new ArrayList<>(first.values()), mapping.getFlowStyle());
	}

	private <T> void entries(Fields file, String list, String inner, Map<String, Entry<T>> into,
			EntryReader<T> reader) {
		List<Node> nodes;
		try {
			nodes = file.items(list);
		} catch (BadEntry e) {
			findings.add(e.finding());
			return;
		}
		int index = 0;
		for (Node node : nodes) {
			index++;
			String name = "";
			T value = null;
			try {
				Fields outer = new Fields(source, list + "[" + index + "]", node);
				String number = String.valueOf(index);
				name = outer.text("name").orElseThrow(() -> outer.bad("name",
						text("config.nameless", number, list), text("config.nameless.remedy")));
				Fields named = new Fields(source, list + "[" + name + "]", node);
				if (into.containsKey(name)) {
					throw new BadEntry(source.finding(Severity.WARNING, list + "[" + name + "]",
							text("config.twice.name"),
							text("config.twice.name.remedy")));
				}
				value = reader.read(name, named.inner(inner));
			} catch (BadEntry e) {
				findings.add(e.finding());
			}
			if (!name.isEmpty()) {
				into.putIfAbsent(name, new Entry<>(source, name, value));
			}
		}
	}

	private static Link link(String name, Fields fields) throws BadEntry {
		return new Link(fields.text("cluster").orElse(""), fields.text("user").orElse(""), fields.text("namespace"));
	}
}
