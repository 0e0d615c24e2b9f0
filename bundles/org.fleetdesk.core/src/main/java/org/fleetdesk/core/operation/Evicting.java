package org.fleetdesk.core.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Evicts a pod: it goes if its disruption budgets allow it. With patience, asks again while they do not, and waits until
 * the pod is gone.
 *
 * @param target the pod
 * @param grace how long it may take to end; empty for its own time
 * @param patience how long to ask and to wait; empty to ask once and not to wait
 * @param kubectl what does the same
 * @param after what has to be done before
 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.34.0/pkg/drain/drain.go">kubectl</a>
 */
public record Evicting(Target target, Optional<Duration> grace, Optional<Duration> patience, Kubectl kubectl,
		List<Step> after) implements Step {
	/** Patience without an end. */
	public static final Duration FOREVER = Duration.ofDays(365);
	private static final long AGAIN_MILLIS = 5000;
	private static final long LOOK_MILLIS = 1000;

	public Evicting {
		Objects.requireNonNull(target);
		Objects.requireNonNull(grace);
		Objects.requireNonNull(patience);
		Objects.requireNonNull(kubectl);
		after = List.copyOf(after);
	}

	@Override
	public Change preview() throws InterruptedException {
		JsonNode pod = target.cluster().reader().get(target.key());
		List<String> warnings = List.of();
		try {
			warnings = evict(Confirmation.NONE, pod, true);
		} catch (Throttled e) {
			if (patience.isEmpty()) {
				throw e;
			}
			warnings = List.of(why(e));
		}
		return Change.of(Optional.of(pod), Optional.empty(), warnings);
	}

	@Override
	public Change run(Change previewed, Execution execution) throws InterruptedException {
		JsonNode pod = previewed.before().orElseThrow();
		Instant end = execution.time().clock().instant().plus(patience.orElse(Duration.ZERO));
		List<String> warnings = List.of();
		for (boolean gone = false; !gone;) {
			try {
				warnings = evict(execution.confirmation(), pod, false);
				gone = true;
			} catch (NotFound e) {
				gone = true; // somebody else was faster
			} catch (Throttled e) {
				if (patience.isEmpty() || over(execution, end)) {
					throw e;
				}
				execution.says().accept(why(e));
				refused(execution);
			}
		}
		if (patience.isPresent()) {
			untilGone(pod, execution, end);
		}
		return Change.of(Optional.of(pod), Optional.empty(), warnings);
	}

	private List<String> evict(Confirmation confirmation, JsonNode pod, boolean dry) throws InterruptedException {
		Writer writer = target.cluster().writer(confirmation);
		return writer.create(target.key(), eviction(uid(pod)), WriteOptions.REAL.dry(dry).of("eviction")).warnings();
	}

	private ObjectNode eviction(String uid) {
		ObjectNode eviction = body(target);
		ObjectNode options = eviction.putObject("deleteOptions");
		grace.ifPresent(time -> options.put("gracePeriodSeconds", time.toSeconds()));
		options.putObject("preconditions").put("uid", uid);
		return eviction;
	}

	private static ObjectNode body(Target pod) {
		ObjectNode eviction = JsonNodeFactory.instance.objectNode().put("apiVersion", version(pod.cluster()))
				.put("kind", "Eviction");
		eviction.putObject("metadata").put("name", pod.key().name()).put("namespace", pod.key().namespace());
		return eviction;
	}

	/** Servers before 1.22 know it as a beta. */
	private static String version(ClusterAccess cluster) {
		boolean old = cluster.catalogue().types().stream().anyMatch(t -> t.apiVersion().equals("policy/v1beta1"))
				&& cluster.catalogue().types().stream().noneMatch(t -> t.apiVersion().equals("policy/v1"));
		return old ? "policy/v1beta1" : "policy/v1";
	}

	/** What evicts a pod once. */
	public static Kubectl once(Target pod) {
		return Kubectl.of(pod, List.of("create", "--raw",
				"/api/v1/namespaces/" + pod.key().namespace() + "/pods/" + pod.key().name() + "/eviction", "-f", "-"),
				body(pod));
	}

	/** Interrupted here, nothing is done. */
	private static void refused(Execution execution) {
		try {
			execution.time().pause(AGAIN_MILLIS);
		} catch (InterruptedException e) {
			throw new Cancelled(e);
		}
	}

	/** Interrupted here, it is evicted all the same. */
	private void untilGone(JsonNode pod, Execution execution, Instant end) {
		try {
			while (there(pod)) {
				if (over(execution, end)) {
					String sentence = Texts.text("drain.stays", target.cluster().name(), target.key().path());
					throw new Invalid(new Request(target.cluster().name(), "evict", target.toString()),
							new Answer(0, "Timeout", sentence), null);
				}
				execution.says().accept(Texts.text("drain.ending", target.key().path()));
				execution.time().pause(LOOK_MILLIS);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean there(JsonNode pod) throws InterruptedException {
		return now().filter(current -> uid(current).equals(uid(pod))).isPresent();
	}

	private static boolean over(Execution execution, Instant end) {
		return !execution.time().clock().instant().isBefore(end);
	}

	private String why(KubeException refused) {
		String reason = refused.causes().stream().filter(cause -> cause.reason().equals("DisruptionBudget"))
				.map(Cause::message).findFirst().orElseGet(refused::explanation);
		return Texts.text("drain.budget", target.key().path(), reason);
	}

	private static String uid(JsonNode object) {
		return object.path("metadata").path("uid").asText();
	}
}
