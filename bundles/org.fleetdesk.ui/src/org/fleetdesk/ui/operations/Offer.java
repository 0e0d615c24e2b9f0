package org.fleetdesk.ui.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.object.ObjectRef;

/**
 * An action as it is offered for some objects.
 *
 * @param action which
 * @param reason why it cannot be done, in a few words; empty if it can, for all that is known here
 */
record Offer(Action action, Optional<String> reason) {
	private static final int MOST_ASKED = 20;

	/** Objects that are alike for every question: of one cluster, kind and namespace. */
	private record Sort(String cluster, KindKey kind, String name, String namespace) {
		static Sort of(ObjectRef ref) {
			return new Sort(ref.cluster(), ref.type(), ref.kind(), ref.namespace());
		}
	}

	/** What is known of such objects. */
	private record Known(Sort sort, Optional<Cluster> cluster, Optional<ResourceType> type, List<Action> suiting) {
	}

	/** What can be done with objects, in the order of menus; an action that suits none of them is left out. */
	static List<Offer> of(List<ObjectRef> refs, Fleet fleet, Actions actions) {
		Map<Sort, Known> known = new LinkedHashMap<>();
		refs.forEach(ref -> known.computeIfAbsent(Sort.of(ref), sort -> known(sort, fleet, actions)));
		List<Offer> offers = new ArrayList<>();
		for (Action action : actions.all()) {
			if (known.values().stream().anyMatch(each -> each.suiting().contains(action))) {
				offers.add(new Offer(action, known.values().stream().flatMap(each -> reason(action, each).stream())
						.findFirst()));
			}
		}
		return offers;
	}

	private static Known known(Sort sort, Fleet fleet, Actions actions) {
		Optional<Cluster> cluster = fleet.cluster(sort.cluster());
		Optional<ResourceType> type = cluster.flatMap(c -> sort.kind().in(c.state().catalogue()));
		return new Known(sort, cluster, type, type.map(actions::of).orElse(List.of()));
	}

	private static Optional<String> reason(Action action, Known objects) {
		Optional<ClusterSession> session = objects.cluster().flatMap(Cluster::session);
		if (session.isEmpty() || objects.type().isEmpty()) {
			return Optional.of(NLS.bind(Messages.why_closed,
					objects.cluster().map(Cluster::name).orElse(objects.sort().cluster())));
		}
		if (!objects.suiting().contains(action)) {
			return Optional.of(NLS.bind(Messages.why_kind, objects.sort().name()));
		}
		if (session.get().mark().readOnly()) {
			return Optional.of(NLS.bind(Messages.why_read_only, session.get().name()));
		}
		return action.permissions(objects.type().get()).stream()
				.filter(need -> session.get().permissions().known(List.of(need), objects.sort().namespace())
						.filter(allowed -> !allowed).isPresent())
				.findFirst().map(need -> NLS.bind(Messages.why_forbidden, need.verb(), resource(need)));
	}

	private static String resource(Permission need) {
		return need.subresource().isEmpty() ? need.kind().toString() : need.kind() + "/" + need.subresource();
	}

	/** Asks clusters, once each, what may be done with objects, so that it is known when a menu opens. */
	static void learn(List<ObjectRef> refs, Fleet fleet, Actions actions) {
		refs.stream().map(Sort::of).distinct().limit(MOST_ASKED).map(sort -> known(sort, fleet, actions))
				.forEach(objects -> objects.cluster().flatMap(Cluster::session).ifPresent(session -> {
					List<Permission> needs = objects.suiting().stream()
							.flatMap(action -> action.permissions(objects.type().orElseThrow()).stream()).distinct()
							.filter(need -> session.permissions().known(List.of(need), objects.sort().namespace())
									.isEmpty())
							.toList();
					if (!needs.isEmpty()) {
						session.run(() -> {
							try {
								session.permissions().allowed(needs, objects.sort().namespace());
							} catch (KubeException e) {
								// it is not known then, and refused by the cluster if it is tried
							}
						});
					}
				}));
	}
}
