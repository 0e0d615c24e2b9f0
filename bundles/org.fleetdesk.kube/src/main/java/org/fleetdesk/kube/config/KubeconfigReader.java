package org.fleetdesk.kube.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads kubeconfig files. Never writes, never runs anything, reads no other file; throws for nothing a file may hold:
 * what is wrong becomes a finding that names file, entry and field.
 */
public final class KubeconfigReader {

	/** Reads files as one source: the first that names an entry wins; a missing file of several is passed over. */
	public Kubeconfig read(List<Path> files) {
		throw new IllegalStateException(files.toString());
	}

	/** Reads pasted text; {@code source} names it in findings. */
	public Kubeconfig parse(String text, String source) {
		throw new IllegalStateException(source);
	}

	/** The files that kubectl would read: those of KUBECONFIG, else {@code ~/.kube/config}. They may not exist. */
	public static List<Path> standardFiles(java.util.Map<String, String> environment, Path home) {
		throw new IllegalStateException(environment.toString() + home);
	}
}
