package org.fleetdesk.core.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.fleetdesk.core.internal.h2.DatabaseFile;
import org.fleetdesk.core.settings.DataFolder;

import com.fasterxml.jackson.databind.JsonNode;

/** The journal's table in an open database. For one thread. */
final class JournalRows {
	private static final String COLUMNS = "id, begun, ended, program, account, process, cluster, cluster_name, identity,"
			+ " operation, type, namespace, name, outcome, message, was, is_now";
	private static final String TOLD = "operation || ' ' || type || '/' || namespace || '/' || name || ' ' || cluster_name"
			+ " || ' ' || identity || ' ' || account || ' ' || program || ' ' || message";
	private static final String GROUP = ", group_id, parts, ticket";
	private static final List<String> TABLES = List.of("""
			create table journal (id varchar(64) primary key, begun timestamp(9) with time zone not null,
				ended timestamp(9) with time zone, program varchar not null, account varchar not null,
				process bigint not null, cluster varchar not null, cluster_name varchar not null,
				identity varchar not null, operation varchar not null, type varchar not null,
				namespace varchar not null, name varchar not null, outcome varchar(16) not null,
				message varchar not null, was blob, is_now blob, size int not null)
			""", "create index journal_time on journal (begun)",
			"create index journal_cluster on journal (cluster, begun)",
			"create index journal_object on journal (name, namespace, type, begun)",
			"alter table journal add column group_id varchar(64)", "alter table journal add column parts int",
			"alter table journal add column ticket varchar", "create index journal_group on journal (group_id, begun)");
	private static final int OVERHEAD = 500; // bytes of a row and its places in indexes, about
	private final Connection connection;
	private final EntryJson json = new EntryJson();
	private final String columns;
	private long size;

	/** The table as this version made it, or read-only as an older one did, without groups. */
	JournalRows(Connection connection) throws SQLException {
		this.connection = connection;
		boolean grouped = number("select count(*) from information_schema.columns where table_name = 'JOURNAL'"
				+ " and column_name = 'GROUP_ID'") > 0;
		this.columns = COLUMNS + (grouped ? GROUP : ", null, null, null");
		this.size = number("select coalesce(sum(size), 0) from journal");
	}

	/** The database file {@code state}, in which the journal is: what is kept is on the disk. */
	static DatabaseFile file(DataFolder folder) {
		return new DatabaseFile(folder, "state", "WRITE_DELAY=0;MAX_COMPACT_TIME=0", TABLES);
	}

