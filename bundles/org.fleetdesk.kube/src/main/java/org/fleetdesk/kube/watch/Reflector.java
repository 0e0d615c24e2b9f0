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
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

/**
 * Keeps one list live: a first page of 500, the rest at once (docs/adr/0007), then a watch; re-lists once when the version
 * is too old (410), honours Retry-After (429), backs off with jitter when the server is away, and says how true the list is.
 * What can be listed but not watched is listed again and again; what is larger than its sink keeps is given up with its first
 * page, and begun again after some minutes. One thread runs it; it holds no rows.
 */
public final class Reflector {

	static final long POLL = 15_000;
	/** How long until something is asked again that only people can put right: this and up to as much more. */
	static final long SLOW = 30_000;
	static final long LONGEST_RETRY_AFTER = 300_000;
	/** How long until a list that was too large is begun again: this and up to as much more. */
	static final long TOO_LARGE = 300_000;
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
	private final Listing listing;
	private boolean watchFails;
	private boolean wasExpired;

	/** A reflector of one scope; {@link #run} does the work. */
	public Reflector(Reader reader, Scope scope, ListSink sink, Timing timing) {
		this.reader = reader;
		this.scope = scope;
		this.timing = timing;
		this.backoff = new Backoff(timing.random());
		this.follower = new Follower(sink, timing.clock());
		this.listing = new Listing(reader, scope, follower, this::watch);
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
			boolean goOn;
			try {
				goOn = listing.read();
			} catch (Follower.TooLarge e) {
				follower.say(follower.loaded() ? State.STALE : State.LOADING, Optional.empty());
				timing.pause().millis(backoff.jittered(TOO_LARGE, TOO_LARGE));
				continue;
			} catch (KubeException e) {
				failed(e);
				continue;
			}
			if (goOn) {
				follow();
			}
		}
	}

	/** The list is whole: watches, again and again, until only a new list helps. */
	private void follow() throws InterruptedException {
		boolean watchable = scope.type().watchable() && !follower.version().isEmpty();
		if (!watchable || !watchFails) {
			follower.live();
			backoff.reset();
		}
		if (!watchable) {
			timing.pause().millis(POLL);
			return;
		}
		while (watch(() -> reader.watch(scope, follower.version(), follower))) {
			// from where it ended
		}
	}

	/** One watch and what its end means; whether the next one may go on from there. */
	private boolean watch(Listing.Request request) throws InterruptedException {
		long began = timing.clock().millis();
		follower.startWatch();
		try {
			request.run();
			if (!judged(began)) {
				endedAtOnce();
			}
			return true;
		} catch (Follower.OtherColumns e) {
			return false;
		} catch (Expired e) {
			expired(e, judged(began));
			return false;
		} catch (KubeException e) {
			judged(began);
			watchFails = true;
			failed(e);
			return e instanceof Unreachable || e instanceof Throttled;
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
