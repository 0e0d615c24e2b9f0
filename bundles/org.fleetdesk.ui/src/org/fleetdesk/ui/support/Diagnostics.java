package org.fleetdesk.ui.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.support.Redaction;
import org.fleetdesk.kube.Finding;

/**
 * What one passes on to get help: versions, machine, clusters' states, findings, the end of the log; without secrets.
 * Plain English whatever the language, for those who help. Making it blocks for the log file.
 */
final class Diagnostics {
	private static final int LOG_BYTES = 20_000;
	private final Fleet fleet;

	Diagnostics(Fleet fleet) {
		this.fleet = Objects.requireNonNull(fleet);
	}

	String text() {
		List<String> lines = new ArrayList<>();
		program(lines);
		clusters(lines);
		lines.add("");
		lines.add("Log (end)");
		lines.add(log());
		return Redaction.of(String.join("\n", lines));
	}

	private static void program(List<String> lines) {
		Runtime runtime = Runtime.getRuntime();
		lines.add("Fleetdesk diagnostics of " + Instant.now());
		// by a bundle that was started: ours is not
		Stream.of(FrameworkUtil.getBundle(Platform.class).getBundleContext().getBundles())
				.filter(b -> b.getSymbolicName().startsWith("org.fleetdesk.")
						&& !b.getSymbolicName().contains(".wrapped."))
				.map(Diagnostics::version).sorted().forEach(lines::add);
		lines.add(
				"Eclipse " + version(Platform.getBundle("org.eclipse.ui.workbench")) + ", SWT " + SWT.getVersion() + " "
						+ SWT.getPlatform() + gtk());
		lines.add("Java " + System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
		lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
				+ System.getProperty("os.arch") + ", " + runtime.availableProcessors() + " processors");
		lines.add("Heap " + mega(runtime.totalMemory() - runtime.freeMemory()) + " of " + mega(runtime.maxMemory()));
	}

	private static String gtk() {
		String gtk = System.getProperty("org.eclipse.swt.internal.gtk.version", "");
		return gtk.isEmpty() ? "" : " " + gtk;
	}

	private static String mega(long bytes) {
		return bytes / (1024 * 1024) + " MB";
	}

	private static String version(Bundle bundle) {
		return bundle.getSymbolicName() + " " + bundle.getVersion();
	}

	private void clusters(List<String> lines) {
		List<Cluster> all = fleet.clusters();
		lines.add("");
		lines.add("Clusters: " + all.size());
		for (Cluster cluster : all) {
			ClusterState state = cluster.state();
			if (state.phase() != ClusterState.Phase.CLOSED) {
				lines.add("  " + cluster.name() + ": " + state.phase() + " for "
						+ Duration.between(state.since(), Instant.now()).toSeconds() + " s"
						+ state.version().map(v -> ", " + v.gitVersion()).orElse("") + ", "
						+ state.catalogue().types().size() + " types"
						+ state.problem().map(p -> ": " + p.getMessage()).orElse(""));
				state.catalogue().findings().forEach(f -> lines.add("    " + f.severity() + " " + f.text()));
			}
		}
		List<Finding> findings = fleet.findings();
		lines.add("Findings: " + findings.size());
		findings.forEach(f -> lines.add("  " + f.severity() + " " + f.text()));
	}

	private static String log() {
		Path file = Path.of(Platform.getLogFileLocation().toOSString());
		try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
			log.seek(Math.max(0, log.length() - LOG_BYTES));
			byte[] end = new byte[(int) (log.length() - log.getFilePointer())];
			log.readFully(end);
			return new String(end, StandardCharsets.UTF_8);
		} catch (IOException e) {
			return "(none: " + e.getMessage() + ")";
		}
	}
}
