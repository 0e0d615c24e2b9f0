package org.fleetdesk.kube.read;

import java.time.Duration;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.kube.ObjectKey;

/**
 * Gets, lists and watches. Remote; every call blocks the caller's thread, and interrupting that thread ends it. Every
 * call may throw any {@link org.fleetdesk.kube.KubeException}.
 */
public interface Reader {

	/** One object as the server gives it, unknown fields included. */
	JsonNode get(ObjectKey key) throws InterruptedException;

	/** The answer of any path ("/readyz?verbose" gives text: use paths that answer JSON) as a tree. */
	JsonNode raw(String pathAndQuery) throws InterruptedException;

	/**
	 * One list answer: rows go to the sink as their bytes arrive, in the server's own columns (its Table form; from a
	 * server that has none for this type, name and age). If it throws, rows already given are part of nothing.
	 */
	Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException;

	/** One list answer of whole objects, each given as its bytes arrive; for command lines and exports. */
	Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException;

	/** The same with the {@code metadata} of each object alone, where the server can leave the rest away. */
	default Page metadata(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return objects(scope, options, sink);
	}

	/**
	 * Watches from a resource version on, until the server ends the stream (then it returns), it fails, or the thread is
	 * interrupted. Asks for bookmarks. A dead connection is found within half a minute.
	 *
	 * @throws org.fleetdesk.kube.KubeException.Expired if the version is too old: list again
	 */
	void watch(Scope scope, String resourceVersion, RowSink sink) throws InterruptedException;

	/**
	 * Watches beginning with the list: every object as if it were added, as of the given resource version or a later one
	 * (objects that change meanwhile come again), then {@link RowSink#initialEventsEnd}, then what changes, as
	 * {@link #watch} does. Servers that cannot do this refuse, or send only what changes, or nothing. The default is a reader
	 * that cannot: it returns at once.
	 *
	 * @param patience how long nothing may arrive before the end of the initial events
	 */
	default void watchList(Scope scope, String notOlderThan, Duration patience, RowSink sink)
			throws InterruptedException {
		// what a reader gives that cannot
	}

	/** What was seen of the server; the default remembers nothing. */
	default ListHabits habits() {
		return new ListHabits();
	}
}
