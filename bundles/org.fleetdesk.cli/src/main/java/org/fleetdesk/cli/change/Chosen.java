package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 */
record Chosen(Wanted wanted, Optional<String> namespace, boolean everywhere, String labels, String fields) {
	private static final int PAGE = 500;

	/** The objects on a cluster, those that are chosen as they are now; a {@link Failure} for a type it does not have. */
	List<ObjectKey> on(ServedCluster cluster) throws InterruptedException {
		List<ObjectKey> keys = new ArrayList<>();
		for (Wanted.Item item : wanted.items()) {
			ResourceType type = cluster.catalogue().find(item.type())
					.orElseThrow(() -> Failure.of("type.unknown", item.type()));
			String in = everywhere || !type.namespaced()
					? ""
					: namespace.orElseGet(cluster.target()::defaultNamespace);
			if (item.name().isPresent()) {
				keys.add(new ObjectKey(type, in, item.name().get()));
			} else {
				list(cluster, new Scope(type, in, labels, fields), keys);
			}
		}
		return keys;
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
