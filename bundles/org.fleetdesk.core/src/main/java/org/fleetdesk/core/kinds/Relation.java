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
 * @param reach which objects it can lead to
 */
public record Relation(String name, Form form, Optional<KindKey> to, List<String> paths, String namespace,
		Set<String> except, Reach reach) {
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

	/**
	 * Which objects a relation can lead to. Immutable.
	 *
	 * @param among the kinds that a reference may name besides the usual one, {@code *.example.org} for all of a group, {@code
	 *        custom} for all that are not Kubernetes' own; none for any
	 * @param clusters the paths of the others' cluster; none for the object's own. Objects of another cluster are not looked at
	 * @param here what stands at those paths for the object's own cluster
	 * @param optional the field beside each name that says whether the other need not be there; empty if all must
	 */
	public record Reach(Set<String> among, List<String> clusters, Set<String> here, String optional) {
		/** All that is named, in the object's own cluster, where it must be. */
		public static final Reach ALL = new Reach(Set.of(), List.of(), Set.of(), "");

		public Reach {
			among = Set.copyOf(among);
			clusters = List.copyOf(clusters);
			here = Set.copyOf(here);
			Objects.requireNonNull(optional);
		}

		private boolean among(KindKey kind) {
			return among.contains(kind.toString()) || among.contains("*." + kind.group())
					|| among.contains("custom") && !kind.builtIn();
		}
	}

	public Relation {
		Objects.requireNonNull(name);
		Objects.requireNonNull(form);
		Objects.requireNonNull(to);
		paths = List.copyOf(paths);
		Objects.requireNonNull(namespace);
		except = Set.copyOf(except);
		Objects.requireNonNull(reach);
		if (to.isEmpty() && form != Form.REFERENCE) {
			throw new IllegalArgumentException("only a reference can name its own kind");
		}
		if (form != Form.NAME && !except.isEmpty()) {
			throw new IllegalArgumentException("only names have exceptions");
		}
	}

	/** One that leads to all that is named. */
	public Relation(String name, Form form, Optional<KindKey> to, List<String> paths, String namespace,
			Set<String> except) {
		this(name, form, to, paths, namespace, except, Reach.ALL);
	}

	/** Whether it can lead to objects of a kind; a reference with a usual kind is looked for from that one only. */
	public boolean leads(KindKey kind) {
		return form != Form.OWNER && (to.filter(kind::equals).isPresent() || reach.among(kind) || anything());
	}

	/** Whether it may lead to objects of any kind. */
	public boolean anything() {
		return to.isEmpty() && reach.among().isEmpty();
	}

	/** The path of the field that says, for each name at a path, whether the other need not be there; empty if all must. */
	public String optional(String path) {
		return reach.optional().isEmpty()
				? ""
				: path.substring(0, path.lastIndexOf('.') + 1) + reach.optional();
	}
}
