package org.fleetdesk.cli.get;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.demo.DemoFleet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns of descriptors in {@code get}, on the demo clusters. */
class ColumnsOptionTest {
	private static final String BACKUPS = """
			kind: backups.demo.fleetdesk.org
			columns:
			  - {name: Name, path: metadata.name}
			  - {name: Copies, type: integer, path: spec.keep}
			  - {name: Room, type: bytes, path: spec.keep}
			  - {name: Made Of, wide: true, path: spec.source}
			  - {name: Age, type: date, path: metadata.creationTimestamp}
			health: [{is: idle, when: copies>3}]
			""";

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

	@AfterEach
	void takeThePackAway() throws IOException {
		Files.deleteIfExists(pack());
	}

	private static Path pack() {
		return folder.resolve("config").resolve("packs").resolve("mine").resolve("backups.demo.fleetdesk.org.yaml");
	}

	private static void write(String text) throws IOException {
		Files.createDirectories(pack().getParent());
		Files.writeString(pack(), text);
	}

	private static Ran get(String... arguments) {
		List<String> all = new ArrayList<>(List.of("get"));
		all.addAll(List.of(arguments));
		if (!all.contains("--context")) {
			all.addAll(List.of("--context", "demo-troubled"));
		}
		return InProcess.run(Map.of("KUBECONFIG", folder.resolve("kubeconfig").toString(), "FLEETDESK_CONFIG",
				folder.resolve("config").toString()), folder, all);
	}

	private static List<String> lines(String... arguments) {
		Ran ran = get(arguments);
		assertThat(ran.err()).isEmpty();
		assertThat(ran.code()).isZero();
		return ran.out().lines().toList();
	}

	private static List<String> heading(String... arguments) {
		return Stream.of(lines(arguments).getFirst().split(" {2,}")).map(String::strip).toList();
	}

	@Test
	void namedColumnsStandAfterTheNameInTheOrderGiven() {
		assertThat(heading("pods", "-A", "--columns", "images,Health,last exit")).containsExactly("NAMESPACE", "NAME",
				"IMAGES", "HEALTH", "LAST EXIT");
		assertThat(heading("pods", "-A", "--columns", "Status,Name")).containsExactly("NAMESPACE", "STATUS", "NAME");
		List<String> csv = lines("pods", "-A", "-o", "csv", "--columns", "Health,Memory Requests");
		assertThat(csv.getFirst()).isEqualTo("Namespace,Name,Health,Memory Requests");
		assertThat(csv).anyMatch(line -> line.matches("[^,]+,[^,]+,Healthy,\\d+(\\.\\d+)?[KMG]i"))
				.anyMatch(line -> line.contains(",Failed,"));
	}

	@Test
	void allColumnsAreThoseOfTheWindow() {
		List<String> known = new Kinds().of(BuiltIn.find("pods").orElseThrow()).orElseThrow().columns().stream()
				.map(column -> column.name()).toList();
		List<String> shown = List.of(lines("pods", "-n", "kube-system", "-o", "csv", "--columns", "all").getFirst()
				.split(","));
		assertThat(shown).startsWith(known.toArray(String[]::new)).endsWith("Health").hasSize(known.size() + 1);
	}

	/** Of the window's lists too, whose headings are those of the kinds' plans. */
	@Test
	void everyKindOfKubernetesHasTheColumnsOfTheWindowAndAmongThemKubectls() {
		Kinds kinds = new Kinds();
		List<Descriptor> described = kinds.packs().stream().filter(pack -> pack.name().equals(Kinds.KUBERNETES))
				.flatMap(pack -> pack.kinds().stream()).flatMap(kind -> kinds.of(kind).stream())
				.filter(kind -> !kind.columns().isEmpty()).toList();
		int compared = 0;
		for (Descriptor kind : described) {
			String name = kind.kind().toString();
			Ran all = get(name, "-A", "-o", "csv", "--columns", "all");
			if (all.code() == 0 && !all.out().isEmpty()) { // the demo has this kind, and objects of it
				List<String> window = kind.columns().stream().map(cell -> cell.column().name()).toList();
				assertThat(headings(all)).as(name).containsSubsequence(window).last().asString().startsWith("Health");
				List<String> wide = new ArrayList<>(headings(get(name, "-A", "-o", "csv")));
				wide.removeAll(List.of("Namespace", "Created At")); // the window has an age in place of this
				assertThat(plain(window)).as("-o wide of " + name).containsAll(plain(wide));
				compared++;
			}
		}
		assertThat(compared).isGreaterThan(20);
	}

	/** Tables write headings in capitals, whatever servers write: metrics-server "cpu", kubectl's own "CPU". */
	private static List<String> plain(List<String> headings) {
		return headings.stream().map(Heading::plain).toList();
	}

	private static List<String> headings(Ran csv) {
		return List.of(csv.out().lines().findFirst().orElseThrow().split(","));
	}

