package org.fleetdesk.kube.write;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How an object is deleted.
 *
 * @param dryRun the server goes through everything and keeps the object
 * @param propagation what happens to the objects it owns
 * @param grace how long it may take to end; empty for its own time, zero to drop it at once
 * @param uid delete only the object of this uid, not another of the same name; empty for any
 * @param resourceVersion delete only if unchanged since this version; empty for any
 */
public record DeleteOptions(boolean dryRun, Propagation propagation, Optional<Duration> grace, String uid,
		String resourceVersion) {

	/**
	 * What happens to the objects that an object owns.
	 *
	 * @see <a href="https://kubernetes.io/docs/concepts/architecture/garbage-collection/">Garbage Collection</a>
	 */
	public enum Propagation {
		/** The owner goes at once, what it owns afterwards. */
		BACKGROUND("Background"),
		/** What it owns goes first, then the owner. */
		FOREGROUND("Foreground"),
		/** What it owns stays, without an owner. */
		ORPHAN("Orphan");

		private final String word;

		Propagation(String word) {
			this.word = word;
		}

		/** As Kubernetes writes it. */
		public String word() {
			return word;
		}
	}

	/** For good, in the background, whatever it has become. */
	public static final DeleteOptions BACKGROUND = new DeleteOptions(false, Propagation.BACKGROUND, Optional.empty(),
			"", "");

	public DeleteOptions {
		Objects.requireNonNull(propagation);
		Objects.requireNonNull(grace);
		Objects.requireNonNull(uid);
		Objects.requireNonNull(resourceVersion);
	}

	/** The same, dry or not. */
	public DeleteOptions dry(boolean wanted) {
		return new DeleteOptions(wanted, propagation, grace, uid, resourceVersion);
	}

	/** The same, of one object only. */
	public DeleteOptions only(String wanted) {
		return new DeleteOptions(dryRun, propagation, grace, wanted, resourceVersion);
	}
}
