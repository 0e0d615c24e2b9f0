package org.fleetdesk.core.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.fleetdesk.core.live.CellText;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads an object of every kind of the packs as lists do, and compares the cells that say something, and how the object does,
 * with what stands beside it. With {@code -Dfleetdesk.fixtures=write} the cells are written anew, to be looked through.
 */
class PackFixturesTest {
	private static final Path FIXTURES = Path.of("src/test/resources/org/fleetdesk/core/kinds/fixtures");
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final YAMLMapper YAML = new YAMLMapper();
	private static final Kinds KINDS = new Kinds();
	private static final String CELLS = "\ncells:";

	/**
	 * An object and what is expected of it.
	 *
	 * @param pack the pack
	 * @param tree kind, object, cells, health
	 */
	record Fixture(String pack, JsonNode tree) {
		String kind() {
			return tree.path("kind").asText();
		}

		JsonNode object() {
			return tree.path("object");
		}

		@Override
		public String toString() {
			return pack + ", " + kind() + " " + object().path("metadata").path("name").asText();
		}
	}

	@BeforeAll
	static void writeCells() throws IOException {
		if (!System.getProperty("fleetdesk.fixtures", "").equals("write")) {
			return;
		}
		for (String pack : PackPaths.packs()) {
			List<String> written = new ArrayList<>();
			for (String document : text(pack).split("\n---\n")) {
				JsonNode tree = YAML.readTree(document);
				int cells = document.indexOf(CELLS);
				String before = (cells < 0 ? document : document.substring(0, cells)).stripTrailing();
				written.add(tree.has("object") ? before + lines(cells(new Fixture(pack, tree))) : before);
			}
			Files.writeString(FIXTURES.resolve(pack + ".yaml"), String.join("\n---\n", written) + "\n");
		}
	}

	private static String lines(Map<String, String> cells) throws IOException {
		StringBuilder lines = new StringBuilder(CELLS + (cells.isEmpty() ? " {}" : ""));
		for (var cell : cells.entrySet()) {
			lines.append("\n  ").append(JSON.writeValueAsString(cell.getKey())).append(": ")
					.append(JSON.writeValueAsString(cell.getValue()));
		}
		return lines.toString();
	}

	private static String text(String pack) throws IOException {
		return Files.readString(FIXTURES.resolve(pack + ".yaml"));
	}

	static List<Fixture> fixtures() throws IOException {
		List<Fixture> fixtures = new ArrayList<>();
		for (String pack : PackPaths.packs()) {
			for (String document : text(pack).split("\n---\n")) {
				JsonNode tree = YAML.readTree(document);
				if (tree.has("object")) {
					fixtures.add(new Fixture(pack, tree));
				}
			}
		}
		return fixtures;
	}

	private static Descriptor descriptor(Fixture fixture) {
		return KINDS.of(KindKey.parse(fixture.kind())).orElseThrow(() -> new AssertionError(KINDS.problems()));
	}

	private static List<Column> columns(Fixture fixture) {
		return descriptor(fixture).columns().stream().map(RowPlan.Cell::column).toList();
	}

	private static Row row(Fixture fixture) {
		return new RowPlan(descriptor(fixture).columns()).read(fixture.object());
	}

	/** The cells that say something; name and age are those of every kind. */
	private static Map<String, String> cells(Fixture fixture) {
		Row row = row(fixture);
		Map<String, String> cells = new LinkedHashMap<>();
		List<Column> columns = columns(fixture);
		for (int i = 0; i < columns.size(); i++) {
			String heading = columns.get(i).name();
			String text = text(columns.get(i), row.cell(i));
			if (!text.isEmpty() && !heading.equals("Name") && !heading.equals("Age")) {
				cells.put(heading, text);
			}
		}
		return cells;
	}

	private static String text(Column column, @Nullable Object cell) {
		if (cell == null || cell.equals(0L) || cell.equals(false)) {
			return "";
		}
		return CellText.moments(column.type()) && cell instanceof Long millis
				? Instant.ofEpochMilli(millis).toString()
				: String.valueOf(cell);
	}

	private static String health(Fixture fixture) {
		Descriptor descriptor = descriptor(fixture);
		KindKey kind = descriptor.kind();
		ResourceType type = new ResourceType(kind.group(), descriptor.versions().getFirst(), kind.plural(), "", "Kind",
				true, List.of(), List.of(), Set.of("list", "watch"), true);
		Health health = KINDS.health(type).on(columns(fixture), 0).of("", type, row(fixture));
		return health == null ? "" : health.name().toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void anObjectHasTheCellsAndTheHealthThatStandBesideIt(Fixture fixture) {
		Map<String, String> wanted = new LinkedHashMap<>();
		fixture.tree().path("cells").properties().forEach(cell -> wanted.put(cell.getKey(), cell.getValue().asText()));
		assertThat(cells(fixture)).isEqualTo(wanted);
		assertThat(health(fixture)).isEqualTo(fixture.tree().path("health").asText(""));
	}

	@Test
	void everyKindOfAPackHasAFixtureWithFieldsOfItsOwn() throws IOException {
		Set<String> left = new TreeSet<>();
		for (String pack : PackPaths.packs()) {
			PackPaths.files(pack).forEach(file -> left.add(file.kind()));
		}
		List<String> wrong = new ArrayList<>();
		Map<String, FieldShapes> tables = new LinkedHashMap<>();
		for (String pack : PackPaths.packs()) {
			tables.put(pack, FieldShapes.read(PublishedFieldsTest.lines(pack)));
		}
		for (Fixture fixture : fixtures()) {
			left.remove(fixture.kind());
			FieldShapes table = tables.getOrDefault(fixture.pack(), new FieldShapes());
			String shape = table.shape(fixture.kind(), descriptor(fixture).versions().getFirst());
			fixture.object().properties().stream().filter(field -> !field.getKey().equals("metadata"))
					.forEach(field -> unknown(table, shape, field, fixture.toString(), wrong));
		}
		assertThat(left).as("kinds without a fixture").isEmpty();
		assertThat(wrong).as("fields that are none").isEmpty();
	}

	private static void unknown(FieldShapes table, String form, Map.Entry<String, JsonNode> field, String where,
			List<String> wrong) {
		String name = where + " " + field.getKey();
		String held = form.startsWith("%") ? form.substring(1) : table.field(form, field.getKey()).orElse("");
		if (form.equals("?") || held.equals("?")) {
			return;
		} else if (held.isEmpty()) {
			wrong.add(name);
			return;
		}
		if (field.getValue().isArray() != held.startsWith("*")) {
			wrong.add(name + " is " + held);
		}
		String element = held.startsWith("*") ? held.substring(1) : held;
		Iterable<JsonNode> maps = field.getValue().isArray() ? field.getValue() : List.of(field.getValue());
		maps.forEach(map -> map.properties().forEach(below -> unknown(table, element, below, name, wrong)));
	}
}
