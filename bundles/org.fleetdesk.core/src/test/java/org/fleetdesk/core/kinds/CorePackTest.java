package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fleetdesk.kube.read.RowPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds the pack of Kubernetes' own kinds to what was published of them: a file of fields always, and that file to the sources
 * where {@code -Dfleetdesk.kubernetes} names the folder of the module k8s.io/kubernetes; with {@code -Dfleetdesk.fields=write}
 * it is written anew from there.
 */
class CorePackTest {
	private static final Path PACK = Path.of("src/main/resources/org/fleetdesk/core/kinds/packs/core");
	private static final Set<String> NOT_BUILT_IN = Set.of("nodes.metrics.k8s.io", "pods.metrics.k8s.io");
	/** Names that are the same in every language. */
	private static final Set<String> TECHNICAL = Set.of("CIDRs", "CPU", "Ceph", "ConfigMap", "ConfigMaps", "GPU", "IP",
			"Ingress", "Job", "Kubelet", "Secret", "Secrets", "Service", "Services",
			"NFS", "PV", "Pod", "Pods", "TLS", "URL", "URLs", "iSCSI");

	static Stream<String> kinds() throws IOException {
		return new YAMLMapper().readTree(PACK.resolve("pack.yaml").toFile()).path("kinds").valueStream()
				.map(kind -> kind.asText());
	}

	private static Descriptor descriptor(String kind) throws IOException {
		DescriptorReader.Read read = DescriptorReader.read(kind + ".yaml",
				Files.readString(PACK.resolve(kind + ".yaml")),
				"core");
		assertThat(read.problems()).isEmpty();
		return read.descriptor().orElseThrow();
	}

	/** Every path of a descriptor. */
	private static Set<String> paths(Descriptor descriptor) {
		Set<String> paths = new TreeSet<>();
		descriptor.columns().forEach(cell -> paths.addAll(cell.paths()));
		for (Relation relation : descriptor.relations()) {
			paths.addAll(relation.paths());
			if (!relation.namespace().isEmpty()) {
				paths.add(relation.namespace());
			}
			paths.addAll(relation.reach().clusters());
			relation.paths().stream().map(relation::optional).filter(path -> !path.isEmpty()).forEach(paths::add);
		}
		for (DetailSection section : descriptor.details()) {
			section.fields()
					.forEach(field -> field.cell().paths().forEach(path -> paths.add(below(section.each(), path))));
		}
		descriptor.revisions().ifPresent(revisions -> paths.add(revisions.in()));
		for (WebLink link : descriptor.links()) {
			WebLink.parts(link.url()).orElseThrow().stream().filter(WebLink.Part::path)
					.forEach(part -> paths.add(part.text()));
		}
		return paths;
	}

	private static String below(String each, String path) {
		boolean entry = each.endsWith("*") && Set.of("key", "value").contains(path); // of a map, as pages read it
		return each.isEmpty() ? path : entry ? each : each + "." + path;
	}

