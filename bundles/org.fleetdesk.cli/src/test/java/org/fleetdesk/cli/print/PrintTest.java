package org.fleetdesk.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.cli.terminal.Output;
import org.junit.jupiter.api.Test;

/** Against what kubectl 1.35 printed. */
class PrintTest {

	private static String printed(Consumer<Output> work) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Output out = new Output(bytes);
		work.accept(out);
		out.flush();
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static JsonNode tree(String json) throws Exception {
		return new ObjectMapper().readTree(json);
	}

	private static String[] cells(String... cells) {
		return cells;
	}

	@Test
	void columnsAreAsWideAsKubectlMakesThem() {
		assertThat(printed(out -> new TableLayout(out).print(List.of(cells("NAME", "TYPE", "CLUSTER-IP", "AGE"),
				cells("web", "ClusterIP", "10.96.175.121", "26s"), cells("", "A", "", "1m")))))
				.isEqualTo("NAME   TYPE        CLUSTER-IP      AGE\n" //
						+ "web    ClusterIP   10.96.175.121   26s\n" //
						+ "       A                           1m\n");
	}

	@Test
	void cellsAreWrittenByTheTypeOfTheirColumn() {
		Instant now = Instant.parse("2026-11-21T12:00:00Z");
		assertThat(Cells.typed(now.minusSeconds(90).toEpochMilli(), "date", now)).isEqualTo("90s");
		assertThat(Cells.typed(now.plusSeconds(30 * 86_400).toEpochMilli(), "date", now)).isEqualTo("in 30d");
		assertThat(Cells.typed(now.plusSeconds(60).toEpochMilli(), "deadline", now)).isEqualTo("in 60s");
		assertThat(Cells.typed(now.minusSeconds(5 * 86_400).toEpochMilli(), "deadline", now)).isEqualTo("5d ago");
		assertThat(Cells.typed("UTC 0 bad", "schedule", now)).isNull();
		assertThat(Cells.typed("3d", "date", now)).isEqualTo("3d");
		assertThat(Cells.typed(0.25, "cpu", now)).isEqualTo("250m");
		assertThat(Cells.typed(1536L << 20, "bytes", now)).isEqualTo("1.5Gi");
		assertThat(Cells.typed(3L, "integer", now)).isEqualTo(3L);
		assertThat(Cells.typed(null, "date", now)).isNull();
	}

	@Test
	void aColumnIsAtLeastSixWideAndCountsCharactersNotBytes() {
		assertThat(printed(out -> new TableLayout(out).print(List.of(cells("A", "B"), cells("ä🚀", "x")))))
				.isEqualTo("A     B\nä🚀    x\n");
	}

	@Test
	void laterLinesKeepTheWidthsOfEarlierOnes() {
		assertThat(printed(out -> {
			TableLayout layout = new TableLayout(out);
			layout.print(List.of(cells("NAME", "AGE"), cells("a-long-name", "1s")));
			layout.print(List.<String[]>of(cells("b", "2s")));
		})).endsWith("\nb             2s\n");
	}

	@Test
	void numbersAreWrittenAsGoWritesThem() {
		assertThat(List.of(1.0, 0.5, 1e20, 1e21, 1.5e-7, -0.0001, 123456.75).stream().map(Cells::number))
				.containsExactly("1", "0.5", "100000000000000000000", "1e+21", "1.5e-07", "-0.0001", "123456.75");
	}

	@Test
	void aCellIsOneLine() {
		assertThat(Cells.line("first\nsecond")).isEqualTo("first...");
		assertThat(Cells.line(null)).isEmpty();
		assertThat(Cells.line("a\u001b[31m")).isEqualTo("a^[[31m");
	}

	@Test
	void oneObjectIsWrittenAsKubectlWritesJson() throws Exception {
		JsonNode object = tree("{\"b\":[],\"a\":{\"z\":{},\"y\":[1,true,null,\"<x&y>\\u2028\\\"\\n\\u0001\"]}}");
		assertThat(printed(out -> {
			JsonObjects text = new JsonObjects(out);
			text.object(object);
			text.end();
		})).isEqualTo("""
				{
				    "a": {
				        "y": [
				            1,
				            true,
				            null,
				            "\\u003cx\\u0026y\\u003e\\u2028\\"\\n\\u0001"
				        ],
				        "z": {}
				    },
				    "b": []
				}
				""");
	}

	@Test
	void severalObjectsAreAListInJsonAndNoneAnEmptyOne() throws Exception {
		JsonNode object = tree("{\"kind\":\"Pod\"}");
		assertThat(printed(out -> {
			JsonObjects text = new JsonObjects(out);
			text.begin();
			text.object(object);
			text.object(object);
			text.end();
		})).isEqualTo("""
				{
				    "apiVersion": "v1",
				    "items": [
				        {
				            "kind": "Pod"
				        },
				        {
				            "kind": "Pod"
				        }
				    ],
				    "kind": "List",
				    "metadata": {
				        "resourceVersion": ""
				    }
				}
				""");
		assertThat(printed(out -> {
			JsonObjects text = new JsonObjects(out);
			text.begin();
			text.end();
		})).contains("    \"items\": [],\n    \"kind\"");
	}

	@Test
	void severalObjectsAreAListInYamlWhoseTreesAreTheObjects() throws Exception {
		String json = "{\"data\":{\"t\":\"a\\n\\n b\\n\",\"e\":\"\",\"n\":\"1\"},\"a\":[{\"x\":[1]}]}";
		String text = printed(out -> {
			YamlObjects yaml = new YamlObjects(out);
			yaml.begin();
			try {
				yaml.object(tree(json));
				yaml.object(tree(json));
			} catch (Exception e) {
				throw new AssertionError(e);
			}
			yaml.end();
		});
		JsonNode list = new YAMLMapper().readTree(text);
		assertThat(list.path("items")).hasSize(2).allMatch(tree(json)::equals);
		assertThat(list.path("kind").asText()).isEqualTo("List");
		assertThat(printed(out -> {
			YamlObjects yaml = new YamlObjects(out);
			yaml.begin();
			yaml.end();
		})).isEqualTo("apiVersion: v1\nitems: []\nkind: List\nmetadata:\n  resourceVersion: \"\"\n");
	}

	@Test
	void commasQuotesAndLinesAreQuotedInCsv() {
		assertThat(printed(out -> new CsvText(out).print(List.<String[]>of(cells("a", "b,c", "d\"e", "f\ng")))))
				.isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\"\n");
	}
}
