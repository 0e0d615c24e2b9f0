package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.fleetdesk.core.document.Documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pack of the product: its files are read, fit the published schema, and have Chinese words. */
class PacksTest {
	private static final Path PACKS = Path.of("src/main/resources/org/fleetdesk/core/kinds/packs");
	private static final Schema SCHEMA = schema();

	private static Schema schema() {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Kinds.class.getResourceAsStream("descriptor.schema.json"));
	}

	static List<Path> packs() throws IOException {
		try (Stream<Path> folders = Files.list(PACKS)) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	private static String name(Path pack) {
		return pack.getFileName().toString();
	}

	private static List<Path> files(Path pack) throws IOException {
		try (Stream<Path> files = Files.list(pack)) {
			return files.filter(f -> !Set.of("pack.yaml", "zh.yaml").contains(name(f))).sorted().toList();
		}
	}

	private static DescriptorReader.Read read(Path pack, Path file) throws IOException {
		return DescriptorReader.read(file.toString(), Files.readString(file), name(pack));
	}

	private static Pack pack(Path folder) throws IOException {
		Path file = folder.resolve("pack.yaml");
		PackFiles.ReadPack read = PackFiles.pack(file.toString(), Files.readString(file), name(folder));
		assertThat(read.problems()).isEmpty();
		return read.pack().orElseThrow();
	}

	/** What the schema says is wrong with a text. */
	private static List<String> wrong(String text) {
		Documents documents = Documents.values(text);
		ObjectNode tree = documents.documents().getFirst().tree().orElseThrow();
		return SCHEMA.validate(tree.toString(), InputFormat.JSON).stream().map(Object::toString).toList();
	}

	@Test
	void everyFolderIsNamedAmongThePacks() throws IOException {
		assertThat(new Kinds().packs()).extracting(Pack::name)
				.containsExactlyInAnyOrderElementsOf(packs().stream().map(PacksTest::name).toList());
	}

	@ParameterizedTest
	@MethodSource("packs")
	void everyFileIsReadWithoutAProblem(Path pack) throws IOException {
		List<PackProblem> problems = new ArrayList<>();
		for (Path file : files(pack)) {
			problems.addAll(read(pack, file).problems());
		}
		assertThat(problems).isEmpty();
		assertThat(files(pack)).isNotEmpty();
	}

	@ParameterizedTest
	@MethodSource("packs")
	void everyFileFitsTheSchema(Path pack) throws IOException {
		for (Path file : files(pack)) {
			assertThat(wrong(Files.readString(file))).as(file.toString()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("packs")
	void aPackNamesTheKindsThatItDescribes(Path pack) throws IOException {
		List<String> files = files(pack).stream().map(f -> name(f).replaceFirst("\\.yaml$", "")).toList();
		assertThat(pack(pack).kinds()).extracting(KindKey::toString).containsExactlyInAnyOrderElementsOf(files);
		assertThat(pack(pack).title()).isNotBlank();
	}

	/** Headings of lists stay English, as servers write them. */
	@ParameterizedTest
	@MethodSource("packs")
	void everyTitleFieldAndRelationHasAChineseWord(Path pack) throws IOException {
		Set<String> said = new TreeSet<>();
		for (Path file : files(pack)) {
			read(pack, file).descriptor().ifPresent(d -> {
				d.relations().forEach(r -> said.add(r.name()));
				d.links().forEach(l -> said.add(l.title()));
				d.details().forEach(s -> {
					said.add(s.title());
					s.fields().forEach(f -> said.add(f.cell().column().name()));
				});
			});
		}
		Path file = pack.resolve("zh.yaml");
		List<PackProblem> problems = new ArrayList<>();
		Map<String, String> words = Files.exists(file)
				? PackFiles.words(file.toString(), Files.readString(file), problems)
				: Map.of();
		assertThat(problems).isEmpty();
		assertThat(words.keySet()).containsAll(said);
	}

	@Test
	void noKindIsDescribedByTwoPacks() throws IOException {
		List<String> all = new ArrayList<>();
		for (Path pack : packs()) {
			pack(pack).kinds().forEach(kind -> all.add(kind.toString()));
		}
		assertThat(all).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"versions: [v1]", "kind: Pods", "{kind: pods, colums: []}",
			"{kind: pods, columns: []}", "{kind: pods, columns: [{path: a}]}",
			"{kind: pods, columns: [{name: A, path: a, paths: [b]}]}",
			"{kind: pods, columns: [{name: A, path: a, type: money}]}", "{kind: pods, health: [{is: poorly}]}",
			"{kind: pods, relations: [{name: a, to: pods}]}", "{kind: pods, relations: [{name: a, path: b}]}",
			"{kind: pods, relations: [{name: a, owns: pods, to: pods}]}",
			"{kind: pods, relations: [{name: a, to: pods, path: a, selector: b}]}",
			"{kind: pods, details: [{title: A}]}", "{kind: pods, revisions: {kind: pods}}",
			"{kind: pods, capabilities: [fly]}", "{kind: pods, links: [{title: A, url: 'ftp://a'}]}"})
	void whatTheReaderRefusesTheSchemaRefuses(String text) {
		assertThat(DescriptorReader.read("pods.yaml", text, "p").problems()).isNotEmpty();
		assertThat(wrong(text)).isNotEmpty();
	}
}
