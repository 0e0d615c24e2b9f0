package org.fleetdesk.core.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.junit.jupiter.api.Test;

class RelationPlanTest {
	private static final KindKey SERVICES = new KindKey("", "services");
	private static final KindKey GATEWAYS = new KindKey("networking.istio.io", "gateways");

	private static Optional<Pointer> named(KindKey to, String... value) {
		return RelationPlan.named(new Relation("routes to", Form.NAME, Optional.of(to), List.of("spec.to[*]"), "",
				Set.of("mesh", "*")), to, List.of(value));
	}

	private static Optional<Pointer> pointer(KindKey to, String namespace, String name) {
		return Optional.of(new Pointer.Named("routes to", to, namespace, name));
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
}
