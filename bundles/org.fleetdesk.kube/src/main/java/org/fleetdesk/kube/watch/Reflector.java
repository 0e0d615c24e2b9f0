package org.fleetdesk.kube.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

/**
 * Keeps one list live: a first page of 500, the other pages, then a watch; re-lists once when the version is too old
 * (410), honours Retry-After (429), backs off with jitter when the server is away, and says how true the list is. What
 * can be listed but not watched is listed again and again. One thread runs it; it holds no rows.
 */
public final class Reflector {

	static final int PAGE = 500;
	static final long POLL = 15_000;
	/** How long until something is asked again that only people can put right: this and up to as much more. */
	static final long SLOW = 30_000;
	static final long LONGEST_RETRY_AFTER = 300_000;
	/** A watch that ends sooner than this with nothing seen is no success. */
	private static final long SHORTEST_WATCH = 1_000;

	/** Waits; in tests time that does not pass by itself. */
	@FunctionalInterface
	public interface Pause {
		/** Waits so many milliseconds. */
		void millis(long millis) throws InterruptedException;
	}

	/**
	 * Time and chance.
	 *
	 * @param clock what time it is
	 * @param pause how to wait
	 * @param random spreads the waits
	 */
	public record Timing(InstantSource clock, Pause pause, RandomGenerator random) {
	}

	private final Reader reader;
	private final Scope scope;
	private final Timing timing;
	private final Backoff backoff;
	private final Follower follower;
	private boolean watchFails;
	private boolean wasExpired;

	/** A reflector of one scope; {@link #run} does the work. */
	public Reflector(Reader reader, Scope scope, ListSink sink, Timing timing) {
		this.reader = reader;
		this.scope = scope;
		this.timing = timing;
		this.backoff = new Backoff(timing.random());
		this.follower = new Follower(sink, timing.clock());
	}

	/** The same, with chance of its own. */
	public Reflector(Reader reader, Scope scope, ListSink sink, InstantSource clock, Pause pause) {
		this(reader, scope, sink, new Timing(clock, pause, new Random()));
	}

	/**
	 * Lists and watches until the thread is interrupted. Blocks: run it on a virtual thread of the cluster's session.
	 * Never throws for what a server does: that is told to the sink as freshness.
	 */
	public void run() throws InterruptedException {
		follower.say(State.LOADING, Optional.empty());
		while (true) {
			try {
				list();
			} catch (KubeException e) {
				failed(e);
				continue;
			}
			boolean watchable = scope.type().watchable() && !follower.version().isEmpty();
			if (!watchable || !watchFails) {
				follower.live();
				backoff.reset();
			}
			if (watchable) {
				watchUntilLost();
			} else {
				timing.pause().millis(POLL);
			}
		}
	}

	private void list() throws InterruptedException {
		try {
			pages(ListOptions.page(PAGE));
		} catch (Expired continuation) {
			pages(ListOptions.ALL);
		}
	}

	private void pages(ListOptions first) throws InterruptedException {
		follower.relist();
		Page page = reader.list(scope, first, follower);
		String version = page.resourceVersion();
		while (page.next().isPresent()) {
			page = reader.list(scope, first.after(page.next().get()), follower);
		}
		follower.complete(version);
	}

	/** Watches, again and again, until only a new list helps. */
	private void watchUntilLost() throws InterruptedException {
		while (true) {
			long began = timing.clock().millis();
			follower.startWatch();
			try {
				reader.watch(scope, follower.version(), follower);
				if (!judged(began)) {
					endedAtOnce();
				}
			} catch (Follower.OtherColumns e) {
				return;
			} catch (Expired e) {
				expired(e, judged(began));
				return;
			} catch (KubeException e) {
				judged(began);
				watchFails = true;
				failed(e);
				if (!(e instanceof Unreachable || e instanceof Throttled)) {
					return;
				}
			}
		}
	}

	/** Whether the watch just ended was of use; then whatever fails next is a first failure. */
	private boolean judged(long began) {
		boolean useful = follower.accepted()
				&& (follower.sawSomething() || timing.clock().millis() - began >= SHORTEST_WATCH);
		if (useful) {
			backoff.reset();
			watchFails = false;
			wasExpired = false;
		}
		return useful;
	}

	private void endedAtOnce() throws InterruptedException {
		if (watchFails) {
			follower.say(State.STALE, Optional.empty());
		}
		watchFails = true;
		timing.pause().millis(backoff.next());
	}

	/** The first time a new list is read at once; a version that expires as soon as it was given is a failure. */
	private void expired(Expired problem, boolean afterUse) throws InterruptedException {
		if (wasExpired && !afterUse) {
			watchFails = true;
			failed(problem);
		} else {
			follower.say(State.STALE, Optional.of(problem));
		}
		wasExpired = true;
	}

	private void failed(KubeException problem) throws InterruptedException {
		boolean passing = problem.passing();
		follower.say(passing || follower.loaded() ? State.STALE : State.FAILED, Optional.of(problem));
		timing.pause().millis(passing ? retryAfter(problem) : backoff.jittered(SLOW, SLOW));
	}

	private long retryAfter(KubeException problem) {
		long wait = backoff.next();
		if (problem instanceof Throttled throttled && throttled.retryAfter().isPresent()) {
			long asked = Math.min(LONGEST_RETRY_AFTER, throttled.retryAfter().map(Duration::toMillis).get());
			return backoff.jittered(asked, Math.min(wait, 1_000));
		}
		return wait;
	}
}
