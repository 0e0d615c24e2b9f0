package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.details.Around;
import org.fleetdesk.core.details.Details;
import org.fleetdesk.core.details.DetailsReader;
import org.fleetdesk.core.details.Value;
import org.fleetdesk.core.live.CellText;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What the pack of Kubernetes' own kinds makes of objects of these: rows, health, relations, pages. */
class CoreObjectsTest {
	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
	private static final Path PACK = Path.of("src/main/resources/org/fleetdesk/core/kinds/packs/core");
	private static final YAMLMapper YAML = new YAMLMapper();

	/** An object with what is said of it. */
	record Case(String name, JsonNode said, Descriptor descriptor) {
		@Override
		public String toString() {
			return name;
		}

		JsonNode object() {
			return said.path("object");
		}

		Row row() {
			return new RowPlan(descriptor.columns()).read(object());
		}
	}

	static List<Case> cases() throws IOException {
		String certificate = resource("certificates.txt").lines().findFirst().orElseThrow();
		List<Case> cases = new ArrayList<>();
		try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class)
				.readValues(resource("core-objects.yaml").replace("CERTIFICATE", certificate))) {
			while (all.hasNext()) {
				JsonNode said = all.next();
				String kind = said.path("kind").asText();
				String text = Files.readString(PACK.resolve(kind + ".yaml"));
				cases.add(new Case(kind + " " + said.path("object").path("metadata").path("name").asText(), said,
						DescriptorReader.read(kind + ".yaml", text, "core").descriptor().orElseThrow()));
			}
		}
		return cases;
	}

	private static String resource(String name) throws IOException {
		try (var in = CoreObjectsTest.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static Map<String, String> texts(JsonNode map) {
		Map<String, String> texts = new LinkedHashMap<>();
		map.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
		return texts;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void aRowSaysWhatItsObjectSays(Case one) {
		Row row = one.row();
		List<Column> columns = one.descriptor().columns().stream().map(RowPlan.Cell::column).toList();
		Map<String, String> cells = new LinkedHashMap<>();
		for (int i = 0; i < columns.size(); i++) {
			String type = columns.get(i).type();
			Object cell = CellText.dated(row.cell(i), type);
			cells.put(columns.get(i).name(), CellText.of(cell, type, NOW));
		}
		assertThat(cells).containsAllEntriesOf(texts(one.said().path("row")))
				.containsEntry("Name", one.object().path("metadata").path("name").asText(cells.get("Name")));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void healthIsToldByTheRow(Case one) {
		List<Column> columns = one.descriptor().columns().stream().map(RowPlan.Cell::column).toList();
		ResourceType type = new ResourceType(one.descriptor().kind().group(), "v1", one.descriptor().kind().plural(),
				"",
				"Some", true, List.of(), List.of(), Set.of("list"), true);
		Health health = HealthRules.of(one.descriptor().health()).on(columns, NOW.toEpochMilli()).of("", type,
				one.row());
		assertThat(health == null ? "" : health.name().toLowerCase()).isEqualTo(one.said().path("health").asText(""));
	}

	/** What stands at the paths of relations, by their names and the kinds they lead to. */
	private static Map<String, String> named(Case one) {
		Map<String, TreeSet<String>> named = new LinkedHashMap<>();
		for (Relation relation : one.descriptor().relations()) {
			if (relation.form() == Relation.Form.NAME || relation.form() == Relation.Form.REFERENCE) {
				TreeSet<String> names = named.computeIfAbsent(
						relation.name() + " " + relation.to().map(KindKey::toString).orElse(""), n -> new TreeSet<>());
				Iterator<String> namespaces = relation.namespace().isEmpty()
						? Stream.<String>empty().iterator()
						: at(relation.namespace(), one.object()).map(JsonNode::asText).iterator();
				relation.paths().stream().flatMap(path -> at(path, one.object())).forEach(node -> names.add(
						node.isObject()
								? node.path("kind").asText() + " " + node.path("name").asText()
								: (namespaces.hasNext() ? namespaces.next() + "/" : "") + node.asText()));
			}
		}
		Map<String, String> joined = new LinkedHashMap<>();
		named.forEach((relation, names) -> {
			if (!names.isEmpty()) {
				joined.put(relation, String.join(",", names));
			}
		});
		return joined;
	}

	private static Stream<JsonNode> at(String path, JsonNode object) {
		return TreePath.parse(path).in(object).stream().map(TreePath.Place::node);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void relationsNameWhatTheObjectNames(Case one) {
		Map<String, String> wanted = new LinkedHashMap<>();
		texts(one.said().path("relations")).forEach((relation, names) -> wanted.put(relation,
				Stream.of(names.split(",")).sorted().collect(Collectors.joining(","))));
		assertThat(named(one)).isEqualTo(wanted);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void aPageSaysWhatItsObjectSays(Case one) {
		Details page = DetailsReader.read(one.object(), new Around(new Catalogue(List.of(), List.of()),
				Optional.of(one.descriptor()), List.of(), Optional.empty(), UnaryOperator.identity(), true));
		for (Map.Entry<String, JsonNode> section : one.said().path("page").properties()) {
			Details.Section made = page.sections().stream().filter(s -> s.title().equals(section.getKey())).findFirst()
					.orElseThrow(() -> new AssertionError("no section " + section.getKey()));
			switch (made) {
				case Details.Values values -> assertThat(values.values().stream()
						.collect(Collectors.toMap(Value::name, value -> value.text(NOW))))
						.containsAllEntriesOf(texts(section.getValue()));
				case Details.Table table -> {
					assertThat(table.rows()).hasSameSizeAs(section.getValue());
					for (int i = 0; i < table.rows().size(); i++) {
						assertThat(table.rows().get(i).stream()
								.collect(Collectors.toMap(Value::name, value -> value.text(NOW))))
								.containsAllEntriesOf(texts(section.getValue().get(i)));
					}
				}
			}
		}
	}

	@Test
	void pagesInTheBrowserAreThoseOfTheHosts() throws IOException {
		Case ingress = cases().stream().filter(one -> one.said().has("links")).findFirst().orElseThrow();
		Details page = DetailsReader.read(ingress.object(), new Around(new Catalogue(List.of(), List.of()),
				Optional.of(ingress.descriptor()), List.of(), Optional.empty(), UnaryOperator.identity(), true));
		List<String> wanted = new ArrayList<>();
		ingress.said().path("links").forEach(link -> wanted.add(link.asText()));
		assertThat(page.sections().stream().filter(Details.Values.class::isInstance).map(Details.Values.class::cast)
				.flatMap(values -> values.values().stream()).map(value -> value.text(NOW))).containsAll(wanted);
	}

	@Test
	void objectsOfManyKindsAreThere() throws IOException {
		assertThat(cases().stream().map(one -> one.descriptor().kind()).distinct()).hasSizeGreaterThan(30);
	}
}
