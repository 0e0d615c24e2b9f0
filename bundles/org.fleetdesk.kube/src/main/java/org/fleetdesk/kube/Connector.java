package org.fleetdesk.kube;

import org.fleetdesk.kube.config.KubeContext;

/** Makes connections. Safe for any thread; costs nothing until a connection is used. */
@FunctionalInterface
public interface Connector {

	/** A connection to the context's cluster as the context's user; the caller closes it. */
	Connection connect(KubeContext context);
}
