package org.fleetdesk.core.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.operation.Evicting;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Refused;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;

/**
 * Empties nodes as kubectl drain does: no new pods come, then those that are there are evicted, each when its disruption
 * budgets allow it. A pod that must not go without somebody's word keeps all of its node from being evicted.
 *
 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.34.0/pkg/drain/filters.go">kubectl</a>
 */
final class Drain {
	private static final List<Argument> ARGUMENTS = List.of(Argument.of("argument.ignore-daemonsets", Type.FLAG),
			Argument.of("argument.delete-emptydir-data", Type.FLAG), Argument.of("argument.force", Type.FLAG),
			Argument.of("argument.pod-selector", Type.TEXT), Argument.of("argument.grace-period", Type.COUNT),
			Argument.of("argument.timeout", Type.DURATION).otherwise("0"));

	private Drain() {
	}

	static Action action() {
		return Action.all("action.drain", Set.of("drain"), ARGUMENTS,
				type -> List.of(Permission.of("patch", type, ""), new Permission("list", NodePod.PODS, ""),
						new Permission("create", NodePod.PODS, "eviction")),
				(targets, values) -> {
					List<Step> steps = new ArrayList<>();
					for (Target node : targets) {
						steps.addAll(steps(node, values));
					}
					return steps;
				});
	}

	/** Evicts a pod now, or not. */
	static Action evict() {
		return Action.of("action.evict", Set.of("evict"), List.of(Argument.of("argument.grace-period", Type.COUNT)),
				type -> List.of(Permission.of("create", type, "eviction")),
				(target, values) -> new Evicting(target, grace(values), Optional.empty(), Evicting.once(target),
						List.of()));
	}

	private static Optional<Duration> grace(Values values) {
		return values.has("grace-period")
				? Optional.of(Duration.ofSeconds(values.count("grace-period")))
				: Optional.empty();
	}

	private static List<Step> steps(Target node, Values values) throws InterruptedException {
		Kubectl kubectl = kubectl(node, values);
		List<Step> first = new ArrayList<>(List.of(NodeActions.cordon(node, true, kubectl)));
		List<NodePod> going = new ArrayList<>();
		for (NodePod pod : NodePod.of(node, values.text("pod-selector"))) {
			Optional<String> why = whyNot(pod, values);
			if (why.isPresent()) {
				first.add(new Refused(pod.target(), why.get(), kubectl));
			} else if (goes(pod, values)) {
				going.add(pod);
			}
		}
		List<Step> all = new ArrayList<>(first);
		Duration patience = values.duration("timeout").orElse(Evicting.FOREVER);
		going.forEach(pod -> all
				.add(new Evicting(pod.target(), grace(values), Optional.of(patience), kubectl, first)));
		return all;
	}

	/** Why a pod must not go without somebody's word. */
	private static Optional<String> whyNot(NodePod pod, Values values) throws InterruptedException {
		if (pod.mirror() || pod.finished()) {
			return Optional.empty();
		}
		String name = pod.target().key().path();
		boolean force = values.flag("force");
		if (pod.ofDaemonSet()) {
			boolean orphan = pod.orphan();
			if (orphan ? !force : !values.flag("ignore-daemonsets")) {
				return Optional.of(Texts.text(orphan ? "drain.orphan" : "drain.daemonset", name));
			}
			if (!orphan) {
				return Optional.empty();
			}
		}
		if (pod.localStorage() && !values.flag("delete-emptydir-data")) {
			return Optional.of(Texts.text("drain.emptydir", name));
		}
		return pod.controlled() || force ? Optional.empty() : Optional.of(Texts.text("drain.alone", name));
	}

	/** Static pods stay, and what a daemon set would make again at once. */
	private static boolean goes(NodePod pod, Values values) throws InterruptedException {
		return !pod.mirror() && (pod.finished() || !pod.ofDaemonSet() || pod.orphan() && values.flag("force"));
	}

	private static Kubectl kubectl(Target node, Values values) {
		List<String> words = new ArrayList<>(List.of("drain", node.key().name()));
		for (Argument argument : ARGUMENTS) {
			String value = values.text(argument.name());
			if (!value.isEmpty() && !value.equals(argument.fallback())) {
				words.add("--" + argument.name() + (argument.type() == Type.FLAG ? "" : "=" + value));
			}
		}
		return Kubectl.of(node, words);
	}
}
