package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.api.Writes.Author;
import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.patch.JsonPatch;
import org.fleetdesk.demo.internal.patch.MergePatch;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Scale, eviction, token and binding. Safe for any thread. */
final class Subresources {

	private static final Kind SCALE = kind("autoscaling", "Scale");
	private static final Kind EVICTION = kind("policy", "Eviction");

	private final Cluster cluster;
	private final Writes writes;
	private final Deletions deletions;

	Subresources(Cluster cluster, Writes writes, Deletions deletions) {
		this.cluster = cluster;
		this.writes = writes;
		this.deletions = deletions;
	}

	private static Kind kind(String group, String name) {
		return new Kind(group, "v1", "", "", name, List.of(), List.of(), true, List.of(), java.util.Map.of(), List.of(),
				"", MissingNode.getInstance());
	}

	/** Answers a scale subresource of any method. */
	ObjectNode scale(Exchange exchange, Target target) throws IOException {
		ObjectNode object = stored(target);
		if (exchange.method().equals("GET")) {
			return scaleOf(target.kind(), object);
		}
		JsonNode body = Body.tree(exchange);
		Author author = Author.of(exchange, "scale");
		ObjectNode after = writes.write(target, author.dryRun(), before -> {
			if (before == null) {
				throw ApiException.notFound(target.kind(), target.name());
			}
			ObjectNode wanted = exchange.method().equals("PUT")
					? Body.object(SCALE, body)
					: patched(exchange, scaleOf(target.kind(), before), body);
			JsonNode replicas = Trees.at(wanted, "spec.replicas");
			ObjectNode changed = before.deepCopy();
			Trees.child(changed, "spec").put("replicas", replicas.asInt(0));
			String version = Trees.text(wanted, "metadata.resourceVersion");
			if (!version.isEmpty()) {
				Trees.child(changed, "metadata").put("resourceVersion", version);
			}
			return writes.next(target, before, changed, author);
		});
		return scaleOf(target.kind(), after);
	}

	private static ObjectNode patched(Exchange exchange, ObjectNode scale, JsonNode patch) {
		return exchange.header("Content-Type").startsWith("application/json-patch")
				? JsonPatch.apply(scale, patch)
				: (ObjectNode) MergePatch.apply(scale, patch);
	}

	private static ObjectNode scaleOf(Kind kind, ObjectNode object) {
		ObjectNode scale = Trees.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
		ObjectNode metadata = scale.putObject("metadata");
		for (String field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
			metadata.set(field, object.path("metadata").path(field));
		}
		scale.putObject("spec").put("replicas", Trees.number(object, "spec.replicas", 0));
		JsonNode labels = Trees.at(object, kind.kind().equals("ReplicationController")
				? "spec.selector"
				: "spec.selector.matchLabels");
		scale.putObject("status").put("replicas", Trees.number(object, "status.replicas", 0)).put("selector",
				labels.propertyStream().map(label -> label.getKey() + "=" + label.getValue().asText())
						.collect(Collectors.joining(",")));
		return scale;
	}

	ObjectNode evict(Exchange exchange, Target target) throws IOException {
		ObjectNode eviction = Body.object(EVICTION, Body.tree(exchange));
		ObjectNode pod = stored(target);
		for (Item item : cluster.store().items("policy/poddisruptionbudgets", target.namespace()).values()) {
			ObjectNode budget = item.object();
			if (selects(Trees.at(budget, "spec.selector.matchLabels"), pod)
					&& Trees.number(budget, "status.disruptionsAllowed", 0) == 0) {
				throw ApiException
						.of(429, "TooManyRequests",
								"Cannot evict pod as it would violate the pod's disruption budget.")
						.cause("DisruptionBudget",
								"The disruption budget " + Trees.name(budget) + " needs "
										+ Trees.number(budget, "status.desiredHealthy", 0) + " healthy pods and has "
										+ Trees.number(budget, "status.currentHealthy", 0) + " currently",
								"");
			}
		}
		deletions.delete(target, eviction.path("deleteOptions"), Author.of(exchange, "").dryRun());
		return success();
	}

	private static boolean selects(JsonNode labels, ObjectNode pod) {
		JsonNode own = pod.path("metadata").path("labels");
		return !labels.isEmpty()
				&& labels.propertyStream().allMatch(label -> own.path(label.getKey()).equals(label.getValue()));
	}

	ObjectNode token(Exchange exchange, Target target) throws IOException {
		stored(target);
		JsonNode request = Body.tree(exchange);
		ObjectNode answer = Trees.object().put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
		answer.putObject("metadata").put("name", target.name()).put("namespace", target.namespace());
		answer.set("spec", request.path("spec"));
		answer.putObject("status").put("token", "fleetdesk-demo-token-that-opens-nothing").put("expirationTimestamp",
				Trees.time(cluster.clock().instant()
						.plusSeconds(request.path("spec").path("expirationSeconds").asLong(3600))));
		return answer;
	}

	ObjectNode bind(Exchange exchange, Target target) throws IOException {
		String node = Trees.text(Body.tree(exchange), "target.name");
		writes.write(target, Author.of(exchange, "").dryRun(), before -> {
			if (before == null) {
				throw ApiException.notFound(target.kind(), target.name());
			}
			if (!Trees.text(before, "spec.nodeName").isEmpty()) {
				throw ApiException.conflict(target.kind(), target.name(), "pod " + target.name()
						+ " is already assigned to node \"" + Trees.text(before, "spec.nodeName") + "\"");
			}
			Trees.child(before, "spec").put("nodeName", node);
			return before;
		});
		return success();
	}

	private ObjectNode stored(Target target) {
		return cluster.store().get(target.key())
				.orElseThrow(() -> ApiException.notFound(target.kind(), target.name()));
	}

	private static ObjectNode success() {
		ObjectNode status = Trees.object().put("kind", "Status").put("apiVersion", "v1");
		status.putObject("metadata");
		return status.put("status", "Success").put("code", 201);
	}
}
