package org.fleetdesk.core.relations;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.kinds.KindKey;

/** What an object says of another, or of others, before anybody knows whether there are such. Immutable. */
sealed interface Pointer {
	/** The relation's name; empty for that of owner references. */
	String relation();

	/**
	 * How another object is named.
	 *
	 * @param cluster the other's, in the words of who names it; empty for the object's own
	 * @param namespace the other's, as far as it is said; empty for the object's own
	 * @param optional whether it need not be there
	 */
	record Name(String cluster, String namespace, String name, boolean optional) {
		public Name {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(namespace);
			Objects.requireNonNull(name);
		}

		/** One that must be there, in the same cluster. */
		Name(String namespace, String name) {
			this("", namespace, name, false);
		}

		/** Where it is, as seen from an object of a namespace. */
		String namespace(String within) {
			return namespace.isEmpty() && cluster.isEmpty() ? within : namespace;
		}
	}

	/** It names one of a certain kind. */
	record Named(String relation, KindKey to, Name name) implements Pointer {
		public Named {
			Objects.requireNonNull(relation);
			Objects.requireNonNull(to);
			Objects.requireNonNull(name);
		}
	}

	/**
	 * It names one and its kind.
	 *
	 * @param to the kind that is meant if none is named
	 * @param kind as objects have it, or empty
	 * @param group the API group or an apiVersion; empty if it is not said
	 */
	record Referred(String relation, Optional<KindKey> to, String kind, Optional<String> group, Name name)
			implements
				Pointer {
		public Referred {
			Objects.requireNonNull(relation);
			Objects.requireNonNull(to);
			Objects.requireNonNull(kind);
			Objects.requireNonNull(group);
			Objects.requireNonNull(name);
		}
	}

	/** It selects some of a kind in its namespace, or everywhere if it has none. */
	record Selected(String relation, KindKey to, Selection selection) implements Pointer {
		public Selected {
			Objects.requireNonNull(relation);
			Objects.requireNonNull(to);
			Objects.requireNonNull(selection);
		}
	}

	/**
	 * It is owned by one.
	 *
	 * @param group the owner's API group, empty where it is not known
	 * @param uid the owner's uid, or empty
	 */
	record OwnedBy(Optional<String> group, String kind, String name, String uid) implements Pointer {
		public OwnedBy {
			Objects.requireNonNull(group);
			Objects.requireNonNull(kind);
			Objects.requireNonNull(name);
			Objects.requireNonNull(uid);
		}

		@Override
		public String relation() {
			return "";
		}
	}
}
