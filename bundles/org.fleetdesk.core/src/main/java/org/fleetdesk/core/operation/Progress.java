package org.fleetdesk.core.operation;

import org.fleetdesk.core.journal.Entry;

/**
 * Told how far an operation is, by one thread at a time, those that do its steps; asked whether to go on.
 */
public interface Progress {

	/** Nobody looks and nobody cancels. */
	Progress NONE = new Progress() {
		@Override
		public void begins(Step step, int number, int all) {
			// nobody looks
		}

		@Override
		public void ended(Outcome outcome) {
			// nobody looks
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	};

	/** A step begins: the number-th of all, from 1. */
	void begins(Step step, int number, int all);

	/** A step has ended. */
	void ended(Outcome outcome);

	/** What a step waits for, in a sentence; said again and again while it does. */
	default void says(Step step, String sentence) {
		// who does not show it need not know
	}

	/** Told what was written to the journal, by any thread: each step's beginning, and its end under the same id. */
	default void recorded(Entry entry) {
		// who does not show it need not know
	}

	/** Whether no further step shall begin. */
	boolean cancelled();
}
