package org.fleetdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.config.ExecConsent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands against clusters in memory. */
class MainTest {
	@TempDir
	Path folder;
	private final Map<String, FakeCluster> clusters = new HashMap<>();
	private final List<String> contacted = new ArrayList<>();
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream err = new ByteArrayOutputStream();
	private boolean attended;
	private String typed = "";

	@BeforeEach
	void clusters() throws Exception {
		StringBuilder text = new StringBuilder("apiVersion: v1\nkind: Config\ncurrent-context: prod-eu\nclusters:\n"
				+ "- {name: c, cluster: {server: 'https://host.test:6443'}}\nusers:\n"
				+ "- name: u\n  user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: login, "
				+ "interactiveMode: Never}}\ncontexts:\n");
		for (String name : List.of("prod-eu", "prod-us", "test")) {
			text.append("- {name: ").append(name).append(", context: {cluster: c, user: u}}\n");
		}
		Files.writeString(folder.resolve("kubeconfig"), text);
		clusters.put("prod-eu", new FakeCluster("prod-eu", Optional.empty(), "a", "b", "c"));
		clusters.put("prod-us", new FakeCluster("prod-us", Optional.of(FakeCluster.away("prod-us"))));
		clusters.put("test", new FakeCluster("test", Optional.empty(), "longer-name"));
	}

