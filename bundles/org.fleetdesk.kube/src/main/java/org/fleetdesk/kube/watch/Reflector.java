package org.fleetdesk.kube.watch;

import java.time.InstantSource;

import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;

/**
 * Keeps one list live: a first page of 500, the other pages, then a watch; re-lists once when the version is too old
 * (410), honours Retry-After (429), backs off with jitter when the server is away, and says how true the list is.
 */
public final class Reflector {

	/** Waits; in tests time that does not pass by itself. */
	@FunctionalInterface
	public interface Pause {
		/** Waits so many milliseconds. */
		void millis(long millis) throws InterruptedException;
	}

	/** A reflector of one scope; {@link #run} does the work. */
	public Reflector(Reader reader, Scope scope, ListSink sink, InstantSource clock, Pause pause) {
	}

	/**
	 * Lists and watches until the thread is interrupted. Blocks: run it on a virtual thread of the cluster's session.
	 * Never throws for what a server does: that is told to the sink as freshness.
	 */
	public void run() throws InterruptedException {
	}
}
