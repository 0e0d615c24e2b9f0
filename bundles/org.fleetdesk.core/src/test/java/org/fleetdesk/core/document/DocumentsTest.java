package org.fleetdesk.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fleetdesk.core.object.FieldPath;
import org.junit.jupiter.api.Test;

class DocumentsTest {
	private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n";

	private static List<String> names(Documents documents) {
		return documents.documents().stream().map(Document::name).toList();
	}

	@Test
	void documentsAreTakenApartAtTheirMarkers() {
		Documents documents = Documents.parse("# first\n---\n" + MAP.formatted("a") + "--- # second\n\n"
				+ MAP.formatted("b") + "data:\n  x: |\n    --- no marker\n---\n# nothing\n---\nnull\n---\n"
				+ MAP.formatted("c"));
		assertThat(documents.problems()).isEmpty();
		assertThat(names(documents)).containsExactly("a", "b", "c");
		Document second = documents.documents().get(1);
		assertThat(second.number()).isEqualTo(2);
		assertThat(second.firstLine()).isEqualTo(9);
		assertThat(second.lastLine()).isEqualTo(15);
		assertThat(second.text()).startsWith("apiVersion").endsWith("marker");
		assertThat(second.tree().orElseThrow().at("/data/x").asText()).isEqualTo("--- no marker\n");
	}

	@Test
	void aWrongDocumentDoesNotSpoilItsNeighbours() {
		Documents documents = Documents
				.parse(MAP.formatted("a") + "---\n" + MAP.formatted("b") + "data: [1\nx: 2\n---\n"
						+ MAP.formatted("c"));
		assertThat(documents.documents()).extracting(Document::right).containsExactly(true, false, true);
		assertThat(documents.problems()).hasSize(1);
		assertThat(documents.problems().getFirst().range().line()).isEqualTo(11);
		assertThat(documents.problems().getFirst().message()).contains("comma");
	}

	@Test
	void aFieldIsFoundByItsPath() {
		String text = MAP.formatted("a") + "data:\n  b.c: |\n    1\n  list:\n    - name: x\n      v: 1\n    - name: q\n"
				+ "      v: 😀 2 # why\n";
		Document document = Documents.parse(text).documents().getFirst();
		Range range = document.position(FieldPath.parse(".data.list[name=\"q\"].v"));
		assertThat(text.substring(range.offset(), range.end())).isEqualTo("v: 😀 2");
		assertThat(range).extracting(Range::line, Range::column).containsExactly(12, 7);
		Range block = document.position(FieldPath.parse("data[b.c]"));
		assertThat(text.substring(block.offset(), block.end())).isEqualTo("b.c");
		Range item = document.position(FieldPath.parse("data.list[0]"));
		assertThat(text.substring(item.offset(), item.end())).isEqualTo("name: x");
		Range absent = document.position(FieldPath.parse("data.list[0].w"));
		assertThat(absent).isEqualTo(item);
		assertThat(document.position(FieldPath.parse("spec.x")).line()).isEqualTo(1);
	}
}
