package org.fleetdesk.ui.sources;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Kubeconfig;
import org.fleetdesk.kube.config.KubeconfigReader;

/**
 * What a person is about to add, read but not yet taken: nothing runs and nobody is contacted.
 *
 * @param files the files, where files were given
 * @param text the pasted text, where text was given
 * @param contexts the contexts that can be used
 * @param findings what is wrong
 */
record Candidate(List<Path> files, String text, List<KubeContext> contexts, List<Finding> findings) {
	static final Candidate NOTHING = new Candidate(List.of(), "", List.of(), List.of());

	Candidate {
		files = List.copyOf(files);
		contexts = List.copyOf(contexts);
		findings = List.copyOf(findings);
	}

	/** Whether there is something to add. */
	boolean usable() {
		return !contexts.isEmpty();
	}

	/** Pasted text; {@code name} is what findings call it. */
	static Candidate ofText(KubeconfigReader reader, String text, String name) {
		if (text.isBlank()) {
			return NOTHING;
		}
		Kubeconfig config = reader.parse(text, name);
		return new Candidate(List.of(), text, config.contexts(), config.findings());
	}

	/** Files by their names, one a line, each a source of its own; blocks for the files. */
	static Candidate ofFiles(KubeconfigReader reader, String names) {
		List<Path> files = new ArrayList<>();
		List<KubeContext> contexts = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		for (String name : names.lines().map(String::strip).filter(n -> !n.isEmpty()).toList()) {
			try {
				Path file = file(name);
				Kubeconfig config = reader.read(List.of(file));
				files.add(file);
				contexts.addAll(config.contexts());
				findings.addAll(config.findings());
			} catch (InvalidPathException e) {
				findings.add(new Finding(Finding.Severity.ERROR, name, Messages.add_noPath, ""));
			}
		}
		return new Candidate(files, "", contexts, findings);
	}

	private static Path file(String name) {
		return name.startsWith("~/")
				? Path.of(System.getProperty("user.home"), name.substring(2))
				: Path.of(name).toAbsolutePath().normalize();
	}

	/** A kubeconfig that can be used for some contexts says so in the contexts; one that cannot, in one sentence. */
	List<String> problems() {
		return Stream.concat(findings.stream().map(Finding::text),
				contexts.isEmpty() && findings.isEmpty() ? Stream.of(Messages.add_noContexts) : Stream.empty())
				.toList();
	}
}
