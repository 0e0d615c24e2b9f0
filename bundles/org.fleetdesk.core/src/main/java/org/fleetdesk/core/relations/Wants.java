package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.relations.RelationGraph.Gap;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;

/**
 * What must be listed to know what objects have to do with others: as little as will do. Objects that are named come one by
 * one while they are few; those that may name come from the namespace, or of an object without one from all. Used once.
 */
final class Wants {
	private static final int MOST_KINDS = 40;
	private static final int MOST_ALONE = 8;
	private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9.]+");

	private final RelationIndex index;
	private final Predicate<Scope> refused;
	private final Set<Scope> scopes = new LinkedHashSet<>();
	private final List<Gap> gaps = new ArrayList<>();

	/**
	 * Wants nothing yet.
	 *
	 * @param refused whether a server does not select by the fields of a scope
	 */
	Wants(RelationIndex index, Predicate<Scope> refused) {
		this.index = index;
		this.refused = refused;
	}

	/** What is to be listed. */
	Set<Scope> scopes() {
		return scopes;
	}

	/** What is left out because it would be too much. */
	List<Gap> gaps() {
		return gaps;
	}

	/** All that has to do with each other in a namespace. */
	void namespace(String namespace) {
		index.related().forEach(type -> scopes.add(Scope.all(type).in(namespace)));
	}

	/** An object, and those that may name, select or be owned by it. */
	void around(Id id) {
		Optional<ResourceType> type = index.served().type(id.kind());
		if (type.isEmpty()) {
			return;
		}
		scopes.add(Listed.of(Scope.all(type.get()).in(id.namespace()), id.name()));
		Set<Scope> others = new LinkedHashSet<>();
		index.owned(type.get()).forEach(owned -> others.add(Scope.all(owned).in(id.namespace())));
		index.pointing(id.kind()).forEach(pointing -> others.add(pointing(pointing, id)));
		int count = 0;
		for (Scope scope : others) {
			if (count++ < MOST_KINDS) {
				scopes.add(scope);
			} else {
				gaps.add(new Gap(KindKey.of(scope.type()), Reason.TOO_MANY_KINDS, Optional.empty()));
			}
		}
	}

	/** Those of a kind that may name an object: over all namespaces, if a server can, only those that do. */
	private Scope pointing(ResourceType type, Id id) {
		Scope all = Scope.all(type).in(id.namespace());
		if (!type.namespaced() || !id.namespace().isEmpty()) {
			return all;
		}
		List<Relation> relations = index.descriptor(type).map(Descriptor::relations).orElse(List.of()).stream()
				.filter(relation -> RelationIndex.points(relation, id.kind())).toList();
		if (relations.size() == 1 && relations.getFirst().form() == Form.NAME
				&& relations.getFirst().paths().size() == 1
				&& FIELD.matcher(relations.getFirst().paths().getFirst()).matches()) {
			Scope some = new Scope(type, "", "", relations.getFirst().paths().getFirst() + '=' + id.name());
			return refused.test(some) ? all : some;
		}
		return all;
	}

	/** What objects of a namespace themselves name, select, and are owned by. */
	void named(String namespace, Collection<Pointer> pointers) {
		Map<Scope, Set<String>> names = new LinkedHashMap<>();
		for (Pointer pointer : pointers) {
			if (pointer instanceof Pointer.Selected selected) {
				index.served().type(selected.to()).map(type -> Scope.all(type).in(namespace))
						.filter(all -> !scopes.contains(all)).ifPresent(all -> scopes
								.add(new Scope(all.type(), all.namespace(), selected.selection().words(), "")));
			} else {
				index.served().target(pointer, namespace).ifPresent(target -> index.served()
						.type(target.id().kind()).filter(type -> type.verbs().contains("list"))
						.ifPresent(type -> names
								.computeIfAbsent(Scope.all(type).in(target.id().namespace()),
										scope -> new LinkedHashSet<>())
								.add(target.id().name())));
			}
		}
		names.forEach(this::alone);
	}

	private void alone(Scope all, Set<String> names) {
		if (scopes.contains(all)) {
			return;
		}
		if (names.size() > MOST_ALONE) {
			scopes.add(all);
		} else {
			names.forEach(name -> scopes.add(Listed.of(all, name)));
		}
	}
}
