package org.fleetdesk.core.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;

/** Deletes objects; its preview says what else goes. An object made anew under the same name meanwhile is left alone. */
public final class Delete implements Operation {
	private final List<Step> steps;

	/**
	 * Deletes these objects.
	 *
	 * @param grace how long each may take to end; empty for its own time, zero to drop it at once
	 */
	public Delete(List<Target> targets, Propagation propagation, Optional<Duration> grace) {
		DeleteOptions options = new DeleteOptions(false, propagation, grace, "", "");
		Map<ClusterAccess, Dependants> dependants = new ConcurrentHashMap<>();
		this.steps = targets.stream().<Step>map(target -> new Deleting(target, options,
				dependants.computeIfAbsent(target.cluster(), Dependants::new), "", List.of())).toList();
	}

	/** Deletes one object, unless another has its name by now. */
	static Step only(Target target, String uid) {
		return new Deleting(target, DeleteOptions.BACKGROUND, new Dependants(target.cluster()), uid, List.of());
	}

	/** Drops one object at once, without asking whoever runs it, unless another has its name by now. */
	public static Step forced(Target target, String uid, List<Step> after) {
		DeleteOptions options = new DeleteOptions(false, Propagation.BACKGROUND, Optional.of(Duration.ZERO), "", "");
		return new Deleting(target, options, new Dependants(target.cluster()), uid, after);
	}

	@Override
	public String name() {
		return "delete";
	}

	@Override
	public List<Step> steps() {
		return steps;
	}

	private record Deleting(Target target, DeleteOptions options, Dependants dependants, String one,
			List<Step> after)
			implements
				Step {
		Deleting {
			Objects.requireNonNull(target);
		}

		@Override
		public Change preview() throws InterruptedException {
			JsonNode before = target.cluster().reader().get(target.key());
			DeleteOptions only = options.only(one.isEmpty() ? uid(before) : one);
			Written written = target.cluster().writer(Confirmation.NONE).delete(target.key(), only.dry(true));
			List<Dependant> also = options.propagation() == Propagation.ORPHAN
					? List.of()
					: dependants.of(target.key(), uid(before));
			return new Change(Optional.of(before), Optional.empty(), written.warnings(), List.of(), also);
		}

		@Override
		public Change run(Change previewed, Execution execution) throws InterruptedException {
			DeleteOptions only = options.only(one.isEmpty() ? previewed.before().map(Deleting::uid).orElse("") : one);
			Written written = target.cluster().writer(execution.confirmation()).delete(target.key(), only);
			return new Change(previewed.before(), Optional.empty(), written.warnings(), List.of(), previewed.also());
		}

		@Override
		public Kubectl kubectl() {
			List<String> words = new ArrayList<>(List.of("delete", Kubectl.name(target.key())));
			if (options.propagation() != Propagation.BACKGROUND) {
				words.add("--cascade=" + options.propagation().word().toLowerCase(Locale.ROOT));
			}
			options.grace().ifPresent(grace -> words.addAll(grace.isZero()
					? List.of("--grace-period=0", "--force")
					: List.of("--grace-period=" + grace.toSeconds())));
			return Kubectl.of(target, words);
		}

		private static String uid(JsonNode object) {
			return object.path("metadata").path("uid").asText();
		}
	}
}
