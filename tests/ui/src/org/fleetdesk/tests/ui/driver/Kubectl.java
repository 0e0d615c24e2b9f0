package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The control plane's own kubectl, as its administrator, outside the window. Blocks until it is done. */
public final class Kubectl {

	private Kubectl() {
	}

	/** Runs it and returns what it printed; fails if it did. */
	public static String run(String... arguments) {
		Path kubeconfig = Path.of(System.getenv("FLEETDESK_TEST_KUBECONFIG"));
		List<String> line = new ArrayList<>(List.of(kubeconfig.resolveSibling("kubectl").toString(), "--kubeconfig",
				kubeconfig.toString(), "--context", "admin-cert"));
		line.addAll(List.of(arguments));
		return started(line);
	}

	/** Sees to it that a thousand pods run; takes half a minute if they do not yet. */
	public static void thousandPods() {
		if (run("get", "pods", "-A", "-o", "name").lines().count() < 1_000) {
			String folder = Path.of(System.getenv("FLEETDESK_TEST_KUBECONFIG")).getParent().toString();
			started(List.of("../controlplane/kwok-scale", folder, "1000", "20"));
		}
	}

	private static String started(List<String> line) {
		try {
			Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
			String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new AssertionError(line + " failed: " + printed);
			}
			return printed;
		} catch (IOException e) {
			throw new AssertionError(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
