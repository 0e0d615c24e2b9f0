package org.fleetdesk.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.fleetdesk.core.object.FieldPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What becomes of a text when the object it is about has changed, and when others keep some of its fields. */
class EditTextTest {
	private static final String FIELDS = """
			"managedFields":[{"manager":"kubectl","operation":"Update","fieldsV1":{"f:spec":{"f:replicas":{},
			"f:containers":{"k:{\\"name\\":\\"web\\"}":{"f:image":{}},"k:{\\"name\\":\\"side\\"}":{"f:image":{}}}}}}]""";

	private final JsonNode base = tree("1", """
			"replicas":1,"containers":[{"name":"web","image":"web:1"},{"name":"side","image":"side:1"}]""");

	private static JsonNode tree(String version, String spec) {
		try {
			return new ObjectMapper().readTree("{\"metadata\":{\"name\":\"a\",\"resourceVersion\":\"" + version + "\","
					+ FIELDS + "},\"spec\":{" + spec + "}}");
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e);
		}
	}

	private static JsonNode typed(JsonNode tree) {
		return ((ObjectNode) tree.deepCopy()).put("apiVersion", "apps/v1").put("kind", "Deployment");
	}

	@Test
	void aRebasedTextHasTheirChangesAndMine() {
		JsonNode mine = tree("1", """
				"replicas":1,"containers":[{"name":"web","image":"web:2"},{"name":"side","image":"side:1"}]""");
		JsonNode theirs = tree("2", """
				"replicas":3,"containers":[{"name":"side","image":"side:9"},{"name":"web","image":"web:1"}]""");
		JsonNode rebased = Edit.rebased(base, mine, theirs);
		assertThat(rebased).isEqualTo(tree("2", """
				"replicas":3,"containers":[{"name":"side","image":"side:9"},{"name":"web","image":"web:2"}]"""));
	}

	@Test
	void aRebasedTextKeepsItsCommentsAndItsOrder() {
		JsonNode theirs = typed(tree("2", "\"paused\":true,\"replicas\":3,"
				+ "\"containers\":[{\"name\":\"side\",\"image\":\"side:9\"},{\"name\":\"web\",\"image\":\"web:1\"}]"));
		String typed = """
				# mine
				apiVersion: apps/v1
				kind: Deployment
				metadata:
				  name: a
				  resourceVersion: "1"
				spec:
				  containers:
				    - name: web
				      image: web:2 # the new one
				    - {name: side, image: "side:1"}
				  replicas: 1   # enough
				""";
		assertThat(Edit.rebased(typed, typed(base), theirs)).contains("""
				# mine
				apiVersion: apps/v1
				kind: Deployment
				metadata:
				  name: a
				  resourceVersion: "2"
				spec:
				  containers:
				    - name: web
				      image: web:2 # the new one
				    - {name: side, image: "side:9"}
				  replicas: 3   # enough
				  paused: true
				""");
		assertThat(Edit.rebased("a: [", typed(base), theirs)).isEmpty();
	}

	@Test
	void whatBothChangedStaysMineWhenRebased() {
		JsonNode mine = tree("1", "\"replicas\":5," + "\"containers\":" + base.at("/spec/containers"));
		JsonNode theirs = tree("2", "\"replicas\":3," + "\"containers\":" + base.at("/spec/containers"));
		assertThat(Edit.rebased(base, mine, theirs).at("/spec/replicas").asInt()).isEqualTo(5);
	}

	@Test
	void whatITookOutIsOutWhenRebased() {
		JsonNode mine = tree("1", "\"replicas\":1,\"containers\":[{\"name\":\"web\",\"image\":\"web:1\"}]");
		JsonNode theirs = tree("2", "\"replicas\":3," + "\"containers\":" + base.at("/spec/containers"));
		assertThat(Edit.rebased(base, mine, theirs)).isEqualTo(
				tree("2", "\"replicas\":3,\"containers\":[{\"name\":\"web\",\"image\":\"web:1\"}]"));
	}

	@Test
	void fieldsThatOthersKeepAreAsTheyWere() {
		JsonNode mine = tree("1", """
				"replicas":5,"containers":[{"name":"web","image":"web:2"},{"name":"side","image":"side:1"}]""");
		FieldPath image = FieldPath.of("spec", "containers").with(new FieldPath.Item("name", "web")).with("image");
		assertThat(Edit.without(base, mine, Set.of(image))).isEqualTo(tree("1", """
				"replicas":5,"containers":[{"name":"web","image":"web:1"},{"name":"side","image":"side:1"}]"""));
	}

	@Test
	void aFieldThatIAddedGoesWhenOthersKeepTheirs() {
		JsonNode mine = tree("1", "\"paused\":true," + "\"replicas\":1,\"containers\":" + base.at("/spec/containers"));
		assertThat(Edit.without(base, mine, Set.of(FieldPath.of("spec", "paused")))).isEqualTo(base);
	}
}
