package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

import org.fleetdesk.core.object.FieldPath.Element;
import org.fleetdesk.core.object.FieldPath.Index;
import org.fleetdesk.core.object.FieldPath.Item;
import org.fleetdesk.core.object.FieldPath.Key;
import org.fleetdesk.core.object.FieldPath.Value;
import org.junit.jupiter.api.Test;

class FieldPathTest {
	private static final ObjectMapper JSON = new ObjectMapper();

	private static FieldPath path(Element... elements) {
		return new FieldPath(List.of(elements));
	}

	@Test
	void aConflictsPathIsReadWithItsKeys() {
		assertThat(FieldPath.parse(".spec.template.spec.containers[name=\"web\"].image"))
				.isEqualTo(FieldPath.of("spec", "template", "spec", "containers").with(new Item("name", "web"))
						.with("image"))
				.hasToString(".spec.template.spec.containers[name=\"web\"].image");
		assertThat(FieldPath.parse(".spec.ports[port=80,protocol=\"TCP\"].targetPort"))
				.isEqualTo(FieldPath.of("spec", "ports")
						.with(new Item(Map.of("protocol", TextNode.valueOf("TCP"), "port", IntNode.valueOf(80))))
						.with("targetPort"))
				.hasToString(".spec.ports[port=80,protocol=\"TCP\"].targetPort");
		assertThat(FieldPath.parse(".metadata.finalizers[=\"example.test/hold\"]"))
				.isEqualTo(FieldPath.of("metadata", "finalizers")
						.with(new Value(TextNode.valueOf("example.test/hold"))));
	}

	@Test
	void aConflictsKeyWithDotsIsOneKeyWherePeopleChooseKeys() {
		assertThat(FieldPath.parse(".metadata.labels.app.kubernetes.io/name"))
				.isEqualTo(FieldPath.of("metadata", "labels", "app.kubernetes.io/name"))
				.hasToString(".metadata.labels[app.kubernetes.io/name]");
		assertThat(FieldPath.parse(".data.app.properties")).isEqualTo(FieldPath.of("data", "app.properties"));
		assertThat(FieldPath.parse(".spec.template.spec.containers[name=\"a\"].resources.limits.nvidia.com/gpu"))
				.isEqualTo(FieldPath.of("spec", "template", "spec", "containers").with(new Item("name", "a"))
						.with("resources").with("limits").with("nvidia.com/gpu"));
	}

	@Test
	void theObjectTellsWhatADotMeans() throws IOException {
		JsonNode object = JSON.readTree("{\"spec\":{\"a.b\":{\"c\":1},\"data\":{\"d\":{\"e\":2}}}}");
		assertThat(FieldPath.parse(".spec.a.b.c", object)).isEqualTo(FieldPath.of("spec", "a.b", "c"));
		assertThat(FieldPath.parse(".spec.data.d.e", object)).isEqualTo(FieldPath.of("spec", "data", "d", "e"));
	}

	@Test
	void aValidationErrorsPathIsReadWithItsIndexesAndBracketedKeys() {
		assertThat(FieldPath.parse("spec.containers[0].name"))
				.isEqualTo(path(new Key("spec"), new Key("containers"), new Index(0), new Key("name")));
		assertThat(FieldPath.parse("metadata.labels[app.kubernetes.io/name]"))
				.isEqualTo(FieldPath.of("metadata", "labels", "app.kubernetes.io/name"));
		assertThat(FieldPath.parse("data[some.key]")).isEqualTo(FieldPath.of("data", "some.key"));
		assertThat(FieldPath.parse("<nil>")).isEqualTo(FieldPath.ROOT);
		assertThat(FieldPath.parse("")).isEqualTo(FieldPath.ROOT);
	}

