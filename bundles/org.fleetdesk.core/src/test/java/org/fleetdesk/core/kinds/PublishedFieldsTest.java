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
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every path of the packs to what was published of their kinds: to a table of fields for each pack always, and the
 * tables to the CustomResourceDefinitions themselves where these are at hand; with {@code -Dfleetdesk.fields=write} writes
 * the tables anew.
 */
class PublishedFieldsTest {
	private static final Path TABLES = Path.of("src/test/resources/org/fleetdesk/core/kinds/fields");

	static List<String> packs() throws IOException {
		return PackPaths.packs();
	}

	/** The table of a pack's fields. */
	static List<String> lines(String pack) throws IOException {
		return Files.readAllLines(TABLES.resolve(pack + ".txt"));
	}

	private static FieldShapes table(String pack) throws IOException {
		return FieldShapes.read(lines(pack));
	}

	@ParameterizedTest
	@MethodSource("packs")
	void everyPathOfAPackIsAFieldOfItsKind(String pack) throws IOException {
		FieldShapes table = table(pack);
		List<String> wrong = new ArrayList<>();
		int seen = 0;
		for (PackPaths.File file : PackPaths.files(pack)) {
			for (String version : file.versions()) {
				for (PackPaths.Used used : PackPaths.of(file)) {
					seen++;
					var at = used.each().isEmpty()
							? table.at(file.kind(), version, used.path())
							: table.at(file.kind(), version, used.each())
									.flatMap(element -> table.below(element, used.path()));
					if (at.filter(used.wanted()).isEmpty()) {
						wrong.add(file.kind() + " " + version + ", " + used.where() + ": " + used.each() + " "
								+ used.path() + at.map(form -> " is " + form).orElse(" is no field"));
					}
				}
			}
		}
		assertThat(wrong).as("%d paths", seen).isEmpty();
		assertThat(seen).isPositive();
	}

	@ParameterizedTest
	@MethodSource("packs")
	void aPackSaysForWhichPublishedVersionsItIs(String pack) throws IOException {
		FieldShapes table = table(pack);
		for (PackPaths.File file : PackPaths.files(pack)) {
			assertThat(file.versions()).as(file.kind()).isNotEmpty()
					.allMatch(version -> table.has(file.kind(), version));
		}
	}

	@Test
	void theTablesSayWhatWasPublishedAndEveryPublishedKindHasColumns() throws IOException {
		assumeTrue(PublishedKinds.there(), PublishedKinds.ABSENT);
		Set<String> described = new TreeSet<>();
		for (String pack : packs()) {
			PackPaths.files(pack).forEach(file -> described.add(file.kind()));
		}
		Map<String, PublishedKinds.Published> published = PublishedKinds.read(described);
		Map<String, List<String>> wanted = new TreeMap<>();
		for (String pack : packs()) {
			wanted.put(pack, published(pack, published));
		}
		if (System.getProperty("fleetdesk.fields", "").equals("write")) {
			Files.createDirectories(TABLES);
			for (var each : wanted.entrySet()) {
				Files.write(TABLES.resolve(each.getKey() + ".txt"), each.getValue());
			}
		}
		for (var each : wanted.entrySet()) {
			assertThat(lines(each.getKey())).as(each.getKey()).isEqualTo(each.getValue());
		}
		assertThat(headingsLeftOut(published)).as("headings of the server that a pack leaves out").isEmpty();
		tellOthers(published, described);
	}

	private static List<String> published(String pack, Map<String, PublishedKinds.Published> published)
			throws IOException {
		FieldShapes shapes = new FieldShapes();
		for (PackPaths.File file : PackPaths.files(pack)) {
			assertThat(published).as("CustomResourceDefinitions at hand").containsKey(file.kind());
			for (String version : file.versions()) {
				var schemas = published.get(file.kind()).schemas();
				assertThat(schemas).as("served versions of %s", file.kind()).containsKey(version);
				shapes.add(file.kind(), version, schemas.get(version));
			}
		}
		return shapes.lines();
	}

	/** What the server prints of itself, a pack must have too; "age" is our "Age". */
	private static List<String> headingsLeftOut(Map<String, PublishedKinds.Published> published) throws IOException {
		List<String> left = new ArrayList<>();
		for (String pack : packs()) {
			for (PackPaths.File file : PackPaths.files(pack)) {
				Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
				file.tree().path("columns").forEach(column -> ours.add(column.path("name").asText()));
				for (String heading : published.get(file.kind()).printed().get(file.versions().getFirst()).keySet()) {
					if (!ours.contains(heading)) {
						left.add(file.kind() + ": " + heading);
					}
				}
			}
		}
		return left;
	}

	/** Names the kinds at hand that no pack describes, which are shown in the server's own columns. */
	private static void tellOthers(Map<String, PublishedKinds.Published> published, Set<String> described) {
		List<String> others = published.keySet().stream().filter(kind -> !described.contains(kind)).toList();
		System.out.println(described.size() + " of " + published.size() + " published kinds have a pack; the others are"
				+ " shown in the server's own columns:");
		for (String kind : others) {
			assertThat(KindKey.parse(kind)).hasToString(kind);
			Map<String, Map<String, String>> printed = published.get(kind).printed();
			assertThat(printed).as("served versions of %s", kind).isNotEmpty();
			System.out.println("  " + kind + " " + headings(printed));
		}
	}

	private static Set<String> headings(Map<String, Map<String, String>> printed) {
		Set<String> headings = new TreeSet<>();
		printed.values().forEach(version -> headings.addAll(version.keySet()));
		return headings;
	}
}
