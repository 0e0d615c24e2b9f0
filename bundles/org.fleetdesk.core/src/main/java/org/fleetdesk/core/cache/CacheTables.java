package org.fleetdesk.core.cache;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.cache.CacheJson.ClusterHead;
import org.fleetdesk.core.cache.CacheJson.ListHead;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.internal.h2.DatabaseFile;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.read.Column;

import org.h2.api.ErrorCode;

/**
 * The tables of the cache in an open database. A list is written under a number of its own; its blocks stand at that
 * number and theirs, and what is not whole yet is nothing. For one thread.
 */
final class CacheTables {
	/** More bytes than this are kept in no cell. */
	static final int MOST = 1_000_000;
	private static final List<String> TABLES = List.of(
			"create table cluster (cluster varchar primary key, server varchar not null, known bigint not null,"
					+ " content varbinary(1048576) not null)",
			"create table list (number bigint generated always as identity primary key, cluster varchar not null,"
					+ " server varchar not null, scope varchar not null, known bigint not null, rows int not null,"
					+ " buckets int not null, size bigint not null, whole boolean not null,"
					+ " content varbinary(1048576) not null)",
			"create index list_scope on list (cluster, scope)",
			"create table block (number bigint primary key, content varbinary(1048576) not null)",
			"create table object (number bigint generated always as identity primary key, cluster varchar not null,"
					+ " server varchar not null, object varchar not null, known bigint not null, size bigint not null)",
			"create index object_name on object (object, cluster)",
			"create table text (number bigint primary key, content varbinary(1048576) not null)");
	private static final int BUCKETS = 1 << 20; // that a list has at most

	/** A list as it is kept. */
	record Stored(CachedList list, int buckets) {
	}

	private final Connection connection;

	CacheTables(Connection connection) throws SQLException {
		this.connection = connection;
		for (long unfinished : numbers("select number from list where not whole")) {
			drop(unfinished);
		}
		connection.commit();
	}

	/** The database file {@code cache}: what was kept in its last moment may be lost. */
	static DatabaseFile file(DataFolder folder) {
		return new DatabaseFile(folder, "cache", "CACHE_SIZE=4096", TABLES);
	}

	void commit() throws SQLException {
		connection.commit();
	}

