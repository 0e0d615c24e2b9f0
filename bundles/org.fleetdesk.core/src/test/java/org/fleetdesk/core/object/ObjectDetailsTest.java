package org.fleetdesk.core.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectDetailsTest {
	private static final YAMLMapper YAML = new YAMLMapper();

	private static ObjectDetails details(String yaml) throws IOException {
		return ObjectDetails.of(YAML.readTree(yaml));
	}

	@Test
	void aWholeObjectIsReadWhole() throws IOException {
		ObjectDetails details = details(
				"""
						apiVersion: v1
						kind: Pod
						metadata:
						  name: api-0
						  namespace: web
						  uid: u-1
						  creationTimestamp: "2026-01-02T03:04:05Z"
						  deletionTimestamp: "2026-01-03T03:04:05.123456+02:00"
						  labels: {z: "1", a: "2"}
						  annotations: {note: "x"}
						  finalizers: [example.org/hold]
						  ownerReferences:
						  - {apiVersion: apps/v1, kind: StatefulSet, name: api, uid: u-0, controller: true}
						status:
						  phase: Running
						  conditions:
						  - {type: Ready, status: "False", reason: Waiting, message: Not yet., lastTransitionTime: "2026-01-02T03:04:06Z"}
						  podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]
						  restarts: 3
						  nothing: null
						  empty: {}
						""");
		assertThat(details.apiVersion()).isEqualTo("v1");
		assertThat(details.kind()).isEqualTo("Pod");
		assertThat(details.namespace()).isEqualTo("web");
		assertThat(details.name()).isEqualTo("api-0");
		assertThat(details.uid()).isEqualTo("u-1");
		assertThat(details.created()).contains(Instant.parse("2026-01-02T03:04:05Z"));
		assertThat(details.deleting()).contains(Instant.parse("2026-01-03T01:04:05.123456Z"));
		assertThat(details.labels()).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
		assertThat(details.annotations()).containsExactly(Map.entry("note", "x"));
		assertThat(details.finalizers()).containsExactly("example.org/hold");
		assertThat(details.owners())
				.containsExactly(new ObjectDetails.Owner("apps/v1", "StatefulSet", "api", "u-0", true));
		assertThat(details.conditions()).hasSize(1);
		assertThat(details.conditions().getFirst().since()).contains(Instant.parse("2026-01-02T03:04:06Z"));
		assertThat(details.status()).containsExactly(Map.entry("phase", "Running"),
				Map.entry("podIPs[0].ip", "10.0.0.1"),
				Map.entry("podIPs[1].ip", "fd00::1"), Map.entry("restarts", "3"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "[]", "null", "text", "5", "{metadata: 5, status: 5}",
			"{metadata: [1], status: [1, {conditions: 3}]}", "{metadata: null, status: null, kind: null}",
			"{kind: 5, apiVersion: {a: 1}, metadata: {name: 5, uid: [], labels: [a], annotations: x, finalizers: {a: 1}, "
					+ "ownerReferences: {a: 1}, creationTimestamp: 5, deletionTimestamp: {}}, status: {conditions: {a: 1}}}",
			"{metadata: {creationTimestamp: yesterday, finalizers: [1, null, {}], ownerReferences: [5, null, x], "
					+ "labels: {a: null, b: {c: 1}, d: [1]}}, status: {conditions: [5, null, x, [1]]}}"})
	void anOddTreeHasNothingToShowAndHarmsNobody(String yaml) throws IOException {
		ObjectDetails details = details(yaml);
		assertThat(details.name()).isEmpty();
		assertThat(details.created()).isEmpty();
		assertThat(details.labels()).isEmpty();
		assertThat(details.finalizers()).isEmpty();
		assertThat(details.owners()).isEmpty();
		assertThat(details.conditions()).isEmpty();
		assertThat(details.status()).isEmpty();
	}

	@Test
	void nothingAtAllIsReadAsNothing() {
		assertThat(ObjectDetails.of(MissingNode.getInstance()).kind()).isEmpty();
	}

	@Test
	void labelsThatAreNoTextAreShownAsText() throws IOException {
		assertThat(details("metadata: {labels: {a: 5, b: true}}").labels()).containsEntry("a", "5").containsEntry("b",
				"true");
	}

	@Test
	void aHugeStatusIsCutOff() throws IOException {
		String fields = IntStream.range(0, 1_000).mapToObj(i -> "f" + i + ": " + i).collect(Collectors.joining(", "));
		assertThat(details("status: {" + fields + "}").status()).hasSize(200);
	}

	@Test
	void aDeepStatusIsRead() throws IOException {
		JsonNode deep = YAML.createObjectNode().put("x", 1);
		for (int i = 0; i < 500; i++) {
			deep = YAML.createObjectNode().set("a", deep);
		}
		assertThat(ObjectDetails.of(YAML.createObjectNode().set("status", deep)).status()).hasSize(1);
	}

	@Test
	void whatWasReadCannotBeChanged() throws IOException {
		Map<String, String> labels = details("metadata: {labels: {a: b}}").labels();
		assertThatThrownBy(() -> labels.put("c", "d")).isInstanceOf(UnsupportedOperationException.class);
	}
}
