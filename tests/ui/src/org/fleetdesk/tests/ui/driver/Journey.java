package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Assumptions;

/** What journeys share: the kubeconfigs they may write, and their pictures. */
public final class Journey {
	private static final Path CONTROL_PLANE = Path
			.of(System.getenv().getOrDefault("FLEETDESK_TEST_KUBECONFIG", "there is none"));

	private Journey() {
	}

	/** Skips a journey where there is no real control plane. */
	public static void needsControlPlane() {
		Assumptions.assumeTrue(Files.exists(CONTROL_PLANE), "no real control plane");
	}

	/** Whether there is a real control plane. */
	public static boolean hasControlPlane() {
		return Files.exists(CONTROL_PLANE);
	}

	/** A file that stands beside the real control plane's kubeconfig. */
	public static Path controlPlane(String file) {
		return CONTROL_PLANE.resolveSibling(file);
	}

	/** Has the workbench see the real control plane's contexts, where there is one, or not; it takes seconds. */
	public static void seeControlPlane(boolean seen) {
		Path copy = kubeconfigs()[1];
		try {
			Files.createDirectories(copy.getParent());
			Files.deleteIfExists(copy);
			if (seen && Files.exists(CONTROL_PLANE)) {
				Files.copy(CONTROL_PLANE, copy);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path[] kubeconfigs() {
		return Arrays.stream(System.getenv("KUBECONFIG").split(":")).map(Path::of).toArray(Path[]::new);
	}

	/** Writes the first of the workbench's kubeconfigs; it is read within seconds. */
	public static void kubeconfig(String text) {
		Path file = kubeconfigs()[0];
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Takes a picture in this process's theme and language; {@link Look} says how the others come about. */
	public static void photograph(String name) {
		Ui.settle();
		Screenshot.take(name + "-" + Look.name());
	}
}
