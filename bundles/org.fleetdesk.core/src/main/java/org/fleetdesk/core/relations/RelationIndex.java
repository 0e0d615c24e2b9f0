package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

	private final Served served;
	/** The kinds that can be listed and are described. */
	private final Map<ResourceType, Descriptor> described = new LinkedHashMap<>();
	private final Map<ResourceType, RelationPlan> plans = new HashMap<>();

	RelationIndex(Served served, List<Descriptor> descriptors) {
		this.served = served;
		for (Descriptor descriptor : descriptors) {
			served.type(descriptor.kind()).filter(type -> type.verbs().contains("list") && descriptor.fits(type))
					.filter(type -> !EVENTS.contains(type.qualifiedName()))
					.ifPresent(type -> described.putIfAbsent(type, descriptor));
		}
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

	/** The kinds whose objects may name or select objects of a kind. */
	List<ResourceType> pointing(KindKey to) {
		return described.entrySet().stream()
				.filter(each -> each.getValue().relations().stream().anyMatch(r -> points(r, to)))
				.map(Map.Entry::getKey)
				.toList();
	}

	/** Whether a relation may lead to a kind; a reference that has a usual kind is not looked for from others. */
	static boolean points(Relation relation, KindKey to) {
		return relation.form() != Form.OWNER
				&& (relation.to().isEmpty() || relation.to().filter(to::equals).isPresent());
	}

	/**
	 * The kinds whose objects one of a kind may own. Where nobody says so: those of its own group, and all that are described.
	 */
	List<ResourceType> owned(ResourceType by) {
		Optional<Descriptor> descriptor = descriptor(by);
		if (descriptor.isPresent()) {
			return descriptor.get().relations().stream().filter(r -> r.form() == Form.OWNER)
					.flatMap(r -> r.to().stream()).flatMap(kind -> served.type(kind).stream())
					.filter(type -> type.verbs().contains("list")).distinct().toList();
		}
		Set<ResourceType> all = new LinkedHashSet<>();
		served.listable().stream().filter(type -> type.group().equals(by.group()) && !type.equals(by))
				.forEach(all::add);
		all.addAll(described.keySet());
		all.removeIf(type -> !type.namespaced() && by.namespaced()); // an owner's namespace is that of what it owns
		return List.copyOf(all);
	}

	/** The kinds with namespaces that have to do with any other. */
	List<ResourceType> related() {
		Set<ResourceType> all = new LinkedHashSet<>();
		described.forEach((type, descriptor) -> {
			if (!descriptor.relations().isEmpty()) {
				all.add(type);
				descriptor.relations().stream().flatMap(r -> r.to().stream()).flatMap(k -> served.type(k).stream())
						.filter(other -> other.verbs().contains("list")).forEach(all::add);
			}
		});
		all.removeIf(type -> !type.namespaced());
		return new ArrayList<>(all);
	}
}
