package org.fleetdesk.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadTextTest {
	private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

	private static List<Problem> problems(String text) {
		return Documents.parse(text).problems();
	}

	/** What stands after line 4, the line that is marked, and a word of the sentence. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			data:\\n\\ta: b|6|tabs
			data:\\n  a: 1\\n  b: 2\\n  a: 3|8|twice in this map, first in line 6
			data: {a: {b: 1, b: 2}}|5|twice
			data: !!python/object:os.system x|5|!!python/object:os.system
			data: !thing {a: 1}|5|!thing
			data: &a\\n  b: *a|5|holds itself
			data: *none|5|anchor
			data:\\n  a: b: c|6|colon
			data:\\n  a: "b|7|quotes
			data: [1, 2|6|comma
			data:\\n    a: 1\\n  b: 2|7|indentation
			data:\\n  [a]: 1|6|key
			data:\\n  ~: 1|6|key
			data:\\n  <<: 5|6|merged
			data: .inf|5|infinite
			data: !!int x|5|!!int
			data: "\\q"|5|escape
			data: a\\u0007b|5|U+0007
			data: a\\u0000b|5|NUL
			data: \\ufffd|5|UTF-8
			...\\na: b|6|Another document
			""")
	void whatIsWrongIsSaidAtItsLine(String rest, int line, String word) {
		String text = HEAD + rest.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0007", "\u0007")
				.replace("\\u0000", "\u0000").replace("\\ufffd", "\ufffd") + "\n";
		for (String same : List.of(text, text.replace("\n", "\r\n"), "\ufeff" + text)) {
			assertThat(problems(same)).as(rest).first().satisfies(problem -> {
				assertThat(problem.range().line()).isEqualTo(line);
				assertThat(problem.message()).contains(word);
			});
			assertThat(Documents.parse(same).documents()).singleElement().extracting(Document::tree)
					.isEqualTo(java.util.Optional.empty());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			- a|is a list
			hello|single value
			kind: A\\nmetadata: {name: a}|apiVersion is missing
			apiVersion: v1\\nmetadata: {name: a}|kind is missing
			apiVersion: 1\\nkind: A\\nmetadata: {name: a}|apiVersion must be a text
			apiVersion: a/b/c\\nkind: A\\nmetadata: {name: a}|is no apiVersion
			apiVersion: v1\\nkind: A|no name
			apiVersion: v1\\nkind: A\\nmetadata: {name: 5}|must be a text
			apiVersion: v1\\nkind: A\\nmetadata: {name: a/b}|may not hold
			apiVersion: v1\\nkind: A\\nmetadata: a|must be a map
			apiVersion: v1\\nkind: A\\nmetadata: {name: Aa}|lower case
			""")
	void whatNoObjectCanDoWithoutIsMissed(String text, String words) {
		assertThat(problems(text.replace("\\n", "\n"))).singleElement().extracting(Problem::message).asString()
				.contains(words);
	}

	@Test
	void whatIsAllowedIsNotRefused() {
		for (String text : List.of("", "\n", "# only a comment", "---\n---\n", "null", "\ufeff" + HEAD,
				HEAD.replace("name", "generateName"), HEAD + "data: &a {x: \"1\"}\nother: *a\n",
				"apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: 'system:x'}\n",
				"{\n\t\"apiVersion\": \"v1\",\t\"kind\": \"A\", \"metadata\": {\"name\": \"x\"}}")) {
			assertThat(problems(text)).as(text).isEmpty();
		}
	}

	@Test
	void bombsAreRefusedSoon() {
		StringBuilder bomb = new StringBuilder(HEAD + "a0: &a0 [x, x]\n");
		for (int i = 1; i < 40; i++) {
			bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
		}
		assertThat(problems(bomb.toString())).singleElement().extracting(Problem::message).asString()
				.contains("aliases");
		assertThat(problems(HEAD + "a: " + "[".repeat(100_000))).singleElement().extracting(Problem::message).asString()
				.contains("nested");
		assertThat(problems("a".repeat(Documents.LONGEST + 1))).singleElement().extracting(Problem::message).asString()
				.contains("3 MB");
		assertThat(problems(HEAD + "a: [" + "1,".repeat(700_000) + "]")).singleElement().extracting(Problem::message)
				.asString().contains("600000");
	}

	@Test
	void numbersThatLoseDigitsAndKeysThatChangeAreWarnedOf() {
		Documents documents = Documents
				.parse(HEAD + "a: 12345678901234567890123\non: x\n0x1F: y\nb: 9007199254740993\n");
		assertThat(documents.right()).isTrue();
		assertThat(documents.problems()).extracting(p -> p.range().line()).containsExactly(5, 6, 7);
	}

	@Test
	void noTextWhateverMakesItFail() {
		String text = HEAD + "data: {a: [1, &x {b: 'c'}], d: *x}\ne: |\n  f\n  g # h\ni: !!str \"j\\u00e9😀\"\n---\n"
				+ HEAD;
		String odd = "\t\r\n:-[]{}#&*!|>'\"%@`?,~<= \u0000\u0085\ufeff\ud800x1";
		Random random = new Random(1);
		for (int i = 0; i < 3_000; i++) {
			StringBuilder broken = new StringBuilder(text);
			for (int j = random.nextInt(4); j >= 0; j--) {
				int at = random.nextInt(broken.length());
				if (random.nextBoolean()) {
					broken.insert(at, odd.charAt(random.nextInt(odd.length())));
				} else {
					broken.delete(at, Math.min(broken.length(), at + random.nextInt(12)));
				}
			}
			Documents documents = Documents.parse(broken.toString());
			documents.problems()
					.forEach(p -> assertThat(p.range().end()).isBetween(p.range().offset(), broken.length()));
			documents.documents().forEach(d -> assertThat(d.firstLine()).isLessThanOrEqualTo(d.lastLine()));
		}
	}

	@Test
	void megabytesOfObjectsAreReadInOneGo() {
		String many = IntStream.range(0, 20_000).mapToObj(i -> HEAD + "data:\n  key" + i + ": some value of a map\n")
				.collect(Collectors.joining("---\n"));
		assertThat(many.length()).isGreaterThan(1_800_000);
		assertThat(Documents.parse(many).documents()).hasSize(20_000);
	}
}
