package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.cli.change.Desk.configMap;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing from the command line, on the demo clusters. */
class CompareCommandTest {
	private static DemoFleet fleet;
	@TempDir
	static Path shared;
	@TempDir
	Path home;
	private Desk desk;

	@BeforeAll
	static void start() throws Exception {
		fleet = DemoFleet.start();
		Files.writeString(shared.resolve("kubeconfig"), fleet.kubeconfig());
	}

	@AfterAll
	static void stop() {
		fleet.close();
	}

	@BeforeEach
	void objects() throws Exception {
		desk = new Desk(home, shared.resolve("kubeconfig"));
		desk.run("apply", "-f", desk.file("a.yaml", configMap("cmp-a", "one")), "--clusters", "demo-*");
		desk.run("apply", "-f", desk.file("b.yaml", configMap("cmp-b", "one") + "---\n" + configMap("cmp-c", "two")));
	}

	@Test
	void twoObjectsAreComparedWithOrWithoutTheirNames() {
		Ran differ = desk.run("compare", "cm/cmp-a", "cm/cmp-c");
		assertThat(differ.code()).isEqualTo(1);
		assertThat(differ.out().lines()).contains("--- demo-healthy/v1.ConfigMap.shop.cmp-a",
				"+++ demo-healthy/v1.ConfigMap.shop.cmp-c", "-  key: one", "+  key: two", "-  name: cmp-a");
		assertThat(desk.run("compare", "cm", "cmp-a", "cmp-b").code()).isEqualTo(1);
		assertThat(desk.run("compare", "cm", "cmp-a", "cmp-b", "--ignore-place")).isEqualTo(new Ran(0, "", ""));
	}

	@Test
	void anObjectIsComparedWithItselfElsewhereAndWithAFile() throws Exception {
		assertThat(desk.run("compare", "cm/cmp-a", "--clusters", "demo-*", "--ignore-place"))
				.isEqualTo(new Ran(0, "", ""));
		String file = desk.file("one.yaml", configMap("cmp-a", "mine"));
		Ran ran = desk.run("compare", "cm/cmp-a", "-f", file, "--ignore-place");
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out().lines()).contains("--- " + file, "-  key: mine", "+  key: one");
	}

	@Test
	void whatCannotBeComparedIsSaidInOneSentence() {
		for (String[] wrong : new String[][]{{"compare"}, {"compare", "cm"}, {"compare", "cm/cmp-a"},
				{"compare", "cm/cmp-a", "cm/none"}, {"compare", "no/a", "no/b"},
				{"compare", "cm/cmp-a", "-f", "nowhere.yaml"}}) {
			Ran ran = desk.run(wrong);
			assertThat(ran.code()).as(String.join(" ", wrong)).isEqualTo(2);
			assertThat(ran.out()).isEmpty();
			assertThat(ran.err().lines()).as(String.join(" ", wrong)).hasSize(1);
		}
	}
}
