package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.operation.Delete;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Moves what ran on a node that is off for good: says so by the taint that lets its volumes be detached, and drops its
 * pods, so that their controllers make them elsewhere. Of a node that still runs, data would be written twice.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown">
 *      Non-graceful node shutdown</a>
 */
final class MoveOff {
	private static final String TAINT = "node.kubernetes.io/out-of-service=nodeshutdown:NoExecute";

	private MoveOff() {
	}

	static Action action() {
		return Action.all("action.move-off", Set.of("drain"), List.of(Argument.of("argument.force", Type.FLAG)),
				type -> List.of(Permission.of("patch", type, ""), new Permission("list", NodePod.PODS, ""),
						new Permission("delete", NodePod.PODS, "")),
				(targets, values) -> {
					List<Step> steps = new ArrayList<>();
					for (Target node : targets) {
						steps.addAll(steps(node, values.flag("force")));
					}
					return steps;
				});
	}

	private static List<Step> steps(Target node, boolean force) throws InterruptedException {
		Step taint = new Patching(node, object -> {
			if (ready(object) && !force) {
				throw Refusals.of(node, Texts.text("moveoff.ready", node.cluster().name(), node.key().name()));
			}
			NodeActions.Taint.parse(TAINT).on(object);
		}, Kubectl.of(node, "taint", "node", node.key().name(), TAINT));
		List<Step> steps = new ArrayList<>(List.of(taint));
		for (NodePod pod : NodePod.of(node, "")) {
			if (!pod.mirror() && !pod.ofDaemonSet() && !pod.finished()) {
				steps.add(Delete.forced(pod.target(), pod.uid(), List.of(taint)));
			}
		}
		return steps;
	}

	private static boolean ready(JsonNode node) {
		return node.path("status").path("conditions").valueStream()
				.anyMatch(condition -> condition.path("type").asText().equals("Ready")
						&& condition.path("status").asText().equals("True"));
	}
}
