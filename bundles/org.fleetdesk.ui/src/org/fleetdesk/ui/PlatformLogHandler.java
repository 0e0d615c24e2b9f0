package org.fleetdesk.ui;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;

/**
 * Carries what java.util.logging receives, and with it all of slf4j, to the platform's log and so to the log view and
 * the log file. Warnings and errors only, unless a logger says otherwise.
 */
final class PlatformLogHandler extends Handler {

	private static final String BUNDLE = "org.fleetdesk.ui";

	private final ILog log = Platform.getLog(PlatformLogHandler.class);

	private PlatformLogHandler() {
		setFormatter(new SimpleFormatter());
		setLevel(Level.WARNING);
	}

	/** Replaces the handlers that would print to the console. */
	static void install() {
		LogManager.getLogManager().reset();
		Logger.getLogger("").addHandler(new PlatformLogHandler());
	}

	@Override
	public void publish(LogRecord entry) {
		if (isLoggable(entry)) {
			String text = entry.getLoggerName() + ": " + getFormatter().formatMessage(entry);
			log.log(new Status(severity(entry.getLevel()), BUNDLE, text, entry.getThrown()));
		}
	}

	private static int severity(Level level) {
		if (level.intValue() >= Level.SEVERE.intValue()) {
			return IStatus.ERROR;
		}
		return level.intValue() >= Level.WARNING.intValue() ? IStatus.WARNING : IStatus.INFO;
	}

	@Override
	public void flush() {
		// The platform writes every entry at once.
	}

	@Override
	public void close() {
		// The platform owns its log.
	}
}
