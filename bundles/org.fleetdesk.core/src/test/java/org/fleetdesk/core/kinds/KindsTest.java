package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.Registration;
import org.fleetdesk.kube.read.Column;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {
	private static final KindKey WIDGETS = KindKey.of(FakeServer.WIDGETS);
	private static final KindKey PODS = KindKey.of(FakeServer.PODS);
	private static final String WIDGET = "kind: widgets.example.org\ncolumns: [{name: %s, path: spec.a}]";

	@TempDir
	Path folder;
	private int writes;

	private void write(String file, String text) throws IOException {
		Path path = folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
		Files.setLastModifiedTime(path, FileTime.fromMillis(1_000L * ++writes));
	}

	private static List<String> columns(Kinds kinds, KindKey kind) {
		return kinds.of(kind).stream().flatMap(d -> d.columns().stream()).map(c -> c.column().name()).toList();
	}

	@Test
	void theProductKnowsPodsInTheVersionsThatItsPathsFit() {
		Kinds kinds = new Kinds();
		assertThat(kinds.of(FakeServer.PODS)).hasValueSatisfying(
				plan -> assertThat(plan.columns()).extracting(Column::name).contains("Status", "Restarts"));
		assertThat(kinds.of(FakeServer.type("", "v2", "pods", "Pod", true))).isEmpty();
		assertThat(kinds.describing(FakeServer.type("", "v2", "pods", "Pod", true))).isEmpty();
		assertThat(kinds.of(FakeServer.PODS)).containsSame(kinds.of(FakeServer.PODS).orElseThrow());
		assertThat(kinds.of(WIDGETS)).isEmpty();
		assertThat(kinds.of(new KindKey("../x", "pods"))).isEmpty();
	}

	@Test
	void aFileAddedChangedAndRemovedIsTaken() throws IOException {
		Kinds kinds = new Kinds(folder);
		List<Set<KindKey>> told = new ArrayList<>();
		kinds.listen(told::add);
		assertThat(kinds.reload()).isFalse();
		write("mine/widgets.example.org.yaml", WIDGET.formatted("A"));
		assertThat(kinds.reload()).isTrue();
		assertThat(columns(kinds, WIDGETS)).containsExactly("A");
		assertThat(kinds.reload()).isFalse();
		write("mine/widgets.example.org.yaml", WIDGET.formatted("B"));
		kinds.reload();
		assertThat(columns(kinds, WIDGETS)).containsExactly("B");
		assertThat(kinds.all()).extracting(Descriptor::kind).contains(WIDGETS, PODS);
		Files.delete(folder.resolve("mine/widgets.example.org.yaml"));
		kinds.reload();
		assertThat(kinds.of(WIDGETS)).isEmpty();
		assertThat(told).containsExactly(Set.of(WIDGETS), Set.of(WIDGETS), Set.of(WIDGETS));
	}

	@Test
	void thePackOfAKindIsKnownWithoutReadingIt() throws IOException {
		Kinds kinds = new Kinds(folder);
		assertThat(kinds.pack(PODS)).contains(Kinds.KUBERNETES);
		assertThat(kinds.pack(new KindKey("argoproj.io", "rollouts"))).contains("argo-rollouts");
		assertThat(kinds.pack(WIDGETS)).isEmpty();
		assertThat(kinds.pack(new KindKey("../x", "pods"))).isEmpty();
		write("mine/pods.yaml", "kind: pods\ncolumns: [{name: Mine, path: metadata.name}]");
		kinds.reload();
		assertThat(kinds.pack(PODS)).contains("mine");
	}

	@Test
	void aFileOfAPersonReplacesTheProductsAndLeavesItAgain() throws IOException {
		Kinds kinds = new Kinds(folder);
		assertThat(columns(kinds, PODS)).contains("Status");
		write("mine/pods.yaml", "kind: pods\ncolumns: [{name: Mine, path: metadata.name}]");
		kinds.reload();
		assertThat(columns(kinds, PODS)).containsExactly("Mine");
		assertThat(kinds.of(FakeServer.PODS).orElseThrow().columns()).hasSize(1);
		Files.delete(folder.resolve("mine/pods.yaml"));
		kinds.reload();
		assertThat(columns(kinds, PODS)).contains("Status");
	}

	@Test
	void aBrokenFileIsToldAtItsLineAndSpoilsNothing() throws IOException {
		Kinds kinds = new Kinds(folder);
		write("mine/gadgets.example.org.yaml", "kind: gadgets.example.org\ncolumns: [{name: G, path: spec.g}]");
		write("mine/widgets.example.org.yaml", WIDGET.formatted("A"));
		kinds.reload();
		List<Set<KindKey>> told = new ArrayList<>();
		kinds.listen(told::add);
		write("mine/widgets.example.org.yaml", WIDGET.formatted("A") + "\ndinner: soup");
		assertThat(kinds.reload()).isTrue();
		assertThat(kinds.problems()).singleElement().satisfies(problem -> {
			assertThat(problem.file()).isEqualTo(folder.resolve("mine/widgets.example.org.yaml").toString());
			assertThat(problem.line()).isEqualTo(3);
			assertThat(problem.sentence()).contains("dinner");
		});
		assertThat(columns(kinds, new KindKey("example.org", "gadgets"))).containsExactly("G");
		assertThat(columns(kinds, WIDGETS)).as("as it was when it was right").containsExactly("A");
		assertThat(told).isEmpty();
		write("mine/widgets.example.org.yaml", WIDGET.formatted("C"));
		kinds.reload();
		assertThat(kinds.problems()).isEmpty();
		assertThat(columns(kinds, WIDGETS)).containsExactly("C");
	}

	@Test
	void ofTwoFilesOfOneKindTheSecondIsToldAndNotUsed() throws IOException {
		Kinds kinds = new Kinds(folder);
		write("b/widgets.example.org.yaml", WIDGET.formatted("B"));
		write("a/widgets.example.org.yaml", WIDGET.formatted("A"));
		kinds.reload();
		assertThat(columns(kinds, WIDGETS)).containsExactly("A");
		assertThat(kinds.problems()).singleElement()
				.satisfies(p -> assertThat(p.file()).endsWith("b/widgets.example.org.yaml".replace("/",
						folder.getFileSystem().getSeparator())));
	}

	@Test
	void filesThatAreNoneOfAPackAreLeftAlone() throws IOException {
		Kinds kinds = new Kinds(folder);
		write("notes.yaml", "x");
		write("mine/.widgets.example.org.yaml.swp", "x");
		write("mine/deep/widgets.example.org.yaml", "x");
		write("mine/README.md", "x");
		kinds.reload();
		assertThat(kinds.problems()).isEmpty();
	}

	@Test
	void aFolderThatCannotBeReadSpoilsOnlyItself() throws IOException {
		Kinds kinds = new Kinds(folder);
		write("mine/widgets.example.org.yaml", WIDGET.formatted("A"));
		write("secret/gadgets.example.org.yaml", "kind: gadgets.example.org");
		File closed = folder.resolve("secret").toFile();
		assumeTrue(closed.setReadable(false) && !Files.isReadable(closed.toPath()), "root reads everything");
		try {
			kinds.reload();
			assertThat(columns(kinds, WIDGETS)).containsExactly("A");
		} finally {
			closed.setReadable(true);
		}
	}

	@Test
	void packsOfAnotherBundleComeAndGo() {
		Kinds kinds = new Kinds();
		assertThat(kinds.of(WIDGETS)).isEmpty();
		Map<String, String> files = Map.of("pack.yaml",
				"{name: extra, title: Extra, kinds: [widgets.example.org, pods, gadgets.example.org]}",
				"widgets.example.org.yaml", WIDGET.formatted("A"), "pods.yaml",
				"kind: pods\ncolumns: [{name: Mine, path: metadata.name}]", "gadgets.example.org.yaml", "kind: [");
		List<Set<KindKey>> told = new ArrayList<>();
		kinds.listen(told::add);
		Registration added = kinds.add(new PackProvider() {
			@Override
			public List<String> packs() {
				return List.of("extra");
			}

			@Override
			public Optional<InputStream> open(String pack, String file) {
				return Optional.ofNullable(files.get(file))
						.map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
			}
		});
		assertThat(columns(kinds, WIDGETS)).containsExactly("A");
		assertThat(columns(kinds, PODS)).containsExactly("Mine");
		assertThat(kinds.packs()).extracting(Pack::name).startsWith("extra", "core");
		assertThat(kinds.all()).extracting(Descriptor::kind).contains(WIDGETS);
		assertThat(kinds.problems()).extracting(PackProblem::file).containsExactly("extra/gadgets.example.org.yaml");
		added.close();
		assertThat(kinds.of(WIDGETS)).isEmpty();
		assertThat(columns(kinds, PODS)).contains("Status");
		assertThat(kinds.problems()).isEmpty();
		Set<KindKey> all = Set.of(WIDGETS, PODS, new KindKey("example.org", "gadgets"));
		assertThat(told).containsExactly(all, all);
	}

	/** A pack of these files that asks whether somebody else would have to wait while it is read. */
	private static PackProvider provider(Map<String, String> files, Runnable reading) {
		return new PackProvider() {
			@Override
			public List<String> packs() {
				return List.of("extra");
			}

			@Override
			public Optional<InputStream> open(String pack, String file) {
				reading.run();
				return Optional.ofNullable(files.get(file))
						.map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
			}
		};
	}

	@Test
	void whatIsWrongInThePackFileOfABundleIsTold() {
		Kinds kinds = new Kinds();
		Registration added = kinds.add(provider(Map.of("pack.yaml", "{name: other, title: Extra}"), () -> {
			// nobody asks
		}));
		assertThat(kinds.problems()).singleElement().satisfies(problem -> {
			assertThat(problem.file()).isEqualTo("extra/pack.yaml");
			assertThat(problem.sentence()).contains("extra");
		});
		added.close();
		assertThat(kinds.problems()).isEmpty();
	}

	@Test
	void nobodyWaitsWhileFilesAreRead() throws IOException {
		Kinds kinds = new Kinds(folder);
		AtomicInteger reads = new AtomicInteger();
		kinds.add(provider(Map.of("pack.yaml", "{name: extra, title: Extra, kinds: [widgets.example.org]}",
				"widgets.example.org.yaml", WIDGET.formatted("A")), () -> {
					assertThat(Thread.holdsLock(kinds)).as("held while a file is read").isFalse();
					reads.incrementAndGet();
				}));
		kinds.packs();
		assertThat(kinds.all()).extracting(Descriptor::kind).contains(WIDGETS);
		write("mine/gadgets.example.org.yaml", "kind: gadgets.example.org");
		kinds.reload();
		assertThat(reads.get()).isGreaterThan(4);
		int before = reads.get();
		assertThat(kinds.words("Name")).isNotEmpty();
		assertThat(reads.get()).as("read for a word").isEqualTo(before);
	}
}
