package org.fleetdesk.cli.get;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.core.views.SavedView;
import org.fleetdesk.core.views.SavedViews;
import org.fleetdesk.demo.DemoFleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code get --filter} on the demo clusters. */
class FilterOptionTest {
	@TempDir
	static Path folder;
	private static DemoFleet demo;

	@BeforeAll
	static void serve() throws Exception {
		demo = DemoFleet.start();
		Files.writeString(folder.resolve("kubeconfig"), demo.kubeconfig());
	}

	@AfterAll
	static void end() {
		demo.close();
	}

	private static Ran get(String... arguments) {
		List<String> all = new ArrayList<>(List.of("get"));
		all.addAll(List.of(arguments));
		return InProcess.run(environment(), folder, all);
	}

	private static Map<String, String> environment() {
		return Map.of("KUBECONFIG", folder.resolve("kubeconfig").toString(), "FLEETDESK_CONFIG",
				folder.resolve("config").toString());
	}

	private static List<String> lines(Ran ran) {
		assertThat(ran.err()).isEmpty();
		assertThat(ran.code()).isZero();
		return ran.out().lines().toList();
	}

	@Test
	void rowsThatDoNotPassAreLeftOutInEveryForm() {
		List<String> all = lines(get("pods", "-A", "-o", "name", "--context", "demo-troubled"));
		List<String> some = lines(get("pods", "-A", "-o", "name", "--context", "demo-troubled", "--filter",
				"restarts>3 not ns:kube-system"));
		assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
		assertThat(all).containsAll(some);
		assertThat(lines(get("pods", "-A", "--no-headers", "--context", "demo-troubled", "--filter",
				"restarts>3 -ns:kube-system"))).hasSameSizeAs(some).allMatch(line -> !line.contains("kube-system"));
		assertThat(lines(get("pods", "-A", "--no-headers", "-o", "csv", "--context", "demo-troubled", "--filter",
				"not (restarts>3 and not ns:kube-system)"))).hasSize(all.size() - some.size());
	}

	@Test
	void wholeObjectsAreThoseWhoseRowsPass() throws Exception {
		List<String> some = lines(get("pods", "-A", "-o", "name", "--context", "demo-troubled", "--filter",
				"status:crash"));
		var list = new ObjectMapper().readTree(get("pods", "-A", "-o", "json", "--context", "demo-troubled",
				"--filter", "status:crash").out()).path("items");
		List<String> names = new ArrayList<>();
		list.forEach(item -> names.add("pod/" + item.path("metadata").path("name").asText()));
		assertThat(names).isNotEmpty().isEqualTo(some);
		assertThat(lines(get("pods", "-A", "-o", "yaml", "--context", "demo-troubled", "--filter", "status:crash")))
				.filteredOn(line -> line.matches("  kind: Pod")).hasSameSizeAs(some);
	}

	@Test
	void aKeyOfTheClusterChoosesAmongSeveral() {
		assertThat(lines(get("nodes", "--clusters", "demo-*", "--no-headers", "--filter", "cluster=demo-healthy")))
				.isNotEmpty().allMatch(line -> line.startsWith("demo-healthy "));
	}

	@Test
	void agesAndLabelsCount() {
		List<String> all = lines(get("nodes", "-o", "name", "--context", "demo-healthy"));
		assertThat(lines(get("nodes", "-o", "name", "--context", "demo-healthy", "--filter", "age>=0s")))
				.isEqualTo(all);
		Ran none = get("nodes", "--context", "demo-healthy", "--filter", "age>50y");
		assertThat(none.code()).isZero();
		assertThat(none.out()).isEmpty();
		assertThat(none.err()).isEqualTo("No resources pass the filter; " + all.size() + " do not\n");
		assertThat(lines(get("pods", "-n", "kube-system", "-o", "name", "--context", "demo-healthy", "--filter",
				"label:k8s-app=kube-dns"))).isNotEmpty()
				.isEqualTo(lines(get("pods", "-n", "kube-system", "-o", "name", "--context", "demo-healthy", "-l",
						"k8s-app=kube-dns")));
	}

	@Test
	void aWatchJudgesHealthByAllThatIsKnownOfAKind() throws Exception {
		List<String> waiting = lines(get("pods", "-A", "--context", "demo-troubled", "--no-headers", "--filter",
				"health:warning status:pending")).stream().map(line -> line.split(" +")[1]).toList();
		assertThat(waiting).as("kubectl's columns do not say that they wait for long").isNotEmpty();
		var read = new PipedInputStream();
		Terminal terminal = new Terminal(new PipedOutputStream(read), new PrintStream(OutputStream.nullOutputStream()),
				new ByteArrayInputStream(new byte[0]), false);
		Thread watch = Thread.ofPlatform().start(() -> InProcess.run(terminal, environment(), folder, List.of("get",
				"pods", "-A", "-w", "--context", "demo-troubled", "--no-headers", "--filter",
				"health:warning status:pending")));
		try {
			var line = CompletableFuture.supplyAsync(() -> {
				try (var printed = new BufferedReader(new InputStreamReader(read, StandardCharsets.UTF_8))) {
					return printed.readLine();
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
			assertThat(waiting).contains(line.get(60, TimeUnit.SECONDS).split(" +")[1]);
		} finally {
			watch.interrupt();
			watch.join();
		}
	}

	@Test
	void aWrongFilterIsOneSentenceAndAsksNobody() {
		Ran ran = get("pods", "-A", "--context", "demo-healthy", "--filter", "ns:web (");
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).isEmpty();
		assertThat(ran.err()).isEqualTo(
				"error: --filter, character 8: This parenthesis is not closed: write ) at the end.\n");
		assertThat(get("pods", "--filter", "node:").err())
				.startsWith("error: --filter, character 1: node has no value");
	}

	@Test
	void aKeyThatNothingHasIsSaid() {
		Ran ran = get("pods", "-A", "--context", "demo-healthy", "--filter", "restrats>3");
		assertThat(ran.err()).contains("warning: Nothing here has a column restrats")
				.contains("No resources pass the filter");
	}

	@Test
	void aSavedViewSaysWhatToGet() {
		SavedViews views = new SavedViews(new SettingsFolder(folder.resolve("config")));
		views.save(new SavedView("Crashing", List.of("pods"), List.of("demo-troubled"), List.of(), "", "",
				"status:crash", List.of(), List.of(), ""));
		views.save(new SavedView("Two", List.of("pods"), List.of("demo-troubled", "gone"),
				List.of("kube-system", "shop"), "", "", "cart or dns", List.of(), List.of(), ""));
		List<String> crashing = lines(get("pods", "-A", "-o", "name", "--clusters", "demo-troubled", "--filter",
				"status:crash"));
		assertThat(lines(get("--view", "Crashing", "-o", "name"))).isNotEmpty().isEqualTo(crashing);
		assertThat(get("--view", "Crashing", "-o", "name", "--filter", "-status:crash").out()).isEmpty();
		Ran two = get("--view", "Two", "-o", "name");
		assertThat(two.err()).isEqualTo("warning: the view Two has a cluster that is not here: gone\n");
		assertThat(two.out().lines().toList()).isEqualTo(lines(get("pods", "-A", "-o", "name", "--clusters",
				"demo-troubled", "--filter", "(ns=kube-system or ns=shop) (cart or dns)")));
		assertThat(get("--view", "None").err()).startsWith("error: there is no saved view None");
		assertThat(get("pods", "--view", "Two").err()).startsWith("error: --view says what to get");
	}
}
