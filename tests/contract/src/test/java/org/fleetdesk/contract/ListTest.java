package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

@OnEveryServer
class ListTest extends Check {

	ListTest(Server server) {
		super(server);
	}

	@Test
	void podsComeInTheServersColumns() throws Exception {
		Listed pods = list(scope("pods", "team-a"));
		assertThat(pods.headings()).startsWith("Name", "Ready", "Status", "Restarts", "Age");
		assertThat(pods.columns).filteredOn(Column::wide).extracting(Column::name).contains("IP", "Node");
		assertThat(pods.rows).hasSizeGreaterThan(2);
		Row row = pods.rows.values().iterator().next();
		assertThat(row.namespace()).isEqualTo("team-a");
		assertThat(row.uid()).hasSize(36);
		assertThat(row.resourceVersion()).isNotEmpty();
		assertThat(row.created().orElseThrow()).isBefore(Instant.now().plusSeconds(60));
		assertThat(row.cell(0)).isEqualTo(row.name());
	}

	@Test
	void pagesGiveTheSameAsOneAnswer() throws Exception {
		Reader reader = reader();
		Scope scope = Scope.all(type("configmaps"));
		Map<String, Row> paged = new TreeMap<>();
		Listed page = list(reader, scope, ListOptions.page(2));
		String version = page.page.resourceVersion();
		assertThat(page.page.next()).isPresent();
		assertThat(page.page.remaining().orElse(1)).isPositive();
		while (true) {
			assertThat(page.rows.size()).isLessThanOrEqualTo(2);
			assertThat(page.page.resourceVersion()).isEqualTo(version);
			page.rows.forEach((name, row) -> assertThat(paged.put(name, row)).isNull());
			if (page.page.next().isEmpty()) {
				break;
			}
			page = list(reader, scope, ListOptions.page(2).after(page.page.next().get()));
		}
		assertThat(paged).hasSizeGreaterThan(4).isEqualTo(list(reader, scope, ListOptions.ALL).rows);
	}

	@Test
	void selectorsAndNamespacesNarrow() throws Exception {
		ResourceType gadgets = type("gadgets");
		assertThat(list(Scope.all(gadgets)).rows.keySet()).contains("team-a/kettle", "team-a/lamp", "team-b/clock");
		assertThat(list(Scope.all(gadgets).in("team-b")).rows.keySet()).containsExactly("team-b/clock");
		assertThat(list(new Scope(gadgets, "", "room in (hall,attic)", "")).rows.keySet())
				.containsExactly("team-a/lamp", "team-b/clock");
		assertThat(list(new Scope(gadgets, "team-a", "room=hall", "")).rows.keySet()).containsExactly("team-a/lamp");
		assertThat(list(new Scope(type("pods"), "team-a", "", "status.phase=Failed,spec.nodeName!=x")).rows).isEmpty();
		assertThat(list(new Scope(gadgets, "", "", "metadata.name=kettle")).rows.keySet())
				.containsExactly("team-a/kettle");
		assertThat(list(Scope.all(gadgets).in("no-such-namespace")).rows).isEmpty();
		Reader reader = reader();
		assertThatThrownBy(() -> list(reader, new Scope(gadgets, "", "a=(", ""), ListOptions.ALL))
				.isInstanceOf(Invalid.class);
	}

	@Test
	void customKindsHaveTheirPrinterColumns() throws Exception {
		Listed gadgets = list(scope("gadgets", "team-a"));
		assertThat(gadgets.headings()).containsExactly("Name", "Colour", "Size", "Weight", "Fragile", "Due", "Phase",
				"Note", "Age");
		assertThat(gadgets.columns).extracting(Column::type).containsExactly("string", "string", "integer", "number",
				"boolean", "date", "string", "string", "date");
		assertThat(gadgets.columns).filteredOn(Column::wide).extracting(Column::name).containsExactly("Note");
		assertThat(gadgets.cell("team-a/kettle", "Size")).isEqualTo(3L);
		assertThat(gadgets.cell("team-a/kettle", "Weight")).isEqualTo(1.25);
		assertThat(gadgets.cell("team-a/lamp", "Fragile")).isEqualTo(true);
		assertThat(gadgets.cell("team-a/lamp", "Phase")).isNull();
	}

