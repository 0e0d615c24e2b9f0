package org.fleetdesk.core.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed where somebody types, from the pods of {@link Lines}. */
class CompletionTest {
	private final Vocabulary vocabulary = vocabulary();

	private static Vocabulary vocabulary() {
		Vocabulary.Collector collector = new Vocabulary.Collector(Lines.HEADINGS);
		Lines.pods().forEach(collector::add);
		return collector.done();
	}

	private List<String> labels(String text) {
		return Filter.completions(text, text.length(), vocabulary).stream().map(Proposal::label).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
			// text => what is proposed
			"na => name:", "sta => status:", "la => label:,`\"last restart\">`", "age => age>",
			"re => ready:,restarts>", "we => weight>", "ow => owner:", "no => node:,not"})
	void keysThatBeginSo(String text, String expected) {
		for (String label : expected.replace("`", "").split(",")) {
			assertThat(labels(text)).contains(label);
		}
		assertThat(labels(text)).doesNotContain("cluster:");
	}

	@Test
	void valuesOfAKeyTheMostFrequentFirst() {
		assertThat(labels("ns:")).containsExactly("db", "kube-system", "web", "web-staging");
		assertThat(labels("cluster:")).containsExactly("prod-eu", "test");
		assertThat(labels("web ns:w")).containsExactly("web", "web-staging");
		assertThat(labels("-ns:st")).containsExactly("kube-system", "web-staging");
		assertThat(labels("status:")).containsExactly("Completed", "CrashLoopBackOff", "Pending", "Running");
		assertThat(labels("restarts:")).first().isEqualTo("0");
		assertThat(labels("status:Running")).isEmpty();
		assertThat(labels("age>")).contains("1h", "7d");
		assertThat(labels("age>1")).containsExactly("10m", "1h", "1d");
		assertThat(labels("\"last restart\"<")).contains("1h");
		assertThat(labels("owner:rep")).containsExactly("ReplicaSet/api-7c9f");
	}

	@Test
	void labelsByKeyAndThenByValue() {
		assertThat(labels("label:")).containsExactly("app=", "team=", "tier=");
		assertThat(labels("label:!t")).containsExactly("team=", "tier=");
		assertThat(labels("label:app=")).containsExactly("db", "gpu", "web");
		assertThat(labels("label:tier=front,app=w")).containsExactly("web");
		assertThat(Filter.completions("label:app=w", 11, vocabulary).getFirst().in("label:app=w"))
				.isEqualTo("label:app=web ");
	}

	@Test
	void aWordIsProposedAsTheValueItMayMean() {
		assertThat(labels("crash")).containsExactly("status:CrashLoopBackOff");
		assertThat(labels("gpu")).contains("node:gpu-1");
	}

	@Test
	void aProposalReplacesWhatWasTypedAndKeepsTheRest() {
		String text = "web status:run age>1d";
		Proposal running = Filter.completions(text, 14, vocabulary).getFirst();
		assertThat(running.in(text)).isEqualTo("web status:Running  age>1d");
		assertThat(running.lines()).isEqualTo(1);
	}

	@Test
	void nothingIsProposedWithinQuotesAndExpressions() {
		assertThat(labels("\"ns")).isEmpty();
		assertThat(labels("/ns")).isEmpty();
		assertThat(labels("name:/a")).isEmpty();
	}

	@Test
	void everyProposedValueIsUnderstoodAndFindsItsLines() {
		for (String key : List.of("ns", "cluster", "status", "image", "ip", "node", "owner", "name", "version")) {
			for (Proposal proposal : Filter.completions(key + ":", key.length() + 1, vocabulary)) {
				Filter filter = Filter.parse(proposal.in(key + ":"));
				assertThat(filter.problem()).isEmpty();
				assertThat(Lines.found(filter)).as(filter.text()).hasSizeGreaterThanOrEqualTo(proposal.lines());
			}
		}
	}

	@Test
	void aTermIsAddedForAValue() {
		assertThat(Filter.with("", "status", "Running", false)).isEqualTo("status=Running");
		assertThat(Filter.with("web ", "ns", "db", true)).isEqualTo("web ns!=db");
		assertThat(Filter.with("a or b", "Last Restart", "x y", false)).isEqualTo("(a or b) \"Last Restart\"=\"x y\"");
		assertThat(Filter.with("", "node", "", false)).isEqualTo("node=\"\"");
		assertThat(Lines.found(Filter.parse(Filter.with("", "name", "GPU Straße", false)))).isEqualTo("G");
	}

	@Test
	void garbageIsCompletedWithoutThrowing() {
		Random random = new Random(7);
		String alphabet = "ns:=!<>()\"'/\\-*,. age label:app=w not or status:";
		for (int i = 0; i < 5_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(12); n >= 0; n--) {
				int at = random.nextInt(alphabet.length());
				text.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(6)));
			}
			String whole = text.toString();
			int caret = random.nextInt(whole.length() + 1);
			Filter.completions(whole, caret, vocabulary)
					.forEach(proposal -> assertThat(proposal.in(whole)).isNotNull());
		}
	}
}
