package org.fleetdesk.core.operation;

import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The object of an entry of the journal, and the form in which it was changed.
 *
 * @param target the object
 * @param subresource through which it was changed, or empty
 */
record Recorded(Target target, String subresource) {

	/** The object in its cluster; empty if that does not serve its kind, or it had no name. */
	static Optional<Recorded> of(Entry entry, ClusterAccess cluster) {
		Entry.Subject subject = entry.subject();
		Optional<JsonNode> sample = entry.before().or(entry::after);
		String version = sample.map(object -> object.path("apiVersion").asText()).orElse("");
		String name = subject.name().isEmpty()
				? entry.after().map(object -> object.path("metadata").path("name").asText()).orElse("")
				: subject.name();
		KindKey kind = KindKey.parse(subject.type());
		Optional<ResourceType> type = Stream.concat(
				cluster.catalogue().types().stream()
						.filter(t -> t.apiVersion().equals(version) && KindKey.of(t).equals(kind)),
				kind.in(cluster.catalogue()).stream()).findFirst();
		return type.filter(t -> !name.isEmpty() && t.namespaced() != subject.namespace().isEmpty())
				.map(t -> new Recorded(new Target(cluster, new ObjectKey(t, subject.namespace(), name)),
						sample.filter(object -> object.path("kind").asText().equals("Scale")
								&& object.path("apiVersion").asText().startsWith("autoscaling/")).isPresent()
										? "scale"
										: ""));
	}

	/** A step that brings the object in that form to an aim. */
	Patching patching(Patching.Aim aim, Kubectl kubectl) {
		return new Patching(target, subresource, aim, kubectl, java.util.List.of());
	}

	/** The object in that form as it is now. */
	Optional<JsonNode> now() throws InterruptedException {
		return patching(object -> {
			// it is only read
		}, Kubectl.of(target, "get", Kubectl.name(target.key()))).now();
	}
}
