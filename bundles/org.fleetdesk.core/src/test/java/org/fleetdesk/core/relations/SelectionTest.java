package org.fleetdesk.core.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fleetdesk.core.relations.Selection.Requirement;
import org.fleetdesk.kube.read.Row;

import org.junit.jupiter.api.Test;

class SelectionTest {
	private static final Row WEB = labelled("app", "web", "tier", "front");
	private static final Row BARE = labelled();

	private static Row labelled(String... labels) {
		return new Row("u", "ns", "name", "1", 0, "", labels, new Object[0]);
	}

	private static Selection of(String key, String operator, String... values) {
		return new Selection(List.of(new Requirement(key, operator, List.of(values))));
	}

	@Test
	void everyOperatorMeansWhatItDoesOnAServer() {
		assertThat(of("app", "In", "web", "api").selects(WEB)).isTrue();
		assertThat(of("app", "In", "api").selects(WEB)).isFalse();
		assertThat(of("app", "In", "web").selects(BARE)).isFalse();
		assertThat(of("app", "NotIn", "web").selects(WEB)).isFalse();
		assertThat(of("app", "NotIn", "web").selects(BARE)).isTrue();
		assertThat(of("tier", "Exists").selects(WEB)).isTrue();
		assertThat(of("tier", "Exists").selects(BARE)).isFalse();
		assertThat(of("tier", "DoesNotExist").selects(WEB)).isFalse();
		assertThat(of("tier", "DoesNotExist").selects(BARE)).isTrue();
		assertThat(of("tier", "Like", "front").selects(WEB)).isFalse();
	}

	@Test
	void allRequirementsMustBeMetAndNoneSelectsAll() {
		String cell = Pack.tuples(List.of("app", "In", "web"), List.of("tier", "NotIn", "back", "side"));
		assertThat(Selection.read(cell).selects(WEB)).isTrue();
		assertThat(Selection.read(cell).selects(labelled("app", "web", "tier", "back"))).isFalse();
		assertThat(Selection.read("").selects(BARE)).isTrue();
	}

	@Test
	void itIsAskedForInKubectlsWords() {
		assertThat(Selection.read(Pack.tuples(List.of("a", "In", "b"), List.of("c", "In", "d", "e"),
				List.of("f", "NotIn", "g"), List.of("h", "Exists"), List.of("i", "DoesNotExist"),
				List.of("empty", "In", ""))).words()).isEqualTo("a=b,c in (d,e),f notin (g),h,!i,empty=");
		assertThat(Selection.read("").words()).isEmpty();
	}
}
