package org.fleetdesk.core.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.rows.WireRows;
import org.fleetdesk.kube.internal.rows.WireTable;
import org.fleetdesk.kube.read.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class RelationPlanTest {
	private static final KindKey SERVICES = new KindKey("", "services");
	private static final KindKey GATEWAYS = new KindKey("networking.istio.io", "gateways");

	private static Optional<Pointer> named(KindKey to, String... value) {
		return RelationPlan.named(new Relation("routes to", Form.NAME, Optional.of(to), List.of("spec.to[*]"),
				value.length > 1 ? "spec.namespace" : "", Set.of("mesh", "*")), to, List.of(value));
	}

	private static Optional<Pointer> pointer(KindKey to, String namespace, String name) {
		return Optional.of(new Pointer.Named("routes to", to, new Pointer.Name(namespace, name)));
	}

	@Test
	void aNameIsOneInTheNamespaceThatStandsBesideIt() {
		assertThat(named(GATEWAYS, "public")).isEqualTo(pointer(GATEWAYS, "", "public"));
		assertThat(named(GATEWAYS, "public", "infra")).isEqualTo(pointer(GATEWAYS, "infra", "public"));
		assertThat(named(GATEWAYS, "gw.v2")).isEqualTo(pointer(GATEWAYS, "", "gw.v2"));
	}

	@Test
	void aNameWithASlashIsOneOfAnotherNamespace() {
		assertThat(named(GATEWAYS, "infra/public")).isEqualTo(pointer(GATEWAYS, "infra", "public"));
	}

	@Test
	void aServiceMayBeNamedByItsHostInTheClusterAndAHostElsewhereIsNone() {
		assertThat(named(SERVICES, "reviews")).isEqualTo(pointer(SERVICES, "", "reviews"));
		assertThat(named(SERVICES, "reviews.shop.svc.cluster.local")).isEqualTo(pointer(SERVICES, "shop", "reviews"));
		assertThat(named(SERVICES, "reviews.shop.svc")).isEqualTo(pointer(SERVICES, "shop", "reviews"));
		assertThat(named(SERVICES, "api.bank.example")).isEmpty();
		assertThat(named(SERVICES, "*.bank.example")).isEmpty();
	}

	@Test
	void whatIsExceptedIsNoName() {
		assertThat(named(GATEWAYS, "mesh")).isEmpty();
		assertThat(named(GATEWAYS, "*", "infra")).isEmpty();
		assertThat(named(GATEWAYS, "infra/mesh")).isEqualTo(pointer(GATEWAYS, "infra", "mesh"));
	}

	@Test
	void theRelationsOfEveryKindOfTheProductCanBeRead() {
		assertThat(new Kinds().all()).isNotEmpty()
				.allSatisfy(descriptor -> assertThat(new RelationPlan(Optional.of(descriptor)).rows().cells())
						.hasSizeGreaterThan(descriptor.columns().size()));
	}

	@Test
	void anotherIsNamedWithItsClusterAndWhetherItMustBeThere() {
		Relation relation = new Relation("takes", Form.NAME, Optional.of(GATEWAYS), List.of("spec.a.name"), "spec.ns",
				Set.of(), new Relation.Reach(Set.of(), List.of("spec.server", "spec.cluster"), Set.of("here"),
						"optional"));
		assertThat(relation.optional("spec.a[*].name")).isEqualTo("spec.a[*].optional");
		assertThat(RelationPlan.named(relation, GATEWAYS, List.of("x", "infra", "true", "here", ""))).contains(
				new Pointer.Named("takes", GATEWAYS, new Pointer.Name("", "infra", "x", true)));
		assertThat(RelationPlan.named(relation, GATEWAYS, List.of("x", "infra", "", "", "far"))).contains(
				new Pointer.Named("takes", GATEWAYS, new Pointer.Name("far", "infra", "x", false)));
	}

	@Test
	void argoCdsResourcesAreOnTheClusterThatItDeploysTo() throws Exception {
		Descriptor described = new Kinds().of(KindKey.parse("applications.argoproj.io")).orElseThrow();
		RelationPlan plan = new RelationPlan(Optional.of(described));
		assertThat(clusters(plan, "{server: 'https://10.0.0.9:6443', namespace: shop}")).containsOnly(
				"https://10.0.0.9:6443");
		assertThat(clusters(plan, "{name: prod, namespace: shop}")).containsOnly("prod");
		assertThat(clusters(plan, "{server: 'https://kubernetes.default.svc', namespace: shop}")).containsOnly("");
		assertThat(clusters(plan, "{name: in-cluster, namespace: shop}")).containsOnly("");
	}

	/** On which clusters an application says that its resources and its namespace are. */
	private static List<String> clusters(RelationPlan plan, String destination) throws Exception {
		Row row = plan.rows()
				.read(new YAMLMapper().readTree("{metadata: {name: a, namespace: argocd}, spec: {destination: "
						+ destination
						+ "}, status: {resources: [{kind: Service, version: v1, name: w, namespace: shop},"
						+ " {kind: Deployment, group: apps, version: v1, name: w, namespace: shop}]}}"));
		List<String> clusters = plan.read(row).stream().map(pointer -> switch (pointer) {
			case Pointer.Named named -> named.name().cluster();
			case Pointer.Referred referred -> referred.name().cluster();
			default -> "?";
		}).toList();
		assertThat(clusters).hasSize(3);
		return clusters;
	}

	@ParameterizedTest
	@CsvSource({"pods,v1,Pod", "services,v1,Service", "secrets,v1,Secret", "persistentvolumes,v1,PersistentVolume",
			"serviceaccounts,v1,ServiceAccount", "replicationcontrollers,v1,ReplicationController",
			"cronjobs.batch,v1,CronJob"})
	void whatKindsWithoutReferencesAndStructuredSelectorsSayIsReadFromProtobuf(String name, String version,
			String type) {
		KindKey kind = KindKey.parse(name);
		RelationPlan plan = new RelationPlan(new Kinds().of(kind));
		assertThat(plan.rows().cells()).hasSizeGreaterThan(5);
		assertThat(WireRows.has(new ResourceType(kind.group(), version, kind.plural(), "", type, true, List.of(),
				List.of(), Set.of("list"), true), new WireTable(), plan.rows(), new StringPool())).isTrue();
	}
}
