package org.fleetdesk.core.action;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.discovery.ResourceType;

/** Every action there is, in the order of menus: the one list that window, command line and server offer. Immutable. */
public final class Actions {
	private final Kinds kinds;
	private final List<Action> all;

	/**
	 * All actions.
	 *
	 * @param kinds say what can be done with objects of a kind
	 * @param clock says what time it is when somebody restarts something
	 */
	public Actions(Kinds kinds, InstantSource clock) {
		this.kinds = kinds;
		this.all = Stream.of(WorkloadActions.all(kinds, clock), List.of(Autoscale.action()), NodeActions.all(),
				StorageActions.all(), ConfigActions.all(clock), NamespaceActions.all(), ObjectActions.all())
				.flatMap(List::stream).toList();
	}

	/** All of them. */
	public List<Action> all() {
		return all;
	}

	/** The action of a name. */
	public Optional<Action> find(String name) {
		return all.stream().filter(action -> action.name().equals(name)).findFirst();
	}

	/** What can be done with objects of a kind. */
	public List<Action> of(ResourceType type) {
		Set<String> words = kinds.of(KindKey.of(type)).map(Descriptor::capabilities).orElse(Set.of());
		return all.stream().filter(action -> action.suits(words)).toList();
	}
}
