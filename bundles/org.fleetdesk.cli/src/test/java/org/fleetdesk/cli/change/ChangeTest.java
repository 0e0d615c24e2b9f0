package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.cli.change.Desk.configMap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Changes from the command line, on the demo clusters. */
class ChangeTest {
	private static DemoFleet fleet;
	@TempDir
	static Path shared;
	@TempDir
	Path home;
	private Desk desk;
	private String name;

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
	void desk(TestInfo test) {
		desk = new Desk(home, shared.resolve("kubeconfig"));
		name = test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
	}

	private String value(String object) {
		Ran ran = desk.run("get", "cm", object, "-o", "json");
		return ran.out().replaceAll("(?s).*\"key\": \"(.*?)\".*", "$1");
	}

	@Test
	void applyMakesAndChangesObjectsInTheOrderOfTheFile() throws Exception {
		String file = desk.file("two.yaml", configMap(name + "-b", "1") + "---\n" + configMap(name + "-a", "1"));
		assertThat(desk.run("apply", "-f", file)).isEqualTo(new Ran(0,
				"configmap/" + name + "-b serverside-applied\nconfigmap/" + name + "-a serverside-applied\n", ""));
		desk.file("two.yaml", configMap(name + "-b", "2"));
		assertThat(desk.run("apply", "-f", file).out()).isEqualTo("configmap/" + name + "-b serverside-applied\n");
		assertThat(value(name + "-b")).isEqualTo("2");
		assertThat(desk.run("apply", "-f", file, "-o", "name").out()).isEqualTo("configmap/" + name + "-b\n");
		assertThat(desk.run("apply", "-f", file, "-o", "yaml").out()).startsWith("apiVersion: v1\ndata:\n  key: \"2\"")
				.doesNotContain("managedFields");
	}

	@Test
	void foldersAndStandardInputAreFilesToo() throws Exception {
		Files.createDirectories(home.resolve("folder/deep"));
		desk.file("folder/one.yml", configMap(name + "-one", "1"));
		desk.file("folder/two.json",
				"{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"" + name + "-two\"}}");
		desk.file("folder/notes.txt", "not: [yaml");
		desk.file("folder/deep/three.yaml", configMap(name + "-three", "1"));
		desk.input(configMap(name + "-in", "1"));
		assertThat(desk.run("apply", "-f", home.resolve("folder").toString(), "-f", "-", "-o", "name").out().lines())
				.containsExactly("configmap/" + name + "-one", "configmap/" + name + "-two",
						"configmap/" + name + "-in");
		assertThat(desk.run("apply", "-R", "-f", home.resolve("folder").toString(), "-o", "name").out().lines())
				.contains("configmap/" + name + "-three");
		assertThat(desk.run("apply", "-f", home.resolve("nowhere.yaml").toString())).satisfies(ran -> {
			assertThat(ran.code()).isEqualTo(1);
			assertThat(ran.err()).isEqualTo("error: " + home.resolve("nowhere.yaml") + ": no such file\n");
		});
	}

