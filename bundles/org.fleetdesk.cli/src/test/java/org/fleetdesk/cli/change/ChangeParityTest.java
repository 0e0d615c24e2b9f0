package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.cli.InProcess.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes on the real control plane: the same arguments to kubectl and to this command line, one after the other. */
class ChangeParityTest {
	private static final String KUBECONFIG = System.getenv().getOrDefault("FLEETDESK_TEST_KUBECONFIG", "");
	private static final String NAMESPACE = "parity-" + ProcessHandle.current().pid();
	private static final String OBJECTS = """
			apiVersion: v1
			kind: ConfigMap
			metadata: {name: settings, labels: {app: web}}
			data: {a: b}
			---
			apiVersion: apps/v1
			kind: Deployment
			metadata: {name: web, labels: {app: web}}
			spec:
			  replicas: 0
			  selector: {matchLabels: {app: web}}
			  template:
			    metadata: {labels: {app: web}}
			    spec:
			      containers: [{name: web, image: "web:1"}]
			---
			apiVersion: v1
			kind: Secret
			metadata: {name: hidden, labels: {app: web}}
			stringData: {key: CANARY}
			""";
	@TempDir
	Path home;
	private Desk desk;

	@BeforeAll
	static void wantsTheControlPlane() {
		if (KUBECONFIG.isEmpty()) {
			assertThat(System.getenv("CI")).as("FLEETDESK_TEST_KUBECONFIG is missing in CI").isNull();
			System.out.println("Skipped: changes beside kubectl; FLEETDESK_TEST_KUBECONFIG names no control plane.");
		}
		assumeTrue(!KUBECONFIG.isEmpty());
	}

	@BeforeEach
	void namespace() throws Exception {
		desk = new Desk(home, Path.of(KUBECONFIG));
		kubectl("create", "namespace", NAMESPACE);
	}

	@AfterEach
	void end() throws Exception {
		if (!KUBECONFIG.isEmpty()) {
			kubectl("delete", "namespace", NAMESPACE);
		}
	}

