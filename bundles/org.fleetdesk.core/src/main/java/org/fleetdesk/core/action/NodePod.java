package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A pod on a node.
 *
 * @param target the pod
 * @param object as it was read
 */
record NodePod(Target target, JsonNode object) {
	static final KindKey PODS = new KindKey("", "pods");
	private static final KindKey DAEMON_SETS = new KindKey("apps", "daemonsets");
	private static final int PAGE = 500;
	private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

	/** The pods of a node, those that a label selector chooses. Remote. */
	static List<NodePod> of(Target node, String labels) throws InterruptedException {
		ResourceType pods = PODS.in(node.cluster().catalogue()).orElseThrow(
				() -> Refusals.of(node, Texts.text("action.unserved", node.cluster().name(), PODS)));
		Scope scope = new Scope(pods, "", labels, "spec.nodeName=" + node.key().name());
		List<NodePod> all = new ArrayList<>();
		String next = "";
		do {
			Page page = node.cluster().reader().objects(scope, new ListOptions(PAGE, next, ""), pod -> all.add(
					new NodePod(new Target(node.cluster(), new ObjectKey(pods,
							pod.path("metadata").path("namespace").asText(),
							pod.path("metadata").path("name").asText())),
							pod)));
			next = page.next().orElse("");
		} while (!next.isEmpty());
		return all;
	}

	/** A static pod, of which the API shows a mirror. */
	boolean mirror() {
		return object.path("metadata").path("annotations").has("kubernetes.io/config.mirror");
	}

	boolean finished() {
		return FINISHED.contains(object.path("status").path("phase").asText());
	}

	boolean localStorage() {
		return object.path("spec").path("volumes").valueStream().anyMatch(volume -> volume.has("emptyDir"));
	}

	boolean controlled() {
		return object.path("metadata").path("ownerReferences").valueStream()
				.anyMatch(owner -> owner.path("controller").asBoolean());
	}

	private String daemonSet() {
		return object.path("metadata").path("ownerReferences").valueStream()
				.filter(owner -> owner.path("controller").asBoolean()
						&& owner.path("kind").asText().equals("DaemonSet"))
				.map(owner -> owner.path("name").asText()).findFirst().orElse("");
	}

	boolean ofDaemonSet() {
		return !daemonSet().isEmpty();
	}

	/** Whether its daemon set is gone, so that nobody makes it again. Remote. */
	boolean orphan() throws InterruptedException {
		ResourceType type = DAEMON_SETS.in(target.cluster().catalogue()).orElse(null);
		if (type == null) {
			return true;
		}
		try {
			target.cluster().reader().get(new ObjectKey(type, target.key().namespace(), daemonSet()));
			return false;
		} catch (NotFound e) {
			return true;
		}
	}

	String uid() {
		return object.path("metadata").path("uid").asText();
	}
}
