package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorSyntaxTest {

	@ParameterizedTest
	@ValueSource(strings = {"", "  ", "app", "!app", "app=web", "app==web", "app != web", "app=", "a.b/c-d=x_y.z",
			"app in (web, api),tier", "app notin (a),!b", "size>3", "app in ()"})
	void aLabelSelectorThatKubectlTakes(String selector) {
		assertThat(SelectorSyntax.labels(selector)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"app web", "app=web,", "=web", "app in web", "app in (web", "app=-x", "a/b/c=d", "app:web",
			"app=\"web\"", ","})
	void aLabelSelectorThatKubectlRefuses(String selector) {
		assertThat(SelectorSyntax.labels(selector).orElseThrow()).endsWith(".");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "spec.nodeName=n1", "status.phase!=Running,metadata.namespace==web",
			"metadata.name=a\\,b",
			"spec.nodeName="})
	void aFieldSelectorThatKubectlTakes(String selector) {
		assertThat(SelectorSyntax.fields(selector)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"spec.nodeName", "=n1", "a=b,", "status.phase in (a)", "a=b=c"})
	void aFieldSelectorThatKubectlRefuses(String selector) {
		assertThat(SelectorSyntax.fields(selector).orElseThrow()).endsWith(".");
	}
}
