package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.cli.get.FilteredObjects;
import org.fleetdesk.cli.get.Wanted;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Scope;

/**
 * Objects named or chosen by arguments.
 *
 * @param wanted types and names
 * @param namespace the namespace given, if one was; else the context's own
 * @param everywhere whether all namespaces are meant
 * @param labels label selector
 * @param fields field selector
 * @param filter what of the lists is chosen
 */
record Chosen(Wanted wanted, Optional<String> namespace, boolean everywhere, String labels, String fields,
		Optional<FilteredObjects> filter) {
	private static final int PAGE = 500;

	/** The objects on a cluster, those that are chosen as they are now; a {@link Failure} for a type it does not have. */
	List<ObjectKey> on(ServedCluster cluster) throws InterruptedException {
		List<ObjectKey> keys = new ArrayList<>();
		for (Wanted.Item item : wanted.items()) {
			ResourceType type = type(cluster, item);
			String in = everywhere || !type.namespaced()
					? ""
					: namespace.orElseGet(cluster.target()::defaultNamespace);
			if (item.name().isPresent()) {
				keys.add(new ObjectKey(type, in, item.name().get()));
			} else if (filter.isPresent()) {
				keys.addAll(filter.get().of(cluster.target(), new Scope(type, in, labels, fields)));
			} else {
				list(cluster, new Scope(type, in, labels, fields), keys);
			}
		}
		return keys;
	}

	/** The types of the objects; a {@link Failure} for one that the cluster does not have. */
	List<ResourceType> types(ServedCluster cluster) {
		return wanted.items().stream().map(item -> type(cluster, item)).distinct().toList();
	}

	private static ResourceType type(ServedCluster cluster, Wanted.Item item) {
		return cluster.catalogue().find(item.type()).orElseThrow(() -> Failure.of("type.unknown", item.type()));
	}

	private static void list(ServedCluster cluster, Scope scope, List<ObjectKey> keys) throws InterruptedException {
		String next = "";
		do {
			Page page = cluster.reader().metadata(scope, new ListOptions(PAGE, next, ""),
					object -> keys.add(new ObjectKey(scope.type(), object.path("metadata").path("namespace").asText(),
							object.path("metadata").path("name").asText())));
			next = page.next().orElse("");
		} while (!next.isEmpty());
	}
}