	private int update(String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			set(statement, values);
			return statement.executeUpdate();
		}
	}

	private long number(String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			return result.next() ? result.getLong(1) : 0;
		}
	}

	/** How many bytes of lists and objects there are. */
	long size() throws SQLException {
		return number("select coalesce(sum(size), 0) from list") + number("select coalesce(sum(size), 0) from object");
	}

	/** Begins a list that is nothing until {@link #whole}; gives its number. */
	long begin(ListKey key, List<Column> columns, int buckets) throws SQLException {
		ListHead head = new ListHead(key.scope().type(), key.scope().namespace(), key.scope().labels(), columns);
		return insert("insert into list (cluster, server, scope, known, rows, buckets, size, whole, content)"
				+ " values (?, ?, ?, 0, 0, ?, 0, false, ?)", key.cluster(), key.server(), key.word(), buckets,
				CacheJson.pack(head));
	}

	private long insert(String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
			set(statement, values);
			statement.executeUpdate();
			try (ResultSet keys = statement.getGeneratedKeys()) {
				keys.next();
				return keys.getLong(1);
			}
		}
	}

	private static void set(PreparedStatement statement, Object... values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
	}

	/** Keeps a block of a list; one without bytes goes. */
	void block(long list, int bucket, byte[] bytes) throws SQLException {
		long number = list * BUCKETS + bucket;
		if (bytes.length == 0) {
			update("delete from block where number = ?", number);
		} else {
			update("merge into block key (number) values (?, ?)", number, bytes);
		}
	}

	/** A list is whole, as of this time, and the only one of its key. */
	void whole(long list, ListKey key, Instant known, int rows, long size) throws SQLException {
		update("update list set whole = true, known = ?, rows = ?, size = ? where number = ?", known.toEpochMilli(),
				rows,
				size, list);
		for (long other : numbers("select number from list where cluster = ? and scope = ? and number <> ?",
				key.cluster(), key.word(), list)) {
			drop(other);
		}
	}

	/** A list is still so. */
	void known(long list, Instant known) throws SQLException {
		update("update list set known = ? where number = ?", known.toEpochMilli(), list);
	}

	private List<Long> numbers(String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			set(statement, values);
			try (ResultSet result = statement.executeQuery()) {
				List<Long> numbers = new ArrayList<>();
				while (result.next()) {
					numbers.add(result.getLong(1));
				}
				return numbers;
			}
		}
	}

	/** Drops a list. */
	void drop(long list) throws SQLException {
		update("delete from block where number >= ? and number < ?", list * BUCKETS, (list + 1) * BUCKETS);
		update("delete from list where number = ?", list);
	}

	/** The list of a key. */
	Optional<Stored> list(ListKey key) throws SQLException {
		return lists("where whole and cluster = ? and server = ? and scope = ?", key.cluster(), key.server(),
				key.word())
				.stream().findFirst();
	}

	/** All lists. */
	List<CachedList> lists() throws SQLException {
		return lists("where whole order by number").stream().map(Stored::list).toList();
	}

	private List<Stored> lists(String where, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"select number, cluster, server, known, rows, buckets, content from list " + where)) {
			set(statement, values);
			try (ResultSet row = statement.executeQuery()) {
				List<Stored> lists = new ArrayList<>();
				while (row.next()) {
					ListHead head = CacheJson.unpack(row.getBytes(7), ListHead.class);
					lists.add(new Stored(new CachedList(row.getLong(1), row.getString(2), row.getString(3),
							head.type(), head.namespace(), head.labels(), head.columns(),
							Instant.ofEpochMilli(row.getLong(4)), row.getInt(5)), row.getInt(6)));
				}
				return lists;
			} catch (IOException e) {
				throw damaged(e);
			}
		}
	}

	/** What was written once cannot be read. */
	static SQLException damaged(IOException e) {
		return new SQLException(e.getMessage(), "", ErrorCode.FILE_CORRUPTED_1, e);
	}

	/** A block with its place in its list. */
	record Block(int bucket, byte[] bytes) {
	}

	/** Blocks of a list, from a bucket on, so many at most; none at its end. */
	List<Block> blocks(long list, int from, int most) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"select number, content from block where number >= ? and number < ? order by number limit ?")) {
			set(statement, list * BUCKETS + from, (list + 1) * BUCKETS, most);
			try (ResultSet row = statement.executeQuery()) {
				List<Block> blocks = new ArrayList<>();
				while (row.next()) {
					blocks.add(new Block((int) (row.getLong(1) % BUCKETS), row.getBytes(2)));
				}
				return blocks;
			}
		}
	}

	/** Keeps an object. */
	void object(ObjectName name, byte[] bytes, Instant known) throws SQLException {
		dropObjects("object = ? and cluster = ?", name.word(), name.cluster());
		if (bytes.length <= MOST) {
			long number = insert("insert into object (cluster, server, object, known, size) values (?, ?, ?, ?, ?)",
					name.cluster(), name.server(), name.word(), known.toEpochMilli(), (long) bytes.length);
			update("insert into text values (?, ?)", number, bytes);
		}
	}

	/** Forgets an object. */
	void forget(ObjectName name) throws SQLException {
		dropObjects("object = ? and cluster = ?", name.word(), name.cluster());
	}

	/** The objects that are kept of those that a list is of, whatever its selector. */
	List<ObjectName> objects(ListKey key) throws SQLException {
		String first = ObjectName.beginning(KindKey.of(key.scope().type()), key.scope().namespace());
		try (PreparedStatement statement = connection.prepareStatement(
				"select object from object where cluster = ? and server = ? and object >= ? and object < ?")) {
			set(statement, key.cluster(), key.server(), first, first + Character.MAX_VALUE);
			try (ResultSet row = statement.executeQuery()) {
				List<ObjectName> names = new ArrayList<>();
				while (row.next()) {
					names.add(ObjectName.of(key.cluster(), key.server(), row.getString(1)));
				}
				return names;
			}
		}
	}

	private void dropObjects(String where, Object... values) throws SQLException {
		update("delete from text where number in (select number from object where " + where + ")", values);
		update("delete from object where " + where, values);
	}

	/** An object. */
	Optional<CachedObject> object(ObjectName name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"select content, known from object join text using (number) where object = ? and cluster = ? and server = ?")) {
			set(statement, name.word(), name.cluster(), name.server());
			try (ResultSet row = statement.executeQuery()) {
				return row.next()
						? Optional.of(new CachedObject(CacheJson.object(row.getBytes(1)),
								Instant.ofEpochMilli(row.getLong(2))))
						: Optional.empty();
			} catch (IOException e) {
				throw damaged(e);
			}
		}
	}

	/** Keeps what is known of a cluster; what was known of it at another server goes. */
	void cluster(String cluster, String server, byte[] content, Instant known) throws SQLException {
		if (content.length <= MOST) {
			update("merge into cluster key (cluster) values (?, ?, ?, ?)", cluster, server, known.toEpochMilli(),
					content);
		}
		for (long list : numbers("select number from list where cluster = ? and server <> ?", cluster, server)) {
			drop(list);
		}
		dropObjects("cluster = ? and server <> ?", cluster, server);
	}

	/** What is known of a cluster. */
	Optional<ClusterState> cluster(String cluster, String server) throws SQLException {
		try (PreparedStatement statement = connection
				.prepareStatement("select content, known from cluster where cluster = ? and server = ?")) {
			set(statement, cluster, server);
			try (ResultSet row = statement.executeQuery()) {
				return row.next()
						? Optional.of(CacheJson.unpack(row.getBytes(1), ClusterHead.class)
								.state(Instant.ofEpochMilli(row.getLong(2))))
						: Optional.empty();
			} catch (IOException e) {
				throw damaged(e);
			}
		}
	}

	/** The clusters of which nothing was heard since. */
	List<String> silent(Instant since) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select cluster from (select cluster, known from"
				+ " cluster union all select cluster, known from list union all select cluster, known from object)"
				+ " group by cluster having max(known) < ?")) {
			set(statement, since.toEpochMilli());
			try (ResultSet row = statement.executeQuery()) {
				List<String> clusters = new ArrayList<>();
				while (row.next()) {
					clusters.add(row.getString(1));
				}
				return clusters;
			}
		}
	}

	/** Forgets a cluster. */
	void forget(String cluster) throws SQLException {
		for (long list : numbers("select number from list where cluster = ?", cluster)) {
			drop(list);
		}
		dropObjects("cluster = ?", cluster);
		update("delete from cluster where cluster = ?", cluster);
	}

	/** Drops what is oldest until so many bytes are left; gives the numbers of the lists that went. */
	List<Long> shrink(long most) throws SQLException {
		List<Long> dropped = new ArrayList<>();
		for (long size = size(); size > most; size = size()) {
			long object = number("select coalesce(min(known), " + Long.MAX_VALUE + ") from object");
			List<Long> oldest = numbers("select number from list where whole and known < ? order by known limit 1",
					object);
			if (!oldest.isEmpty()) {
				drop(oldest.getFirst());
				dropped.addAll(oldest);
			} else if (object < Long.MAX_VALUE) {
				dropObjects("number in (select number from object order by known limit (select count(*) / 10 + 1"
						+ " from object))");
			} else {
				break; // what is being written
			}
		}
		return dropped;
	}
}
