package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's image with a Java of its own; there is none where the build's Java has no jpackage. */
class ImageTest {

	private static final Path IMAGE = Path.of("../../product/target/image/Fleetdesk").toAbsolutePath().normalize();

	@TempDir
	Path work;

	@BeforeAll
	static void isThere() {
		assumeThat(Path.of(System.getProperty("java.home"), "bin/jpackage")).as("jpackage").exists();
		assertThat(IMAGE).isDirectory();
	}

	@Test
	void runsTheCommandLineWithItsOwnJava() throws Exception {
		Map<String, String> nowhere = Map.of("JAVA_HOME", work.toString(), "XDG_CACHE_HOME", work.toString());
		Run run = Run.of(work, nowhere, List.of(IMAGE.resolve("fleetdesk").toString(), "version"));
		Run home = Run.of(work, nowhere, List.of(IMAGE.resolve("lib/app/java-home").toString()));

		assertThat(run.err()).isEmpty();
		assertThat(run.out()).startsWith("fleetdesk ");
		assertThat(home.out().strip()).isEqualTo(IMAGE.resolve("lib/app/../runtime").toString());
	}

	@Test
	void opensItsWindow() throws Exception {
		assumeThat(System.getenv("DISPLAY")).as("a display").isNotNull();
		Desktop desktop = new Desktop(work);
		Path kubeconfig = Files.writeString(work.resolve("kubeconfig"), "");
		Map<String, String> environment = Map.of("KUBECONFIG", kubeconfig.toString(), "FLEETDESK_CONFIG",
				work.resolve("config").toString(), "GDK_BACKEND", "x11", "NO_AT_BRIDGE", "1");
		Process window = Run.start(work, environment,
				List.of(IMAGE.resolve("bin/Fleetdesk").toString(), "-configuration",
						work.resolve("configuration").toString(), "-data", work.resolve("data").toString()));
		Run closed;
		try {
			desktop.close(desktop.shown("^Fleetdesk"), window);
		} finally {
			closed = Run.end(window, work);
		}
		assertThat(closed.code()).isZero();
	}
}
