package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.schema.HttpSchemas;
import org.fleetdesk.kube.schema.Schemas;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

@OnEveryServer
class DiscoveryTest extends Check {

	DiscoveryTest(Server server) {
		super(server);
	}

	@Test
	void theVersionIsKnown() throws Exception {
		assertThat(new HttpDiscovery(transport()).version().gitVersion()).startsWith("v1.");
	}

	@Test
	void wordsOfUsersFindKinds() throws Exception {
		Catalogue found = new HttpDiscovery(transport()).resources();
		assertThat(found.findings()).isEmpty();
		for (String[] pair : new String[][]{{"po", "v1 pods"}, {"deploy", "apps/v1 deployments"},
				{"deployments.apps", "apps/v1 deployments"}, {"deployments.v1.apps", "apps/v1 deployments"},
				{"Node", "v1 nodes"}, {"svc", "v1 services"}, {"events", "v1 events"},
				{"crd", "apiextensions.k8s.io/v1 customresourcedefinitions"},
				{"gd", "workshop.fleetdesk.test/v1 gadgets"},
				{"gadgets.v1beta1.workshop.fleetdesk.test", "workshop.fleetdesk.test/v1beta1 gadgets"},
				{"deployments.workshop.fleetdesk.test", "workshop.fleetdesk.test/v1 deployments"}}) {
			assertThat(found.find(pair[0])).as(pair[0]).map(ResourceType::toString).contains(pair[1]);
		}
		assertThat(found.types()).extracting(ResourceType::plural).noneMatch(p -> p.contains("/"));
		assertThat(found.preferred()).extracting(ResourceType::qualifiedName).doesNotHaveDuplicates();
		assertThat(found.find("pods").orElseThrow().verbs()).contains("get", "list", "watch", "delete");
		assertThat(found.find("gadgets").orElseThrow().categories()).contains("all", "workshop");
		assertThat(found.find("nodes").orElseThrow().namespaced()).isFalse();
	}

	@Test
	void theOldWayFindsTheSame() throws Exception {
		Catalogue found = new HttpDiscovery(transport()).resources();
		Catalogue old = new HttpDiscovery(Altered.plain(transport())).resources();
		assertThat(old.findings()).isEmpty();
		assertThat(lines(old)).containsExactlyInAnyOrderElementsOf(lines(found));
		assertThat(old.types().stream().map(ResourceType::group).distinct())
				.containsExactlyElementsOf(found.types().stream().map(ResourceType::group).distinct().toList());
	}

	private static List<String> lines(Catalogue catalogue) {
		return catalogue.types().stream().map(t -> t + " " + t.kind() + " " + t.namespaced() + " " + t.shortNames()
				+ t.categories() + t.verbs().stream().sorted().toList() + t.preferred()).toList();
	}

	@Test
	void openApiDocumentsAreThere() throws Exception {
		Schemas schemas = new HttpSchemas(transport());
		Discovery discovery = new HttpDiscovery(transport());
		boolean old = discovery.version().gitVersion().matches("v1\\.(1\\d|2[0-3])\\..*");
		for (String version : List.of("v1", "apps/v1", "workshop.fleetdesk.test/v1")) {
			JsonNode document = schemas.openApi(version);
			JsonNode models = old ? document.path("definitions") : document.path("components").path("schemas");
			assertThat(models.size()).as(version).isPositive();
			assertThat(document.has("openapi")).isEqualTo(!old);
		}
	}
}
