package org.fleetdesk.core.fleet;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.Writer;

/** A cluster as an operation uses it. Safe for any thread; its owner closes what stands behind it. */
public interface ClusterAccess {

	/** The cluster's id, as settings and the journal know it. */
	String id();

	/** The cluster's name as it is shown, and typed to confirm. */
	String name();

	/** Who asks there: the user of its kubeconfig, or whom that one acts as; empty if there is none. */
	String identity();

	/** The name of its context in its kubeconfig. */
	String context();

	/** What one may do there. */
	Permissions permissions();

	/** How it is marked now. */
	Mark mark();

	/** What it serves, as far as it is known. */
	Catalogue catalogue();

	/** Reads its objects. */
	Reader reader();

	/**
	 * Changes its objects, as far as its mark allows; only {@link GuardedWriter guarded} writers leave core.
	 *
	 * @param confirmation what has been typed
	 */
	Writer writer(Confirmation confirmation);
}
