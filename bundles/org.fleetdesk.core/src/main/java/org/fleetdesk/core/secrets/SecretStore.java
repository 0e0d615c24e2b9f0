package org.fleetdesk.core.secrets;

import java.io.Serial;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a person's secrets, each under a name that is none. Safe for any thread; blocks, on files, on programs, and on a
 * person who unlocks a keyring; interruptible.
 */
public interface SecretStore {

	/** The secret of a name. */
	Optional<String> read(String name) throws Unavailable, InterruptedException;

	/** Keeps a secret, in place of an older one. */
	void write(String name, String secret) throws Unavailable, InterruptedException;

	/** Forgets a secret, if it is there. */
	void delete(String name) throws Unavailable, InterruptedException;

	/** A store that cannot be used now; the message is a sentence that says why. */
	final class Unavailable extends Exception {
		@Serial
		private static final long serialVersionUID = 1L;

		/** Why; the cause is for the log. */
		public Unavailable(String message, @Nullable Throwable cause) {
			super(message, cause);
		}
	}
}
