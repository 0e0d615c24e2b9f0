package org.fleetdesk.kube.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class TreePathTest {

	private static JsonNode tree() throws Exception {
		return new ObjectMapper().readTree(
				"""
						{"metadata": {"labels": {"app": "web", "a.b/c": "x"}},
						 "spec": {"containers": [{"name": "one", "ports": [{"n": 1}, {"n": 2}]}, null, {"name": "two"}], "none": null},
						 "status": {"conditions": [{"type": "Ready", "status": "True"}, {"type": "Other"}]}}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"spec.containers[*]|spec.containers[0] spec.containers[2]",
			"spec.containers[*].ports[*]|spec.containers[0].ports[0] spec.containers[0].ports[1]",
			"status.conditions[type=Ready].status|status.conditions[0].status",
			"metadata.labels.*|metadata.labels.app metadata.labels['a.b/c']",
			"metadata.labels.{a.b/*,z}|metadata.labels['a.b/c']", "metadata.labels['a.b/c']|metadata.labels['a.b/c']",
			"spec.none|''", "spec.containers.name|''", "spec.missing[*].x|''"})
	void aPathLeadsToAllThatStandsThere(String path, String places) throws Exception {
		List<TreePath.Place> found = TreePath.parse(path).in(tree());
		assertThat(String.join(" ", found.stream().map(TreePath.Place::path).toList())).isEqualTo(places);
	}

	@ParameterizedTest
	@CsvSource({"spec.containers[*], name", "spec.containers[*], ports", "metadata, labels"})
	void aPlaceIsReadByThePathItHas(String path, String field) throws Exception {
		JsonNode tree = tree();
		TreePath.Place first = TreePath.parse(path).in(tree).getFirst();
		TreePath.Place below = TreePath.parse(path + "." + field).in(tree).getFirst();
		assertThat(below.node()).isEqualTo(first.node().get(field));
		assertThat(below.key()).isEqualTo(field);
		assertThat(below.path()).isEqualTo(first.path() + "." + field);
	}

	@Test
	void whatIsNoPathIsRefused() {
		assertThatThrownBy(() -> TreePath.parse("a[0]")).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("a[0]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"data|true", "data.*|true", "data.password|true", "['data'].a|true",
			"data[*]|true", "metadata|false", "metadata.data|false", "dat|false", "status.data|false"})
	void whetherAPathCanLeadToSomethingIsKnownWithoutATree(String path, boolean meets) {
		assertThat(TreePath.parse(path).meets(List.of("data"))).isEqualTo(meets);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"metadata|true", "metadata.annotations|true", "metadata.annotations.*|true",
			"metadata.annotations.{a.b/*}|true", "metadata.annotations.{x*}|false",
			"metadata.annotations['a.b/c']|true",
			"metadata.annotations['a.b/d']|false", "metadata.labels.*|false"})
	void whatHoldsSomethingLeadsToItToo(String path, boolean meets) {
		assertThat(TreePath.parse(path).meets(List.of("metadata", "annotations", "a.b/c"))).isEqualTo(meets);
	}

	@Test
	void whatIsTakenOutLeavesNoEmptyMapOrListBehind() throws Exception {
		JsonNode tree = tree();
		for (String path : List.of("metadata.labels.app", "metadata.labels['a.b/c']", "spec.containers[*].ports[*].n",
				"spec.containers[name=t*]", "status.conditions[type=Ready]", "status.conditions[type=Other]", "x.y")) {
			TreePath.parse(path).remove(tree);
		}
		assertThat(tree).isEqualTo(new ObjectMapper().readTree(
				"{\"spec\": {\"containers\": [{\"name\": \"one\", \"ports\": [{}, {}]}, null], \"none\": null}}"));
	}
}