	@Test
	void aWrongDocumentLeavesTheOthersDone() throws Exception {
		String file = desk.file("some.yaml", configMap(name + "-1", "1") + "---\nkind: [\n---\n"
				+ configMap(name + "-2", "1") + "---\napiVersion: v9\nkind: Thing\nmetadata:\n  name: x\n");
		Ran ran = desk.run("apply", "-f", file);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out().lines()).hasSize(2);
		assertThat(ran.err().lines()).hasSize(2).allMatch(line -> line.startsWith("error: " + file + ":"))
				.anyMatch(line -> line.contains(":17: there is no kind \"Thing\" of \"v9\" on demo-healthy"));
	}

	@Test
	void aDryRunKeepsNothingAndNoJournal() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "1"));
		assertThat(desk.run("apply", "-f", file, "--dry-run=server").out())
				.isEqualTo("configmap/" + name + " serverside-applied (server dry run)\n");
		assertThat(desk.run("get", "cm", name).code()).isEqualTo(1);
		assertThat(desk.run("journal").err()).startsWith("Nothing was changed");
		assertThat(desk.run("apply", "-f", file, "--dry-run=client").code()).isEqualTo(1);
	}

	@Test
	void diffSaysWhatWouldChangeByItsExitCode() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "old"));
		assertThat(desk.run("diff", "-f", file).code()).isEqualTo(1);
		desk.run("apply", "-f", file);
		assertThat(desk.run("diff", "-f", file)).isEqualTo(new Ran(0, "", ""));
		desk.file("one.yaml", configMap(name, "new"));
		Ran ran = desk.run("diff", "-f", file);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out().lines()).contains("--- live/v1.ConfigMap.shop." + name,
				"+++ merged/v1.ConfigMap.shop." + name, "-  key: old", "+  key: new");
		assertThat(desk.run("diff", "-f", desk.file("bad.yaml", "a: [")).code()).isEqualTo(2);
		assertThat(desk.run("diff", "-f", "nowhere.yaml").code()).isEqualTo(2);
		assertThat(desk.run("diff", "--no-such-flag").code()).isEqualTo(2);
	}

	@Test
	void secretsStandInNoOutputAndNoFile() throws Exception {
		String secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: " + name + "\nstringData:\n  key: %s\n";
		String file = desk.file("secret.yaml", secret.formatted("CANARY-one"));
		assertThat(desk.run("apply", "-f", file).code()).isZero();
		desk.file("secret.yaml", secret.formatted("CANARY-two"));
		Ran diff = desk.run("diff", "-f", file);
		assertThat(diff.code()).isEqualTo(1);
		assertThat(desk.run("apply", "-f", file).code()).isZero();
		assertThat(desk.run("delete", "-f", file).code()).isZero();
		String told = diff.out() + diff.err() + desk.run("journal", "-o", "json").out() + desk.kept();
		for (String canary : new String[]{"CANARY-one", "CANARY-two"}) {
			assertThat(told).doesNotContain(canary).doesNotContain(
					Base64.getEncoder().encodeToString(canary.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
		}
		assertThat(desk.run("journal").out().lines()).hasSize(4);
	}

	@Test
	void deleteSaysWhatIsGoneAndWhatIsMissing() throws Exception {
		String file = desk.file("three.yaml", configMap(name + "-1", "1") + "---\n" + configMap(name + "-2", "1")
				+ "---\n" + configMap(name + "-3", "1"));
		desk.run("apply", "-f", file);
		assertThat(desk.run("delete", "cm", name + "-1", "--dry-run=server").out())
				.isEqualTo("configmap \"" + name + "-1\" deleted from shop namespace (server dry run)\n");
		assertThat(desk.run("delete", "cm/" + name + "-1", "cm/" + name + "-none")).isEqualTo(new Ran(1,
				"configmap \"" + name + "-1\" deleted from shop namespace\n",
				"Error from server (NotFound): configmaps \"" + name + "-none\" not found\n"));
		assertThat(desk.run("delete", "cm", name + "-1", "--ignore-not-found").code()).isZero();
		assertThat(desk.run("delete", "-f", file, "-o", "name", "--ignore-not-found").out().lines())
				.containsExactly("configmap/" + name + "-2", "configmap/" + name + "-3");
		assertThat(desk.run("delete", "cm").err()).isEqualTo(
				"error: resource(s) were provided, but no name was specified\n");
		assertThat(desk.run("delete", "cm", "-l", "no=such").out()).isEqualTo("No resources found\n");
	}

	@Test
	void aDryRunOfADeletionSaysWhatElseGoes() {
		Ran deployments = desk.run("get", "deploy", "-o", "name");
		String first = deployments.out().lines().findFirst().orElseThrow();
		Ran ran = desk.run("delete", first.replace(".apps", ""), "--dry-run=server");
		assertThat(ran.code()).as(ran.err()).isZero();
		assertThat(ran.out().lines()).hasSize(1);
		assertThat(ran.err().lines()).anyMatch(l -> l.startsWith("  and with it replicaset.apps/"))
				.anyMatch(l -> l.startsWith("    and with it pod/"));
		assertThat(desk.run("delete", first.replace(".apps", ""), "--dry-run=server", "--cascade=orphan").err())
				.isEmpty();
	}

	@Test
	void selectorsDeleteWhatTheyChoose() throws Exception {
		String labelled = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n  labels:\n    of: " + name + "\n";
		desk.run("apply", "-f", desk.file("some.yaml",
				labelled.formatted(name + "-1") + "---\n" + labelled.formatted(name + "-2")));
		assertThat(desk.run("delete", "cm", "-l", "of=" + name, "-o", "name").out().lines())
				.containsExactlyInAnyOrder("configmap/" + name + "-1", "configmap/" + name + "-2");
	}

	@Test
	void severalClustersAreNamedBeforeEveryLine() throws Exception {
		Ran ran = desk.run("apply", "--clusters", "demo-*", "-n", "default", "-f",
				desk.file("one.yaml", configMap(name, "1")));
		assertThat(ran.code()).as(ran.err()).isZero();
		assertThat(ran.out().lines()).containsExactlyInAnyOrder(
				"demo-healthy\tconfigmap/" + name + " serverside-applied",
				"demo-troubled\tconfigmap/" + name + " serverside-applied");
	}

	@Test
	void aReadOnlyClusterRefusesInOneSentence() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "1"));
		assertThat(desk.run("mark", "demo-healthy", "--read-only").out()).isEqualTo("demo-healthy\tread-only\n");
		Ran ran = desk.run("apply", "-f", file, "--confirm", "demo-healthy");
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.err().lines()).singleElement().asString().startsWith("error: demo-healthy: ")
				.contains("read-only");
		assertThat(desk.run("apply", "-f", file, "--dry-run=server").code()).isZero();
		assertThat(desk.run("apply", "-f", file, "--kubeconfig", shared.resolve("kubeconfig").toString()).code())
				.as("the same file named").isEqualTo(1);
		assertThat(desk.run("get", "cm", name).code()).as("nothing was made").isEqualTo(1);
		assertThat(desk.run("mark", "demo-healthy", "--no-read-only").out()).isEqualTo("demo-healthy\t-\n");
		assertThat(desk.run("apply", "-f", file).code()).isZero();
	}

	@Test
	void aProductionClusterWantsItsName() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "1"));
		desk.run("mark", "demo-healthy", "--production", "--color", "#FF0000");
		assertThat(desk.run("clusters", "-o", "csv").out()).contains(",production #ff0000\n");
		Ran refused = desk.run("apply", "-f", file);
		assertThat(refused.code()).isEqualTo(1);
		assertThat(refused.err()).isEqualTo("error: demo-healthy is marked as production, so nothing was changed "
				+ "there; say --confirm demo-healthy to change it\n");
		assertThat(desk.run("apply", "-f", file, "--confirm", "demo-troubled").code()).isEqualTo(1);
		for (String wrong : new String[]{"y\n", "yes\n", "demo-health\n", "", "DEMO-HEALTHY\n"}) {
			desk.person(wrong);
			assertThat(desk.run("apply", "-f", file).code()).as(wrong).isEqualTo(1);
		}
		assertThat(desk.run("get", "cm", name).code()).as("nothing was made").isEqualTo(1);
		desk.person("demo-healthy\n");
		assertThat(desk.run("apply", "-f", file)).satisfies(ran -> {
			assertThat(ran.code()).isZero();
			assertThat(ran.err()).startsWith("demo-healthy is a production cluster. Type its name to change it:");
		});
		desk.input("");
		assertThat(desk.run("delete", "-f", file).code()).isEqualTo(1);
		assertThat(desk.run("delete", "-f", file, "--confirm", "demo-healthy").code()).isZero();
	}

	@Test
	void damagedMarksStopChanges() throws Exception {
		desk.run("mark", "demo-healthy", "--production");
		Files.writeString(home.resolve("config/marks.json"), "{\"clusters\": {");
		assertThat(desk.run("apply", "-f", desk.file("one.yaml", configMap(name, "1"))).code()).isEqualTo(1);
	}

	@Test
	void aConflictNamesTheManagerAndTheField() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "ours"));
		desk.run("apply", "-f", desk.file("theirs.yaml", configMap(name, "theirs")), "--field-manager", "other-tool");
		Ran ran = desk.run("apply", "-f", file);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.err()).contains(file + ":1: configmap/" + name + " was not changed", ".data.key (other-tool)",
				"--force-conflicts");
		assertThat(value(name)).isEqualTo("theirs");
		assertThat(desk.run("apply", "-f", file, "--force-conflicts").code()).isZero();
		assertThat(value(name)).isEqualTo("ours");
	}

	@Test
	void theJournalTellsEveryChangeNewestFirst() throws Exception {
		String file = desk.file("one.yaml", configMap(name, "1"));
		desk.run("apply", "-f", file);
		desk.run("apply", "-f", file);
		desk.run("delete", "-f", file);
		assertThat(desk.run("journal").out().lines().skip(1)).satisfiesExactly(
				line -> assertThat(line).contains("demo-healthy", "delete", "configmaps/" + name, "done"),
				line -> assertThat(line).contains("apply", "unchanged"),
				line -> assertThat(line).contains("apply", "done", "command line"));
		assertThat(desk.run("journal", "-n", "1", "-o", "json").out()).contains("\"operation\": \"delete\"",
				"\"before\": {");
	}

	@Test
	void withoutAnythingToDoItSaysSo() throws Exception {
		assertThat(desk.run("apply").err()).startsWith("error: name the files with -f");
		assertThat(desk.run("apply", "-f", desk.file("empty.yaml", "# nothing\n")).err())
				.isEqualTo("error: no objects in these files\n");
		assertThat(desk.run("delete").err()).startsWith("error: say what to delete");
		assertThat(desk.run("apply", "-f", "https://host.test/x.yaml").err()).contains("addresses are not read");
	}
}
