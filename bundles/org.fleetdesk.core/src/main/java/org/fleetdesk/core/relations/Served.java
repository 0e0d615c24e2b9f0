package org.fleetdesk.core.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.NamedTypes;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/** What a cluster serves, looked up as objects name each other. For one thread. */
final class Served {
	private record Words(String kind, Optional<String> group, Optional<KindKey> to) {
	}

	private final Map<KindKey, Optional<ResourceType>> types = new HashMap<>();
	private final Map<Words, Optional<ResourceType>> named = new HashMap<>();
	private final Catalogue catalogue;

	Served(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** What can be listed, each in the version that the cluster prefers. */
	List<ResourceType> listable() {
		return catalogue.preferred().stream().filter(type -> type.verbs().contains("list")).toList();
	}

	/** The type of a kind. */
	Optional<ResourceType> type(KindKey kind) {
		return types.computeIfAbsent(kind, k -> k.in(catalogue));
	}

	/**
	 * The type that an object names.
	 *
	 * @param kind as objects have it, empty for {@code to}
	 * @param group its API group, if it is said
	 * @param to what is meant if nothing else is said
	 */
	Optional<ResourceType> type(String kind, Optional<String> group, Optional<KindKey> to) {
		return named.computeIfAbsent(new Words(kind, group, to), this::find);
	}

	private Optional<ResourceType> find(Words words) {
		Optional<ResourceType> meant = words.to().flatMap(this::type);
		if (words.kind().isEmpty() || words.group().isEmpty() && meant.filter(t -> t.kind().equals(words.kind()))
				.isPresent()) {
			return meant;
		}
		return NamedTypes.of(catalogue, words.kind(), words.group());
	}

	/**
	 * Where a pointer leads.
	 *
	 * @param type the kind as objects have it
	 */
	record Target(Id id, String type) {
	}

	/** The object that a pointer of an object in a namespace leads to; empty for one that selects, or says too little. */
	Optional<Target> target(Pointer pointer, String within) {
		return switch (pointer) {
			case Pointer.Named named -> type(named.to()).map(type -> target(type, named.name(), within))
					.orElseGet(() -> Optional.of(target(named.to(), named.to().plural(), named.name(), within)));
			case Pointer.Referred other -> type(other.kind(), other.group(), other.to())
					.map(type -> target(type, other.name(), within))
					.orElseGet(() -> unserved(other.kind(), other.group(), other.name(), within));
			case Pointer.OwnedBy owner -> {
				Pointer.Name name = new Pointer.Name("", owner.name());
				yield type(owner.kind(), owner.group(), Optional.empty()).map(type -> target(type, name, within))
						.orElseGet(() -> unserved(owner.kind(), owner.group(), name, within));
			}
			case Pointer.Selected selected -> Optional.empty();
		};
	}

	private static Optional<Target> target(ResourceType type, Pointer.Name name, String within) {
		KindKey kind = KindKey.of(type);
		if (!type.namespaced()) {
			return Optional.of(new Target(new Id(name.cluster(), kind, "", name.name()), type.kind()));
		}
		return name.namespace(within).isEmpty() && name.cluster().isEmpty()
				? Optional.empty()
				: Optional.of(target(kind, type.kind(), name, within));
	}

	private static Target target(KindKey kind, String type, Pointer.Name name, String within) {
		return new Target(new Id(name.cluster(), kind, name.namespace(within), name.name()), type);
	}

	private static Optional<Target> unserved(String kind, Optional<String> group, Pointer.Name name, String within) {
		return kind.isEmpty()
				? Optional.empty()
				: Optional.of(target(new KindKey(group.orElse(""), kind.toLowerCase(Locale.ROOT)), kind, name, within));
	}
}
