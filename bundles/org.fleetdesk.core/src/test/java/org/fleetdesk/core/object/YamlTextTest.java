package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlTextTest {
	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final YAMLMapper YAML = new YAMLMapper();

	/** Strings that some reader of YAML takes for something else, or that are hard to write. */
	private static List<String> nasty() {
		List<String> all = new ArrayList<>(List.of("", " ", "  ", "true", "True", "TRUE", "false", "yes", "Yes", "YES",
				"no", "NO", "on", "On", "OFF", "off", "y", "Y", "n", "N", "null", "Null", "NULL", "~", "1", "-1", "+1",
				"0", "00", "007", "0x1F", "0o17", "017", "0b101", "1_000", "1,000", "1.0", "1.", ".5", "-.5", "1e3",
				"1E3", "1e+3", "1.5e-3", "6e7", "12e03", "1e", ".", "..", "...", ".inf", "-.inf", "+.Inf", ".nan",
				".NaN", "NaN", "Infinity", "12:30:45", "1:20", "190:20:30.15", "-1:30", "2001-01-01",
				"2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "2026-11-21T11:42:07Z", "=", "<<", "-",
				"- a", "--", "---", "--- a", "?", "? a", ":", ": a", "a:", "a: b", "a :b", "a:b", "#", "# a", "a #b",
				"a#b", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a`", "|", "|-", ">", ">-", "{", "}", "[", "]", "{a}",
				"[a]", "{a: b}", "{{ .Values.x }}", ",", "a,b", "'", "\"", "'a'", "\"a\"", "it's", "say \"hi\"",
				"back\\slash", "C:\\dir", "\t", "\ta", "a\tb", "a\t", " a", "a ", " a ", "a\n", "a\nb", "a\nb\n",
				"a\n\n", "a\n\n\nb\n\n", "\n", "\n\n", "\na", " a\nb", "  a\n b\n", "\ta\n\tb", "a \nb", "a\n b\nc ",
				"a\n\t\nb", "a\r\nb", "a\r\nb\r\n", "\r", "a\rb", "#!/bin/sh\nset -e\n\necho \"$1\" # x\n",
				"---\na: b\n", "key: value\nlist:\n- 1\n", "\u0000", "\u0007", "\u001b[31m", "\u007f", "\u0085",
				"a\u0085b", "\u00a0", "\u2028", "a\u2029b", "\ufeff", "\ufeffa", "\uffff", "é", "中文", "中文\n第二行\n",
				"😀", "a😀\nb", "مرحبا", "e\u0301", "null\n", "true\n", "1\n", "x".repeat(300),
				("word ".repeat(60)).strip(), "a".repeat(130) + ": b", "=1+1", "a=b", "1d", "1m", "100Mi", "0.5",
				"1.2.3.4", "1.34", "v1.34", "0755", "sha256:1e10", "12345e6", "1e1000", "0xdeadbeef", "0xg",
				"9223372036854775808", "-0", "+.5", "._1", "_1", "1__0", "1_", "0_7", "<html>", "a\\nb", "%d",
				"\u200b", "\ud800", "a\udc00\nb", "ends with colon:", "trailing comma,"));
		return all;
	}

	private static String write(JsonNode tree) {
		String text = YamlText.of(tree);
		assertThat(text).doesNotStartWith("---").doesNotContain("\n---\n");
		return text;
	}

	/** Reads the text with two readers, one of which knows every type of YAML 1.1. */
	private static void sameInEveryReader(JsonNode tree) throws IOException {
		String text = YamlText.of(tree);
		assertThat(YAML.readTree(text)).as(text).isEqualTo(tree);
		Object plain = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
		assertThat(JSON.<JsonNode>valueToTree(plain)).as(text).isEqualTo(tree);
	}

	@Test
	void aStringReadsBackAsTheSameStringWhereverItStands() throws IOException {
		for (String text : nasty()) {
			ObjectNode tree = NODES.objectNode();
			tree.put("value", text);
			tree.putArray("list").add(text).add("z").addArray().add(text);
			tree.putObject("map").put("x", text).putArray("in").addObject().put("y", text).put("z", 1);
			sameInEveryReader(tree);
		}
	}

	@Test
	void aKeyReadsBackAsTheSameKey() throws IOException {
		for (String key : nasty()) {
			ObjectNode tree = NODES.objectNode();
			tree.putObject("labels").put(key, "v").put("other", key);
			sameInEveryReader(tree);
		}
	}

	@Test
	void treesOfAnySuchScalarsReadBackAsTheSameTree() throws IOException {
		List<String> strings = nasty();
		for (int seed = 0; seed < 200; seed++) {
			ObjectNode tree = NODES.objectNode();
			tree.set("root", random(new Random(seed), strings, 0));
			sameInEveryReader(tree);
		}
	}

	private static JsonNode random(Random random, List<String> strings, int depth) {
		return switch (random.nextInt(depth > 4 ? 6 : 9)) {
			case 0 -> NODES.numberNode(random.nextInt(-1_000_000, 1_000_000));
			case 1 -> NODES.booleanNode(random.nextBoolean());
			case 2 -> NODES.nullNode();
			case 3 -> NODES.numberNode(random.nextInt() + 0.25);
			case 6 -> {
				var list = NODES.arrayNode();
				for (int i = random.nextInt(4); i > 0; i--) {
					list.add(random(random, strings, depth + 1));
				}
				yield list;
			}
			case 7, 8 -> {
				var map = NODES.objectNode();
				for (int i = random.nextInt(4); i > 0; i--) {
					map.set(strings.get(random.nextInt(strings.size())), random(random, strings, depth + 1));
				}
				yield map;
			}
			default -> NODES.textNode(strings.get(random.nextInt(strings.size())));
		};
	}

	@Test
	void whatPeopleReadMostHasNoQuotes() {
		Map<String, Object> object = new LinkedHashMap<>();
		object.put("apiVersion", "apps/v1");
		object.put("image", "registry.test:5000/web/api:v1.2.3");
		object.put("node", "gpu-1.eu");
		object.put("memory", "100Mi");
		object.put("replicas", 3);
		object.put("paused", false);
		object.put("empty", List.of());
		object.put("none", Map.of());
		object.put("args", List.of("--port=80", Map.of("name", "a", "b", 1)));
		assertThat(write(JSON.valueToTree(new LinkedHashMap<>(Map.of("a", 1))))).isEqualTo("a: 1\n");
		object.put("args", List.of("serve", Map.of("name", "a")));
		assertThat(write(JSON.valueToTree(object))).isEqualTo("""
				apiVersion: apps/v1
				image: registry.test:5000/web/api:v1.2.3
				node: gpu-1.eu
				memory: 100Mi
				replicas: 3
				paused: false
				empty: []
				none: {}
				args:
				  - serve
				  - name: a
				""");
	}

	@Test
	void whatLooksLikeSomethingElseIsQuoted() {
		for (String text : List.of("1", "0x10", "1e3", "true", "yes", "null", "~", "2026-11-21", "12:30:45", "")) {
			assertThat(write(NODES.objectNode().put("a", text))).isEqualTo("a: \"" + text + "\"\n");
		}
	}

	@Test
	void textOfSeveralLinesIsALiteralBlock() {
		assertThat(write(NODES.objectNode().put("script", "#!/bin/sh\nset -e\n\necho hi # there\n").put("z", 1)))
				.isEqualTo("script: |\n  #!/bin/sh\n  set -e\n\n  echo hi # there\nz: 1\n");
		assertThat(write(NODES.objectNode().put("a", "one\ntwo"))).isEqualTo("a: |-\n  one\n  two\n");
		assertThat(write(NODES.objectNode().put("a", "一\n二\n"))).isEqualTo("a: |\n  一\n  二\n");
	}

	@Test
	void longLinesAndOtherScriptsStayAsTheyAre() {
		String line = "中文 words and 😀 ".repeat(30).strip();
		assertThat(write(NODES.objectNode().put("a", line))).isEqualTo("a: " + line + "\n");
	}

	@Test
	void numbersKeepEveryDigit() throws IOException {
		JsonNode tree = JSON.readTree("{\"a\":9007199254740993,\"b\":1.5,\"c\":-0.1,\"d\":1e21,\"e\":0}");
		sameInEveryReader(tree);
	}

	@Test
	void theReadableFormLeavesOnlyTheManagedFieldsOut() throws IOException {
		JsonNode object = JSON.readTree("""
				{"kind":"Pod","metadata":{"name":"a","managedFields":[{"manager":"kubectl"}],"uid":"1"},
				"spec":{"managedFields":"stays"}}""");
		assertThat(YamlText.readable(object)).isEqualTo("""
				kind: Pod
				metadata:
				  name: a
				  uid: "1"
				spec:
				  managedFields: stays
				""");
		assertThat(object.path("metadata").has("managedFields")).isTrue();
		assertThat(YamlText.of(object)).contains("manager: kubectl");
	}

	@Test
	void oddTreesHaveAReadableFormToo() throws IOException {
		for (String odd : List.of("[]", "{}", "\"text\"", "5", "null", "{\"metadata\":5}", "{\"metadata\":null}")) {
			JsonNode tree = JSON.readTree(odd);
			assertThat(YAML.readTree(YamlText.readable(tree))).isEqualTo(tree);
		}
	}
}
