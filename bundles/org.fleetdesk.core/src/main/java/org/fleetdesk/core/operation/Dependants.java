package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.fleet.ClusterAccess;

/**
 * What goes when an object goes: what it owns, and what that owns; of a namespace, everything in it; of a custom resource
 * definition, its objects. Asks for the metadata of every kind in a namespace, once; a kind that may not be listed is
 * passed over. Safe for any thread.
 */
final class Dependants {
	private static final int PAGE = 500;
	/** Made and dropped by the server in the course of things. */
	private static final Set<String> NOT_SHOWN = Set.of("events", "events.events.k8s.io");

	/** An object that has owners. */
	private record Owned(ObjectKey key, String uid, List<String> owners) {
	}

	private final ClusterAccess cluster;
	private final Map<String, List<Owned>> known = new ConcurrentHashMap<>();

	Dependants(ClusterAccess cluster) {
		this.cluster = cluster;
	}

	/** What goes with an object; remote, some dozens of requests for the first object of a namespace. */
	List<Dependant> of(ObjectKey key, String uid) throws InterruptedException {
		if (key.type().qualifiedName().equals("namespaces")) {
			return inside(objects(key.name()), 1);
		}
		if (key.type().qualifiedName().equals("customresourcedefinitions.apiextensions.k8s.io")) {
			return inside(instances(key.name()), 1);
		}
		Map<String, List<Owned>> byOwner = new HashMap<>();
		for (Owned owned : objects(key.namespace())) {
			owned.owners().forEach(owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(owned));
		}
		List<Dependant> all = new ArrayList<>();
		Set<String> seen = new HashSet<>(Set.of(uid));
		List<String> owners = List.of(uid);
		for (int depth = 1; !owners.isEmpty(); depth++) {
			List<Owned> level = owners.stream().flatMap(o -> byOwner.getOrDefault(o, List.of()).stream())
					.filter(owned -> seen.add(owned.uid())).toList();
			all.addAll(inside(level, depth));
			owners = level.stream().map(Owned::uid).toList();
		}
		return all;
	}

	private static List<Dependant> inside(List<Owned> objects, int depth) {
		return objects.stream().map(o -> new Dependant(o.key(), o.key().type().kind(), depth)).toList();
	}

	private List<Owned> instances(String definition) throws InterruptedException {
		List<Owned> all = new ArrayList<>();
		for (ResourceType type : cluster.catalogue().preferred()) {
			if (type.qualifiedName().equals(definition)) {
				read(Scope.all(type), all);
			}
		}
		return all;
	}

	/** Every object of a namespace, or every one that is in none. */
	private List<Owned> objects(String namespace) throws InterruptedException {
		List<Owned> there = known.get(namespace);
		if (there != null) {
			return there;
		}
		List<Owned> all = new ArrayList<>();
		for (ResourceType type : cluster.catalogue().preferred()) {
			if (type.namespaced() != namespace.isEmpty() && type.verbs().contains("list")
					&& !NOT_SHOWN.contains(type.qualifiedName())) {
				read(Scope.all(type).in(namespace), all);
			}
		}
		known.put(namespace, all);
		return all;
	}

	private void read(Scope scope, List<Owned> all) throws InterruptedException {
		try {
			String next = "";
			do {
				Page page = cluster.reader().metadata(scope, new ListOptions(PAGE, next, ""),
						object -> all.add(owned(scope.type(), object.path("metadata"))));
				next = page.next().orElse("");
			} while (!next.isEmpty());
		} catch (KubeException.Forbidden | KubeException.NotFound e) {
			return; // what may not be seen is not told
		}
	}

	private static Owned owned(ResourceType type, JsonNode metadata) {
		List<String> owners = new ArrayList<>();
		metadata.path("ownerReferences").forEach(reference -> owners.add(reference.path("uid").asText()));
		return new Owned(new ObjectKey(type, metadata.path("namespace").asText(), metadata.path("name").asText()),
				metadata.path("uid").asText(), owners);
	}
}
