package org.fleetdesk.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.fleetdesk.core.object.FieldPath;
import org.junit.jupiter.api.Test;

class YamlEditTest {
	private static final ObjectMapper JSON = new ObjectMapper();
	private static final String TEXT = """
			# of the shop
			apiVersion: apps/v1
			kind: Deployment
			metadata:
			  name: web   # its name
			  labels: {app: web, "tier": 'front'} # flow
			  annotations:
			spec:
			  # how many
			  replicas: 2
			  template:
			    spec:
			      containers:
			      - name: "web"
			        image: 'shop/web:1' # the image
			        # its arguments
			        args:
			          - --port
			          - "80"
			        script: |
			          echo 1

			          echo 2

			      - image: shop/side:1

			        name: side
			        ports: [{containerPort: 80}, {containerPort: 81}]
			  # the end
			""";

	private static String set(String text, String path, String json) throws IOException {
		return YamlEdit.set(text, 1, FieldPath.parse(path), JSON.readTree(json));
	}

	@Test
	void aValueIsReplacedInItsOwnStyle() throws IOException {
		assertThat(set(TEXT, ".spec.replicas", "3")).isEqualTo(TEXT.replace("replicas: 2", "replicas: 3"));
		assertThat(set(TEXT, ".spec.template.spec.containers[name=\"web\"].image", "\"shop/web:2\""))
				.isEqualTo(TEXT.replace("'shop/web:1'", "'shop/web:2'"));
		assertThat(set(TEXT, ".spec.template.spec.containers[1].image", "\"x\""))
				.isEqualTo(TEXT.replace("shop/side:1", "x"));
		assertThat(set(TEXT, ".metadata.labels.app", "\"on\"")).isEqualTo(TEXT.replace("app: web", "app: \"on\""));
	}

	@Test
	void aNewKeyGoesToTheEndOfItsMap() throws IOException {
		assertThat(set(TEXT, ".spec.paused", "true"))
				.isEqualTo(TEXT.replace("  # the end", "  paused: true\n  # the end"));
		assertThat(set(TEXT, ".metadata.labels.new", "\"a\""))
				.isEqualTo(TEXT.replace("'front'}", "'front', \"new\":\"a\"}"));
		assertThat(set(TEXT, ".metadata.annotations[a.b/c]", "\"d\""))
				.isEqualTo(TEXT.replace("annotations:\n", "annotations:\n    a.b/c: d\n"));
		assertThat(set(TEXT, ".spec.template.spec.containers[name=\"web\"].resources.limits.cpu", "\"1\"")).isEqualTo(
				TEXT.replace("echo 2\n", "echo 2\n        resources:\n          limits:\n            cpu: \"1\"\n"));
		assertThat(set(TEXT, ".spec.template.spec.containers[name=\"third\"].image", "\"c\"")).isEqualTo(
				TEXT.replace("  # the end", "      - name: third\n        image: c\n  # the end"));
	}

	@Test
	void whatIsRemovedTakesItsLinesWithIt() {
		assertThat(YamlEdit.remove(TEXT, 1, FieldPath.parse(".spec.replicas")))
				.isEqualTo(TEXT.replace("  replicas: 2\n", ""));
		assertThat(YamlEdit.remove(TEXT, 1, FieldPath.parse(".spec.template.spec.containers[1].image")))
				.isEqualTo(TEXT.replace("image: shop/side:1\n\n        ", ""));
		assertThat(YamlEdit.remove(TEXT, 1, FieldPath.parse(".spec.template.spec.containers[0].args[0]")))
				.isEqualTo(TEXT.replace("          - --port\n", ""));
		assertThat(YamlEdit.remove(TEXT, 1, FieldPath.parse(".spec.nothing.there"))).isEqualTo(TEXT);
	}

