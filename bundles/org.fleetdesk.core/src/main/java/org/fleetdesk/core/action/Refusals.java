package org.fleetdesk.core.action;

import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.Request;

/** What is known to make no sense before it is sent. */
final class Refusals {
	private Refusals() {
	}

	/** An object does not let it. */
	static Invalid of(Target target, String sentence) {
		return new Invalid(new Request(target.cluster().name(), "patch", target.toString()),
				new Answer(0, "Invalid", sentence), null);
	}
}