	private int run(String... arguments) {
		out.reset();
		err.reset();
		Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8),
				new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), attended);
		Map<String, String> environment = Map.of("KUBECONFIG", folder.resolve("kubeconfig").toString(),
				"FLEETDESK_CONFIG", folder.resolve("config").toString());
		return new Main(new Assembly(terminal, environment, folder, this::connector)).run(List.of(arguments));
	}

	private Connector connector(ExecConsent consent) {
		return context -> {
			contacted.add(context.name());
			boolean allowed;
			try {
				allowed = context.user().exec().isEmpty() || consent.allowed(context, context.user().exec().get());
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
			return allowed
					? clusters.get(context.name())
					: new FakeCluster(context.name(), Optional.of(FakeCluster.away(context.name())));
		};
	}

	private String out() {
		return out.toString(StandardCharsets.UTF_8);
	}

	private String err() {
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void clustersAreListedWithoutContactingOne() {
		assertThat(run("clusters")).isZero();
		assertThat(out()).startsWith("CURRENT   NAME      SERVER")
				.contains("*         prod-eu   https://host.test:6443");
		assertThat(contacted).isEmpty();
	}

	@Test
	void aCheckNamesTheClusterThatIsAwayAndFails() {
		assertThat(run("clusters", "--check", "--allow-exec", "-o", "csv", "prod-*")).isEqualTo(1);
		assertThat(out().lines().skip(1)).satisfiesExactly(
				line -> assertThat(line).startsWith("*,prod-eu,").endsWith(",open,v1.2.3,3,3,"),
				line -> assertThat(line).startsWith(",prod-us,").endsWith(",away,,,,prod-us does not answer."));
	}

	@Test
	void rowsOfEveryPageAreAlignedAndHarmless() {
		assertThat(run("get", "pods", "--allow-exec")).isZero();
		assertThat(out()).isEqualTo("NAME   READY\na      1/1^[[2J\nb      1/1^[[2J\nc      1/1^[[2J\n");
	}

	@Test
	void oneFailingClusterIsOneSentenceWhileOthersPrint() {
		assertThat(run("get", "pods", "--clusters", "*", "--allow-exec", "-o", "name")).isEqualTo(1);
		assertThat(out()).isEqualTo("prod-eu\tpod/a\nprod-eu\tpod/b\nprod-eu\tpod/c\ntest\tpod/longer-name\n");
		assertThat(err()).isEqualTo("prod-us: prod-us does not answer.\n");
	}

	@Test
	void rowsOfSeveralClustersShareATableThatNamesTheirCluster() {
		assertThat(run("get", "pods", "--clusters=prod-eu,test", "--allow-exec", "-o", "wide", "--no-headers"))
				.isZero();
		assertThat(out().lines()).containsExactly("prod-eu   a             1/1^[[2J   10.0.0.1",
				"prod-eu   b             1/1^[[2J   10.0.0.1", "prod-eu   c             1/1^[[2J   10.0.0.1",
				"test      longer-name   1/1^[[2J   10.0.0.1");
	}

	@Test
	void severalClustersAreAskedAtTheSameTime() {
		CountDownLatch all = new CountDownLatch(2);
		List.of("prod-eu", "test").forEach(name -> clusters.get(name).gate = all);
		assertThat(run("get", "pods", "--clusters=prod-eu,test", "--allow-exec", "--request-timeout=20s")).isZero();
	}

	@Test
	void aClusterThatDoesNotAnswerInTimeFailsAlone() {
		clusters.get("prod-eu").gate = new CountDownLatch(2);
		assertThat(run("get", "pods", "--clusters=prod-eu,test", "--allow-exec", "--request-timeout=100ms"))
				.isEqualTo(1);
		assertThat(out()).contains("longer-name");
		assertThat(err()).contains("prod-eu: no answer within 0.1 s");
	}

	@Test
	void wholeObjectsOfSeveralClustersAreOneListInTheClustersOrder() {
		assertThat(run("get", "pods", "--clusters=*", "--allow-exec", "-o", "yaml")).isEqualTo(1);
		assertThat(out().lines().filter(l -> l.contains("name: ") || l.contains("fleetdesk.org/cluster: ")))
				.containsExactly("      fleetdesk.org/cluster: prod-eu", "    name: a",
						"      fleetdesk.org/cluster: prod-eu", "    name: b", "      fleetdesk.org/cluster: prod-eu",
						"    name: c", "      fleetdesk.org/cluster: test", "    name: longer-name");
		assertThat(out()).doesNotContain("managedFields").endsWith("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
	}

	@Test
	void whatIsMissingIsSaidInKubectlsWords() {
		assertThat(run("get", "pods", "a", "nope", "--allow-exec")).isEqualTo(1);
		assertThat(out()).contains("a      1/1");
		assertThat(err()).isEqualTo("Error from server (NotFound): pods \"nope\" not found\n");
		assertThat(run("get", "nopes", "--allow-exec")).isEqualTo(1);
		assertThat(err()).isEqualTo("error: the server doesn't have a resource type \"nopes\"\n");
		assertThat(run("get", "pods", "--clusters=nix*")).isEqualTo(1);
		assertThat(err()).isEqualTo("error: no cluster matches \"nix*\"; fleetdesk clusters lists them\n");
	}

	@Test
	void withoutAPersonALoginPluginIsRefusedWithTheWayToAllowIt() {
		assertThat(run("get", "pods")).isEqualTo(1);
		assertThat(err()).contains("logs in by running: login").contains("--allow-exec");
		assertThat(run("consent", "prod-eu")).isZero();
		assertThat(run("get", "pods")).isZero();
		assertThat(run("consent", "--forget")).isZero();
		assertThat(run("get", "pods")).isEqualTo(1);
	}

	@Test
	void aPersonIsAskedOnceAndTheAnswerIsRemembered() {
		attended = true;
		typed = "y\n";
		assertThat(run("get", "pods")).isZero();
		assertThat(err()).contains("[y/N]");
		attended = false;
		typed = "";
		assertThat(run("get", "pods")).isZero();
		assertThat(err()).isEmpty();
	}

	@Test
	void noAnswerIsNo() {
		attended = true;
		assertThat(run("get", "pods")).isEqualTo(1);
	}

	@Test
	void flagsMayStandBeforeTheCommandAndUnknownOnesAreUsageErrors() {
		assertThat(run("--context", "test", "--allow-exec", "get", "pods")).isZero();
		assertThat(out()).contains("longer-name");
		assertThat(run("get", "pods", "--foo")).isEqualTo(1);
		assertThat(err()).isEqualTo("error: unknown flag: --foo\nSee 'fleetdesk get --help' for usage.\n");
		assertThat(run("gett")).isEqualTo(1);
		assertThat(err()).contains("unknown command \"gett\"");
	}

	@Test
	void everyCommandHasHelpWithATextForEachOption() {
		for (String command : List.of("get", "clusters", "consent", "version")) {
			assertThat(run(command, "--help")).isZero();
			assertThat(out()).startsWith(Texts.text("help." + command));
			assertThat(
					out().lines().filter(l -> l.matches(" {2,6}-.*")).filter(l -> !l.matches(" {2,6}-\\S.*? {2,}\\S.*"))
							.filter(l -> l.length() < 25))
					.isEmpty();
		}
		assertThat(run()).isZero();
		assertThat(out()).contains("get ", "Prints objects");
		assertThat(run("completion")).isZero();
		assertThat(out()).contains("complete ");
	}

	@Test
	void aReaderThatWentAwayEndsTheCommandQuietly() {
		Assembly assembly = new Assembly(new Terminal(new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("Broken pipe");
			}
		}, new PrintStream(err), new ByteArrayInputStream(new byte[0]), false), Map.of(), folder, this::connector);
		assertThat(new Main(assembly).run(List.of("version"))).isEqualTo(141);
		assertThat(err()).isEmpty();
	}
}
