package org.fleetdesk.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.core.filter.Lines.HEADINGS;
import static org.fleetdesk.core.filter.Lines.HOUR;
import static org.fleetdesk.core.filter.Lines.NOW;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;

import org.fleetdesk.kube.read.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language, over the four pods a(pi), p(ostgres), j(ob), G(PU) of {@link Lines}. */
class FilterTest {

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
			// words
			"`` => apjG", "`   ` => apjG", "api => a", "API => a", "crash web => a", "web => aG", "straße => G",
			"STRASSE => ``", "7 => ap", "nothing => ``", "1/2 => a", "`\"GPU Str\"` => G", "`'GPU Str'` => G",
			"`\"\"` => apjG", "10.0.0.1 => ap", "- => apjG", "api*9 => a", "p*-0 => p", "p?stgres => p",
			"`\"not\"` => ``", "don't => ``", "redis:7.2 => ``", "nginx:1.27 => a", "repo:5000/cuda => G",
			"50h => ``", "2d => ``", "`api and crash` => a", "a=b => ``", "`(api)` => a",
			// keys
			"ns:web => aG", "ns=web => a", "namespace:db => p", "NS:DB => p", "ns:web* => aG", "ns:*-* => jG",
			"ns!=web => pjG", "cluster:prod => ap", "cluster=prod => ``", "kind:pod => apjG", "kind=pods => apjG",
			"kind:deploy => ``", "name:a => aG", "name:*a* => aG", "name:/^[ap]/ => ap", "name=postgres-0 => p",
			"node:gpu-* => a", "node:node => p", "`node=\"\"` => jG", "node!=node-2 => ajG", "status:crash => a",
			"status:running => p", "status=Run => ``", "status:*back* => a", "image:nginx => a", "image:envoy* => a",
			"image=envoy:1.30 => a", "image=nginx => ``", "image:cuda:12 => G", "ip:10.0.0.1 => ap",
			"ip=10.0.0.1 => a", "`ip:\"\"` => jG", "owner:replicaset => a", "owner=StatefulSet/postgres => p",
			"`owner=\"\"` => G", "owner:job => j",
			// labels
			"label:app => apG", "label:app=web => a", "label:app!=web => pjG", "label:!app => j", "label:app=w* => a",
			"label:app=/^(web|db)$/ => ap", "`label:\"app in (web,gpu)\"` => aG", "`label:app in (web, gpu)` => aG",
			"`label:app notin (web)` => pjG", "`label:\"app=web,tier=front\"` => a", "label:app=web,tier=back => ``",
			"`label:team=\"\"` => G", "label!=app => j", "label:t* => aG", "-label:app => j",
			"`label:\"!tier, app\"` => pG", "label:app==db => p",
			// headings
			"ready:1/2 => a", "ready:1 => apjG", "restarts:3 => j", "restarts:14 => a", "restarts=0 => pG",
			"`\"last restart\"<1h` => j", "lastrestart>1h => a", "last-restart:2h => a", "Weight:1 => ``",
			"weight=10 => p", "weight!=10 => ajG", "weight>7 => pj", "weight>=7 => apj", "version>=v1.10 => p",
			"version<v1.10.0 => aG", "`\"status\":run` => p", "colour:red => ``", "colour!=red => apjG",
			"colour>1 => ``",
			// comparisons
			"restarts>3 => a", "restarts>=3 => aj", "restarts<3 => pG", "restarts<=3 => pjG", "`restarts > 3` => a",
			"`restarts >3 web` => a", "restarts:>3 => a", "cpu>500m => p", "cpu>=250m => ap", "cpu<1 => aj",
			"cpu<100m => j", "memory>=1Gi => pj", "memory>1024Mi => p", "memory<1G => a", "age>2d => ap",
			"age<1h => jG", "age>=30m => apj", "age<30m => G", "age>1h30m => ap", "age:2d => a", "age=30m => j",
			"age!=30d => ajG", "age=1m => G", "age<=60s => G", "age>0.5h => ap", "age<1w => ajG",
			// what is to come
			"expires<30d => aj", "expires>30d => p", "expires<0s => j", "expires>=0s => ap", "expires:20d => a",
			"expires<1d => j", "not expires<30d => pG", "`expires=\"\"` => G",
			// not, or, parentheses
			"not web => pj", "-web => pj", "`not ns:web` => pj", "-ns:web => pj", "not not web => aG", "--web => aG",
			"`api or postgres` => ap", "`api OR job` => aj", "`web api or db` => ap", "`web (api or gpu)` => aG",
			"`not (api or gpu)` => pj", "-(web) => pj", "`restarts>3 not ns:kube-system` => a",
			"`(age<1h -gpu) or status:running` => pj",
			// expressions
			"/api-[0-9]+/ => a", "/API/ => a", "/^postgres-\\d$/ => p", "`/ (2h|3h)/` => ``", "/\\/2/ => a",
			"-/api/ => pjG", "`/api|job/ status:c` => aj", "image:/cuda:\\d+/ => G", "weight:/^1/ => pj",
			"`status:/run|pend/` => pG", "`/a/ or /p/` => apjG"})
	void aFilterLetsTheseLinesPass(String text, String expected) {
		Filter filter = Filter.parse(text);
		assertThat(filter.problem()).isEmpty();
		assertThat(Lines.found(filter)).isEqualTo(expected);
		assertThat(filter.all()).isEqualTo(text.isBlank() || text.equals("\"\""));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '`', value = {
			// text => what passes by the rest => begins => ends => unfinished
			"node: => apjG => 0 => 5 => true", "`web node:` => aG => 4 => 9 => true",
			"`node: web` => aG => 0 => 5 => false",
			"-node: => apjG => 1 => 6 => true", "restarts> => apjG => 0 => 9 => true",
			"`ns: or api` => a => 0 => 3 => false",
			"`web or` => aG => 4 => 6 => true", "`or web` => aG => 0 => 2 => false", "not => apjG => 0 => 3 => true",
			"`(web` => aG => 0 => 4 => true", "web) => aG => 3 => 4 => false", "`\"GPU S` => G => 0 => 6 => true",
			"/api => apjG => 0 => 4 => true", "/api[/ => apjG => 0 => 6 => false",
			"`name:/(/ web` => aG => 5 => 8 => false",
			"age>2 => apjG => 4 => 5 => true", "age>soon => apjG => 4 => 8 => false",
			"`age>2 web` => aG => 4 => 5 => false",
			"label: => apjG => 0 => 6 => true", "label:app= => apjG => 6 => 10 => true",
			"`label:app in (web` => apjG => 6 => 17 => true", "label:a=b=c => apjG => 6 => 11 => false",
			"label>app => apjG => 0 => 6 => false", "weight>/1/ => apjG => 7 => 10 => false",
			"`()) web` => aG => 2 => 3 => false"})
	void ofAWrongTextAsMuchAsIsValidCounts(String text, String found, int from, int to, boolean unfinished) {
		Filter filter = Filter.parse(text);
		assertThat(Lines.found(filter)).isEqualTo(found);
		Filter.Problem problem = filter.problem().orElseThrow();
		assertThat(problem.sentence()).endsWith(".").doesNotContain("%s");
		assertThat(List.of(problem.from(), problem.to(), problem.unfinished()))
				.isEqualTo(List.of(from, to, unfinished));
	}

	@Test
	void garbageIsReadWithoutThrowing() {
		Random random = new Random(4);
		String alphabet = "ab1 :=!<>()\"'/\\-*?,.+[]{}^$|ä\u0000\n\uD83D age> label: not or in (";
		for (int i = 0; i < 5_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(25); n >= 0; n--) {
				int at = random.nextInt(alphabet.length());
				text.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(6)));
			}
			Filter filter = Filter.parse(text.toString());
			Lines.found(filter);
			filter.problem().ifPresent(problem -> {
				assertThat(problem.from()).isBetween(0, text.length());
				assertThat(problem.to()).isBetween(problem.from(), text.length());
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"(", "-", "not ", "/(/ ", "\"", "a or ", "ns:(", "!", "label:a in (", "((a|b)*)*/ /"})
	void longAndDeepTextsAreReadWithoutThrowing(String part) {
		for (int times : new int[]{100, 400, 5_000}) {
			Filter filter = Filter.parse(part.repeat(times));
			Lines.found(filter);
			assertThat(Filter.parse(part.repeat(5_001)).problem()).isPresent();
		}
	}

	@Test
	void anExpressionThatRunsAwayIsCutShortAndSaysSo() {
		Filter filter = Filter.parse("name:/a.*.*.*.*.*.*.*b/");
		FilterRun run = filter.on(HEADINGS, NOW);
		assertThat(run.matches(Lines.line("c", "n", "aab", 0, "", ""))).isTrue();
		assertThat(filter.problem()).isEmpty();
		for (int i = 0; i < 100; i++) {
			assertThat(run.matches(Lines.line("c", "n", "a".repeat(60) + i, 0, "", ""))).isFalse();
		}
		assertThat(filter.problem().orElseThrow().sentence()).contains("takes too long");
	}

	@Test
	void anExpressionThatWouldOverflowTheStackIsCutShort() {
		Filter filter = Filter.parse("name:/^(a|b)*$/");
		FilterRun run = filter.on(HEADINGS, NOW);
		assertThat(run.matches(Lines.line("c", "n", "ab".repeat(100_000), 0, "", ""))).isFalse();
		assertThat(filter.problem()).isPresent();
	}

	@Test
	void itTellsWhenAgesWillChangeWhatPasses() {
		var line = Lines.line("c", "n", "a", 30 * 60_000, "", "");
		assertThat(next("age>1h", line)).isEqualTo(NOW + HOUR / 2 + 1);
		assertThat(next("not age>1h", line)).isEqualTo(NOW + HOUR / 2 + 1);
		assertThat(next("age>1h or age<45m", line)).isEqualTo(NOW + HOUR / 4 + 1);
		assertThat(next("age:30m", line)).isEqualTo(NOW + 1);
		assertThat(next("age>10m", line)).isEqualTo(Long.MAX_VALUE);
		assertThat(next("nothing age>1h", line)).isEqualTo(Long.MAX_VALUE);
		assertThat(next("a", line)).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void itTellsWhenWhatIsLeftUntilADeadlineWillChangeWhatPasses() {
		var line = Lines.pods().get(1); // expires in 90 days
		assertThat(next("expires<30d", line)).isEqualTo(NOW + 60 * 24 * HOUR + 1);
		assertThat(next("expires<0s", line)).isEqualTo(NOW + 90 * 24 * HOUR + 1);
		assertThat(next("expires:90d", line)).isEqualTo(NOW + 1);
		assertThat(next("expires<100d", line)).isEqualTo(Long.MAX_VALUE);
	}

	private static long next(String text, Subject line) {
		FilterRun run = Filter.parse(text).on(HEADINGS, NOW);
		run.matches(line);
		return run.nextChange();
	}

	@Test
	void keysThatNothingHasAreTold() {
		FilterRun run = Filter.parse("ns:a nmae:web image>1 node:x colour!=red").on(List.of(Lines.text("Node")), NOW);
		assertThat(run.missing()).extracting(Filter.Problem::sentence).containsExactly(
				"Nothing here has a column nmae: the text is looked for as it stands.",
				"Nothing here has a column image: choose another column, or remove this term.",
				"Nothing here has a column colour: choose another column, or remove this term.");
		assertThat(run.missing().getFirst().from()).isEqualTo(5);
	}

	@Test
	void anUnknownKeyIsLookedForAsAWord() {
		FilterRun run = Filter.parse("redis:7.2").on(HEADINGS, NOW);
		assertThat(run.matches(Lines.line("c", "n", "x", 0, "", "", "0/1", "redis:7.2-alpine"))).isTrue();
	}

	@Test
	void aNodeIsFoundByTheKeyOfPods() {
		var node = new Lines.OneLine("c", Lines.NODES,
				new Row("u", "", "gpu-9", "1", NOW, "", new String[0], new Object[]{"gpu-9"}));
		assertThat(Filter.parse("node:gpu-*").on(List.of(Lines.text("Name")), NOW).matches(node)).isTrue();
	}

	@Test
	void aCustomResourceIsFoundByItsReadyCondition() {
		var line = Lines.line("c", "n", "x", 0, "", "", "False");
		assertThat(Filter.parse("status:false")
				.on(List.of(Lines.text("A"), Lines.text("B"), Lines.text("Name"), Lines.text("Ready")), NOW)
				.matches(line)).isTrue();
	}

	@Test
	void lookingMakesNoGarbage() {
		var lines = Lines.pods();
		FilterRun run = Filter.parse(
				"nothing or ns:x or restarts>99 or age>9y or label:app=z or image:zz* or ip=9 or cpu>9 or name:/zzz/ or weight=5")
				.on(HEADINGS, NOW);
		var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		int passed = 0;
		for (int i = 0; i < 1_000; i++) { // what is made once
			passed += run.matches(lines.get(i % 3)) ? 1 : 0;
		}
		long before = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < 20_000; i++) {
			passed += run.matches(lines.get(i % 3)) ? 1 : 0;
		}
		long spent = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(passed).isZero();
		assertThat(spent).isLessThan(20_000);
	}
}
