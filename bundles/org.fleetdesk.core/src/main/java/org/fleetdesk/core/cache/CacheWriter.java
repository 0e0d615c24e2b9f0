package org.fleetdesk.core.cache;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.live.LiveStore;

/**
 * Writes what changed some seconds after it did, in turns of so many blocks at most, so that a busy fleet leaves the disk
 * and the processor to others. Safe for any thread.
 */
final class CacheWriter {
	private static final int BLOCKS = 32; // in a turn
	private static final long GAP_MILLIS = 500; // between turns while there is more
	private static final long WAIT_MILLIS = 2_000;
	private static final int LOOK = 512; // blocks until the size is looked at
	private static final Duration LONGEST_END = Duration.ofSeconds(5);
	private static final Duration LONGEST_SILENCE = Duration.ofDays(7);

	/** What a turn leaves to do. */
	private enum Left {
		NOTHING, LATER, NOW, UNUSABLE
	}

	private final CacheDatabase database;
	private final Background background;
	private final Map<ListKey, Followed> followed = new ConcurrentHashMap<>();
	private final Map<ObjectName, Optional<CachedObject>> objects = new ConcurrentHashMap<>(); // empty: to be forgotten
	private final Map<String, Cluster> clusters = new ConcurrentHashMap<>();
	private final Map<String, byte[]> written = new ConcurrentHashMap<>(); // of clusters
	private final AtomicBoolean planned = new AtomicBoolean();
	private volatile Set<String> registered = Set.of();
	private volatile long limit = (long) Cache.MEGABYTES << 20;
	private int sinceLook; // of the database's thread

	CacheWriter(CacheDatabase database, Background background) {
		this.database = database;
		this.background = background;
	}

	private Instant now() {
		return background.clock().instant();
	}

	/** Takes a list to follow that takes the place of an earlier one of its key, which is written first. */
	void replace(ListKey key) {
		Followed old = followed.remove(key);
		if (old != null) {
			old.end();
			database.work(0, tables -> {
				int blocks = writeAll(tables, old);
				tables.commit();
				return blocks;
			});
		}
	}

	private int writeAll(CacheTables tables, Followed list) throws SQLException {
		int blocks = 0;
		while (list.due(now()).isPresent()) {
			blocks += list.write(tables, now(), BLOCKS);
		}
		return blocks;
	}

	/** Follows a list from now on. */
	void follow(ListKey key, Followed list) {
		followed.put(key, list);
	}

	/** Something changed in a list that is followed. */
	void changed(Followed list) {
		if (list.change()) {
			plan(WAIT_MILLIS);
		}
	}

	/** A store ended. */
	void ended(LiveStore store) {
		Followed list = followed.get(ListKey.of(store));
		if (list != null && list.follows(store)) {
			list.end();
			plan(WAIT_MILLIS);
		}
	}

	/** Keeps an object. */
	void keep(ObjectName name, CachedObject object) {
		objects.put(name, Optional.of(object));
		plan(WAIT_MILLIS);
	}

	/** Forgets an object. */
	void forget(ObjectName name) {
		objects.put(name, Optional.empty());
		plan(WAIT_MILLIS);
	}

	/** What waits to be written of an object: it, or that it is no more; empty if nothing waits. */
	Optional<Optional<CachedObject>> waiting(ObjectName name) {
		return Optional.ofNullable(objects.get(name));
	}

	/** Keeps what is known of a cluster. */
	void know(Cluster cluster) {
		clusters.put(cluster.id(), cluster);
		plan(WAIT_MILLIS);
	}

	/** Forgets clusters, what waits to be written included. */
	void forget(Set<String> ids) {
		objects.keySet().removeIf(name -> ids.contains(name.cluster()));
		clusters.keySet().removeAll(ids);
		written.keySet().removeAll(ids);
		followed.keySet().removeIf(key -> ids.contains(key.cluster()));
		database.work(0, tables -> {
			for (String id : ids) {
				tables.forget(id);
			}
			tables.commit();
			return ids.size();
		});
	}

