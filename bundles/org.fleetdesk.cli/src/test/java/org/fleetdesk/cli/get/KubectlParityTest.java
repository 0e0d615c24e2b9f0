package org.fleetdesk.cli.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.discovery.Catalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same arguments to kubectl and to this command line, on the real control plane: equal standard output, byte for byte
 * but for ages, and equal exit codes.
 */
class KubectlParityTest {
	private static final String KUBECONFIG = System.getenv().getOrDefault("FLEETDESK_TEST_KUBECONFIG", "");

	@TempDir
	static Path config;

	@BeforeAll
	static void wantsTheControlPlane() {
		if (KUBECONFIG.isEmpty()) {
			assertThat(System.getenv("CI")).as("FLEETDESK_TEST_KUBECONFIG is missing in CI").isNull();
			System.out
					.println("Skipped: the comparison with kubectl; FLEETDESK_TEST_KUBECONFIG names no control plane.");
		}
		assumeTrue(!KUBECONFIG.isEmpty());
	}

	static Stream<String> sameBytes() throws IOException {
		try (var lines = KubectlParityTest.class.getResourceAsStream("parity.txt")) {
			return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank())
					.filter(l -> !l.startsWith("#")).toList().stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("sameBytes")
	void printsWhatKubectlPrints(String line) throws Exception {
		List<String> arguments = List.of(line.split(" "));
		Ran kubectl = kubectl(arguments);
		Ran ours = ours(arguments);
		for (int again = 0; again < 3 && !same(kubectl, ours); again++) {
			kubectl = kubectl(arguments); // something changed between the two
			ours = ours(arguments);
		}
		assertThat(withoutAges(ours.out())).isEqualTo(withoutAges(kubectl.out()));
		assertThat(ours.code()).as(ours.err()).isEqualTo(kubectl.code());
		assertThat(ours.err().isBlank()).as("%s | %s", ours.err(), kubectl.err()).isEqualTo(withoutWarnings(kubectl));
	}

	private static boolean same(Ran a, Ran b) {
		return a.code() == b.code() && withoutAges(a.out()).equals(withoutAges(b.out()));
	}

	private static boolean withoutWarnings(Ran kubectl) {
		return kubectl.err().lines().allMatch(l -> l.startsWith("Warning: "));
	}

	@ParameterizedTest
	@MethodSource("yaml")
	void yamlIsTheSameTree(String line) throws Exception {
		List<String> arguments = List.of((line + " -o yaml").split(" "));
		JsonNode theirs = new YAMLMapper().readTree(kubectl(arguments).out());
		assertThat(new YAMLMapper().readTree(ours(arguments).out())).isEqualTo(theirs);
		assertThat(theirs.isObject()).isTrue();
	}

	static Stream<String> yaml() {
		return Stream.of("get pods -A", "get pod store-0 -n team-a", "get crd", "get cm -A", "get gadgets -A",
				"get svc,deploy -n team-a", "get nodes", "get pods -n no-such");
	}

	@Test
	void typesKnownWithoutAskingAreTheServersOwn() throws Exception {
		var contexts = new KubeconfigReader().read(List.of(Path.of(KUBECONFIG))).contexts();
		var connector = new HttpConnector((context, exec) -> false, Map.of(),
				InstantSource.system());
		try (Connection connection = connector.connect(contexts.getFirst())) {
			Catalogue catalogue = connection.discovery().resources();
			Stream.of(
					"po pods pod svc services service no nodes ns namespaces cm configmaps secrets secret sa pvc pv ev events ep endpoints"
							.concat(" deploy deployments deployment sts statefulsets ds daemonsets rs replicasets")
							.split(" "))
					.forEach(word -> {
						var known = BuiltIn.find(word).orElseThrow();
						var served = catalogue.find(word).orElseThrow();
						assertThat(known).as(word).isEqualTo(served);
						assertThat(known.kind()).isEqualTo(served.kind());
						assertThat(known.namespaced()).isEqualTo(served.namespaced());
					});
		}
	}

	@Test
	void aWatchPrintsChangesAndEndsByInterrupt() throws Exception {
		Process watch = process("get", "configmaps", "-n", "team-b", "-w");
		String name = "watched-" + ProcessHandle.current().pid();
		try {
			var lines = watch.inputReader(StandardCharsets.UTF_8);
			assertThat(lines.readLine()).startsWith("NAME ");
			assertThat(lines.readLine()).startsWith("kube-root-ca.crt ");
			kubectl(List.of("create", "cm", name, "-n", "team-b"));
			assertThat(lines.readLine()).startsWith(name);
			kubectl(List.of("delete", "cm", name, "-n", "team-b"));
			assertThat(lines.readLine()).startsWith(name);
			new ProcessBuilder("kill", "-INT", Long.toString(watch.pid())).start().waitFor();
			assertThat(watch.waitFor(10, TimeUnit.SECONDS)).isTrue();
			assertThat(watch.exitValue()).isEqualTo(130);
		} finally {
			watch.destroyForcibly();
		}
	}

	@Test
	void aReaderThatGoesAwayEndsItQuietly() throws Exception {
		Process get = process("get", "pods", "-A", "-o", "json");
		get.getInputStream().close();
		assertThat(get.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(new String(get.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(get.exitValue()).isEqualTo(141);
	}

	@Test
	void clustersThatFailAreNamedWhileOthersPrint() throws Exception {
		Ran ran = ours(
				List.of("get", "pods", "-n", "team-a", "--clusters=token,wrong-ca,bad-token,viewer", "-o", "name"));
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out().lines().map(l -> l.split("\t")[0]).distinct()).containsExactly("token", "viewer");
		assertThat(ran.err().lines()).hasSize(2)
				.allMatch(l -> l.startsWith("wrong-ca: ") || l.startsWith("bad-token: "));
	}

	@Test
	void aCheckSaysHowEachClusterStands() throws Exception {
		Ran ran = ours(List.of("clusters", "--check", "-o", "csv", "token,viewer,bad-token"));
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).contains(",open,v1.", ",?,", ",away,");
	}

	private static String withoutAges(String text) {
		return text.replaceAll("\\b(\\d+[ydhms]){1,2}( ago)?\\)? *", "AGE ");
	}

	private static Ran ours(List<String> arguments) {
		List<String> all = new ArrayList<>(arguments);
		all.add("--allow-exec");
		return InProcess.run(environment(), config, all);
	}

	private static Map<String, String> environment() {
		return Map.of("KUBECONFIG", KUBECONFIG, "FLEETDESK_CONFIG", config.toString());
	}

	private static Process process(String... arguments) throws IOException {
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		// whoever started the tests in the background made them, and so their children, deaf to interrupts
		List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
				System.getProperty("java.home") + "/bin/java", "-cp", classes, "org.fleetdesk.cli.Main"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(environment());
		return builder.start();
	}

	private static Ran kubectl(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(KUBECONFIG).resolveSibling("kubectl").toString(),
						"--cache-dir=" + config.resolve("kube")));
		command.addAll(arguments);
		Path out = Files.createTempFile(config, "out", "");
		Path err = Files.createTempFile(config, "err", "");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().putAll(environment());
		Process process = builder.start();
		assertThat(process.waitFor(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS)).isTrue();
		return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
	}
}
