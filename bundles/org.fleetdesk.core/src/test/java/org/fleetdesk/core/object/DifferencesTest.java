package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;

class DifferencesTest {
	private static final ObjectMapper YAML = new YAMLMapper();

	private static JsonNode yaml(String text) throws IOException {
		return YAML.readTree(text);
	}

	private static List<String> differences(String before, String after) throws IOException {
		return Differences.of(yaml(before), yaml(after)).list().stream()
				.map(d -> d.kind() + " " + d.path() + d.before().map(v -> " " + v).orElse("")
						+ d.after().map(v -> " -> " + v).orElse(""))
				.toList();
	}

	@Test
	void itemsAreComparedByTheirKeys() throws IOException {
		assertThat(differences("containers: [{name: a, image: x}, {name: b, image: y}]",
				"containers: [{name: a, image: x}, {name: c}, {name: b, image: z}]"))
				.containsExactly("CHANGED .containers[name=\"b\"].image \"y\" -> \"z\"",
						"ADDED .containers[name=\"c\"] -> {\"name\":\"c\"}");
		assertThat(differences("ports: [{port: 80, protocol: TCP, name: x}, {port: 80, protocol: UDP, name: y}]",
				"ports: [{port: 80, protocol: TCP, name: x}]"))
				.containsExactly("REMOVED .ports[port=80,protocol=\"UDP\"] "
						+ "{\"port\":80,\"protocol\":\"UDP\",\"name\":\"y\"}");
	}

	@Test
	void anotherOrderOfItemsIsADifferenceButNotOfFields() throws IOException {
		assertThat(differences("a: 1\nb: 2", "b: 2\na: 1")).isEmpty();
		assertThat(differences("l: [{name: a}, {name: b}]", "l: [{name: b}, {name: a}]")).singleElement().asString()
				.startsWith("CHANGED .l ");
	}

	@Test
	void plainListsAreAlignedByTheirEqualElements() throws IOException {
		assertThat(differences("args: [a, b, c, d]", "args: [a, x, b, d, e]")).containsExactly(
				"ADDED .args[1] -> \"x\"", "REMOVED .args[2] \"c\"", "ADDED .args[4] -> \"e\"");
	}

	@Test
	void numbersInAnotherFormAreEqualAndQuantitiesAreNot() throws IOException {
		assertThat(differences("a: 1", "a: 1.0")).isEmpty();
		assertThat(differences("a: \"1\"", "a: 1000m")).containsExactly("CHANGED .a \"1\" -> \"1000m\"");
		assertThat(differences("a: null\nb: 1", "b: {}\nc: null")).containsExactly("REMOVED .a null",
				"CHANGED .b 1 -> {}", "ADDED .c -> null");
	}

	@Test
	void whatOnlyTheServerWritesIsNoDifference() throws IOException {
		JsonNode before = yaml(
				"metadata: {name: a, uid: 1, resourceVersion: '7', managedFields: [{}]}\nstatus: {x: 1}");
		JsonNode after = yaml("metadata: {name: a, uid: 1, resourceVersion: '8', generation: 2}\nstatus: {x: 2}");
		Differences differences = Differences.of(before, after);
		assertThat(differences.isEmpty()).isTrue();
		assertThat(differences.unified("a", "b")).isEmpty();
		assertThat(before.path("metadata").has("uid")).isTrue();
	}

	@Test
	void valuesOfSecretsStayHiddenButAreSaidToDiffer() throws IOException {
		String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {p: %s, q: c2FtZQ==}";
		Differences differences = Differences.of(yaml(secret.formatted("b25l")), yaml(secret.formatted("dHdv")));
		assertThat(differences.list()).singleElement().extracting(d -> d.path().toString()).isEqualTo(".data.p");
		String all = differences + differences.unified("a", "b");
		assertThat(all).contains("-  p: \u2022\u2022\u2022\u2022 (3 bytes)",
				"+  p: \u2022\u2022\u2022\u2022 (3 bytes; changed)")
				.doesNotContain("b25l", "dHdv", "c2FtZQ", "one", "two");
	}

	@Test
	void theUnifiedTextIsWhatDiffWrites() throws IOException {
		Differences differences = Differences.of(yaml("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\nj: 10"),
				yaml("a: 0\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\nj: 10\nk: 11"));
		assertThat(differences.unified("live", "new")).isEqualTo("""
				--- live
				+++ new
				@@ -1,4 +1,4 @@
				-a: 1
				+a: 0
				 b: 2
				 c: 3
				 d: 4
				@@ -8,3 +8,4 @@
				 h: 8
				 i: 9
				 j: 10
				+k: 11
				""");
		assertThat(differences.lines(1)).extracting(l -> l.kind() + " " + l.oldLine() + " " + l.newLine())
				.containsExactly("REMOVED 1 0", "ADDED 0 1", "CONTEXT 2 2", "GAP 3 3", "CONTEXT 10 10", "ADDED 0 11");
	}

	@Test
	void anObjectMayBeNewOrGone() throws IOException {
		JsonNode object = yaml("a: 1\nb: 2");
		assertThat(Differences.of(MissingNode.getInstance(), object).unified("x", "y"))
				.isEqualTo("--- x\n+++ y\n@@ -0,0 +1,2 @@\n+a: 1\n+b: 2\n");
		assertThat(Differences.of(object, MissingNode.getInstance()).list()).extracting(Difference::kind)
				.containsExactly(Difference.Kind.REMOVED);
	}
}
