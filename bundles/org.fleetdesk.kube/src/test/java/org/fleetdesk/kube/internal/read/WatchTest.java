package org.fleetdesk.kube.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.CannedTransport;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {

	private static final Scope SCOPE = Scope.all(new ResourceType("", "v1", "events", "event", "Event", true,
			List.of(), List.of(), Set.of("list", "watch"), true));
	private static final String PATH = "/api/v1/events";
	private static final String TABLES = """
			{"type":"ADDED","object":{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"3"},\
			"columnDefinitions":[{"name":"Name","type":"string"},{"name":"Data","type":"integer","priority":1}],\
			"rows":[{"cells":["a",1],"object":{"metadata":{"name":"a","namespace":"web","uid":"u","resourceVersion":"3"}}}]}}
			{"type":"MODIFIED","object":{"kind":"Table","metadata":{"resourceVersion":"4"},"columnDefinitions":null,\
			"rows":[{"cells":["\u00e4",2],"object":{"metadata":{"name":"\u00e4","uid":"u","resourceVersion":"4"}}}]}}
			{"type":"BOOKMARK","object":{"kind":"Table","metadata":{"resourceVersion":"7"},"columnDefinitions":null,\
			"rows":[{"cells":["",0],"object":{"metadata":{"resourceVersion":"7"}}}]}}
			{"type":"LATER","object":{"kind":"Whatever"}}
			{"type":"DELETED","object":{"kind":"Table","rows":[{"cells":["a",2],"object":{"metadata":{"name":"a",\
			"uid":"u","resourceVersion":"8"}}}]}}
			{"type":"BOOKMARK","object":{"kind":"Table","rows":[{"cells":[],"object":{"metadata":{"resourceVersion":"9"}}}]}}
			""";

	private final CannedTransport server = new CannedTransport();
	private final HttpReader reader = new HttpReader(server);
	private final Recorder seen = new Recorder();

	private void watch(String body) throws InterruptedException {
		watch(Streams.of(body));
	}

	private void watch(InputStream body) throws InterruptedException {
		seen.story.clear();
		server.with(PATH, () -> body);
		reader.watch(SCOPE, "2", seen);
	}

	@Test
	void eventsOfTablesBecomeRowsOfTheFirstEventsColumns() throws Exception {
		watch(TABLES);
		assertThat(seen.story).containsExactly("watching", "columns [Name, Data]",
				"row web/a@3 u " + Row.NO_TIME + " [a, 1]", "row \u00e4@4 u " + Row.NO_TIME + " [\u00e4, 2]",
				"bookmark 7", "deleted a@8 u " + Row.NO_TIME + " [a, 2]", "bookmark 9");
		assertThat(server.calls.getLast().path()).contains("watch=true", "allowWatchBookmarks=true",
				"resourceVersion=2", "includeObject=Metadata");
	}

	@Test
	void plainObjectsGiveNameAndAge() throws Exception {
		watch("""
				{"type":"ADDED","object":{"kind":"Event","message":"m","reason":{"odd":1},"rows":5,"items":[1],\
				"metadata":{"name":"e","namespace":"web","uid":"u","resourceVersion":"3"}}}
				{"object":{"apiVersion":"v1","metadata":{"name":"f","resourceVersion":"4"}},"type":"DELETED"}
				{"type":"BOOKMARK","object":{"kind":"Event","metadata":{"resourceVersion":"12","creationTimestamp":null}}}
				""");
		assertThat(seen.story).containsExactly("watching", "columns [Name, Age]",
				"row web/e@3 u " + Row.NO_TIME + " [e, null]", "deleted f@4 f " + Row.NO_TIME + " [f, null]",
				"bookmark 12");
	}

	@Test
	void aWatchThatBeginsWithTheListSaysWhenThatIsWhole() throws Exception {
		String added = "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Event\",\"metadata\":{\"name\":\"e\",\"resourceVersion\":\"3\","
				+ "\"annotations\":{\"a\":\"b\",\"k8s.io/initial-events-end\":\"true\"}}}}\n";
		String table = "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"9\"},"
				+ "\"columnDefinitions\":[{\"name\":\"Name\"}],\"rows\":[{\"cells\":[\"\"],\"object\":{\"metadata\":"
				+ "{\"resourceVersion\":\"9\",\"annotations\":%s}}}]}}\n";
		String plain = "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Event\",\"metadata\":{\"resourceVersion\":\"7\","
				+ "\"annotations\":{\"k8s.io/initial-events-end\":\"true\"},\"creationTimestamp\":null}}}\n";
		server.with(PATH, () -> Streams.of(added + plain + plain.replace("end", "begin") + added
				+ table.formatted("{\"k8s.io/initial-events-end\":\"true\"}") + table.formatted("null")));
		reader.watchList(SCOPE, "2", Duration.ofSeconds(7), seen);
		assertThat(seen.story).containsExactly("watching", "columns [Name, Age]",
				"row e@3 e " + Row.NO_TIME + " [e, null]", "bookmark 7", "initial events end 7", "bookmark 7",
				"row e@3 e " + Row.NO_TIME + " [e, null]", "columns [Name]", "bookmark 9", "initial events end 9",
				"bookmark 9");
		assertThat(server.calls.getLast().path()).contains("watch=true", "sendInitialEvents=true", "resourceVersion=2&",
				"resourceVersionMatch=NotOlderThan", "allowWatchBookmarks=true");
		assertThat(server.calls.getLast().idle()).hasSeconds(7);
		assertThat(server.idle).hasSize(2).allSatisfy(idle -> assertThat(idle).isGreaterThan(Duration.ofMinutes(4)));
	}

	@Test
	void noneOfManyChangesIsDropped() throws Exception {
		StringBuilder events = new StringBuilder();
		for (int i = 1; i <= 20_000; i++) {
			events.append("{\"type\":\"MODIFIED\",\"object\":{\"kind\":\"Event\",\"metadata\":{\"name\":\"e")
					.append(i % 100)
					.append("\",\"resourceVersion\":\"").append(i).append("\"}}}\n");
		}
		watch(events.toString());
		assertThat(seen.rows).extracting(Row::resourceVersion)
				.isEqualTo(IntStream.rangeClosed(1, 20_000).mapToObj(Integer::toString).toList());
	}

	@Test
	void whereDeadConnectionsAreNotFoundByPingsWatchesAreBrief() throws Exception {
		server.pings = false;
		watch("");
		assertThat(server.calls.getLast().path()).contains("timeoutSeconds=20&");
		assertThat(server.calls.getLast().idle()).hasSeconds(30);
	}

	@Test
	void anErrorEventIsAnErrorOfItsClass() {
		String error = "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"metadata\":{},\"status\":\"Failure\","
				+ "\"message\":\"too old resource version\",\"reason\":\"Expired\",\"code\":%d}}\n";
		assertThatThrownBy(() -> watch(error.formatted(410))).isInstanceOf(Expired.class)
				.hasMessage("test: too old resource version")
				.satisfies(e -> assertThat(((KubeException) e).reason()).isEqualTo("Expired"));
		assertThatThrownBy(() -> watch(error.formatted(403))).isInstanceOf(Forbidden.class);
		assertThatThrownBy(() -> watch(error.formatted(500))).isInstanceOf(ServerFault.class);
		assertThat(server.open).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"type\":\"ADDED\"}", "[]", "3", "x", "{\"type\":1,\"object\":{}}",
			"{\"type\":\"ADDED\",\"object\":[]}", "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Table\",\"rows\":[{}]}}",
			"{\"type\":\"ADDED\",\"object\":{\"metadata\":3}}", "{\"type\":\"ERROR\",\"object\":{\"code\":\"x\"}}"})
	void wrongEventsAreServerFaults(String body) {
		assertThatThrownBy(() -> watch(body)).isInstanceOf(ServerFault.class).hasMessageContaining("watch events");
	}

	@Test
	void anyBoundaryBetweenReadsGivesTheSameEvents() throws Exception {
		watch(TABLES);
		List<String> expected = List.copyOf(seen.story);
		byte[] bytes = TABLES.getBytes(StandardCharsets.UTF_8);
		for (int at = 0; at <= bytes.length; at++) {
			watch(Streams.split(bytes, at));
			assertThat(seen.story).isEqualTo(expected);
		}
		watch(Streams.drops(bytes));
		assertThat(seen.story).isEqualTo(expected);
	}

	@Test
	void aStreamCutWithinAnEventIsAnErrorAndBetweenTwoIsTheEnd() throws Exception {
		byte[] bytes = TABLES.getBytes(StandardCharsets.UTF_8);
		for (int end = 0; end < bytes.length; end++) {
			InputStream cut = new ByteArrayInputStream(bytes, 0, end);
			String given = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
			if (given.isEmpty() || given.endsWith("}}") && TABLES.getBytes(StandardCharsets.UTF_8)[end] == '\n') {
				watch(cut);
			} else if (bytes[end - 1] != '\n') {
				assertThatThrownBy(() -> watch(cut)).isInstanceOf(ServerFault.class);
			}
		}
		assertThatThrownBy(() -> watch(Streams.broken(TABLES))).isInstanceOf(Unreachable.class);
		assertThat(seen.story).hasSize(7);
	}

	@Test
	void anEventIsGivenBeforeTheNextByteArrives() throws Exception {
		BlockingQueue<String> events = new LinkedBlockingQueue<>();
		RowSink sink = new RowSink() {
			@Override
			public void columns(List<Column> columns) {
				events.add("columns");
			}

			@Override
			public void row(Row row) {
				events.add(row.name());
			}
		};
		try (PipedOutputStream out = new PipedOutputStream(); PipedInputStream in = new PipedInputStream(out)) {
			server.with(PATH, () -> in);
			Thread watcher = Thread.ofPlatform().start(() -> {
				try {
					reader.watch(SCOPE, "1", sink);
				} catch (InterruptedException e) {
					events.add("interrupted");
				}
			});
			for (String name : List.of("one", "two")) {
				out.write("{\"type\":\"ADDED\",\"object\":{\"kind\":\"X\",\"metadata\":{\"name\":\"%s\"}}}"
						.formatted(name).getBytes(StandardCharsets.UTF_8));
				out.flush();
				if (name.equals("one")) {
					assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("columns");
				}
				assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo(name);
			}
			watcher.interrupt();
			assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
		}
		assertThat(server.open).hasValue(0);
	}

	@Test
	void theServersTimeLimitIsSpreadAndTheIdleLimitIsLonger() throws Exception {
		for (int i = 0; i < 50; i++) {
			watch("");
		}
		assertThat(server.calls).allSatisfy(call -> {
			int seconds = Integer.parseInt(call.path().replaceFirst(".*timeoutSeconds=(\\d+).*", "$1"));
			assertThat(seconds).isBetween(240, 480);
			assertThat(call.idle()).hasSeconds(seconds + 30);
		});
		assertThat(server.calls.stream().map(c -> c.path()).distinct()).hasSizeGreaterThan(10);
	}

	@Test
	void anUnboundedEventIsRefused() throws IOException {
		try (InputStream body = Streams.huge("{\"type\":\"", 'x', 100_000_000L, "\"}")) {
			assertThatThrownBy(() -> watch(body)).isInstanceOf(ServerFault.class).hasMessageContaining("too large");
		}
	}
}
