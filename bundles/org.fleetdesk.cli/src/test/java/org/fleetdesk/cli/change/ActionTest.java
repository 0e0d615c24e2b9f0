package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.cli.change.Desk.configMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.action.Argument;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The operations of the catalogue from the command line, on the demo clusters. */
class ActionTest {
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final Actions ACTIONS = new Actions(new Kinds(), InstantSource.system());
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
		name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
	}

	/** A text however it is broken into lines. */
	private static String plain(String text) {
		return text.replaceAll("\\s+", "");
	}

	/** Makes config maps NAME-1, NAME-2, ... with the label of=NAME on both clusters. */
	private void make(int count) throws IOException {
		String each = IntStream.rangeClosed(1, count).mapToObj(i -> configMap(name + "-" + i, "1")
				.replace("metadata:\n", "metadata:\n  labels: {of: " + name + "}\n"))
				.collect(Collectors.joining("---\n"));
		Ran ran = desk.run("apply", "--clusters", "demo-*", "-n", "default", "-f", desk.file("some.yaml", each), "-o",
				"name");
		assertThat(ran.code()).as(ran.err()).isZero();
		Files.walk(home.resolve("data")).filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
	}

	/** What is labelled so, with its cluster before it. */
	private List<String> labelled(String selector) {
		return desk.run("get", "cm", "--clusters", "demo-*", "-n", "default", "-l", selector, "-o", "name").out()
				.lines().toList();
	}

	@Test
	void everyOperationOfTheCatalogueIsACommandWithHelpAndCompletion() {
		String completion = desk.run("completion").out();
		String root = desk.run("help").out();
		assertThat(ACTIONS.all()).isNotEmpty();
		for (Action action : ACTIONS.all()) {
			Ran help = desk.run(action.name(), "--help");
			assertThat(help.code()).as(action.name()).isZero();
			String words = plain(help.out());
			assertThat(words).startsWith(plain(action.description()))
					.contains("--dry-run", "--ticket", "TYPE[/NAME]");
			for (Argument argument : action.arguments()) {
				if (argument.type() != Argument.Type.PAIRS && argument.type() != Argument.Type.CHANGES) {
					assertThat(words).contains("--" + argument.name());
				}
				assertThat(words).as(argument.name()).contains(plain(argument.description()));
			}
			assertThat(completion).contains("_picocli_fleetdesk_" + action.name().replace("-", ""));
			assertThat(root).contains("  " + action.name() + " ");
		}
		assertThat(desk.run("gett").err()).contains("there are get, apply, ").contains(ACTIONS.all().getFirst().name())
				.contains("undo, journal");
	}

	@Test
	void labelsAreSetAndTakenAwayAsWithKubectl() throws Exception {
		make(2);
		Ran two = desk.run("label", "cm", name + "-1", name + "-2", "-n", "default", "a=b", "c=d");
		assertThat(two.code()).as(two.err()).isZero();
		assertThat(two.out().lines()).containsExactlyInAnyOrder("configmap/" + name + "-1 label done",
				"configmap/" + name + "-2 label done");
		assertThat(two.err()).isEqualTo("done 2\n");
		assertThat(labelled("a=b,c=d,of=" + name)).containsExactly("demo-healthy\tconfigmap/" + name + "-1",
				"demo-healthy\tconfigmap/" + name + "-2");
		assertThat(desk.run("label", "cm/" + name + "-1", "-n", "default", "a-"))
				.isEqualTo(new Ran(0, "configmap/" + name + "-1 label done\n", ""));
		assertThat(labelled("a=b,of=" + name)).containsExactly("demo-healthy\tconfigmap/" + name + "-2");
		assertThat(desk.run("label", "cm/" + name + "-1", "-n", "default", "c=d").out())
				.isEqualTo("configmap/" + name + "-1 label unchanged\n");
		assertThat(desk.run("label", "cm/" + name + "-1", "-n", "default", "c=d", "-o", "name").out())
				.isEqualTo("configmap/" + name + "-1\n");
	}

	@Test
	void manyObjectsOfSeveralClustersWantAgreement() throws Exception {
		make(5);
		String[] many = {"label", "cm", "-l", "of=" + name, "--clusters", "demo-*", "-n", "default", "many=yes"};
		assertThat(desk.run(many)).isEqualTo(new Ran(1, "", "error: label changes objects that were not named one by"
				+ " one (10), and nobody is here to agree; say --yes to do it\n"));
		desk.person("n\n");
		Ran refused = desk.run(many);
		assertThat(refused.code()).isEqualTo(1);
		assertThat(refused.err()).contains("label on 2 clusters, objects: 10. Go on? [y/N]",
				"error: not agreed to, so nothing was changed");
		assertThat(labelled("many=yes")).isEmpty();
		assertThat(desk.run("journal").out()).isEmpty();
		desk.person("y\n");
		Ran ran = desk.run(many);
		assertThat(ran.code()).as(ran.err()).isZero();
		assertThat(ran.out().lines()).hasSize(10).allMatch(line -> line.matches(
				"demo-(healthy|troubled)\tconfigmap/" + name + "-\\d label done"));
		assertThat(ran.err()).contains("done 10").containsPattern("To take it back: fleetdesk undo \\w{8}");
		assertThat(labelled("many=yes,of=" + name)).hasSize(10);
		desk.input("");
		assertThat(desk.run("label", "cm", "--filter", "name:" + name + "-3", "--clusters", "demo-*", "-n", "default",
				"many=three", "--yes").out().lines()).hasSize(2).allMatch(line -> line.contains(name + "-3"));
		assertThat(desk.run("label", "cm", "-l", "of=nothing", "x=y", "--yes").out())
				.isEqualTo("No resources found\n");
	}

	@Test
	void aDryRunAndADifferenceChangeNothing() throws Exception {
		make(1);
		String object = "cm/" + name + "-1";
		for (String dry : new String[]{"--dry-run", "--dry-run=server"}) {
			assertThat(desk.run("label", dry, object, "-n", "default", "a=b").out())
					.isEqualTo("configmap/" + name + "-1 label done (server dry run)\n");
		}
		Ran diff = desk.run("label", object, "-n", "default", "a=b", "--diff", "--dry-run");
		assertThat(diff.out().lines()).contains("--- live/v1.ConfigMap.default." + name + "-1", "+    a: b");
		assertThat(desk.run("label", object, "-n", "default", "a=b", "--diff").err()).contains("say --yes");
		assertThat(desk.run("label", object, "-n", "default", "a=b", "--kubectl").out()).contains("kubectl", "label",
				"a=b", name + "-1");
		assertThat(desk.run("journal").err()).startsWith("Nothing was changed");
		assertThat(labelled("a=b,of=" + name)).isEmpty();
		assertThat(desk.run("label", object, "-n", "default", "a=b", "--diff", "--yes").out()).contains("+    a: b",
				"label done");
	}

	@Test
	void resultsAreOneTreeForPrograms() throws Exception {
		make(2);
		Ran ran = desk.run("label", "cm", name + "-1", name + "-none", name + "-2", "-n", "default", "a=b", "-o",
				"json", "--ticket", "OPS-7");
		assertThat(ran.code()).isEqualTo(1);
		JsonNode tree = JSON.readTree(ran.out());
		assertThat(tree.path("operation").asText()).isEqualTo("label");
		assertThat(tree.path("ticket").asText()).isEqualTo("OPS-7");
		assertThat(tree.path("outcomes").path("done").asInt()).isEqualTo(2);
		assertThat(tree.path("outcomes").path("failed").asInt()).isEqualTo(1);
		assertThat(tree.path("results")).extracting(result -> result.path("name").asText())
				.containsExactly(name + "-1", name + "-none", name + "-2");
		assertThat(tree.path("results").path(1).path("reason").asText()).isEqualTo("NotFound");
		assertThat(ran.err().lines()).singleElement().asString().startsWith("Error from server (NotFound): ");
		Ran undone = desk.run("undo", tree.path("entry").asText(), "--yes");
		assertThat(undone.code()).as(undone.err()).isZero();
		assertThat(labelled("a=b,of=" + name)).isEmpty();
		Ran none = desk.run("label", "cm", "-l", "of=nothing", "a=b", "-o", "json", "--yes");
		assertThat(JSON.readTree(none.out()).path("results").isEmpty()).isTrue();
	}

	@Test
	void aProductionClusterWantsItsNameHoweverMuchYesIsSaid() throws Exception {
		make(1);
		desk.run("mark", "demo-troubled", "--production");
		String[] all = {"label", "cm", "-l", "of=" + name, "--clusters", "demo-*", "-n", "default", "a=b", "--yes"};
		Ran ran = desk.run(all);
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).isEqualTo("demo-healthy\tconfigmap/" + name + "-1 label done\n");
		assertThat(ran.err()).contains("say --confirm demo-troubled to change it").doesNotContain("Interrupted");
		String[] confirmed = java.util.Arrays.copyOf(all, all.length + 2);
		confirmed[all.length] = "--confirm";
		confirmed[all.length + 1] = "demo-troubled";
		assertThat(desk.run(confirmed).code()).isZero();
		assertThat(labelled("a=b,of=" + name)).hasSize(2);
	}

	@Test
	void whatIsWrongIsOneSentenceAndNothingIsDone() throws Exception {
		make(1);
		String object = "cm/" + name + "-1";
		for (List<String> wrong : List.of(List.of("label"), List.of("label", object, "-n", "default"),
				List.of("label", "cm", "a=b"), List.of("label", "a=b"),
				List.of("label", object, "-l", "x=y", "a=b"), List.of("label", object, "-A", "a=b"),
				List.of("label", "nothings/x", "a=b"), List.of("scale", object, "--replicas", "2"),
				List.of("scale", "deploy/web"), List.of("scale", "deploy/web", "--replicas", "many"),
				List.of("scale", "deploy/web", "--replicas"), List.of("scale", "deploy/web", "--no-such", "1"),
				List.of("label", object, "a=b", "--parallel", "0"), List.of("label", object, "a=b", "-o", "xml"),
				List.of("label", object, "a=b", "--dry-run=client"),
				List.of("label", "cm", "--filter", "re:(", "a=b"), List.of("undo"), List.of("undo", "ab"),
				List.of("undo", "abcdef"), List.of("journal", "--since", "yesterday"),
				List.of("journal", "--result", "great"))) {
			Ran ran = desk.run(wrong.toArray(String[]::new));
			assertThat(ran.code()).as("%s: %s", wrong, ran).isEqualTo(1);
			assertThat(ran.out()).as("%s", wrong).isEmpty();
			assertThat(ran.err().lines().filter(line -> !line.startsWith("See '"))).as("%s: %s", wrong, ran.err())
					.singleElement().asString().startsWith("error: ").doesNotContain("Exception", "org.fleetdesk");
		}
		assertThat(desk.run("scale", object, "-n", "default", "--replicas", "2").err())
				.isEqualTo("error: scale is not for configmaps\n");
		assertThat(desk.run("journal").err()).startsWith("Nothing was changed");
	}
}
