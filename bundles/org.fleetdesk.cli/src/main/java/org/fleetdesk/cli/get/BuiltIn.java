package org.fleetdesk.cli.get;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * The types that every server since 1.9 serves under these names and that come before all others: asking for them needs no
 * discovery, which is most of the time a small list takes. Only full plurals and short names of the core group and
 * "apps": a server's order puts these groups first, so that {@code find} on the server's catalogue says the same (tested
 * on a real one).
 */
public final class BuiltIn {
	private static final Set<String> VERBS = Set.of("get", "list", "watch");
	private static final Map<String, ResourceType> TYPES = Map.ofEntries(core("pods", "Pod", true, "po"),
			core("services", "Service", true, "svc"), core("nodes", "Node", false, "no"),
			core("namespaces", "Namespace", false, "ns"), core("configmaps", "ConfigMap", true, "cm"),
			core("secrets", "Secret", true, ""), core("serviceaccounts", "ServiceAccount", true, "sa"),
			core("persistentvolumeclaims", "PersistentVolumeClaim", true, "pvc"),
			core("persistentvolumes", "PersistentVolume", false, "pv"), core("events", "Event", true, "ev"),
			core("endpoints", "Endpoints", true, "ep"), apps("deployments", "Deployment", "deploy"),
			apps("statefulsets", "StatefulSet", "sts"), apps("daemonsets", "DaemonSet", "ds"),
			apps("replicasets", "ReplicaSet", "rs"));

	private BuiltIn() {
	}

	private static Map.Entry<String, ResourceType> core(String plural, String kind, boolean namespaced,
			String shortName) {
		return entry("", plural, kind, namespaced, shortName);
	}

	private static Map.Entry<String, ResourceType> apps(String plural, String kind, String shortName) {
		return entry("apps", plural, kind, true, shortName);
	}

	private static Map.Entry<String, ResourceType> entry(String group, String plural, String kind, boolean namespaced,
			String shortName) {
		return Map.entry(plural, new ResourceType(group, "v1", plural, kind.toLowerCase(Locale.ROOT), kind, namespaced,
				shortName.isEmpty() ? List.of() : List.of(shortName), List.of(), VERBS, true));
	}

	/** The type of a plural, singular or short name. */
	public static Optional<ResourceType> find(String word) {
		String name = word.toLowerCase(Locale.ROOT);
		ResourceType plural = TYPES.get(name);
		return plural != null
				? Optional.of(plural)
				: TYPES.values().stream().filter(t -> t.singular().equals(name) || t.shortNames().contains(name))
						.findFirst();
	}
}
