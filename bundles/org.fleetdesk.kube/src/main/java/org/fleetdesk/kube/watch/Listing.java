package org.fleetdesk.kube.watch;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Reads one list, time after time: a first page, which is all of most lists, and the rest by the way that serves best
 * (docs/adr/0007). Every way gives what the first page saw or later, so that no list goes back in time. For one thread.
 */
final class Listing {

	static final int PAGE = 500;
	/** How long a watch may go without bringing the list forward with which it should begin. */
	static final Duration PATIENCE = Duration.ofSeconds(10);

	/** How the rest of a list is read. */
	enum Way {
		/** In one answer, from the server's memory. */
		WHOLE,
		/** As the beginning of the watch. */
		WATCH_LIST,
		/** Page by page, from the server's history. */
		PAGES
	}

	/** What blocks for as long as a watch lasts. */
	interface Request {
		/** Sends it and reads its answer to the end. */
		void run() throws InterruptedException;
	}

	/** Runs watches. */
	interface Watching {
		/** Does what the end of a watch means; whether another one may go on from there. */
		boolean run(Request request) throws InterruptedException;
	}

	/** The watch that should have begun with the list ended before it was whole. */
	private static final class NotListed extends RuntimeException {
		@Serial
		private static final long serialVersionUID = 1L;

		NotListed(@Nullable KubeException why) {
			super("the watch ended before the list", why, false, false);
		}
	}

	private final Reader reader;
	private final Scope scope;
	private final Follower follower;
	private final Watching watching;
	/** What broke last stands last. */
	private final List<Way> ways = new ArrayList<>(List.of(Way.values()));

	Listing(Reader reader, Scope scope, Follower follower, Watching watching) {
		this.reader = reader;
		this.scope = scope;
		this.follower = follower;
		this.watching = watching;
	}

	/**
	 * Lists. A list that came as the beginning of a watch is read when that has ended.
	 *
	 * @return whether a watch may go on from there; else a new list is needed
	 */
	boolean read() throws InterruptedException {
		Page first = begin(ListOptions.page(PAGE));
		if (first.next().isEmpty()) {
			follower.complete(first.resourceVersion());
			return true;
		}
		follower.expect(first.remaining().orElse(1));
		return rest(first);
	}

	private Page begin(ListOptions options) throws InterruptedException {
		follower.relist();
		return reader.list(scope, options, follower);
	}

	private boolean rest(Page first) throws InterruptedException {
		boolean firstCounts = true;
		KubeException last = null;
		for (Way way : List.copyOf(ways)) {
			if (!possible(way, first)) {
				continue;
			}
			try {
				return rest(way, first, firstCounts);
			} catch (KubeException e) {
				later(way);
				if (e instanceof Unreachable || e instanceof Throttled || e instanceof Unauthenticated
						|| e instanceof Untrusted) {
					throw e;
				}
				last = e;
			} catch (NotListed | Follower.NoInitialEvents e) {
				later(way);
			}
			firstCounts = false;
		}
		if (last == null) {
			throw new IllegalStateException("pages are always possible and end or throw");
		}
		throw last;
	}

	private boolean possible(Way way, Page first) {
		return switch (way) {
			case WHOLE -> !first.resourceVersion().isEmpty();
			case WATCH_LIST -> !first.resourceVersion().isEmpty() && scope.type().watchable()
					&& reader.habits().watchList(scope.type());
			case PAGES -> true;
		};
	}

	private void later(Way way) {
		ways.remove(way);
		ways.add(way);
	}

	private boolean rest(Way way, Page first, boolean firstCounts) throws InterruptedException {
		switch (way) {
			case WHOLE -> finish(begin(ListOptions.notOlderThan(first.resourceVersion())), ListOptions.ALL);
			case WATCH_LIST -> {
				return watchList(first.resourceVersion());
			}
			case PAGES -> pages(first, firstCounts);
		}
		return true;
	}

	private void pages(Page first, boolean firstCounts) throws InterruptedException {
		ListOptions options = ListOptions.page(PAGE);
		try {
			finish(firstCounts ? first : begin(options), options);
		} catch (Expired continuation) {
			finish(begin(ListOptions.ALL), ListOptions.ALL);
		}
	}

	private void finish(Page first, ListOptions options) throws InterruptedException {
		Page page = first;
		while (page.next().isPresent()) {
			page = reader.list(scope, options.after(page.next().get()), follower);
		}
		follower.complete(first.resourceVersion());
	}

	private boolean watchList(String version) throws InterruptedException {
		follower.startWatchList(version);
		try {
			return watching.run(() -> untilListed(version));
		} catch (Follower.NoInitialEvents e) {
			reader.habits().noWatchList(scope.type());
			throw e;
		} catch (NotListed e) {
			if (e.getCause() instanceof KubeException why) {
				throw why;
			}
			throw e;
		}
	}

	/** The watch; what ends it before it has given the list is of the list, not of the watch. */
	private void untilListed(String version) throws InterruptedException {
		KubeException why = null;
		try {
			reader.watchList(scope, version, PATIENCE, follower);
		} catch (KubeException e) {
			if (!follower.listing()) {
				throw e;
			}
			why = e;
		}
		if (follower.listing()) {
			if (follower.stuck() || why instanceof Invalid || why instanceof NotFound
					|| why == null && !follower.accepted()) {
				throw new Follower.NoInitialEvents();
			}
			throw new NotListed(why);
		}
	}
}
