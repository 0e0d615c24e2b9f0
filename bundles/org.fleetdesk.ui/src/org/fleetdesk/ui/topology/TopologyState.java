package org.fleetdesk.ui.topology;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.ui.IMemento;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/**
 * What a Topology view is asked to show; survives a restart. Immutable.
 *
 * @param cluster the cluster's id, or empty
 * @param namespace the namespace; empty for an object without one
 * @param focus the object whose application is shown; empty for all of the namespace
 */
record TopologyState(String cluster, String namespace, Optional<ObjectRef> focus) {
	/** Nothing chosen. */
	static final TopologyState NOTHING = new TopologyState("", "", Optional.empty());

	TopologyState {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(namespace);
		Objects.requireNonNull(focus);
	}

	/** The application of an object. */
	static TopologyState about(ObjectRef ref) {
		return new TopologyState(ref.cluster(), ref.namespace(), Optional.of(ref));
	}

	/** Writes it to a memento. */
	void save(IMemento memento) {
		memento.putString("cluster", cluster);
		memento.putString("namespace", namespace);
		focus.ifPresent(ref -> memento.putString("focus",
				String.join("\n", ref.type().toString(), ref.kind(), ref.name())));
	}

	/** What {@link #save} wrote. */
	static TopologyState load(@Nullable IMemento memento) {
		String cluster = memento == null ? null : memento.getString("cluster");
		String namespace = memento == null ? null : memento.getString("namespace");
		if (memento == null || cluster == null || namespace == null) {
			return NOTHING;
		}
		String focus = memento.getString("focus");
		String[] parts = focus == null ? new String[0] : focus.split("\n", -1);
		return new TopologyState(cluster, namespace, parts.length == 3
				? Optional.of(new ObjectRef(cluster, KindKey.parse(parts[0]), parts[1], namespace, parts[2]))
				: Optional.empty());
	}
}