	@Test
	void whatPodsAndNodesUseIsThatOfTheWindow() {
		List<String> pods = lines("pods", "-A", "-o", "csv", "--columns", "CPU Usage,memoryusage,CPU Limits");
		assertThat(pods.getFirst()).isEqualTo("Namespace,Name,CPU Usage,Memory Usage,CPU Limits");
		assertThat(pods).anyMatch(line -> line.matches("[^,]+,[^,]+,\\d+m,\\d+(\\.\\d+)?[KMG]i,.*"))
				.as("what does not run is not measured").anyMatch(line -> line.matches("[^,]+,[^,]+,,,.*"));
		assertThat(lines("nodes", "--no-headers", "--columns", "Memory Usage", "--filter", "memoryusage>100Mi"))
				.hasSameSizeAs(lines("nodes", "--no-headers")).allMatch(line -> line.matches("\\S+ +\\S+[MG]i *"));
	}

	@Test
	void schedulesSayWhenTheyComeNext() {
		assertThat(lines("cronjobs", "-A", "--context", "demo-healthy", "--no-headers", "--columns", "Next Run"))
				.isNotEmpty().allMatch(line -> line.matches("\\S+ +\\S+ +in \\S+ *"));
		assertThat(lines("cronjobs", "-A", "--context", "demo-healthy", "--filter", "nextrun<32d"))
				.hasSizeGreaterThan(1);
	}

	@Test
	void kubectlsColumnsStayWithoutTheOption() {
		assertThat(heading("pods", "-n", "kube-system")).containsExactly("NAME", "READY", "STATUS", "RESTARTS", "AGE");
	}

	@Test
	void anUnknownColumnIsOneSentenceThatNamesThoseThereAre() {
		Ran ran = get("nodes", "--columns", "Colour");
		assertThat(ran.code()).isEqualTo(1);
		assertThat(ran.out()).isEmpty();
		assertThat(ran.err()).startsWith("error: nodes have no column \"Colour\"; there are Name, Status, Roles")
				.contains("Health").hasLineCount(1);
		assertThat(get("nodes", "--columns", "Health", "-o", "json").err())
				.isEqualTo("error: --columns is for tables and csv, not for -o json\n");
	}

	@Test
	void healthIsThatOfTheWindowAndFilters() {
		List<String> failed = lines("pods", "-A", "--no-headers", "--columns", "Health", "--filter", "health:failed");
		assertThat(failed).isNotEmpty().allMatch(line -> line.strip().endsWith("Failed"));
		assertThat(lines("pods", "-A", "--no-headers", "--filter", "health:failed"))
				.extracting(line -> line.split(" +")[1]).isEqualTo(failed.stream().map(l -> l.split(" +")[1]).toList());
		List<String> all = lines("pods", "-A", "--no-headers", "--columns", "Health");
		assertThat(all.stream().filter(line -> line.strip().endsWith("Failed")).toList()).hasSameSizeAs(failed);
	}

	@Test
	void aFilterMayAskForAColumnThatIsNotShown() {
		List<String> some = lines("pods", "-A", "--no-headers", "--filter", "\"memory requests\">64Mi");
		assertThat(some).isNotEmpty().hasSizeLessThan(lines("pods", "-A", "--no-headers").size());
		Ran none = get("pods", "-A", "--filter", "\"memory requests\">900Gi");
		int pods = lines("pods", "-A", "--no-headers").size();
		assertThat(none.err()).isEqualTo("No resources pass the filter; " + pods + " do not\n");
	}

	@Test
	void kindsThatAPackDescribesHaveItsColumns() throws IOException {
		String[] backups = {"backups", "-A", "--context", "demo-healthy"};
		assertThat(heading(backups)).contains("SOURCE", "KEEP");
		write(BACKUPS);
		List<String> lines = lines(backups);
		assertThat(Stream.of(lines.getFirst().split(" {2,}")).toList()).containsExactly("NAMESPACE", "NAME", "COPIES",
				"ROOM", "AGE");
		assertThat(lines.get(1)).matches("data +shop-nightly +14 +14 +8d");
		assertThat(heading("backups", "-A", "--context", "demo-healthy", "-o", "wide")).contains("MADE OF");
		assertThat(lines("backups", "shop-nightly", "-n", "data", "--context", "demo-healthy", "--no-headers",
				"--columns", "Health,Made Of")).containsExactly("shop-nightly   Idle   statefulset/postgres");
		assertThat(lines("backups", "-A", "--context", "demo-healthy", "-o", "name", "--filter", "copies=14"))
				.containsExactly("backup.demo.fleetdesk.org/shop-nightly");
	}

	@Test
	void aMistakeInAPackIsSaidAtItsLineAndTheServersColumnsStand() throws IOException {
		write(BACKUPS + "dinner: soup\n");
		Ran ran = get("backups", "-A", "--context", "demo-healthy");
		assertThat(ran.out()).startsWith("NAMESPACE").contains("SOURCE");
		assertThat(ran.err()).startsWith("warning: " + pack() + ", line 9, column 1: ").contains("dinner");
		assertThat(get("pods", "-A").err()).isEmpty();
	}
}
