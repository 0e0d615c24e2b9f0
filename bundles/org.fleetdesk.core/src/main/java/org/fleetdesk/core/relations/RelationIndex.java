package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.kube.discovery.ResourceType;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which kinds of a cluster may have to do with which, as the descriptors say. For one thread. */
final class RelationIndex {
	private static final Logger LOG = LoggerFactory.getLogger(RelationIndex.class);

	/** They speak of every object and have a page of their own. */
	private static final Set<String> EVENTS = Set.of("events", "events.events.k8s.io");

	/** What controllers make, the most telling first. */
	private static final List<String> MADE = List.of("pods", "deployments.apps", "statefulsets.apps", "daemonsets.apps",
			"jobs.batch", "cronjobs.batch", "replicasets.apps", "services", "persistentvolumeclaims", "configmaps",
			"secrets",
			"ingresses.networking.k8s.io", "serviceaccounts", "poddisruptionbudgets.policy",
			"horizontalpodautoscalers.autoscaling", "networkpolicies.networking.k8s.io",
			"roles.rbac.authorization.k8s.io", "rolebindings.rbac.authorization.k8s.io",
			"clusterroles.rbac.authorization.k8s.io", "clusterrolebindings.rbac.authorization.k8s.io");

	private final Served served;
	/** The kinds that can be listed and are described. */
	private final Map<ResourceType, Descriptor> described = new LinkedHashMap<>();
	private final Map<ResourceType, RelationPlan> plans = new HashMap<>();
	/** With how many kinds each has to do. */
	private final Map<KindKey, Integer> busy = new HashMap<>();

	RelationIndex(Served served, List<Descriptor> descriptors) {
		this.served = served;
		for (Descriptor descriptor : descriptors) {
			served.type(descriptor.kind()).filter(type -> type.verbs().contains("list") && descriptor.fits(type))
					.filter(type -> !EVENTS.contains(type.qualifiedName()))
					.ifPresent(type -> described.putIfAbsent(type, descriptor));
		}
		described.forEach((type, descriptor) -> descriptor.relations().stream().flatMap(r -> r.to().stream()).distinct()
				.forEach(to -> {
					busy.merge(KindKey.of(type), 1, Integer::sum);
					busy.merge(to, 1, Integer::sum);
				}));
	}

	Served served() {
		return served;
	}

	/** What is known of a kind. */
	Optional<Descriptor> descriptor(ResourceType type) {
		return Optional.ofNullable(described.get(type));
	}

	/** How rows of a kind are read; of one whose descriptor is wrong, the owner references are. */
	RelationPlan plan(ResourceType type) {
		return plans.computeIfAbsent(type, t -> {
			try {
				return new RelationPlan(descriptor(t));
			} catch (IllegalArgumentException e) {
				LOG.warn("The relations of {} cannot be followed.", t.qualifiedName(), e);
				return new RelationPlan(Optional.empty());
			}
		});
	}

	/** The kinds whose objects may name or select objects of a kind: those that say so first, those that may name any last. */
	List<ResourceType> pointing(KindKey to) {
		List<ResourceType> found = new ArrayList<>(described.keySet());
		found.removeIf(type -> described(type).relations().stream().noneMatch(r -> r.leads(to)));
		found.sort(Comparator.comparing((ResourceType type) -> described(type).relations().stream()
				.filter(r -> r.leads(to)).allMatch(Relation::anything)).thenComparing(this::busy));
		return found;
	}

	private Descriptor described(ResourceType type) {
		return Objects.requireNonNull(described.get(type));
	}

	/** The less, the more kinds one has to do with, by what it says and what others say of it. */
	private int busy(ResourceType type) {
		return -busy.getOrDefault(KindKey.of(type), 0);
	}

	/** The kinds whose objects one of a kind may own. Where nobody says so: those of its own group, and what controllers make. */
	List<ResourceType> owned(ResourceType by) {
		Optional<Descriptor> descriptor = descriptor(by);
		if (descriptor.isPresent()) {
			return descriptor.get().relations().stream().filter(r -> r.form() == Form.OWNER)
					.flatMap(r -> r.to().stream()).flatMap(kind -> listed(kind).stream()).distinct().toList();
		}
		Set<ResourceType> all = new LinkedHashSet<>();
		served.listable().stream().filter(type -> type.group().equals(by.group()) && !type.equals(by))
				.forEach(all::add);
		MADE.stream().map(KindKey::parse).flatMap(kind -> listed(kind).stream()).forEach(all::add);
		all.removeIf(type -> !type.namespaced() && by.namespaced()); // an owner's namespace is that of what it owns
		return List.copyOf(all);
	}

	private Optional<ResourceType> listed(KindKey kind) {
		return served.type(kind).filter(type -> type.verbs().contains("list"));
	}

	/** The kinds with namespaces that have to do with any other: those with most others first. */
	List<ResourceType> related() {
		Set<ResourceType> all = new LinkedHashSet<>();
		described.forEach((type, descriptor) -> {
			if (!descriptor.relations().isEmpty()) {
				all.add(type);
				descriptor.relations().stream().flatMap(r -> r.to().stream()).flatMap(k -> listed(k).stream())
						.forEach(all::add);
			}
		});
		all.removeIf(type -> !type.namespaced());
		return all.stream().sorted(Comparator.comparing(this::busy)).toList();
	}
}
