package org.fleetdesk.core.internal.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.settings.DataFolder;

import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** A database file of the data folder: opened by one program at a time, and brought up to this version. Holds nothing open. */
public final class DatabaseFile {
	private static final String ENDING = ".mv.db";
	private static final Set<Integer> LOCKED = Set.of(ErrorCode.DATABASE_ALREADY_OPEN_1,
			ErrorCode.CANNOT_CHANGE_SETTING_WHEN_OPEN_1);

	private static final Set<Integer> MADE = Set.of(ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1,
			ErrorCode.INDEX_ALREADY_EXISTS_1, ErrorCode.DUPLICATE_COLUMN_NAME_1);

	/** Why it cannot be used. */
	public enum Fault {
		/** Another program has it. */
		LOCKED,
		/** It is no database, or a damaged one. */
		DAMAGED,
		/** It cannot be opened or made, or a newer version wrote it. */
		UNUSABLE
	}

	private final DataFolder folder;
	private final String name;
	private final String options;
	private final List<String> migrations;

	/**
	 * A file, not opened yet.
	 *
	 * @param name its name, without what databases are called by
	 * @param options further settings of the database, as in "WRITE_DELAY=0"
	 * @param migrations what makes its tables, one statement each; each runs once, in this order; what is released stays
	 *     as it is
	 */
	public DatabaseFile(DataFolder folder, String name, String options, List<String> migrations) {
		this.folder = Objects.requireNonNull(folder);
		this.name = Objects.requireNonNull(name);
		this.options = Objects.requireNonNull(options);
		this.migrations = List.copyOf(migrations);
	}

	/** Where it is. */
	public Path path() {
		return folder.path().resolve(name + ENDING);
	}

	/** Opens it, made and migrated as needed. */
	public Connection open() throws SQLException, IOException {
		folder.make(name + ENDING);
		Connection connection = connect("");
		try {
			migrate(connection);
		} catch (SQLException e) {
			connection.close();
			throw e;
		}
		return connection;
	}

	/** Opens it for reading, if it is there. */
	public Connection read() throws SQLException {
		return connect(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
	}

	private Connection connect(String more) throws SQLException {
		String file = folder.path().toAbsolutePath().resolve(name).toString().replace("\\", "/").replace(";", "\\;");
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;" + options + more);
		return source.getConnection();
	}

	/** Closes a connection after the file was made as small as what is in it; takes long for much, and as much room again. */
	public void compact(Connection connection) throws SQLException, IOException {
		try (connection; Statement statement = connection.createStatement()) {
			statement.execute("shutdown compact");
		} finally {
			folder.own(path()); // it is another file now
		}
	}

	private void migrate(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists migration (number int primary key)");
			int done;
			try (ResultSet result = statement.executeQuery("select coalesce(max(number), 0) from migration")) {
				result.next();
				done = result.getInt(1);
			}
			if (done > migrations.size()) {
				throw new SQLException("version " + done);
			}
			for (int number = done + 1; number <= migrations.size(); number++) {
				try {
					statement.execute(migrations.get(number - 1));
				} catch (SQLException e) {
					if (number != done + 1 || !MADE.contains(e.getErrorCode())) {
						throw e;
					} // a program that was killed made it, and had no time to note it
				}
				statement.execute("insert into migration values (" + number + ")");
			}
			connection.commit();
		}
	}

	/** What an error of this file means. */
	public static Fault fault(Exception problem) {
		if (problem instanceof SQLException e && LOCKED.contains(e.getErrorCode())) {
			return Fault.LOCKED;
		}
		boolean damaged = Stream.iterate((Throwable) problem, t -> t != null, Throwable::getCause)
				.anyMatch(t -> t instanceof SQLException e && e.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
						|| t instanceof MVStoreException m && (m.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
								|| m.getErrorCode() == DataUtils.ERROR_BLOCK_NOT_FOUND
								|| m.getErrorCode() == DataUtils.ERROR_CHUNK_NOT_FOUND));
		return damaged ? Fault.DAMAGED : Fault.UNUSABLE;
	}

	/**
	 * Moves a damaged file to a name of its own, where it stays.
	 *
	 * @param most how many damaged ones are kept: the last of them gives way
	 */
	public Path setAside(int most) throws IOException {
		int number = 1;
		while (number < most && Files.exists(aside(number))) {
			number++;
		}
		return Files.move(path(), aside(number), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private Path aside(int number) {
		return folder.path().resolve(name + ".damaged-" + number + ENDING);
	}
}
