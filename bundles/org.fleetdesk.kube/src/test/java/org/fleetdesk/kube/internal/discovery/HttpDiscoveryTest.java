package org.fleetdesk.kube.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.CannedTransport.recorded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.CannedTransport;
import org.junit.jupiter.api.Test;

class HttpDiscoveryTest {

	private static final String GROUPS = """
			{"kind":"APIGroupList","groups":[
			{"name":"apps","versions":[{"version":"v1"}],"preferredVersion":{"version":"v1"}},
			{"name":"shop.test","versions":[{"version":"v2alpha1"},{"version":"v1"}],"preferredVersion":{"version":"v1"}}]}
			""";

	private final CannedTransport server = new CannedTransport();
	private final HttpDiscovery discovery = new HttpDiscovery(server);

	private CannedTransport old() {
		return server.with("/api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}").with("/apis", GROUPS)
				.with("/api/v1", resources("pods", "Pod", "pods/log", "Pod", "events", "Event"))
				.with("/apis/apps/v1", resources("deployments", "Deployment", "deployments/scale", "Scale"))
				.with("/apis/shop.test/v1", resources("carts", "Cart"))
				.with("/apis/shop.test/v2alpha1", resources("carts", "Cart", "coupons", "Coupon"));
	}

	private static String resources(String... namesAndKinds) {
		StringBuilder list = new StringBuilder("{\"kind\":\"APIResourceList\",\"resources\":[");
		for (int i = 0; i < namesAndKinds.length; i += 2) {
			list.append("""
					%s{"name":"%s","singularName":"one","namespaced":true,"kind":"%s","verbs":["list","watch"],
					"shortNames":["s"],"categories":["all"]}""".formatted(i == 0 ? "" : ",", namesAndKinds[i],
					namesAndKinds[i + 1]));
		}
		return list + "]}";
	}

	@Test
	void aNewServerIsAskedTwiceAndKeepsItsOrder() throws Exception {
		server.with("/api", recorded(getClass(), "api.json")).with("/apis", recorded(getClass(), "apis.json"));
		Catalogue found = discovery.resources();
		assertThat(server.calls).hasSize(2)
				.allSatisfy(c -> assertThat(c.accept()).startsWith("application/json;g=apidiscovery.k8s.io;v=v2;"));
		assertThat(found.findings()).isEmpty();
		assertThat(found.types().getFirst().group()).isEmpty();
		assertThat(found.types()).extracting(ResourceType::plural).noneMatch(p -> p.contains("/"));
		assertThat(found.types().stream().map(ResourceType::group).distinct()).containsExactly("", "apps",
				"events.k8s.io", "autoscaling", "apiextensions.k8s.io", "workshop.fleetdesk.test");
		ResourceType pods = found.find("po").orElseThrow();
		assertThat(pods.kind()).isEqualTo("Pod");
		assertThat(pods.namespaced()).isTrue();
		assertThat(pods.watchable()).isTrue();
		assertThat(pods.categories()).containsExactly("all");
		assertThat(found.find("no").orElseThrow().namespaced()).isFalse();
		assertThat(found.find("hpa").orElseThrow().version()).isEqualTo("v2");
		assertThat(found.preferred()).filteredOn(t -> t.plural().equals("gadgets")).singleElement()
				.satisfies(t -> assertThat(t.version()).isEqualTo("v1"));
	}

	@Test
	void anOldServerIsAskedGroupByGroup() throws Exception {
		old();
		Catalogue found = discovery.resources();
		assertThat(found.findings()).isEmpty();
		assertThat(found.types()).extracting(ResourceType::toString).containsExactly("v1 pods", "v1 events",
				"apps/v1 deployments", "shop.test/v1 carts", "shop.test/v2alpha1 carts", "shop.test/v2alpha1 coupons");
		assertThat(found.preferred()).extracting(ResourceType::toString).containsExactly("v1 pods", "v1 events",
				"apps/v1 deployments", "shop.test/v1 carts", "shop.test/v2alpha1 coupons");
		assertThat(found.types().getFirst().shortNames()).containsExactly("s");
		assertThat(server.open).hasValue(0);
	}

	@Test
	void aGroupThatFailsIsAFindingAndSpoilsNothingElse() throws Exception {
		old().failing("/apis/shop.test/v1", 503).with("/apis/apps/v1", "<html>");
		Catalogue found = discovery.resources();
		assertThat(found.findings()).extracting(Finding::subject).containsExactly("apps/v1", "shop.test/v1");
		assertThat(found.findings().getFirst().message()).contains("not JSON").doesNotContain("html");
		assertThat(found.preferred()).extracting(ResourceType::toString).containsExactly("v1 pods", "v1 events",
				"shop.test/v2alpha1 carts", "shop.test/v2alpha1 coupons");
	}

	@Test
	void aStaleGroupIsAFinding() throws Exception {
		server.with("/api", recorded(getClass(), "api.json")).with("/apis", """
				{"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"metrics.k8s.io"},"versions":[
				{"version":"v1beta1","freshness":"Stale"}]},{"metadata":{"name":"a.test"},"versions":[{"version":"v1",
				"freshness":"Current","resources":[{"resource":"x","scope":"Cluster","verbs":["get"],
				"responseKind":{"kind":"X"}},{"resource":"onlysub","subresources":[{"subresource":"y"}]}]}]}]}""");
		Catalogue found = discovery.resources();
		assertThat(found.findings()).singleElement().satisfies(f -> {
			assertThat(f.subject()).isEqualTo("metrics.k8s.io/v1beta1");
			assertThat(f.remedy()).contains("v1beta1.metrics.k8s.io");
		});
		assertThat(found.find("x")).isPresent();
		assertThat(found.find("onlysub")).isEmpty();
	}

	@Test
	void aServerWithoutCoreGroupStillHasItsOthers() throws Exception {
		old().failing("/api", 404);
		Catalogue found = discovery.resources();
		assertThat(found.findings()).extracting(Finding::subject).containsExactly("/api");
		assertThat(found.types()).hasSize(4);
	}

	@Test
	void ifNothingCanBeHadTheFirstFailureIsThrown() {
		server.failing("/api", 403).failing("/apis", 500);
		assertThatThrownBy(discovery::resources).isInstanceOf(Forbidden.class);
	}

	@Test
	void anInterruptEndsTheQuestionsUnderWay() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch never = new CountDownLatch(1);
		old().answering("/apis/apps/v1", call -> {
			asked.countDown();
			try {
				never.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return "";
		});
		CountDownLatch ended = new CountDownLatch(1);
		Thread asker = Thread.ofVirtual().start(() -> {
			try {
				discovery.resources();
			} catch (InterruptedException e) {
				ended.countDown();
			}
		});
		asked.await();
		asker.interrupt();
		assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void theVersionIsWhatTheServerSays() throws Exception {
		server.with("/version", "{\"gitVersion\":\"v1.33.1+k3s1\",\"platform\":\"linux/amd64\"}");
		assertThat(discovery.version().gitVersion()).isEqualTo("v1.33.1+k3s1");
		server.with("/version", "[]");
		assertThatThrownBy(discovery::version).isInstanceOf(ServerFault.class);
	}

	@Test
	void oddDocumentsAreReadAsFarAsTheyGo() throws IOException, InterruptedException {
		for (String odd : List.of("{}", "{\"items\":3}", "{\"groups\":[{\"name\":5}]}", "{\"versions\":\"v1\"}")) {
			server.with("/api", odd).with("/apis", recorded(getClass(), "apis.json"));
			assertThat(discovery.resources().find("deploy")).isPresent();
		}
	}
}