	private Ran ours(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("-n", NAMESPACE, "--allow-exec"));
		return desk.run(all.toArray(String[]::new));
	}

	private Ran theirs(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("-n", NAMESPACE));
		return kubectl(all.toArray(String[]::new));
	}

	private Ran kubectl(String... arguments) throws Exception {
		return desk.kubectl(arguments);
	}

	/** The same, of both, one after the other: the first leaves things as it found them, or the second finds them as left. */
	private void same(String... arguments) throws Exception {
		same(theirs(arguments), ours(arguments), arguments);
	}

	private static void same(Ran kubectl, Ran ours, String... arguments) {
		assertThat(ours.out()).as("%s | %s", String.join(" ", arguments), ours.err()).isEqualTo(kubectl.out());
		assertThat(ours.code()).as("%s | %s", String.join(" ", arguments), ours.err()).isEqualTo(kubectl.code());
		assertThat(ours.err().isBlank()).as("%s | %s", ours.err(), kubectl.err()).isEqualTo(kubectl.err().isBlank());
	}

	@Test
	void applySaysWhatKubectlSays() throws Exception {
		String file = desk.file("objects.yaml", OBJECTS);
		same("apply", "--server-side", "--field-manager=parity", "--dry-run=server", "-f", file);
		same("apply", "--server-side", "--field-manager=parity", "-f", file);
		same("apply", "--server-side", "--field-manager=parity", "-f", file, "-o", "name");
		String wrong = desk.file("wrong.yaml", OBJECTS.replace("replicas: 0", "replicas: many") + "---\n"
				+ Desk.configMap("more", "1"));
		same("apply", "--server-side", "--field-manager=parity", "-f", wrong);
		same("apply", "--server-side", "--field-manager=parity", "-f",
				desk.file("unknown.yaml", OBJECTS.replace("replicas: 0", "replicaz: 0")));
		same("apply", "--server-side", "--field-manager=parity", "-f",
				desk.file("nowhere.yaml", Desk.configMap("x", "1").replace("name: x", "name: x\n  namespace: other")));
		same("apply", "--server-side", "--field-manager=other", "-f",
				desk.file("conflict.yaml", OBJECTS.replace("a: b", "a: c").replace("web:1", "web:2")));
		same("apply", "--server-side", "--field-manager=other", "--force-conflicts", "-f",
				home.resolve("conflict.yaml").toString());
	}

	@Test
	void diffEndsWithKubectlsExitCodes() throws Exception {
		String file = desk.file("objects.yaml", OBJECTS);
		theirs("apply", "--server-side", "--field-manager=parity", "-f", file);
		same("diff", "--server-side", "--field-manager=parity", "-f", file);
		String changed = desk.file("changed.yaml",
				OBJECTS.replace("a: b", "a: c").replace("replicas: 0", "replicas: 1").replace("CANARY", "CANARY2"));
		Ran theirs = theirs("diff", "--server-side", "--field-manager=parity", "-f", changed);
		Ran ours = ours("diff", "--server-side", "--field-manager=parity", "-f", changed);
		assertThat(ours.code()).isEqualTo(theirs.code()).isEqualTo(1);
		assertThat(ours.out()).contains("-  a: b", "+  a: c", "-  replicas: 0", "+  replicas: 1")
				.doesNotContain("CANARY", "generation", "managedFields");
		String wrong = desk.file("wrong.yaml", OBJECTS.replace("replicas: 0", "replicas: many"));
		assertThat(theirs("diff", "--server-side", "-f", wrong).code()).isGreaterThan(1);
		assertThat(ours("diff", "--server-side", "-f", wrong).code()).isGreaterThan(1);
	}

	@Test
	void deleteSaysWhatKubectlSays() throws Exception {
		String file = desk.file("objects.yaml", OBJECTS);
		theirs("apply", "--server-side", "--field-manager=parity", "-f", file);
		same("delete", "cm/settings", "--dry-run=server");
		same("delete", "cm", "settings", "--dry-run=server", "-o", "name");
		Ran dry = ours("delete", "-f", file, "--dry-run=server");
		assertThat(dry.out()).isEqualTo(theirs("delete", "-f", file, "--dry-run=server").out());
		assertThat(dry.err().lines()).singleElement().asString().startsWith("  and with it replicaset.apps/web-");
		same("delete", "cm", "no-such");
		same("delete", "cm", "no-such", "--ignore-not-found");
		same("delete", "cm", "-l", "app=none");
		same("delete", "no-such-type", "x");
		same("delete", "cm");
		same("delete", "cm", "--all", "-l", "app=web");
		for (String[] arguments : new String[][]{{"delete", "-f", file}, {"delete", "deploy,cm", "-l", "app=web"},
				{"delete", "deploy/web", "cm/settings", "--now"}, {"delete", "secret", "hidden", "--force"},
				{"delete", "deploy", "web", "--cascade=foreground"}, {"delete", "deploy", "web", "--cascade=orphan"},
				{"delete", "cm", "settings", "no-such", "-o", "name"}, {"delete", "cm", "settings", "--wait=false"}}) {
			theirs("apply", "--server-side", "--field-manager=parity", "-f", file);
			Ran theirs = theirs(arguments);
			theirs("apply", "--server-side", "--field-manager=parity", "-f", file);
			same(theirs, ours(arguments), arguments);
		}
	}

	@Test
	void whatTheServerRefusesIsToldAtItsLine() throws Exception {
		String claim = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: fixed\nimmutable: true\ndata:\n  a: %s\n";
		ours("apply", "-f", desk.file("fixed.yaml", claim.formatted("b")));
		Ran fixed = ours("apply", "-f",
				desk.file("fixed.yaml", claim.formatted("c") + "---\n" + Desk.configMap("right", "1")));
		assertThat(fixed.code()).isEqualTo(1);
		assertThat(fixed.out()).isEqualTo("configmap/right serverside-applied\n");
		assertThat(fixed.err()).startsWith("Error from server (Invalid): ").contains("fixed.yaml:6: ", "immutable");
		Ran large = ours("apply", "-f", desk.file("large.yaml",
				Desk.configMap("right", "2") + "---\n" + Desk.configMap("large", "x".repeat(2 << 20))));
		assertThat(large.code()).isEqualTo(1);
		assertThat(large.out().lines()).hasSize(1);
		assertThat(large.err().lines()).singleElement().asString().contains("large.yaml:").hasSizeLessThan(1000);
	}

	@Test
	void anInterruptSaysWhatWasDoneAndTheJournalHasIt() throws Exception {
		StringBuilder many = new StringBuilder();
		for (int i = 0; i < 500; i++) {
			many.append(Desk.configMap("many-" + i, "1")).append("---\n");
		}
		Process apply = desk.process("apply", "-n", NAMESPACE, "-f", desk.file("many.yaml", many.toString()));
		var lines = apply.inputReader(StandardCharsets.UTF_8);
		assertThat(lines.readLine()).isEqualTo("configmap/many-0 serverside-applied");
		new ProcessBuilder("kill", "-INT", Long.toString(apply.pid())).start().waitFor();
		List<String> printed = new ArrayList<>(lines.lines().toList());
		String said = new String(apply.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(apply.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(apply.exitValue()).isEqualTo(130);
		assertThat(printed.size()).isLessThan(499);
		assertThat(said).contains("Interrupted; not begun: ");
		String journal = desk.run("journal", "-n", "1000").out();
		assertThat(journal.lines().filter(line -> line.contains(" done "))).hasSizeBetween(printed.size() + 1,
				printed.size() + 2);
		assertThat(journal).contains("configmaps/many-0 ").doesNotContain("running", "configmaps/many-499 ");
	}
}
