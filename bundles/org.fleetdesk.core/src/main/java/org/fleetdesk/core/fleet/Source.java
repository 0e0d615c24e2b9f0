package org.fleetdesk.core.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.config.Kubeconfig;

/**
 * Where clusters come from: the standard kubeconfig, a file that was added, pasted text that was kept, or the demo clusters
 * of this program.
 *
 * @param id its key: "" for the standard source, "demo" for the demo, else the file's path
 * @param label what it is called on the screen
 * @param files the files it is read from; none for the demo
 * @param config what was in them when they were last read
 */
public record Source(String id, String label, List<Path> files, Kubeconfig config) {
	private static final String DEMO = "demo"; // no path: those are absolute

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

	/** Whether its clusters are simulated, for trying the program. */
	public boolean demo() {
		return id.equals(DEMO);
	}

	/** The source of demo clusters. */
	static Source demo(String label, Kubeconfig config) {
		return new Source(DEMO, label, List.of(), config);
	}
}
