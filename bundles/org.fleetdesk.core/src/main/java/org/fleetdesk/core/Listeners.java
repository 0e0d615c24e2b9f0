package org.fleetdesk.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listeners to "something changed, take the newest state"; called on the publisher's thread, fast, throwing nothing. */
public final class Listeners {
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/** Adds a listener until its registration is closed. */
	public Registration add(Runnable listener) {
		Runnable own = listener::run; // so that the same listener may be added twice and leaves once
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	/** Tells every listener. */
	public void changed() {
		listeners.forEach(Runnable::run);
	}
}