	private static List<String> published(BuiltInFields fields, Descriptor descriptor) {
		return fields.versions(descriptor.kind().toString()).stream()
				.filter(version -> descriptor.versions().isEmpty() || descriptor.versions().contains(version)).toList();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyPathLeadsToAPublishedField(String kind) throws IOException {
		BuiltInFields fields = BuiltInFields.read();
		Descriptor descriptor = descriptor(kind);
		List<String> versions = published(fields, descriptor);
		assertThat(versions.isEmpty()).as("published versions").isEqualTo(NOT_BUILT_IN.contains(kind));
		if (!versions.isEmpty()) {
			assertThat(paths(descriptor)).allMatch(path -> versions.stream().anyMatch(v -> fields.has(kind, v, path)));
		}
		descriptor.revisions().ifPresent(revisions -> assertThat(List.of(revisions.number(), revisions.template()))
				.allMatch(path -> fields.has(revisions.kind().toString(), "v1", path)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyColumnCanBeReadInEveryVersionThatItIsFor(String kind) throws IOException {
		BuiltInFields fields = BuiltInFields.read();
		Descriptor descriptor = descriptor(kind);
		for (String version : published(fields, descriptor)) {
			for (RowPlan.Cell cell : descriptor.columns()) {
				assertThat(cell.paths().isEmpty()
						|| cell.paths().stream().anyMatch(path -> fields.has(kind, version, path)))
						.as("%s of %s", cell.column().name(), version).isTrue();
			}
		}
	}

	@Test
	void everyKindThatKubernetesListsIsDescribed() throws IOException {
		Set<String> described = new TreeSet<>(kinds().toList());
		assertThat(described).containsAll(BuiltInFields.read().kinds()).containsAll(NOT_BUILT_IN)
				.hasSizeGreaterThan(65);
		try (Stream<Path> files = Files.list(PACK)) {
			assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""))
					.filter(name -> !Set.of("pack", "zh").contains(name)))
					.containsExactlyInAnyOrderElementsOf(described);
		}
	}

	@Test
	void aPathThatLeadsNowhereIsFound() throws IOException {
		BuiltInFields fields = BuiltInFields.read();
		assertThat(List.of("spec.nodename", "spec.containers.name", "spec.nodeName[*]",
				"status.conditions[sort=Ready].status",
				"metadata.name.x", "spec.containers[*].ports[*].portal"))
				.noneMatch(path -> fields.has("pods", "v1", path));
		assertThat(List.of("spec.nodeName", "spec.containers[*].resources.requests.{cpu,*/gpu}",
				"metadata.labels['a.b/c']", "status.conditions[type=Ready].status"))
				.allMatch(path -> fields.has("pods", "v1", path));
	}

	@Test
	void whatRelationsAndLinksNameIsDescribedToo() throws IOException {
		Set<String> described = new TreeSet<>(kinds().toList());
		List<String> named = new ArrayList<>();
		for (String kind : described) {
			Descriptor descriptor = descriptor(kind);
			descriptor.relations().forEach(relation -> relation.to().ifPresent(to -> named.add(to.toString())));
			descriptor.details().forEach(section -> section.fields()
					.forEach(field -> field.link().ifPresent(link -> named.add(link.toString()))));
			descriptor.revisions().ifPresent(revisions -> named.add(revisions.kind().toString()));
		}
		assertThat(named).isSubsetOf(described).hasSizeGreaterThan(200);
	}

	@Test
	void everyWordHasItsChinese() throws IOException {
		Set<String> said = new TreeSet<>();
		for (String kind : kinds().toList()) {
			Descriptor descriptor = descriptor(kind);
			descriptor.columns().forEach(cell -> said.add(cell.column().name()));
			descriptor.relations().forEach(relation -> said.add(relation.name()));
			descriptor.links().forEach(link -> said.add(link.title()));
			for (DetailSection section : descriptor.details()) {
				said.add(section.title());
				section.fields().forEach(field -> said.add(field.cell().column().name()));
			}
		}
		Map<String, String> words = new YAMLMapper().readValue(PACK.resolve("zh.yaml").toFile(),
				new TypeReference<Map<String, String>>() {
					// carries the type
				});
		assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(said);
		assertThat(words).allSatisfy((word, chinese) -> assertThat(
				chinese.codePoints().anyMatch(Character::isIdeographic)
						|| TECHNICAL.contains(word) && chinese.equals(word))
				.as(word).isTrue());
	}

	@Test
	void theFieldsAreThoseOfTheSources() throws IOException {
		String sources = System.getProperty("fleetdesk.kubernetes", "");
		assumeTrue(!sources.isEmpty(),
				"no folder of k8s.io/kubernetes is named, so the file of fields is taken as it is");
		List<String> published = BuiltInFields.published(Path.of(sources, "api"));
		if (System.getProperty("fleetdesk.fields", "").equals("write")) {
			Files.write(BuiltInFields.FILE, published);
		}
		assertThat(Files.readAllLines(BuiltInFields.FILE)).isEqualTo(published);
	}
}
