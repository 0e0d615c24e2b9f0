package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.yaml.snakeyaml.Yaml;

/** Rows by plan: the same from protobuf as from JSON, and saying what the server's own table says. */
@OnEveryServer
class PlannedRowsTest extends Check {

	private static final Kinds PLANS = new Kinds();
	private static final ObjectMapper JSON = new ObjectMapper();
	/** What the server's tables of roles and definitions have instead of an age. */
	private static final Set<String> OTHER = Set.of("Created At");

	private final Set<String> accepted = new TreeSet<>();

	PlannedRowsTest(Server server) {
		super(server);
	}

	/** A reader by plan that notes the media types which it is given. */
	private HttpReader planned(boolean protobuf) {
		Transport real = transport();
		return new HttpReader(new Transport() {
			@Override
			public Answer send(Call call) throws InterruptedException {
				Answer answer = real.send(protobuf ? call : json(call));
				accepted.add(answer.contentType());
				return answer;
			}

			@Override
			public void close() {
				// the real one is closed by the check
			}
		}).with(PLANS);
	}

	private static Call json(Call call) {
		return new Call(call.method(), call.path(), "application/json", call.verb(), call.resource(), call.idle());
	}

	private static List<Object> facts(Row row) {
		List<Object> facts = new ArrayList<>(List.of(row.uid(), row.resourceVersion(), row.namespace(), row.name(),
				row.createdMillis(), row.owner()));
		for (int i = 0; i < row.labels(); i++) {
			facts.add(row.labelKey(i) + "=" + row.labelValue(i));
		}
		for (int i = 0; i < row.cells(); i++) {
			facts.add(String.valueOf(row.cell(i)));
		}
		return facts;
	}

	private static Map<String, List<Object>> facts(Listed listed) {
		Map<String, List<Object>> facts = new TreeMap<>();
		listed.rows.values().forEach(row -> facts.put(row + "@" + row.resourceVersion(), facts(row)));
		return facts;
	}

	private List<ResourceType> kinds() throws InterruptedException {
		Catalogue catalogue = new HttpDiscovery(transport()).resources();
		return catalogue.types().stream()
				.filter(type -> type.verbs().contains("list") && PLANS.of(type).isPresent()).toList();
	}

	private void fill(Sandbox sandbox) throws Exception {
		Catalogue catalogue = new HttpDiscovery(transport()).resources();
		String text = new String(getClass().getResourceAsStream("planned.yaml").readAllBytes(), StandardCharsets.UTF_8);
		for (Object read : new Yaml().loadAll(text.replace("NAMESPACE", sandbox.namespace))) {
			JsonNode object = JSON.valueToTree(read);
			for (ResourceType type : catalogue.types()) {
				if (type.apiVersion().equals(object.path("apiVersion").asText())
						&& type.kind().equals(object.path("kind").asText())) {
					sandbox.send("POST", Scope.all(type).in(sandbox.namespace).path(), "application/json",
							object.toString());
				}
			}
		}
	}

	@Test
	void protobufAndJsonGiveTheSameRowsWhichSayWhatTheTableSays() throws Exception {
		beyond("no-protobuf");
		try (Sandbox sandbox = new Sandbox(server)) {
			fill(sandbox);
			new RandomPods(sandbox).create(60);
			List<ResourceType> kinds = kinds();
			assertThat(kinds).hasSizeGreaterThan(20);
			int compared = 0;
			List<String> differences = new ArrayList<>();
			for (ResourceType type : kinds) {
				compared += check(type, differences);
			}
			assertThat(differences).isEmpty();
			assertThat(compared).isGreaterThan(200);
		}
		assertThat(accepted).contains("application/vnd.kubernetes.protobuf");
	}

	private int check(ResourceType type, List<String> differences) throws InterruptedException {
		Scope scope = Scope.all(type);
		Listed wire = list(planned(true), scope, ListOptions.ALL);
		Listed json = list(planned(false), scope, ListOptions.ALL);
		Listed table = list(reader(), scope, ListOptions.ALL);
		assertThat(wire.columns).isEqualTo(PLANS.of(type).orElseThrow().columns());
		Map<String, List<Object>> jsonFacts = facts(json);
		Map<String, List<Object>> wireFacts = facts(wire);
		wireFacts.keySet().retainAll(jsonFacts.keySet()); // what changed between the two answers
		jsonFacts.keySet().retainAll(wireFacts.keySet());
		assertThat(wireFacts).as(type.toString()).isEqualTo(jsonFacts);
		if (!table.headings().equals(List.of("Name", "Age"))) {
			Set<String> missing = new TreeSet<>(table.headings());
			missing.removeAll(wire.headings());
			missing.removeAll(OTHER);
			missing.forEach(heading -> differences.add(type + " has no " + heading));
		}
		return compare(type, wire, table, differences);
	}

	private static int compare(ResourceType type, Listed ours, Listed table, List<String> differences) {
		int compared = 0;
		for (Row row : ours.rows.values()) {
			Row other = table.rows.get(row.toString());
			if (!row.equals(other)) {
				continue;
			}
			assertThat(other.owner()).isEqualTo(row.owner());
			assertThat(other.labels()).isEqualTo(row.labels());
			for (int i = 0; i < ours.columns.size(); i++) {
				Column column = ours.columns.get(i);
				int there = table.headings().indexOf(column.name());
				if (there >= 0 && !column.type().equals("date")) {
					String said = TableCells.text(column, other.cell(there));
					String own = TableCells.own(row.cell(i));
					if (column.name().equals("Duration") && own.isEmpty()) {
						continue; // of what runs, the server's time runs on
					}
					if (!own.equals(said)) {
						differences.add(type + " " + row + ": " + column.name() + " " + own + ", the table " + said);
					}
				}
			}
			compared++;
		}
		return compared;
	}

	@Test
	void watchesByPlanGiveTheRowsOfLists() throws Exception {
		HttpReader reader = planned(true);
		Scope scope = scope("configmaps", "");
		try (Sandbox sandbox = new Sandbox(server)) {
			LiveTable table = live(reader, scope.in(sandbox.namespace));
			table.await(org.fleetdesk.kube.watch.Freshness.State.LIVE);
			sandbox.create("one");
			table.awaitRow("one");
			sandbox.change("one", "more");
			table.await("the entry", rows -> rows.values().stream()
					.anyMatch(row -> row.name().equals("one") && Long.valueOf(2).equals(row.cell(1))));
			sandbox.delete("one");
			table.await("the end", rows -> rows.values().stream().noneMatch(row -> row.name().equals("one")));
		}
		assertThat(accepted).isNotEmpty();
	}

	@Test
	void whoSpeaksJsonOnlyIsReadAsJson() throws Exception {
		HttpReader reader = planned(true);
		Listed pods = list(reader, scope("pods", "team-a"), ListOptions.page(2));
		assertThat(pods.rows).hasSize(2);
		assertThat(pods.headings()).contains("Restarts", "Last Restart", "CPU Requests");
		assertThat(pods.rows.values()).allSatisfy(row -> assertThat(row.owner()).isNotEmpty());
		boolean demo = server == Demo.server();
		assertThat(accepted).containsExactly(demo ? "application/json" : "application/vnd.kubernetes.protobuf");
	}
}
