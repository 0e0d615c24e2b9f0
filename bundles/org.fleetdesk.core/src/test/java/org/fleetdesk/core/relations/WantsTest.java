package org.fleetdesk.core.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.Test;

/** What is listed around objects on a cluster that serves every kind of the product, and two that nobody described. */
class WantsTest {
	private static final List<Descriptor> KNOWN = new Kinds().all();
	private static final Set<String> GLOBAL = Set.of("nodes", "persistentvolumes", "namespaces",
			"clusterroles.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io",
			"storageclasses.storage.k8s.io", "ingressclasses.networking.k8s.io");
	private static final Set<String> ANYTHING = Set.of("applications.argoproj.io");
	private static final Set<String> CUSTOM = Set.of("applications.argoproj.io",
			"horizontalpodautoscalers.autoscaling", "persistentvolumeclaims", "ingresses.networking.k8s.io",
			"ingressclasses.networking.k8s.io", "gateways.gateway.networking.k8s.io",
			"gatewayclasses.gateway.networking.k8s.io", "workloads.scheduling.k8s.io");

	private final RelationIndex index = new RelationIndex(new Served(catalogue()), KNOWN);

	private static Catalogue catalogue() {
		return new Catalogue(Stream.concat(
				KNOWN.stream().map(d -> type(d.kind(), d.versions().isEmpty() ? "v1" : d.versions().getFirst())),
				Stream.of("widgets.example.org", "wheels.example.org").map(k -> type(KindKey.parse(k), "v1"))).toList(),
				List.of());
	}

	private static ResourceType type(KindKey kind, String version) {
		return new ResourceType(kind.group(), version, kind.plural(), "", kind.plural(),
				!GLOBAL.contains(kind.toString()), List.of(), List.of(), Set.of("list", "watch"), true);
	}

	private List<String> pointing(String kind) {
		return index.pointing(KindKey.parse(kind)).stream().map(ResourceType::qualifiedName).toList();
	}

	private Wants around(String kind) {
		Wants wants = new Wants(index, scope -> false, scope -> false);
		wants.around(new Id(KindKey.parse(kind), GLOBAL.contains(kind) ? "" : "web", "x"));
		return wants;
	}

	private static List<String> kinds(Wants wants) {
		return wants.scopes().stream().map(Scope::type).map(ResourceType::qualifiedName).distinct().toList();
	}

	@Test
	void onlyKindsWhoseRelationsCanReachAnObjectAreListed() {
		assertThat(pointing("pods")).contains("services", "poddisruptionbudgets.policy")
				.doesNotContain("rolebindings.rbac.authorization.k8s.io", "horizontalpodautoscalers.autoscaling",
						"persistentvolumeclaims", "ingresses.networking.k8s.io", "events");
		assertThat(pointing("events.events.k8s.io")).containsExactlyElementsOf(ANYTHING);
		assertThat(pointing("roles.rbac.authorization.k8s.io"))
				.containsExactlyInAnyOrder("rolebindings.rbac.authorization.k8s.io", "applications.argoproj.io");
		assertThat(pointing("clusterroles.rbac.authorization.k8s.io")).contains(
				"rolebindings.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io");
		assertThat(pointing("widgets.example.org")).containsExactlyInAnyOrderElementsOf(CUSTOM);
		assertThat(pointing("deployments.apps")).contains("horizontalpodautoscalers.autoscaling");
	}

	@Test
	void whoSaysMostStandsFirstAndWhoMayNameAnythingLast() {
		assertThat(pointing("configmaps").subList(0, 10)).contains("pods", "deployments.apps", "statefulsets.apps");
		assertThat(pointing("configmaps")).endsWith("applications.argoproj.io").hasSizeGreaterThan(10);
	}

	@Test
	void aroundNoObjectMoreKindsAreListedThanAreOfUse() {
		for (Descriptor descriptor : KNOWN) {
			Wants wants = around(descriptor.kind().toString());
			assertThat(wants.scopes()).as(descriptor.kind().toString()).hasSizeLessThanOrEqualTo(Wants.MOST_KINDS + 1);
		}
		assertThat(kinds(around("pods"))).contains("services").doesNotContain("rolebindings.rbac.authorization.k8s.io");
	}

	@Test
	void whatAKindThatNobodyDescribedMayOwnIsOfItsGroupOrWhatControllersMake() {
		Wants wants = around("widgets.example.org");
		assertThat(kinds(wants)).startsWith("widgets.example.org", "wheels.example.org", "pods", "deployments.apps")
				.contains("services", "secrets")
				.doesNotContain("leases.coordination.k8s.io", "virtualservices.networking.istio.io");
		assertThat(wants.gaps()).isEmpty();
	}

	@Test
	void ofANamespaceTheKindsThatHaveToDoWithMostOthersAreListedAndTheRestIsSaid() {
		Wants wants = new Wants(index, scope -> false, scope -> false);
		wants.namespace("web");
		assertThat(kinds(wants)).hasSize(Wants.MOST_KINDS).contains("pods", "services", "configmaps", "secrets",
				"deployments.apps", "persistentvolumeclaims");
		assertThat(wants.scopes()).allMatch(scope -> scope.namespace().equals("web"));
		assertThat(wants.gaps()).isNotEmpty().allMatch(gap -> gap.reason() == Reason.TOO_MANY_KINDS);
	}
}
