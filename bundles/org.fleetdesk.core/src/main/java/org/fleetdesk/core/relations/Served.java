package org.fleetdesk.core.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.core.kinds.KindKey;
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
		return Stream.of(true, false)
				.flatMap(preferred -> catalogue.types().stream().filter(t -> t.preferred() == preferred))
				.filter(t -> t.kind().equals(words.kind()) && words.group().filter(g -> !g.equals(t.group())).isEmpty())
				.findFirst();
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
			case Pointer.Named named -> type(named.to())
					.map(type -> target(type, or(named.namespace(), within), named.name()))
					.orElseGet(() -> Optional.of(new Target(new Id(named.to(), or(named.namespace(), within),
							named.name()), named.to().plural())));
			case Pointer.Referred other -> type(other.kind(), other.group(), other.to())
					.map(type -> target(type, or(other.namespace(), within), other.name()))
					.orElseGet(() -> unserved(other.kind(), other.group(), or(other.namespace(), within),
							other.name()));
			case Pointer.OwnedBy owner -> type(owner.kind(), owner.group(), Optional.empty())
					.map(type -> target(type, within, owner.name()))
					.orElseGet(() -> unserved(owner.kind(), owner.group(), within, owner.name()));
			case Pointer.Selected selected -> Optional.empty();
		};
	}

	private static Optional<Target> target(ResourceType type, String namespace, String name) {
		return type.namespaced() && namespace.isEmpty()
				? Optional.empty()
				: Optional.of(new Target(new Id(KindKey.of(type), type.namespaced() ? namespace : "", name),
						type.kind()));
	}

	private static Optional<Target> unserved(String kind, Optional<String> group, String namespace, String name) {
		return kind.isEmpty()
				? Optional.empty()
				: Optional.of(new Target(new Id(new KindKey(group.orElse(""), kind.toLowerCase(Locale.ROOT)), namespace,
						name), kind));
	}

	private static String or(String said, String otherwise) {
		return said.isEmpty() ? otherwise : said;
	}
}
