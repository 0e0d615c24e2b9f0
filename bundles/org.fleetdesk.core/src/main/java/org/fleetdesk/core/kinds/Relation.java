package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How objects of a kind hang together with others, as far as they say so themselves; the other direction follows from it.
 * Immutable.
 *
 * @param name what this one does to the other, as a verb: "mounts", "selects", "runs on"
 * @param form what stands at the paths
 * @param to the kind of the others; a reference may name its own
 * @param paths where it stands, as in {@link org.fleetdesk.kube.read.RowPlan.Cell}; none for owned objects
 * @param namespace the path of the others' namespace, aligned with the paths; empty for the object's own. Kinds without
 *        namespaces need none
 * @param except what may stand there in place of a name and is none, such as "*" for all; only where names stand
 */
public record Relation(String name, Form form, Optional<KindKey> to, List<String> paths, String namespace,
		Set<String> except) {
	/** What stands at a relation's paths. */
	public enum Form {
		/** Names of objects. */
		NAME,
		/** Maps with a kind, a name, and perhaps an apiVersion or group and a namespace. */
		REFERENCE,
		/** Label selectors, or plain maps of labels; they select in the object's own namespace. */
		SELECTOR,
		/** Nothing: the others name this one in their owner references. */
		OWNER
	}

	public Relation {
		Objects.requireNonNull(name);
		Objects.requireNonNull(form);
		Objects.requireNonNull(to);
		paths = List.copyOf(paths);
		Objects.requireNonNull(namespace);
		except = Set.copyOf(except);
		if (to.isEmpty() && form != Form.REFERENCE) {
			throw new IllegalArgumentException("only a reference can name its own kind");
		}
		if (form != Form.NAME && !except.isEmpty()) {
			throw new IllegalArgumentException("only names have exceptions");
		}
	}
}
