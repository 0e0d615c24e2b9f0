package org.fleetdesk.kube.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.CannedTransport.recorded;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.CannedTransport;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class ListTest {

	private static final ResourceType PODS = new ResourceType("", "v1", "pods", "pod", "Pod", true, List.of(),
			List.of(), Set.of("list", "watch"), true);
	private static final Scope SCOPE = Scope.all(PODS);
	private static final String PATH = "/api/v1/pods";

	private final CannedTransport server = new CannedTransport();
	private final HttpReader reader = new HttpReader(server);
	private final Recorder seen = new Recorder();

	private Page list(String body) throws InterruptedException {
		server.with(PATH, body);
		return reader.list(SCOPE, ListOptions.ALL, seen);
	}

	private Page list(InputStream body) throws InterruptedException {
		server.with(PATH, () -> body);
		return reader.list(SCOPE, ListOptions.ALL, seen);
	}

	@Test
	void aTableOfPodsBecomesRows() throws Exception {
		Page page = list(recorded(getClass(), "pods-table.json"));
		assertThat(page.resourceVersion()).isEqualTo("1211");
		assertThat(page.next()).isPresent();
		assertThat(page.remaining()).hasValue(3);
		assertThat(seen.columns).extracting(Column::name).containsExactly("Name", "Ready", "Status", "Restarts", "Age",
				"IP", "Node", "Nominated Node", "Readiness Gates");
		assertThat(seen.columns).filteredOn(Column::wide).extracting(Column::name).containsExactly("IP", "Node",
				"Nominated Node", "Readiness Gates");
		Row first = seen.rows.getFirst();
		assertThat(first.toString()).isEqualTo("team-a/store-0");
		assertThat(first.uid()).isEqualTo("4815aa41-a16e-4dc2-8cce-5ea04323045a");
		assertThat(first.created()).contains(Instant.parse("2026-11-21T11:56:17Z"));
		assertThat(first.owner()).isEqualTo("StatefulSet/store");
		assertThat(first.labels()).isEqualTo(6);
		assertThat(first.labelKey(0)).isEqualTo("app");
		assertThat(first.label("topology.kubernetes.io/zone")).isEqualTo("zone-1");
		assertThat(first.cell(2)).isEqualTo("Running");
		assertThat(first.cell(0)).isSameAs(first.name());
		assertThat(seen.rows.get(1).namespace()).isSameAs(first.namespace());
		assertThat(seen.rows.get(1).cell(2)).isSameAs(first.cell(2));
		assertThat(server.open).hasValue(0);
	}

	@Test
	void cellsKeepTheirTypes() throws Exception {
		list(recorded(getClass(), "gadgets-table.json"));
		Row kettle = seen.rows.getFirst();
		assertThat(kettle.cell(2)).isEqualTo(3L);
		assertThat(kettle.cell(3)).isEqualTo(1.25);
		assertThat(kettle.cell(4)).isEqualTo(false);
		assertThat(kettle.cell(6)).isNull();
		assertThat(seen.columns.get(7).wide()).isTrue();
	}

	@Test
	void listsAndObjectsInCellsBecomeTheirJsonAndMissingCellsNothing() throws Exception {
		list("""
				{"kind":"Table","columnDefinitions":[{"name":"Name"},{"name":"A"},{"name":"B"},{"name":"C"}],"rows":[
				{"cells":["x",[1,"two"],{"a":{"b":null}}]},{"cells":["y",1e2,12345678901234567890,true,"beyond"]},
				{"cells":null,"object":null}]}""");
		assertThat(seen.story).containsExactly("columns [Name, A, B, C]",
				"row x@ x " + Row.NO_TIME + " [x, [1,\"two\"], {\"a\":{\"b\":null}}, null]",
				"row y@ y " + Row.NO_TIME + " [y, 100.0, 1.2345678901234567E19, true]",
				"row @  " + Row.NO_TIME + " [null, null, null, null]");
	}

	@Test
	void aPlainListGivesNameAndAge() throws Exception {
		Page page = list("""
				{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[
				{"metadata":{"name":"a","namespace":"web","uid":"u1","resourceVersion":"5",
				"creationTimestamp":"2026-01-01T00:00:00Z","labels":{"name":"no"}},"spec":{"rows":[1]},"status":{}},
				{"spec":{},"metadata":{"name":"b","creationTimestamp":null}}]}""");
		assertThat(page.resourceVersion()).isEqualTo("9");
		assertThat(seen.story).containsExactly("columns [Name, Age]",
				"row web/a@5 u1 1767225600000 [a, 2026-01-01T00:00:00Z]",
				"row b@ b " + Row.NO_TIME + " [b, null]");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"kind\":\"PodList\",\"metadata\":{},\"items\":null}",
			"{\"kind\":\"Table\",\"columnDefinitions\":[],\"rows\":[]}", "{\"items\":[]}\n",
			"{\"kind\":\"Table\",\"metadata\":null,\"columnDefinitions\":null,\"rows\":null}"})
	void emptyListsAreLists(String body) throws Exception {
		assertThat(list(body).next()).isEmpty();
		assertThat(seen.rows).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "{}", "[]", "null", "3", "\"x\"", "<html>secret</html>", "{\"kind\":\"Pod\"}",
			"{\"kind\":\"Status\",\"status\":\"Failure\"}", "{\"kind\":3,\"rows\":[]}", "{\"rows\":{}}",
			"{\"rows\":[[]]}",
			"{\"rows\":[{\"cells\":[]}]}", "{\"items\":[1]}", "{\"items\":[{\"metadata\":[]}]}",
			"{\"items\":[{\"metadata\":{\"name\":1}}]}", "{\"items\":[{\"metadata\":{\"uid\":{}}}]}",
			"{\"metadata\":{\"remainingItemCount\":\"x\"},\"items\":[]}", "{\"items\":[]}{}", "{\"items\":[]} x",
			"{\"columnDefinitions\":[],\"rows\":[{\"cells\":\"x\"}]}", "{\"columnDefinitions\":[7],\"rows\":[]}",
			"{\"columnDefinitions\":[{\"name\":7}],\"rows\":[]}", "{\"items\":[{\"a\":01}]}", "{'items':[]}"})
	void wrongAnswersAreServerFaultsThatTellNothingOfTheirContent(String body) {
		assertThatThrownBy(() -> list(body)).isInstanceOf(ServerFault.class).hasMessageStartingWith("test: the answer")
				.hasMessageEndingWith(".").message().doesNotContain("secret");
		assertThat(server.open).hasValue(0);
	}

	@Test
	void anyBoundaryBetweenReadsGivesTheSameRows() throws Exception {
		for (String name : List.of("pods-table.json", "gadgets-table.json")) {
			byte[] bytes = recorded(getClass(), name).replace("Running", "L\u00e4uft \ud83d\ude80")
					.getBytes(StandardCharsets.UTF_8);
			list(new ByteArrayInputStream(bytes));
			List<String> expected = List.copyOf(seen.story);
			for (int at = 0; at <= bytes.length; at++) {
				seen.story.clear();
				list(Streams.split(bytes, at));
				assertThat(seen.story).isEqualTo(expected);
			}
			seen.story.clear();
			list(Streams.drops(bytes));
			assertThat(seen.story).isEqualTo(expected);
			seen.story.clear();
		}
	}

	@Test
	void anAnswerCutAnywhereIsAnError() throws Exception {
		byte[] bytes = recorded(getClass(), "gadgets-table.json").strip().getBytes(StandardCharsets.UTF_8);
		for (int end = 0; end < bytes.length; end++) {
			ByteArrayInputStream cut = new ByteArrayInputStream(bytes, 0, end);
			assertThatThrownBy(() -> list(cut)).isInstanceOf(ServerFault.class);
		}
		assertThatThrownBy(() -> list(Streams.broken("{\"items\":["))).isInstanceOf(Unreachable.class);
		assertThat(server.open).hasValue(0);
	}

	@Test
	void hugeUnneededPartsPassBy() throws Exception {
		String tail = "\"},\"metadata\":{\"name\":\"a\"}}]}";
		list(Streams.huge("{\"kind\":\"PodList\",\"items\":[{\"data\":{\"x\":\"", 'x', 200_000_000L, tail));
		assertThat(seen.rows).singleElement().hasToString("a");
	}

	@Test
	void hugeNeededPartsAreRefusedInASentence() {
		String head = "{\"kind\":\"Table\",\"columnDefinitions\":[{\"name\":\"A\"}],\"rows\":[{\"cells\":[";
		assertThatThrownBy(() -> list(Streams.huge(head + "\"", 'x', 100_000_000L, "\"]}]}")))
				.isInstanceOf(ServerFault.class).hasMessageContaining("too large");
		assertThatThrownBy(() -> list(Streams.huge(head + "{\"a\":[0", ' ', 3, ",1".repeat(2_000_000) + "]}]}]}")))
				.isInstanceOf(ServerFault.class).hasMessageContaining("too large");
		assertThatThrownBy(() -> list(Streams.huge(head, '[', 100_000_000L, ""))).isInstanceOf(ServerFault.class);
		assertThatThrownBy(() -> list(Streams.huge("{\"", 'k', 100_000_000L, "\":1}"))).isInstanceOf(ServerFault.class);
		assertThatThrownBy(() -> list(Streams.huge(head, '9', 100_000_000L, "]}]}"))).isInstanceOf(ServerFault.class);
	}

	@Test
	void aHugeObjectIsNotGot() throws Exception {
		ObjectKey key = new ObjectKey(PODS, "web", "a b/c");
		server.with("/api/v1/namespaces/web/pods/a%20b%2Fc", "{\"kind\":\"Pod\"}");
		assertThat(reader.get(key).path("kind").asText()).isEqualTo("Pod");
		for (String head : List.of("{\"a\":\"", "{\"a\":[1")) {
			server.with("/api/v1/namespaces/web/pods/a%20b%2Fc",
					() -> Streams.huge(head, head.endsWith("1") ? ' ' : 'x', 200_000_000L, "]}"));
			assertThatThrownBy(() -> reader.get(key)).isInstanceOf(ServerFault.class)
					.hasMessage("test: the answer to get pods web/a b/c has a part too large to be shown.");
		}
	}

	@Test
	void wholeObjectsComeOneByOneWithTheirKind() throws Exception {
		server.with(PATH, """
				{"kind":"PodList","metadata":{"continue":"t"},"items":[{"metadata":{"name":"a"},"x":1},
				{"apiVersion":"v2","kind":"Other"}]}""");
		List<JsonNode> objects = new ArrayList<>();
		Page page = reader.objects(SCOPE, ListOptions.page(2), objects::add);
		assertThat(page.next()).contains("t");
		assertThat(objects).extracting(JsonNode::toString).containsExactly(
				"{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"},\"x\":1}",
				"{\"apiVersion\":\"v2\",\"kind\":\"Other\"}");
		server.with(PATH, () -> Streams.huge("{\"items\":[{\"a\":1},{\"a\":[", ' ', 100_000_000L, "1]}]}"));
		assertThatThrownBy(() -> reader.objects(SCOPE, ListOptions.ALL, objects::add)).isInstanceOf(ServerFault.class)
				.hasMessageContaining("too large");
		assertThat(objects).hasSize(3);
	}

	@Test
	void theQuestionSaysWhatIsWanted() throws Exception {
		server.with("/api/v1/namespaces/we%2Fb/pods", "{\"items\":[]}");
		Scope scope = new Scope(PODS, "we/b", "a=b,c in (d)", "status.phase!=Running");
		reader.list(scope, new ListOptions(500, "to/ken+", "0"), seen);
		assertThat(server.calls.getLast().path()).isEqualTo("/api/v1/namespaces/we%2Fb/pods?"
				+ "labelSelector=a%3Db%2Cc%20in%20%28d%29&fieldSelector=status.phase%21%3DRunning&limit=500"
				+ "&continue=to%2Fken%2B&resourceVersion=0&includeObject=Metadata");
		assertThat(server.calls.getLast().accept()).startsWith("application/json;as=Table;v=v1;g=meta.k8s.io,");
		reader.list(scope, ListOptions.notOlderThan("17"), seen);
		assertThat(server.calls.getLast().path()).contains("&resourceVersion=17&resourceVersionMatch=NotOlderThan&")
				.doesNotContain("limit", "continue");
	}

	@Test
	void anInterruptEndsAListWhoseBytesKeepComing() {
		String head = "{\"items\":[{}";
		Thread.currentThread().interrupt();
		assertThatThrownBy(() -> list(Streams.huge(head, ' ', 10, ",{}".repeat(1000) + "]}")))
				.isInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isFalse();
		assertThat(server.open).hasValue(0);
	}
}
