package org.fleetdesk.core.operation;

import org.fleetdesk.core.fleet.Confirmation;

/** One object's part of an operation. Its calls are remote and block; interrupting the thread ends them. */
public interface Step {

	/** What it changes. */
	Target target();

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
	 * @param confirmation what has been typed for production clusters
	 * @throws org.fleetdesk.kube.KubeException if it is refused
	 */
	Change run(Change previewed, Confirmation confirmation) throws InterruptedException;
}
