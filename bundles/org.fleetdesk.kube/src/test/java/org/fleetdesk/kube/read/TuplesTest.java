package org.fleetdesk.kube.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class TuplesTest {

	@Test
	void whatWasAddedIsReadBackWhateverItHolds() {
		List<List<String>> all = List.of(List.of("web", "", "a,b=c/d\n"), List.of(""), List.of("", ""), List.of("é 語"));
		StringBuilder text = new StringBuilder();
		all.forEach(values -> Tuples.add(text, values));
		assertThat(Tuples.read(text.toString())).isEqualTo(all);
		assertThat(Tuples.read("")).isEmpty();
	}

	@Test
	void whatStandsBetweenValuesInAValueDoesNotTearIt() {
		StringBuilder text = new StringBuilder();
		Tuples.add(text, List.of("a\u001Fb\u001Ec", "d"));
		assertThat(Tuples.read(text.toString())).containsExactly(List.of("a\uFFFDb\uFFFDc", "d"));
	}
}
