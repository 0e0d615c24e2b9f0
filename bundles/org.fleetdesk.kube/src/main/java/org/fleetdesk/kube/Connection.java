package org.fleetdesk.kube;

import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.schema.Schemas;
import org.fleetdesk.kube.write.Writer;

/**
 * One API server seen by one identity. Made by a {@link Connector} without any I/O: the first request opens sockets,
 * reads certificate files and runs login plugins. Safe for any thread; every call of a role blocks its caller, so callers
 * are virtual threads. The owner closes it; closing ends all running requests.
 */
public interface Connection extends AutoCloseable {

	/** The cluster's name as the user knows it. */
	String name();

	/** What the server serves. */
	Discovery discovery();

	/** The server's OpenAPI documents. */
	Schemas schemas();

	/** Getting, listing, watching. */
	Reader reader();

	/** The same, whose lists and watches give rows by these plans where there is one for a type. */
	default Reader reader(RowPlans plans) {
		return reader();
	}

	/** Changing. No policy stands before it: whoever hands it on puts that around it. */
	Writer writer();

	/** From now on a login that a person gave up is tried again, which the next request does. Returns at once. */
	default void loginAgain() {
		// no login asks anybody
	}

	@Override
	void close();
}
