package org.fleetdesk.tests.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Assumptions;

/** What journeys share: the kubeconfigs they may write, and the two themes. */
public final class Journey {
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

	private Journey() {
	}

	/** Skips a journey where there is no real control plane. */
	public static void needsControlPlane() {
		String file = System.getenv().getOrDefault("FLEETDESK_TEST_KUBECONFIG", "");
		Assumptions.assumeTrue(Files.exists(Path.of(file)), "no real control plane");
	}

	/** Writes the first of the workbench's kubeconfigs; it is read within seconds. */
	public static void kubeconfig(String text) {
		Path file = Path.of(System.getenv("KUBECONFIG").split(":")[0]);
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Takes a picture in the light theme and one in the dark, and leaves the light. */
	public static void photograph(String name) {
		Screenshot.take(name + "-light");
		theme(DARK);
		Screenshot.take(name + "-dark");
		theme(LIGHT);
	}

	private static void theme(String id) {
		Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
		Ui.settle();
	}
}