	private long number(String query) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
			return result.next() ? result.getLong(1) : 0;
		}
	}

	/** Keeps entries, and no more than so many bytes of all: the oldest go. On the disk when it returns. */
	void keep(List<Entry> entries, long limit) throws SQLException {
		for (Entry entry : entries) {
			keep(entry);
		}
		while (size > limit && drop()) {
			size = number("select coalesce(sum(size), 0) from journal");
		}
		connection.commit();
		try (Statement statement = connection.createStatement()) {
			statement.execute("checkpoint sync");
		}
	}

	private boolean drop() throws SQLException {
		try (Statement statement = connection.createStatement()) {
			return statement.executeUpdate("delete from journal where id in (select id from journal order by begun"
					+ " limit (select count(*) / 10 + 1 from journal))") > 0;
		}
	}

	private void keep(Entry entry) throws SQLException {
		try (PreparedStatement old = connection.prepareStatement("select size, outcome from journal where id = ?")) {
			old.setString(1, entry.id());
			try (ResultSet row = old.executeQuery()) {
				if (row.next()) {
					if (entry.outcome() == Entry.Outcome.RUNNING && !row.getString(2).equals("RUNNING")) {
						return; // its end came first, by another way
					}
					size -= row.getInt(1);
				}
			}
		}
		Optional<byte[]> was = entry.before().map(json::compressed);
		Optional<byte[]> is = entry.after().map(json::compressed);
		int bytes = OVERHEAD + 2 * (entry.message().length() + entry.group().ticket().length())
				+ was.map(b -> b.length).orElse(0)
				+ is.map(b -> b.length).orElse(0);
		size += bytes;
		try (PreparedStatement row = connection.prepareStatement("merge into journal (" + COLUMNS + GROUP
				+ ", size) key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
			row.setString(1, entry.id());
			row.setObject(2, time(entry.begun()));
			row.setObject(3, entry.ended().map(JournalRows::time).orElse(null));
			row.setString(4, entry.by().program());
			row.setString(5, entry.by().account());
			row.setLong(6, entry.by().process());
			row.setString(7, entry.place().cluster());
			row.setString(8, entry.place().name());
			row.setString(9, entry.place().identity());
			row.setString(10, entry.subject().operation());
			row.setString(11, entry.subject().type());
			row.setString(12, entry.subject().namespace());
			row.setString(13, entry.subject().name());
			row.setString(14, entry.outcome().name());
			row.setString(15, entry.message());
			row.setBytes(16, was.orElse(null));
			row.setBytes(17, is.orElse(null));
			row.setString(18, entry.group().id());
			row.setInt(19, entry.group().parts());
			row.setString(20, entry.group().ticket());
			row.setInt(21, bytes);
			row.executeUpdate();
		}
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** The entries of a query, newest first. */
	List<Entry> find(JournalQuery query) throws SQLException {
		Where where = new Where(query, columns.endsWith(GROUP));
		String selected = query.bare() ? columns.replace("was, is_now", "null, null") : columns;
		try (PreparedStatement statement = connection.prepareStatement("select " + selected + " from journal where "
				+ String.join(" and ", where.conditions) + " order by begun desc"
				+ (where.exact ? " limit " + query.limit() : ""))) {
			for (int i = 0; i < where.values.size(); i++) {
				statement.setObject(i + 1, where.values.get(i));
			}
			List<Entry> entries = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (entries.size() < query.limit() && row.next()) {
					Entry entry = entry(row).read();
					if (where.exact || query.matches(entry)) {
						entries.add(entry);
					}
				}
			}
			return entries;
		}
	}

	/** The conditions of a query. */
	private static final class Where {
		final List<String> conditions = new ArrayList<>(List.of("true"));
		final List<Object> values = new ArrayList<>();
		/** Whether they say all: of what has not ended only the process tells whether it runs. */
		final boolean exact;

		Where(JournalQuery query, boolean grouped) {
			query.cluster().ifPresent(cluster -> add("cluster = ?", cluster));
			query.object().ifPresent(object -> add("name = ? and namespace = ? and type = ?", object.name(),
					object.namespace(), object.type()));
			query.from().ifPresent(from -> add("begun >= ?", time(from)));
			query.until().ifPresent(until -> add("begun < ?", time(until)));
			JournalQuery.Having having = query.having();
			having.group().ifPresent(group -> {
				if (grouped) {
					add("(group_id = ? or group_id is null and id = ?)", group, group);
				} else {
					add("id = ?", group);
				}
			});
			exact = having.outcome().filter(o -> o == Entry.Outcome.UNKNOWN || o == Entry.Outcome.RUNNING).isEmpty();
			having.outcome().ifPresent(outcome -> add("outcome in (?, ?)", outcome.name(),
					exact ? outcome.name() : Entry.Outcome.RUNNING.name()));
			having.type().ifPresent(type -> add("type = ?", type));
			having.operation().ifPresent(operation -> add("operation = ?", operation));
			having.identity().ifPresent(identity -> add("identity = ?", identity));
			having.words().forEach(word -> add("locate(?, lower(" + TOLD
					+ (grouped ? " || ' ' || coalesce(ticket, '')" : "") + ")) > 0", word));
		}

		private void add(String condition, Object... of) {
			conditions.add(condition);
			values.addAll(List.of(of));
		}
	}

	/** The entry of a key. */
	Optional<Entry> entry(String id) throws SQLException {
		try (PreparedStatement statement = connection
				.prepareStatement("select " + columns + " from journal where id = ?")) {
			statement.setString(1, id);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(entry(row).read()) : Optional.empty();
			}
		}
	}

	/** What the entries are about. */
	JournalChoices choices() throws SQLException {
		TreeMap<String, String> clusters = new TreeMap<>();
		TreeSet<String> types = new TreeSet<>();
		TreeSet<String> identities = new TreeSet<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
						.executeQuery("select distinct cluster, cluster_name, identity, type from journal")) {
			while (row.next()) {
				clusters.put(row.getString(1), row.getString(2));
				identities.add(row.getString(3));
				types.add(row.getString(4));
			}
		}
		return new JournalChoices(clusters, types, identities);
	}

	private Entry entry(ResultSet row) throws SQLException {
		return new Entry(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				new Entry.By(row.getString(4), row.getString(5), row.getLong(6)),
				new Entry.Place(row.getString(7), row.getString(8), row.getString(9)),
				new Entry.Subject(row.getString(10), row.getString(11), row.getString(12), row.getString(13)),
				Entry.Outcome.valueOf(row.getString(14)), row.getString(15), object(row, 16), object(row, 17),
				group(row));
	}

	private static Entry.Group group(ResultSet row) throws SQLException {
		String group = row.getString(18);
		return group == null
				? Entry.Group.alone(row.getString(1))
				: new Entry.Group(group, row.getInt(19), row.getString(20));
	}

	private Optional<JsonNode> object(ResultSet row, int column) throws SQLException {
		return Optional.ofNullable(row.getBytes(column)).map(json::object);
	}
}
