package org.fleetdesk.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners to "something changed, take the newest state"; called on the publisher's thread, fast, throwing nothing. One
 * that throws all the same is logged, and neither the publisher nor the other listeners suffer.
 */
public final class Listeners {
	private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

	private final List<Own> listeners = new CopyOnWriteArrayList<>();

	/** So that the same listener may be added twice and leaves once. */
	private static final class Own {
		private final Runnable listener;

		private Own(Runnable listener) {
			this.listener = listener;
		}
	}

	/** Adds a listener until its registration is closed. */
	public Registration add(Runnable listener) {
		Own own = new Own(listener);
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	/** Tells every listener. */
	public void changed() {
		for (Own own : listeners) {
			try {
				own.listener.run();
			} catch (RuntimeException e) {
				LOG.error("A listener failed.", e);
			}
		}
	}
}
