package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;

import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at pods, ends the program, loses the network and begins again: the pods last seen are there. */
class RestartTest {

	@TempDir
	static Path work;

	@Test
	void whatWasSeenLastIsThereAfterARestartWithoutTheNetwork() throws Exception {
		assumeThat(System.getenv("DISPLAY")).as("a display").isNotNull();
		Installation installed = Installation.unpacked(work);
		Desktop desktop = new Desktop(work);
		List<String> seen;
		try (DemoFleet clusters = DemoFleet.start()) {
			installed.use(clusters.kubeconfig());
			try (Window window = Window.opened(installed, desktop, "live")) {
				window.press("ctrl+shift+k");
				window.answer("^Go to a kind", "pods");
				seen = names(window.copied(lines -> lines.size() > 4));
			}
		}
		try (Window window = Window.opened(installed, desktop, "away")) {
			assertThat(names(window.copied(lines -> lines.size() == seen.size()))).isEqualTo(seen);
		}
	}

	/** Namespaces and names; ages go on. */
	private static List<String> names(List<String> lines) {
		return lines.stream().map(line -> line.split("\t")).map(cells -> cells[0] + "/" + cells[1]).toList();
	}
}
