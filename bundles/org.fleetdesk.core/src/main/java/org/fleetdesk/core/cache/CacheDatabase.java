package org.fleetdesk.core.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.internal.h2.DatabaseFile;
import org.fleetdesk.core.internal.h2.OneThread;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.Finding;

import org.jspecify.annotations.Nullable;

/**
 * The database of the cache, open while it can be used. All work on it is done by one thread. If it fails it is closed and
 * the reason told, once; a damaged file is set aside, in the place of an earlier one.
 */
final class CacheDatabase {
	/** Work on the tables. */
	@FunctionalInterface
	interface Work<T> {
		/** Does it; what it changes counts when it has committed. */
		T with(CacheTables tables) throws SQLException;
	}

	private final DatabaseFile file;
	private final Consumer<Finding> trouble;
	private final Runnable opened;
	private final long worthCleaning;
	private final OneThread thread;
	private final Set<DatabaseFile.Fault> told = EnumSet.noneOf(DatabaseFile.Fault.class); // of the one thread
	private @Nullable Connection connection; // of the one thread
	private @Nullable CacheTables tables; // of the one thread
	private boolean closed; // of the one thread

	/**
	 * The database of a folder, not opened yet.
	 *
	 * @param worthCleaning how many bytes a file has that is made smaller
	 * @param opened done on the one thread whenever it was opened, with nothing of before
	 */
	CacheDatabase(DataFolder folder, ThreadFactory threads, Consumer<Finding> trouble, long worthCleaning,
			Runnable opened) {
		this.file = CacheTables.file(folder);
		this.trouble = trouble;
		this.opened = opened;
		this.worthCleaning = worthCleaning;
		this.thread = new OneThread(threads);
	}

	/** Has it opened if it is not open, without waiting. */
	void open() {
		thread.begin(() -> {
			if (!closed && tables == null) {
				tryToOpen();
			}
		});
	}

	private void tryToOpen() {
		try {
			use(connect());
			opened.run();
		} catch (SQLException | IOException | RuntimeException e) {
			fails(e);
		}
	}

	private void use(Connection open) throws SQLException {
		connection = open;
		tables = new CacheTables(open);
	}

	private Connection connect() throws SQLException, IOException {
		try {
			return file.open();
		} catch (SQLException e) {
			if (DatabaseFile.fault(e) != DatabaseFile.Fault.DAMAGED) {
				throw e;
			}
			tell(DatabaseFile.Fault.DAMAGED, file.setAside(1).toString());
			return file.open();
		}
	}

	/** Does work and waits for it; gives the other answer if the database cannot be used or fails. */
	<T> T work(T otherwise, Work<T> work) {
		return thread.run(() -> {
			CacheTables open = tables;
			if (open == null) {
				return otherwise;
			}
			try {
				return work.with(open);
			} catch (SQLException | RuntimeException e) {
				fails(e);
				return otherwise;
			}
		});
	}

	/** How long its file is. */
	long length() {
		return file.path().toFile().length();
	}

	/** Makes the file smaller if most of it is free; returns without waiting. */
	void tidy() {
		thread.begin(() -> {
			if (tables != null && mostIsFree()) {
				shut(true);
				tryToOpen();
			}
		});
	}

	private boolean mostIsFree() {
		try {
			CacheTables open = tables;
			return open != null && length() > worthCleaning && open.size() * 3 < length();
		} catch (SQLException e) {
			fails(e);
			return false;
		}
	}

	/** Begins anew with an empty file. */
	void clear() {
		thread.run(() -> {
			if (tables != null) {
				shut(false);
				Files.deleteIfExists(file.path());
				tryToOpen();
			}
			return true;
		});
	}

	private void fails(Exception problem) {
		DatabaseFile.Fault fault = DatabaseFile.fault(problem);
		shut(false);
		String place = String.valueOf(problem.getMessage());
		if (fault == DatabaseFile.Fault.DAMAGED) {
			try {
				place = file.setAside(1).toString();
			} catch (IOException e) {
				fault = DatabaseFile.Fault.UNUSABLE;
			}
		}
		tell(fault, place);
	}

	private void tell(DatabaseFile.Fault fault, String place) {
		if (told.add(fault)) {
			String key = switch (fault) {
				case LOCKED -> "cache.locked";
				case DAMAGED -> "cache.damaged";
				case UNUSABLE -> "cache.unusable";
			};
			trouble.accept(new Finding(Finding.Severity.WARNING, file.path().toString(), Texts.text(key, place),
					Texts.text("cache.remedy")));
		}
	}

	private void shut(boolean compact) {
		Connection open = connection;
		connection = null;
		tables = null;
		if (open == null) {
			return;
		}
		try {
			if (compact) {
				file.compact(open);
			} else {
				open.close();
			}
		} catch (SQLException | IOException e) {
			tell(DatabaseFile.Fault.UNUSABLE, String.valueOf(e.getMessage()));
		}
	}

	/** Closes it for ever; waits for what was asked for before. */
	void close() {
		thread.run(() -> {
			closed = true;
			shut(mostIsFree());
			return true;
		});
	}
}
