package org.fleetdesk.cli.get;

import java.util.Optional;

import org.fleetdesk.cli.fleet.Target;

/** What a watched cluster tells the thread that prints. */
sealed interface WatchNews {

	/** Rows to print. */
	record Rows(Sheet sheet) implements WatchNews {
	}

	/** A sentence about the cluster. */
	record Said(Target target, String sentence) implements WatchNews {
	}

	/** Nothing more comes from this cluster. */
	record Ended(Target target, Optional<RuntimeException> problem) implements WatchNews {
	}
}
