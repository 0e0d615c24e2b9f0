package org.fleetdesk.core;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * Threads and time, handed to core by each program's assembly; core makes none of its own. In tests a time that passes
 * only when told to.
 *
 * @param threads makes the (virtual) threads that block on servers and files
 * @param scheduler runs short, non-blocking work later; its owner is the assembly
 * @param clock what time it is
 */
public record Background(ThreadFactory threads, ScheduledExecutorService scheduler, InstantSource clock) {
	public Background {
		Objects.requireNonNull(threads);
		Objects.requireNonNull(scheduler);
		Objects.requireNonNull(clock);
	}
}
