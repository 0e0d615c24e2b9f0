package org.example.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.PackProvider;
import org.fleetdesk.demo.DemoFleet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a bundle with a pack tests: that its files are right, that it is found, and that lists show it. */
class BackupPacksTest {
	@TempDir
	Path folder;

	@Test
	void itsFilesAreRight() {
		Kinds kinds = new Kinds();
		kinds.add(new BackupPacks());
		assertThat(kinds.packs().getFirst().kinds()).isNotEmpty()
				.allSatisfy(kind -> assertThat(kinds.of(kind)).isPresent());
		assertThat(kinds.problems()).isEmpty();
	}

	@Test
	void theGuideShowsTheseFiles() throws Exception {
		List<String> guide = Files.readAllLines(Path.of("../../extending.md"));
		for (String file : List.of("backups.demo.fleetdesk.org.yaml", "zh.yaml")) {
			try (InputStream in = new BackupPacks().open("demo-backups", file).orElseThrow()) {
				String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
				assertThat(text.lines().map("    "::concat)).isNotEmpty().allMatch(guide::contains);
			}
		}
	}

	@Test
	void plainProgramsFindItByServiceLoader() {
		assertThat(ServiceLoader.load(PackProvider.class)).hasAtLeastOneElementOfType(BackupPacks.class);
	}

	@Test
	void theWorkbenchFindsItByItsServiceComponent() throws Exception {
		try (InputStream in = Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF"))) {
			var headers = new Manifest(in).getMainAttributes();
			assertThat(headers.getValue("Service-Component")).isEqualTo("OSGI-INF/packs.xml");
			assertThat(headers.getValue("Import-Package")).contains("org.fleetdesk.core.kinds");
		}
		try (InputStream in = BackupPacks.class.getResourceAsStream("/OSGI-INF/packs.xml")) {
			Element component = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in)
					.getDocumentElement();
			assertThat(attribute(component, "implementation", "class")).isEqualTo(BackupPacks.class.getName());
			assertThat(attribute(component, "provide", "interface")).isEqualTo(PackProvider.class.getName());
		}
	}

	private static String attribute(Element component, String element, String name) {
		return ((Element) component.getElementsByTagName(element).item(0)).getAttribute(name);
	}

	@Test
	void theCommandLineShowsItsColumns() throws Exception {
		try (DemoFleet demo = DemoFleet.start()) {
			Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), demo.kubeconfig());
			assertThat(run(kubeconfig, "get", "backups", "-A", "--context", "demo-healthy").lines().map(
					line -> line.replaceAll(" {2,}", "|")))
					.containsExactly("NAMESPACE|NAME|PHASE|OF|COPIES|AGE",
							"data|shop-nightly|Completed|statefulset/postgres|14|8d");
			assertThat(run(kubeconfig, "get", "backups", "-A", "--context", "demo-healthy", "-o", "csv", "--columns",
					"Health,Note").lines()).containsExactly("Namespace,Name,Health,Note",
							"data,shop-nightly,Healthy,before the nightly report");
		}
	}

	/** The command line as a program of its own, with this bundle on its class path. */
	private String run(Path kubeconfig, String... arguments) throws Exception {
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Path out = folder.resolve("out");
		ProcessBuilder command = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", classes,
				"org.fleetdesk.cli.Main");
		command.command().addAll(List.of(arguments));
		command.environment().putAll(Map.of("KUBECONFIG", kubeconfig.toString(), "FLEETDESK_CONFIG",
				folder.resolve("config").toString(), "FLEETDESK_LANGUAGE", "en"));
		Process process = command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		String text = Files.readString(out, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(text).isZero();
		return text;
	}
}
