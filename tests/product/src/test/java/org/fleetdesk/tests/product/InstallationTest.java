package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's archive, unpacked once and used as somebody would use it. */
class InstallationTest {

	@TempDir
	static Path work;

	private static Installation installed;
	private static DemoFleet clusters;

	@BeforeAll
	static void unpack() throws Exception {
		installed = Installation.unpacked(work);
		clusters = DemoFleet.start();
		installed.use(clusters.kubeconfig());
	}

	@AfterAll
	static void end() {
		clusters.close();
	}

	@Test
	void saysItsVersionAlsoThroughALink() throws Exception {
		Path link = Files.createSymbolicLink(work.resolve("fd"), installed.program());
		Run direct = installed.run("version");

		assertThat(direct.code()).isZero();
		assertThat(direct.out()).startsWith("fleetdesk ");
		assertThat(new Installation(link, installed.home()).run("version")).isEqualTo(direct);
	}

	@Test
	void keepsArgumentsAndExitCodes() throws Exception {
		Run run = installed.run("get", "two words and a \"quote\"");

		assertThat(run.code()).isEqualTo(1);
		assertThat(run.err()).contains("two words and a \"quote\"");
	}

	@Test
	void listsAndKeepsAnArchiveOfClassesThatNeverStopsIt() throws Exception {
		Run first = installed.run("get", "namespaces", "-o", "name");
		assertThat(first.code()).isZero();
		assertThat(first.out()).contains("namespace/kube-system");
		List<Path> archives = installed.archives().stream()
				.filter(file -> file.getFileName().toString().startsWith("commandline")).toList();
		assertThat(archives).hasSize(1);
		assertThat(installed.run("get", "namespaces", "-o", "name")).isEqualTo(first);

		Files.writeString(archives.getFirst(), "this is no archive of classes");
		assertThat(installed.run("get", "namespaces", "-o", "name")).isEqualTo(first);
		Files.delete(archives.getFirst());
	}

	@Test
	void speaksTheLanguageSomebodyPrefers() throws Exception {
		Path language = Files.createDirectories(installed.home().resolve("config")).resolve("language");
		Path away = Files.writeString(work.resolve("away"), """
				apiVersion: v1
				kind: Config
				current-context: away
				clusters: [{name: away, cluster: {server: "https://127.0.0.1:1"}}]
				contexts: [{name: away, context: {cluster: away, user: nobody}}]
				users: [{name: nobody, user: {token: none}}]
				""");
		String[] unreachable = {"get", "pods", "--kubeconfig", away.toString()};
		String english = installed.run(unreachable).err();
		try {
			Files.writeString(language, "zh\r\n");
			assertThat(installed.run(unreachable).err()).isNotEqualTo(english).containsPattern("[\\u4e00-\\u9fff]");
			Files.writeString(language, "-Dnot=a.language");
			assertThat(installed.run(unreachable).err()).isEqualTo(english);
		} finally {
			Files.deleteIfExists(language);
		}
	}

	@Test
	void opensItsWindowOnceAndChangesNothingWhereItIsInstalled() throws Exception {
		assumeThat(System.getenv("DISPLAY")).as("a display").isNotNull();
		Desktop desktop = new Desktop(work);
		Map<Path, Object> before = installed.content();
		Path first = Files.createDirectories(work.resolve("first"));
		Path second = Files.createDirectories(work.resolve("second"));
		Process window = installed.start(first);
		try {
			String shell = desktop.shown("^Fleetdesk");
			Process again = installed.start(second, "workbench");
			try {
				desktop.press(desktop.shown("^Workspace"), "Return");
			} finally {
				Run refused = Run.end(again, second);
				assertThat(refused.code()).isEqualTo(1);
				assertThat(refused.err().lines()).singleElement().asString().contains("already open",
						installed.home().resolve("data").toString());
			}
			desktop.close(shell, window);
		} finally {
			Run closed = Run.end(window, first);
			assertThat(closed).isEqualTo(new Run(0, "", ""));
		}
		assertThat(installed.content()).isEqualTo(before);
	}
}
