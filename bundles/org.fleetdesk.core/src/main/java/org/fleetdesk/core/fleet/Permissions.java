package org.fleetdesk.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one may do in a cluster, as it answers a SelfSubjectAccessReview; an answer is remembered for five minutes. Safe for
 * any thread.
 */
public final class Permissions {
	private static final Duration FRESH = Duration.ofMinutes(5);
	private static final int MOST = 10_000;
	private static final ResourceType REVIEWS = new ResourceType("authorization.k8s.io", "v1",
			"selfsubjectaccessreviews", "selfsubjectaccessreview", "SelfSubjectAccessReview", false, List.of(),
			List.of(), Set.of("create"), true);

	private record Asked(Permission permission, String namespace) {
	}

	private record Told(boolean allowed, Instant until) {
	}

	private final Writer writer;
	private final InstantSource clock;
	private final Map<Asked, Told> known = new ConcurrentHashMap<>();

	/** The permissions of whom a writer writes as; nothing is asked yet. */
	public Permissions(Writer writer, InstantSource clock) {
		this.writer = Objects.requireNonNull(writer);
		this.clock = Objects.requireNonNull(clock);
	}

	/** Whether all is allowed, as far as that is known without asking; a namespace is empty for all of them. */
	public Optional<Boolean> known(List<Permission> permissions, String namespace) {
		Instant now = clock.instant();
		boolean all = true;
		for (Permission permission : permissions) {
			Told told = known.get(new Asked(permission, namespace));
			if (told == null || told.until().isBefore(now)) {
				all = false;
			} else if (!told.allowed()) {
				return Optional.of(false);
			}
		}
		return all ? Optional.of(true) : Optional.empty();
	}

	/**
	 * Whether all is allowed. Remote: blocks for one request for each permission that is not known.
	 *
	 * @throws org.fleetdesk.kube.KubeException if the cluster cannot be asked
	 */
	public boolean allowed(List<Permission> permissions, String namespace) throws InterruptedException {
		for (Permission permission : permissions) {
			if (known(List.of(permission), namespace).isEmpty()) {
				if (known.size() >= MOST) {
					known.clear();
				}
				known.put(new Asked(permission, namespace),
						new Told(ask(permission, namespace), clock.instant().plus(FRESH)));
			}
		}
		return known(permissions, namespace).orElse(false);
	}

	private boolean ask(Permission permission, String namespace) throws InterruptedException {
		ObjectNode review = JsonNodeFactory.instance.objectNode().put("apiVersion", REVIEWS.apiVersion()).put("kind",
				REVIEWS.kind());
		ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes")
				.put("verb", permission.verb()).put("group", permission.kind().group())
				.put("resource", permission.kind().plural()).put("namespace", namespace);
		if (!permission.subresource().isEmpty()) {
			attributes.put("subresource", permission.subresource());
		}
		JsonNode answer = writer.create(new ObjectKey(REVIEWS, "", ""), review, WriteOptions.REAL).object();
		return answer.path("status").path("allowed").asBoolean();
	}
}
