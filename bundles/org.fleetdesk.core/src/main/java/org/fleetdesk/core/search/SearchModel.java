package org.fleetdesk.core.search;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search behind one view: one at a time, on a thread of its own; newer words end an older search. Safe for any thread;
 * the view owns and closes it.
 */
public final class SearchModel implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(SearchModel.class);

	private final Search search;
	private final Background background;
	private final int most;
	private final Listeners listeners = new Listeners();

	// guarded by this
	private String text = "";
	private Found found = Found.NOTHING;
	private boolean running;
	private boolean closed;

	private volatile long asked; // written under this

	/** A model that has searched nothing yet and gives so many objects at most. */
	public SearchModel(Search search, Background background, int most) {
		this.search = Objects.requireNonNull(search);
		this.background = Objects.requireNonNull(background);
		this.most = most;
	}

	/** Searches other words, or the same again; returns at once. */
	public void search(String words) {
		synchronized (this) {
			text = words;
			asked++;
			if (running || closed) {
				return;
			}
			running = true;
		}
		background.threads().newThread(this::run).start();
	}

	private void run() {
		while (true) {
			String words;
			long mine;
			synchronized (this) {
				words = text;
				mine = asked;
			}
			Optional<Found> now = Optional.empty();
			try {
				now = search.find(words, most, () -> asked != mine, early -> found(mine, early));
			} catch (RuntimeException e) { // a search must end, or there is no other
				LOG.error("A search failed.", e);
			}
			now.ifPresent(newest -> found(mine, newest));
			synchronized (this) {
				if (closed || asked == mine) {
					running = false;
					break;
				}
			}
		}
		listeners.changed();
	}

	private void found(long mine, Found newest) {
		synchronized (this) {
			if (asked != mine || closed) {
				return;
			}
			found = newest;
		}
		listeners.changed();
	}

	/** What was found last; of older words while {@link #searching}. */
	public synchronized Found found() {
		return found;
	}

	/** Whether a search runs. */
	public synchronized boolean searching() {
		return running;
	}

	/** Tells of everything that is found and of every end of a search, on the thread that searches. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Ends a search that runs; returns at once. */
	@Override
	public synchronized void close() {
		closed = true;
		asked++;
	}
}
