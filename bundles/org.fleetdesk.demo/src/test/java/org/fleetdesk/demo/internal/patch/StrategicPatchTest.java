package org.fleetdesk.demo.internal.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kinds;
import org.fleetdesk.demo.internal.schema.Definitions;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class StrategicPatchTest {

	private static JsonNode patched(String object, String patch) throws Exception {
		JsonNode schema = Definitions.shipped().schema(new Kinds().find("", "v1", "pods").orElseThrow());
		return new StrategicPatch(Definitions.shipped()).apply((ObjectNode) Trees.YAML.readTree(object),
				Trees.YAML.readTree(patch), schema);
	}

	@Test
	void containersAreMergedByNameAndDeletedByDirective() throws Exception {
		JsonNode pod = patched("{spec: {containers: [{name: a, image: x}, {name: b, image: y}]}}",
				"{spec: {containers: [{name: b, image: z}, {name: a, $patch: delete}, {name: c, image: w}]}}");
		assertThat(pod.toString())
				.isEqualTo(
						"{\"spec\":{\"containers\":[{\"name\":\"b\",\"image\":\"z\"},{\"name\":\"c\",\"image\":\"w\"}]}}");
	}

	@Test
	void elementsAreOrderedAsThePatchSays() throws Exception {
		JsonNode pod = patched("{spec: {containers: [{name: a}, {name: b}]}}",
				"{spec: {$setElementOrder/containers: [{name: b}, {name: a}]}}");
		assertThat(Trees.text(pod, "spec.containers.0.name")).isEqualTo("b");
	}

	@Test
	void listsWithoutAKeyAreReplacedAndPrimitivesDeleted() throws Exception {
		JsonNode pod = patched("{metadata: {finalizers: [a, b]}, spec: {containers: [{name: a, args: [x]}]}}",
				"{metadata: {$deleteFromPrimitiveList/finalizers: [a]}, spec: {containers: [{name: a, args: [y]}]}}");
		assertThat(pod.path("metadata").path("finalizers").toString()).isEqualTo("[\"b\"]");
		assertThat(Trees.text(pod, "spec.containers.0.args.0")).isEqualTo("y");
	}
}
