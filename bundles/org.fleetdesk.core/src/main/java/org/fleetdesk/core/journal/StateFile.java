package org.fleetdesk.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.settings.DataFolder;

import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The database file {@code state} of the data folder: opened by one program at a time, and brought up to this version. */
final class StateFile {
	private static final String NAME = "state.mv.db";
	private static final Set<Integer> LOCKED = Set.of(ErrorCode.DATABASE_ALREADY_OPEN_1,
			ErrorCode.CANNOT_CHANGE_SETTING_WHEN_OPEN_1);
	/** Each runs once, in this order; what is released stays as it is. */
	private static final List<String> MIGRATIONS = List.of("""
			create table journal (id varchar(64) primary key, begun timestamp(9) with time zone not null,
				ended timestamp(9) with time zone, program varchar not null, account varchar not null,
				process bigint not null, cluster varchar not null, cluster_name varchar not null,
				identity varchar not null, operation varchar not null, type varchar not null,
				namespace varchar not null, name varchar not null, outcome varchar(16) not null,
				message varchar not null, was blob, is_now blob, size int not null)
			""", "create index journal_time on journal (begun)",
			"create index journal_cluster on journal (cluster, begun)",
			"create index journal_object on journal (name, namespace, type, begun)");

	/** Why it cannot be used. */
	enum Fault {
		/** Another program has it. */
		LOCKED,
		/** It is no database, or a damaged one. */
		DAMAGED,
		/** It cannot be opened or made, or a newer version wrote it. */
		UNUSABLE
	}

	private final DataFolder folder;

	StateFile(DataFolder folder) {
		this.folder = folder;
	}

	Path path() {
		return folder.path().resolve(NAME);
	}

	/** Opens it, made and migrated as needed. */
	Connection open() throws SQLException, IOException {
		folder.make(NAME);
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
	Connection read() throws SQLException {
		return connect(";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
	}

	private Connection connect(String options) throws SQLException {
		String file = folder.path().toAbsolutePath().resolve("state").toString().replace("\\", "/").replace(";", "\\;");
		JdbcDataSource source = new JdbcDataSource();
		source.setURL("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;"
				+ "MAX_COMPACT_TIME=0" + options);
		return source.getConnection();
	}

	private static void migrate(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists migration (number int primary key)");
			int done;
			try (ResultSet result = statement.executeQuery("select coalesce(max(number), 0) from migration")) {
				result.next();
				done = result.getInt(1);
			}
			if (done > MIGRATIONS.size()) {
				throw new SQLException("version " + done);
			}
			for (int number = done + 1; number <= MIGRATIONS.size(); number++) {
				statement.execute(MIGRATIONS.get(number - 1));
				statement.execute("insert into migration values (" + number + ")");
			}
			connection.commit();
		}
	}

	/** What an error of this file means. */
	static Fault fault(Exception problem) {
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

	/** Moves a damaged file to a name of its own, where it stays. */
	Path setAside() throws IOException {
		int number = 1;
		Path aside;
		do {
			aside = folder.path().resolve("state.damaged-" + number++ + ".mv.db");
		} while (Files.exists(aside));
		return Files.move(path(), aside, StandardCopyOption.ATOMIC_MOVE);
	}
}
