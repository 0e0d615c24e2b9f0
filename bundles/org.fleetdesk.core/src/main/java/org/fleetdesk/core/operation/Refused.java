package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.Request;

/**
 * A step that cannot be done, so that those after it are not begun.
 *
 * @param target the object that does not let it
 * @param why a sentence
 * @param kubectl what would be tried in vain
 */
public record Refused(Target target, String why, Kubectl kubectl) implements Step {
	public Refused {
		Objects.requireNonNull(target);
		Objects.requireNonNull(why);
		Objects.requireNonNull(kubectl);
	}

	@Override
	public Change preview() {
		throw refusal();
	}

	@Override
	public Change run(Change previewed, Execution execution) {
		throw refusal();
	}

	private Invalid refusal() {
		return new Invalid(new Request(target.cluster().name(), "patch", target.toString()),
				new Answer(0, "Invalid", why, List.of()), null);
	}
}
