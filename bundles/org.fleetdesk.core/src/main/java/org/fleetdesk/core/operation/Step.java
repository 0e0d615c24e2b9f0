package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One object's part of an operation. Its calls are remote and block; interrupting the thread ends them. To do it again
 * does no harm: what is done already is found so, or refused by the server.
 */
public interface Step {

	/** What it changes. */
	Target target();

	/** What has to be done before it begins; if one of these is not done, neither is it. */
	default List<Step> after() {
		return List.of();
	}

	/**
	 * What would become of the object, said by the server in a dry run: nothing is kept.
	 *
	 * @throws org.fleetdesk.kube.KubeException if the server refuses it or cannot be asked
	 */
	Change preview() throws InterruptedException;

	/**
	 * Does it.
	 *
	 * @param previewed what {@link #preview} has said; what has changed since then in the same place is a conflict
	 * @throws org.fleetdesk.kube.KubeException if it is refused
	 */
	Change run(Change previewed, Execution execution) throws InterruptedException;

	/** What it changes as it is now, in the form of its changes; empty if it is not there. */
	default Optional<JsonNode> now() throws InterruptedException {
		return Apply.current(target().cluster(), target().key());
	}

	/** What does the same in a shell. */
	Kubectl kubectl();
}
