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
import org.fleetdesk.core.relations.Served.Target;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;

/**
 * What must be listed to know what objects have to do with others: as little as will do. Objects that are named come one by
 * one while they are few, or the whole list is too large; those that may name come from the namespace, or of an object without
 * one from all. Used once.
 */
final class Wants {
	/** How many kinds are listed around an object, or of a namespace. */
	static final int MOST_KINDS = 30;
	private static final int MOST_ALONE = 8;
	private static final int MOST_OF_LARGE = 40;
	private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9.]+");

	private final RelationIndex index;
	private final Predicate<Scope> refused;
	private final Predicate<Scope> tooLarge;
	private final Set<Scope> scopes = new LinkedHashSet<>();
	private final List<Gap> gaps = new ArrayList<>();

	/**
	 * Wants nothing yet.
	 *
	 * @param refused whether a server does not select by the fields of a scope
	 * @param tooLarge whether a list is known to have too many objects to look through
	 */
	Wants(RelationIndex index, Predicate<Scope> refused, Predicate<Scope> tooLarge) {
		this.index = index;
		this.refused = refused;
		this.tooLarge = tooLarge;
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
		want(index.related().stream().map(type -> Scope.all(type).in(namespace)).toList());
	}

	/** An object, and those that may name, select or be owned by it. */
	void around(Id id) {
		Optional<ResourceType> type = index.served().type(id.kind());
		if (type.isEmpty() || !id.cluster().isEmpty()) {
			return;
		}
		scopes.add(Listed.of(Scope.all(type.get()).in(id.namespace()), id.name()));
		Set<Scope> others = new LinkedHashSet<>();
		index.owned(type.get()).forEach(owned -> others.add(Scope.all(owned).in(id.namespace())));
		index.pointing(id.kind()).forEach(pointing -> others.add(pointing(pointing, id)));
		want(others);
	}

	/** The first of these, since they begin with the most useful ones; of the others it is said that they are left out. */
	private void want(Collection<Scope> some) {
		int count = 0;
		for (Scope scope : some) {
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
				.filter(relation -> relation.leads(id.kind())).toList();
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
				index.served().type(selected.to()).map(type -> Scope.all(type).in(namespace)).filter(this::lacking)
						.ifPresent(all -> scopes
								.add(new Scope(all.type(), all.namespace(), selected.selection().words(), "")));
			} else {
				index.served().target(pointer, namespace).map(Target::id).filter(id -> id.cluster().isEmpty())
						.ifPresent(id -> index.served().type(id.kind()).filter(type -> type.verbs().contains("list"))
								.ifPresent(type -> names.computeIfAbsent(Scope.all(type).in(id.namespace()),
										scope -> new LinkedHashSet<>()).add(id.name())));
			}
		}
		names.forEach(this::alone);
	}

	/** Whether a list does not give its objects: nobody wants it, or it is too large. */
	private boolean lacking(Scope all) {
		return !scopes.contains(all) || tooLarge.test(all);
	}

	private void alone(Scope all, Set<String> names) {
		if (tooLarge.test(all)) {
			scopes.add(all); // to see when it is not any more
			names.stream().limit(MOST_OF_LARGE).forEach(name -> scopes.add(Listed.of(all, name)));
		} else if (!scopes.contains(all) && names.size() > MOST_ALONE) {
			scopes.add(all);
		} else if (!scopes.contains(all)) {
			names.forEach(name -> scopes.add(Listed.of(all, name)));
		}
	}
}