	@Test
	void eachVersionOfAKindHasColumnsOfItsOwn() throws Exception {
		Listed old = list(scope("gadgets.v1beta1.workshop.fleetdesk.test", "team-a"));
		assertThat(old.headings()).containsExactly("Name", "Colour", "Size");
		assertThat(old.rows).isEqualTo(list(scope("gadgets", "team-a")).rows);
	}

	@Test
	void kindsWithoutColumnsHaveNameAndAge() throws Exception {
		Listed workshops = list(Scope.all(type("workshops")));
		assertThat(workshops.headings()).containsExactly("Name", "Age");
		assertThat(workshops.rows.keySet()).containsExactly("main");
		assertThat(workshops.rows.get("main").namespace()).isEmpty();
	}

	@Test
	void aServerWithoutTablesGivesTheSameRowsWithNameAndAge() throws Exception {
		Reader plain = new HttpReader(Altered.plain(transport()));
		for (String words : List.of("configmaps", "gadgets", "nodes", "deployments.apps")) {
			Listed rows = list(plain, Scope.all(type(words)), ListOptions.ALL);
			assertThat(rows.headings()).containsExactly("Name", "Age");
			assertThat(rows.rows.keySet()).isNotEmpty().isEqualTo(list(Scope.all(type(words))).rows.keySet());
		}
	}

	@Test
	void whatTheServerHasInMemoryCanBeListed() throws Exception {
		assertThat(list(reader(), Scope.all(type("nodes")), new ListOptions(0, "", "0")).rows.keySet())
				.isEqualTo(list(Scope.all(type("nodes"))).rows.keySet());
	}

	@Test
	void everyKindThatCanBeListedIsListed() throws Exception {
		Reader reader = reader();
		int listed = 0;
		for (ResourceType type : new org.fleetdesk.kube.internal.discovery.HttpDiscovery(transport()).resources()
				.types()) {
			if (type.verbs().contains("list")) {
				Listed rows = list(reader, Scope.all(type), ListOptions.page(500));
				assertThat(rows.columns).as(type.toString()).isNotEmpty();
				assertThat(rows.rows.values()).allSatisfy(r -> assertThat(r.name()).isNotEmpty());
				listed++;
			}
		}
		assertThat(listed).isGreaterThan(30);
	}

	@Test
	void wholeObjectsSayWhatTheyAre() throws Exception {
		List<JsonNode> objects = new ArrayList<>();
		reader().objects(scope("deployments.apps", "team-a"), ListOptions.ALL, objects::add);
		assertThat(objects).isNotEmpty().allSatisfy(o -> {
			assertThat(o.fieldNames()).toIterable().startsWith("apiVersion", "kind", "metadata");
			assertThat(o.path("apiVersion").asText()).isEqualTo("apps/v1");
			assertThat(o.path("kind").asText()).isEqualTo("Deployment");
		});
	}

	@Test
	void anObjectIsGotWithItsUnknownFields() throws Exception {
		Reader reader = reader();
		JsonNode workshop = reader.get(key("workshops", "", "main"));
		assertThat(workshop.at("/spec/anything/goes/2/x").isMissingNode()).isTrue();
		assertThat(workshop.at("/spec/anything/goes/1").asInt()).isEqualTo(1);
		assertThat(reader.get(key("clusterroles", "", "system:node")).path("kind").asText()).isEqualTo("ClusterRole");
		assertThat(reader.raw("/version").path("major").asText()).isEqualTo("1");
		assertThatThrownBy(() -> reader.get(key("pods", "team-a", "none"))).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> reader.raw("/apis/no.such.group/v1")).isInstanceOf(NotFound.class);
	}
}
