package org.fleetdesk.core.relations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRule;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Tuples;

/** A few kinds described by hand, and the cells that their rows have. */
final class Pack {
	static final ResourceType SERVICES = FakeServer.type("", "v1", "services", "Service", true);
	static final ResourceType CONFIG_MAPS = FakeServer.type("", "v1", "configmaps", "ConfigMap", true);
	static final ResourceType REPLICA_SETS = FakeServer.type("apps", "v1", "replicasets", "ReplicaSet", true);
	static final ResourceType SCALERS = FakeServer.type("autoscaling", "v2", "horizontalpodautoscalers",
			"HorizontalPodAutoscaler", true);

	static final Descriptor PODS = descriptor("pods", List.of(named("mounts", "configmaps", "spec.volumes[*].name"),
			named("runs on", "nodes", "spec.nodeName")));
	static final Descriptor SELECTING = descriptor("services",
			List.of(new Relation("selects", Form.SELECTOR, kind("pods"), List.of("spec.selector"), "", Set.of())));
	static final Descriptor OWNING = descriptor("replicasets.apps",
			List.of(new Relation("keeps", Form.OWNER, kind("pods"), List.of(), "", Set.of())));
	static final Descriptor SCALING = descriptor("horizontalpodautoscalers.autoscaling", List
			.of(new Relation("scales", Form.REFERENCE, Optional.empty(), List.of("spec.scaleTargetRef"), "",
					Set.of())));
	static final List<Descriptor> ALL = List.of(PODS, SELECTING, OWNING, SCALING);

	private Pack() {
	}

	private static Optional<KindKey> kind(String text) {
		return Optional.of(KindKey.parse(text));
	}

	private static Relation named(String name, String to, String path) {
		return new Relation(name, Form.NAME, kind(to), List.of(path), "", Set.of());
	}

	static Descriptor descriptor(String kind, List<Relation> relations) {
		List<RowPlan.Cell> columns = List.of(
				new RowPlan.Cell(new Column("Name", "string", false, ""), "first", List.of("metadata.name")),
				new RowPlan.Cell(new Column("Status", "string", false, ""), "first", List.of("status.phase")));
		return new Descriptor(KindKey.parse(kind), List.of(), columns, Map.of(),
				List.of(new HealthRule(Health.FAILED, Filter.parse("status=Failed")),
						new HealthRule(Health.HEALTHY, Filter.parse("status=Running"))),
				relations, List.of(), Optional.empty(), Set.of(), List.of(), "test");
	}

	/** The columns that rows of a described kind have when relations are wanted. */
	static Column[] columns(Descriptor descriptor) {
		return new RelationPlan(Optional.of(descriptor)).rows().columns().toArray(Column[]::new);
	}

	/** The same of a kind that nobody described. */
	static Column[] undescribed() {
		return new RelationPlan(Optional.empty()).rows().columns().toArray(Column[]::new);
	}

	/** A cell of things that have one value or several each. */
	static String tuples(List<String>... values) {
		StringBuilder text = new StringBuilder();
		for (List<String> each : values) {
			Tuples.add(text, each);
		}
		return text.toString();
	}

	/** A cell of names. */
	static String names(String... names) {
		StringBuilder text = new StringBuilder();
		for (String name : names) {
			Tuples.add(text, List.of(name));
		}
		return text.toString();
	}
}