	@Test
	void everyEditOfEveryFieldReadsBackAsTheTreeWithIt() throws IOException {
		String anchors = "apiVersion: v1\nkind: A\nmetadata: {name: x}\na: &a {b: 1}\nc:\n  <<: *a\n  d: *a\ne:\n- - 1\n"
				+ "  - 2\n- *a\nf: >-\n  folded\n  text\ng: |+\n  kept\n\n\nh: !!str 5\ni: &s text\nj: *s\n";
		String json = "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"A\",\n\t\"metadata\": {\n\t\t\"name\": \"x\"\n\t},\n"
				+ "\t\"l\": [1, {\"a\": []}]\n}\n";
		List<JsonNode> values = new ArrayList<>();
		for (String value : List.of("1", "1.5", "true", "null", "\"\"", "\"yes\"", "\"a\\nb\\n\"", "\"\\n a: #\"",
				"\"it's \\\"q\\\" \\\\ \\u0001\\u0085\"", "{}", "[]", "{\"x\":{\"y\":[1,{\"z\":\"a\\nb\"}]}}",
				"[[1],[]]",
				"[\"a\\nb\"]")) {
			values.add(JSON.readTree(value));
		}
		int edits = 0;
		for (String lf : List.of(TEXT, anchors, json, "# first\n---\n" + TEXT + "---\n" + TEXT)) {
			for (String text : List.of(lf, lf.replace("\n", "\r\n"), lf.stripTrailing())) {
				Document document = Documents.parse(text).documents().getFirst();
				List<FieldPath> paths = new ArrayList<>();
				paths(FieldPath.ROOT, document.built(), paths);
				for (FieldPath path : paths) {
					for (JsonNode value : path.isRoot() ? List.of(values.getLast()) : values) {
						reads(text, path, Optional.of(value), YamlEdit.set(text, 1, path, value));
						edits++;
					}
					if (!path.isRoot()) {
						reads(text, path, Optional.empty(), YamlEdit.remove(text, 1, path));
					}
				}
			}
		}
		assertThat(edits).isGreaterThan(1_000);
	}

	private static void reads(String text, FieldPath path, Optional<JsonNode> value, String edited) {
		List<Document> before = Documents.parse(text).documents();
		List<Document> after = Documents.parse(edited).documents();
		JsonNode expected = YamlEdit.edited(before.getFirst().built(), path, value);
		assertThat(expected.equals((a, b) -> FieldPath.same(a, b) ? 0 : 1, after.getFirst().built()))
				.as("%s = %s in%n%s", path, value, edited).isTrue();
		assertThat(after).hasSameSizeAs(before);
		if (before.size() > 1) {
			assertThat(after.get(1).text()).isEqualTo(before.get(1).text());
		}
		if (edited.contains("\r\n")) {
			assertThat(edited.replace("\r\n", "")).as("one kind of line end").doesNotContain("\n");
		}
	}

	private static void paths(FieldPath path, JsonNode node, List<FieldPath> paths) {
		paths.add(path);
		if (node.isObject()) {
			node.properties().forEach(e -> paths(path.with(e.getKey()), e.getValue(), paths));
			paths.add(path.with("new key"));
		} else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				paths(path.with(i), node.get(i), paths);
			}
			paths.add(path.with(node.size()));
		}
	}

	@Test
	void anItemOfAListIsEditedWhereItStands() throws IOException {
		String list = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: A\n  metadata: {name: a}\n"
				+ "- apiVersion: v1\n  kind: A\n  metadata:\n    name: b # b\n";
		assertThat(YamlEdit.set(list, 2, FieldPath.of("data", "x"), JSON.readTree("\"z\"")))
				.isEqualTo(list + "  data:\n    x: z\n");
	}

	@Test
	void whatCannotBeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> set(TEXT.replace("spec:", "spec"), ".a", "1"));
		assertThatIllegalArgumentException().isThrownBy(() -> YamlEdit.remove(TEXT, 1, FieldPath.ROOT));
		assertThatIllegalArgumentException().isThrownBy(() -> YamlEdit.remove(TEXT, 2, FieldPath.of("a")));
		assertThatIllegalArgumentException().isThrownBy(() -> set(TEXT, ".spec.template.spec.containers[9]", "1"));
	}
}