	@Test
	void everyPathsTextReadsBackAsThePath() {
		List<String> keys = List.of("a", "", ".", "..", "a.b", "[", "]", "a]b", "0", "1.5", "[0]", "=", "a=b", "a=1.0",
				"\"", "a\"b.c", "\\", "a.\\b", "a\nb", "中文", "x.中文", "a b", "name=\"x.y\"", "=.x", "a,b.c", "~1",
				"app.kubernetes.io/name", "k:{\"name\":\"x\"}", "\u0007.\u000b");
		for (String key : keys) {
			for (Element next : List.of(new Key("z"), new Index(3), new Item("name", key), new Key(key),
					new Value(TextNode.valueOf(key)), new Value(IntNode.valueOf(7)),
					new Item(Map.of("a", TextNode.valueOf(key), "b", IntNode.valueOf(1))))) {
				FieldPath path = path(new Key("x"), new Key(key), next, new Key("end"));
				assertThat(FieldPath.parse(path.toString())).as(path.toString()).isEqualTo(path);
			}
		}
	}

	@Test
	void stringsAreReadAsServersQuoteThem() {
		assertThat(FieldPath.parse(".a[=\"\\a\\v\\x7f\\\\x7f\\\"\\u00e9\\U0001f600\"]")).isEqualTo(
				FieldPath.of("a").with(new Value(TextNode.valueOf("\u0007\u000b\u007f\\x7f\"é😀"))));
	}

	@Test
	void noTextIsTooOddForAPath() {
		for (String odd : List.of("[", "]", "a[", "a[b", "a]b", "[]", "[=]", "[=\"]", "[a=]", "[a=b]", "[a=\"]",
				"[a=1,b]", "..", "a..b", ".", "[99999999999]", "[-1]", "[=\"\\q\"]", "[=\"\\x\"]")) {
			assertThat(FieldPath.parse(odd)).as(odd).isNotNull();
		}
	}

	@Test
	void aPathFindsWhatStandsThere() throws IOException {
		JsonNode object = JSON.readTree(
				"""
						{"spec":{"containers":[{"name":"a","image":"x","ports":[{"containerPort":80},
						{"containerPort":80,"protocol":"UDP"}]},{"name":"b","image":"y"}]},"finalizers":["f","g"],"none":null}""");
		FieldPath containers = FieldPath.of("spec", "containers");
		assertThat(containers.with(new Item("name", "b")).with("image").in(object)).contains(TextNode.valueOf("y"));
		assertThat(containers.with(0).with("name").in(object)).contains(TextNode.valueOf("a"));
		assertThat(containers.with(2).in(object)).isEmpty();
		assertThat(containers.with(new Item("name", "c")).in(object)).isEmpty();
		assertThat(containers.with("name").in(object)).isEmpty();
		assertThat(FieldPath.of("finalizers").with(new Value(TextNode.valueOf("g"))).in(object))
				.contains(TextNode.valueOf("g"));
		assertThat(FieldPath.of("none").in(object)).isPresent();
		assertThat(FieldPath.ROOT.in(object)).contains(object);
		FieldPath tcp = FieldPath.parse(".spec.containers[name=\"a\"].ports[containerPort=80,protocol=\"TCP\"]");
		assertThat(tcp.in(object)).as("the server fills in the protocol").contains(
				JSON.readTree("{\"containerPort\":80}"));
		assertThat(FieldPath.parse(".spec.containers[name=\"a\"].ports[containerPort=80,protocol=\"UDP\"]").in(object))
				.contains(JSON.readTree("{\"containerPort\":80,\"protocol\":\"UDP\"}"));
		assertThat(new Item(Map.of("containerPort", LongNode.valueOf(80))).matches(JSON.readTree(
				"{\"containerPort\":80.0}"))).as("numbers are equal whatever their form").isTrue();
	}

	@Test
	void aPathKnowsWhatIsAboveIt() {
		FieldPath path = FieldPath.of("a", "b");
		assertThat(path.with("c").startsWith(path)).isTrue();
		assertThat(path.startsWith(path)).isTrue();
		assertThat(path.startsWith(path.with(1))).isFalse();
		assertThat(path.with(1).parent()).isEqualTo(path);
		assertThat(FieldPath.ROOT.parent()).isEqualTo(FieldPath.ROOT);
		assertThat(FieldPath.ROOT.isRoot()).isTrue();
	}
}