	/** The database holds nothing that this one knows of. */
	void reset() {
		written.clear();
		followed.values().forEach(Followed::reset);
		plan(WAIT_MILLIS);
	}

	private void plan(long wait) {
		if (planned.compareAndSet(false, true)) {
			background.scheduler().schedule(() -> background.threads().newThread(this::turn).start(), wait,
					TimeUnit.MILLISECONDS);
		}
	}

	private void turn() {
		planned.set(false);
		switch (database.work(Left.UNUSABLE, tables -> write(tables, BLOCKS))) {
			case NOW -> plan(GAP_MILLIS);
			case LATER -> plan(WAIT_MILLIS);
			case UNUSABLE -> {
				followed.values().removeIf(Followed::hasEnded);
				objects.clear();
			}
			case NOTHING -> {
				// until something changes
			}
		}
	}

	private Left write(CacheTables tables, int most) throws SQLException {
		writeClusters(tables);
		writeObjects(tables);
		int blocks = 0;
		for (Followed list : followed.values()) {
			if (blocks < most && list.due(now()).filter(due -> !due.isAfter(now())).isPresent()) {
				blocks += list.write(tables, now(), most - blocks);
			}
		}
		tables.commit();
		followed.values().removeIf(Followed::over);
		sinceLook += blocks;
		if (sinceLook > LOOK) {
			shrink(tables);
		}
		List<Instant> due = followed.values().stream().flatMap(list -> list.due(now()).stream()).toList();
		return due.isEmpty()
				? Left.NOTHING
				: due.stream().anyMatch(when -> !when.isAfter(now())) ? Left.NOW : Left.LATER;
	}

	private void writeClusters(CacheTables tables) throws SQLException {
		for (Map.Entry<String, Cluster> each : clusters.entrySet()) {
			Cluster cluster = each.getValue();
			clusters.remove(each.getKey(), cluster);
			byte[] content = CacheJson.pack(CacheJson.ClusterHead.of(cluster.state()));
			byte[] before = written.get(cluster.id());
			if (!Arrays.equals(content, before)) {
				tables.cluster(cluster.id(), ListKey.server(cluster), content, now());
				written.put(cluster.id(), content);
			}
		}
	}

	private void writeObjects(CacheTables tables) throws SQLException {
		for (Map.Entry<ObjectName, Optional<CachedObject>> each : objects.entrySet()) {
			Optional<CachedObject> object = each.getValue();
			if (object.isPresent()) {
				tables.object(each.getKey(), CacheJson.pack(object.get().object()), object.get().known());
			} else {
				tables.forget(each.getKey());
			}
			tables.commit();
			objects.remove(each.getKey(), each.getValue());
		}
	}

	/** How many bytes are kept at most, from the next look on. */
	void limit(long bytes) {
		limit = bytes;
	}

	/** The clusters there are. */
	void registered(Set<String> ids) {
		registered = Set.copyOf(ids);
	}

	private void shrink(CacheTables tables) throws SQLException {
		sinceLook = 0;
		List<Long> dropped = tables.shrink(limit);
		followed.values().stream().filter(list -> dropped.contains(list.writer().number())).forEach(Followed::drop);
		tables.commit();
	}

	/** What is to do now and then: lists that do not change are still so, the oldest go, and clusters that are gone. */
	void look() {
		database.open();
		database.work(0, tables -> {
			for (Followed list : followed.values()) {
				list.still(tables, now());
			}
			Set<String> known = registered;
			if (!known.isEmpty()) {
				for (String cluster : tables.silent(now().minus(LONGEST_SILENCE))) {
					if (!known.contains(cluster)) {
						tables.forget(cluster);
					}
				}
			}
			shrink(tables);
			return 0;
		});
		database.tidy();
	}

	/** Writes what is left, for some seconds at most. */
	void finish() {
		Instant end = now().plus(LONGEST_END);
		followed.values().forEach(Followed::end);
		database.work(0, tables -> {
			while (write(tables, BLOCKS) != Left.NOTHING && now().isBefore(end)) {
				sinceLook = 0;
			}
			shrink(tables);
			return 0;
		});
	}
}
