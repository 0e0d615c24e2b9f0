package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.InProcess.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations of the catalogue on the real control plane: what they leave is what kubectl leaves. */
class ActionParityTest {
	private static final String KUBECONFIG = System.getenv().getOrDefault("FLEETDESK_TEST_KUBECONFIG", "");
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String DEPLOYMENT = """
			apiVersion: apps/v1
			kind: Deployment
			metadata: {name: %s, labels: {app: web}}
			spec:
			  replicas: 0
			  selector: {matchLabels: {app: web}}
			  template:
			    metadata: {labels: {app: web}}
			    spec:
			      containers: [{name: web, image: "web:1"}]
			""";
	@TempDir
	Path home;
	private Desk desk;
	private String namespace;

	@BeforeAll
	static void wantsTheControlPlane() {
		if (KUBECONFIG.isEmpty()) {
			assertThat(System.getenv("CI")).as("FLEETDESK_TEST_KUBECONFIG is missing in CI").isNull();
			System.out.println("Skipped: operations beside kubectl; FLEETDESK_TEST_KUBECONFIG names no control plane.");
		}
		assumeTrue(!KUBECONFIG.isEmpty());
	}

	@BeforeEach
	void namespace() throws Exception {
		namespace = "actions-" + Long.toHexString(System.nanoTime()); // each its own: the last one is still going
		desk = new Desk(home, Path.of(KUBECONFIG));
		desk.kubectl("create", "namespace", namespace);
		assertThat(ours("apply", "-f", desk.file("two.yaml",
				DEPLOYMENT.formatted("ours") + "---\n" + DEPLOYMENT.formatted("theirs"))).code()).isZero();
	}

	@AfterEach
	void end() throws Exception {
		if (!KUBECONFIG.isEmpty()) {
			desk.kubectl("delete", "namespace", namespace, "--wait=false");
		}
	}

	private Ran ours(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("-n", namespace, "--allow-exec"));
		return desk.run(all.toArray(String[]::new));
	}

	private JsonNode object(String name) throws Exception {
		ObjectNode object = (ObjectNode) JSON
				.readTree(desk.kubectl("get", "deploy", name, "-n", namespace, "-o", "json").out());
		object.remove("status");
		ObjectNode metadata = (ObjectNode) object.path("metadata");
		metadata.remove(List.of("uid", "name", "resourceVersion", "creationTimestamp", "managedFields"));
		return object;
	}

	/** Ours of one object, kubectl's of another that is alike: they are alike again. */
	private void same(String[] ours, String... theirs) throws Exception {
		Ran ran = ours(ours);
		assertThat(ran.code()).as("%s | %s", String.join(" ", ours), ran.err()).isZero();
		List<String> all = new ArrayList<>(List.of(theirs));
		all.addAll(List.of("-n", namespace));
		Ran kubectl = desk.kubectl(all.toArray(String[]::new));
		assertThat(kubectl.code()).as("%s | %s", String.join(" ", theirs), kubectl.err()).isZero();
		assertThat(object("ours")).as(String.join(" ", ours)).isEqualTo(object("theirs"));
	}

	@Test
	void theOperationsLeaveWhatKubectlLeaves() throws Exception {
		same(new String[]{"label", "deploy/ours", "tier=front", "stage=test"}, "label", "deploy/theirs", "tier=front",
				"stage=test");
		same(new String[]{"label", "deploy/ours", "tier=back", "stage-"}, "label", "--overwrite", "deploy/theirs",
				"tier=back", "stage-");
		same(new String[]{"annotate", "deploy", "ours", "note=a b=c"}, "annotate", "deploy", "theirs", "note=a b=c");
		same(new String[]{"scale", "deploy/ours", "--replicas", "0"}, "scale", "deploy/theirs", "--replicas=0");
		same(new String[]{"pause", "deploy/ours"}, "rollout", "pause", "deploy/theirs");
		same(new String[]{"resume", "deploy/ours"}, "rollout", "resume", "deploy/theirs");
	}

	@Test
	void whatIsToBeTypedInsteadDoesTheSame() throws Exception {
		for (String[] operation : new String[][]{{"label", "deploy/ours", "tier=front"},
				{"annotate", "deploy/ours", "note=it's \"so\""}}) {
			String typed = ours(concat(operation, "--kubectl")).out();
			assertThat(typed.lines()).singleElement().asString().startsWith("kubectl ");
			ProcessBuilder shell = new ProcessBuilder("bash", "-c",
					typed.replaceFirst("kubectl", Path.of(KUBECONFIG).resolveSibling("kubectl").toString()));
			shell.environment().putAll(desk.environment());
			Process process = shell.redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(typed + said).isZero();
			assertThat(ours(operation).out()).as(typed).endsWith("unchanged\n");
		}
	}

	private static String[] concat(String[] words, String last) {
		String[] all = java.util.Arrays.copyOf(words, words.length + 1);
		all[words.length] = last;
		return all;
	}

	@Test
	void anInterruptSaysWhatIsDoneAndWhatWasNotBegun() throws Exception {
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 300; i++) {
			many.append(Desk.configMap("many-" + i, "1").replace("metadata:\n", "metadata:\n  labels: {of: many}\n"))
					.append("---\n");
		}
		assertThat(ours("apply", "-f", desk.file("many.yaml", many.toString())).code()).isZero();
		Process label = desk.process("label", "cm", "-l", "of=many", "turn=1", "-n", namespace, "--yes", "--parallel",
				"2");
		var lines = label.inputReader(StandardCharsets.UTF_8);
		List<String> printed = new ArrayList<>(List.of(lines.readLine()));
		new ProcessBuilder("kill", "-INT", Long.toString(label.pid())).start().waitFor();
		printed.addAll(lines.lines().toList());
		String said = new String(label.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(label.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(label.exitValue()).isEqualTo(130);
		assertThat(said).containsPattern("Interrupted; not begun: \\d+").containsPattern("done \\d+");
		long changed = desk.kubectl("get", "cm", "-n", namespace, "-l", "turn=1", "-o", "name").out().lines().count();
		assertThat(changed).isBetween((long) printed.size(), 299L);
		long unknown = said.lines().filter(line -> line.contains("cut off")).count();
		assertThat(changed).isLessThanOrEqualTo(printed.size() + unknown);
		Ran journal = desk.run("journal", "--operation", "label", "--parts", "-n", "1000");
		assertThat(journal.out().lines().filter(line -> line.contains(" done "))).hasSameSizeAs(printed);
	}
}
