package org.fleetdesk.kube.config;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.config.KubeconfigFile.Entry;
import org.fleetdesk.kube.config.KubeconfigFile.Link;

/**
 * Reads kubeconfig files. Never writes, never runs anything, reads no other file; throws for nothing a file may hold:
 * what is wrong becomes a finding that names file, entry and field. Safe for any thread.
 */
public final class KubeconfigReader {

	/** Reads files as one source: the first that names an entry wins; a missing file of several is passed over. */
	public Kubeconfig read(List<Path> files) {
		List<Finding> findings = new ArrayList<>();
		List<KubeconfigFile> read = new ArrayList<>();
		Set<Source> sources = new LinkedHashSet<>();
		files.forEach(f -> sources.add(Source.of(f)));
		boolean any = sources.stream().anyMatch(KubeconfigReader::exists);
		for (Source source : sources) {
			if (exists(source) || !any) {
				try {
					read.add(new KubeconfigFile(source, source.read(), findings));
				} catch (BadEntry e) {
					findings.add(e.finding());
				}
			}
		}
		return merge(read, findings);
	}

	private static boolean exists(Source source) {
		return Files.exists(Path.of(source.name()), LinkOption.NOFOLLOW_LINKS);
	}

	/** Reads pasted text; {@code source} names it in findings. */
	public Kubeconfig parse(String text, String source) {
		List<Finding> findings = new ArrayList<>();
		Source from = new Source(source, Optional.empty());
		if (text.length() > Source.MAX_BYTES) {
			findings.add(from.finding(Severity.ERROR, "", text("config.large.text"), ""));
			return new Kubeconfig(List.of(), Optional.empty(), findings);
		}
		return merge(List.of(new KubeconfigFile(from, text, findings)), findings);
	}

	private static Kubeconfig merge(List<KubeconfigFile> files, List<Finding> findings) {
		Map<String, Entry<KubeServer>> servers = new LinkedHashMap<>();
		Map<String, Entry<KubeUser>> users = new LinkedHashMap<>();
		Map<String, Entry<Link>> links = new LinkedHashMap<>();
		for (KubeconfigFile file : files) {
			firstWins("clusters", servers, file.servers, findings);
			firstWins("users", users, file.users, findings);
			firstWins("contexts", links, file.links, findings);
		}
		servers.values().forEach(s -> unchecked(s, findings));
		Map<String, KubeContext> contexts = new LinkedHashMap<>();
		for (Entry<Link> link : links.values()) {
			try {
				if (link.value() != null) {
					contexts.put(link.name(), context(link, link.value(), servers, users));
				}
			} catch (BadEntry e) {
				findings.add(e.finding());
			}
		}
		Optional<String> current = files.stream().map(KubeconfigFile::current).filter(c -> !c.isEmpty()).findFirst();
		return new Kubeconfig(List.copyOf(contexts.values()), current.filter(contexts::containsKey), findings);
	}

	private static <T> void firstWins(String list, Map<String, Entry<T>> into, Map<String, Entry<T>> more,
			List<Finding> findings) {
		more.forEach((name, entry) -> {
			Entry<T> first = into.putIfAbsent(name, entry);
			if (first != null) {
				findings.add(entry.source().finding(Severity.WARNING, list + "[" + name + "]",
						text("config.shadowed", first.source().name()),
						text("config.shadowed.remedy")));
			}
		});
	}

	private static void unchecked(Entry<KubeServer> server, List<Finding> findings) {
		if (server.value() != null && server.value().insecure()) {
			findings.add(server.source().finding(Severity.WARNING,
					"clusters[" + server.name() + "].insecure-skip-tls-verify", text("config.unchecked"),
					text("config.unchecked.remedy")));
		}
	}

	private static KubeContext context(Entry<Link> entry, Link link, Map<String, Entry<KubeServer>> servers,
			Map<String, Entry<KubeUser>> users) throws BadEntry {
		if (link.cluster().isEmpty()) {
			throw lost(entry, "cluster", text("config.context.cluster"), text("config.context.cluster.remedy"));
		}
		KubeServer server = target(entry, "cluster", link.cluster(), servers);
		KubeUser user = link.user().isEmpty() ? KubeUser.ANONYMOUS : target(entry, "user", link.user(), users);
		return new KubeContext(entry.name(), entry.source().name(), server, user, link.namespace());
	}

	private static <T> T target(Entry<Link> entry, String field, String name, Map<String, Entry<T>> targets)
			throws BadEntry {
		Entry<T> target = targets.get(name);
		if (target == null) {
			throw lost(entry, field, text("config.context.absent", field, name),
					text("config.context.absent.remedy", field));
		}
		T value = target.value();
		if (value == null) {
			throw lost(entry, field, text("config.context.unusable", field, name),
					text("config.context.unusable.remedy", field, name));
		}
		return value;
	}

	private static BadEntry lost(Entry<Link> entry, String field, String message, String remedy) {
		return new BadEntry(entry.source().finding(Severity.ERROR, "contexts[" + entry.name() + "]." + field, message,
				remedy));
	}

	/** The files that kubectl would read: those of KUBECONFIG, else {@code ~/.kube/config}. They may not exist. */
	public static List<Path> standardFiles(Map<String, String> environment, Path home) {
		String names = environment.getOrDefault("KUBECONFIG", "");
		List<Path> files = Arrays.stream(names.split(File.pathSeparator)).filter(n -> !n.isEmpty())
				.flatMap(n -> path(n).stream()).distinct().toList();
		return files.isEmpty() ? List.of(home.resolve(".kube").resolve("config")) : files;
	}

	/** None for what no file can be named, which is a missing file, which is passed over. */
	private static Optional<Path> path(String name) {
		try {
			return Optional.of(Path.of(name).toAbsolutePath().normalize());
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}
}
