package org.fleetdesk.kube.config;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import org.fleetdesk.kube.config.KubeUser.Exec;

/**
 * Who can talk to a login plugin while it runs: nobody, the terminal that the program was started on, or whoever takes
 * lines and gives them. What a plugin prints on its standard output is the credential and is shown to nobody.
 */
public sealed interface ExecConsole {

	/** Nobody: plugins get no input, and those that always ask are refused. */
	ExecConsole NOBODY = new Nobody();

	/** Nobody is there. */
	record Nobody() implements ExecConsole {
	}

	/** The terminal of this process, whose input and error output plugins take over, one at a time. One a program. */
	final class Terminal implements ExecConsole {
		private final ReentrantLock lock = new ReentrantLock(); // held while a plugin has the terminal; guards nothing

		/** Whoever holds it has the terminal. */
		public ReentrantLock lock() {
			return lock;
		}
	}

	/** Lines out and in, as a dialog shows and takes them. */
	non-sealed interface Lines extends ExecConsole {

		/**
		 * A plugin begins that may ask. Called on the thread that waits for it; returns at once. Most end without a word,
		 * so nothing should be shown before it says something, but for those that always ask.
		 */
		Talk talk(Run run);
	}

	/** A plugin that runs. Safe for any thread; calls return at once, and do nothing once it has ended. */
	interface Run {

		/** Whom it logs in. */
		KubeContext context();

		/** What runs. */
		Exec exec();

		/** How long it may take, from its start, when somebody talks to it. */
		Duration limit();

		/** Gives it a line of input. */
		void type(String line);

		/** Stops it. */
		void cancel();
	}

	/** What is told of a plugin that runs, on the thread that waits for it; fast, and throws nothing. */
	interface Talk extends AutoCloseable {

		/** It has written this to its error output: parts of lines, as they come. May hold secrets: not for a log. */
		void said(String text);

		/** It has ended. */
		@Override
		void close();
	}
}
