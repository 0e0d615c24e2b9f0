package org.fleetdesk.core.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.config.Kubeconfig;

/**
 * Where clusters come from: the standard kubeconfig, a file that was added, or pasted text that was kept.
 *
 * @param id its key: "" for the standard source, else the file's path
 * @param label what it is called on the screen
 * @param files the files it is read from
 * @param config what was in them when they were last read
 */
public record Source(String id, String label, List<Path> files, Kubeconfig config) {
	public Source {
		Objects.requireNonNull(id);
		Objects.requireNonNull(label);
		files = List.copyOf(files);
		Objects.requireNonNull(config);
	}

	/** Whether it is the standard kubeconfig, which cannot be removed. */
	public boolean standard() {
		return id.isEmpty();
	}
}
