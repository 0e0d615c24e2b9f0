package org.fleetdesk.core.cache;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.FleetMemory;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListMemory;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.Row;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was last known of the fleet, in the file {@code cache} of the data folder: rows of lists, opened objects, and what
 * clusters serve. Never the data of Secrets. One program has it at a time; what cannot be kept or read is as if it had
 * never been, and the reason is told once. Safe for any thread; what blocks says so. The assembly owns and closes it, after
 * the fleet.
 */
public final class Cache implements FleetMemory, AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(Cache.class);
	private static final Duration LOOK = Duration.ofMinutes(1);
	private static final String SETTINGS = "cache.json";
	private static final long WORTH_CLEANING = 16L << 20;
	private static final int BLOCKS = 16; // read at once
	/** How many megabytes it has where nobody says otherwise. */
	public static final int MEGABYTES = 512;

	private final SettingsFolder settings;
	private final Background background;
	private final CacheDatabase database;
	private final CacheWriter writer;
	private final Map<LiveStore, Registration> listening = new ConcurrentHashMap<>();
	private final ListMemory lists = new Lists();
	private volatile @Nullable ScheduledFuture<?> looks;

	/** The settings file. */
	record Saved(int megabytes) {
	}

	/**
	 * How much there is of it.
	 *
	 * @param bytes what is remembered
	 * @param file the file's length, what is free in it included
	 */
	public record Usage(long bytes, long file) {
	}

	/**
	 * The cache of a folder, not opened yet.
	 *
	 * @param settings where its size is said
	 * @param trouble told once of each reason why it cannot be used, on a thread of its own
	 */
	public Cache(DataFolder folder, SettingsFolder settings, Background background, Consumer<Finding> trouble) {
		this(folder, settings, background, trouble, WORTH_CLEANING);
	}

	Cache(DataFolder folder, SettingsFolder settings, Background background, Consumer<Finding> trouble,
			long worthCleaning) {
		this.settings = Objects.requireNonNull(settings);
		this.background = Objects.requireNonNull(background);
		this.database = new CacheDatabase(folder, background.threads(), trouble, worthCleaning, this::opened);
		this.writer = new CacheWriter(database, background);
	}

	private void opened() {
		writer.reset();
	}

	/** Begins to open it; returns at once. What is asked from now on waits until it is open. */
	public void start() {
		database.open();
		background.threads().newThread(() -> writer.limit((long) megabytes() << 20)).start();
		looks = background.scheduler().scheduleWithFixedDelay(
				() -> background.threads().newThread(writer::look).start(), LOOK.toMillis(), LOOK.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public ListMemory lists() {
		return lists;
	}

	/** Remembers lists on the threads of their sessions. */
	private final class Lists implements ListMemory {
		@Override
		public void begun(LiveStore store) {
			ListKey key = ListKey.of(store);
			if (!key.kept()) {
				return;
			}
			writer.replace(key);
			Followed list = new Followed(store, background.clock().instant());
			Optional<Read> read = read(key);
			if (read.isPresent()) {
				Read known = read.get();
				list.writer().adopt(known.stored(), known.blocks(), known.rows());
				store.seed(known.stored().list().columns(), known.rows(), known.stored().list().known());
			}
			writer.follow(key, list);
			listening.put(store, store.listen(() -> writer.changed(list)));
		}

		@Override
		public void ended(LiveStore store) {
			Registration registration = listening.remove(store);
			if (registration != null) {
				registration.close();
				writer.ended(store);
			}
		}
	}

	/** A list as it was read. */
	private record Read(CacheTables.Stored stored, List<CacheTables.Block> blocks, List<Row> rows) {
	}

	private Optional<Read> read(ListKey key) {
		Optional<CacheTables.Stored> stored = database.work(Optional.empty(), tables -> tables.list(key));
		if (stored.isEmpty()) {
			return Optional.empty();
		}
		List<CacheTables.Block> blocks = new ArrayList<>();
		List<Row> rows = new ArrayList<>(stored.get().list().rows());
		boolean whole = rows(stored.get().list(),
				block -> blocks.add(new CacheTables.Block(block.bucket(), block.bytes())),
				rows::add);
		return whole ? Optional.of(new Read(stored.get(), blocks, rows)) : Optional.empty();
	}

	/** The lists that are remembered. Blocks for the disk. */
	public List<CachedList> remembered() {
		return database.work(List.of(), CacheTables::lists);
	}

	/**
	 * Gives the rows of a list as they are read, a block at a time. Blocks for the disk; not for the UI thread.
	 *
	 * @param sink takes them on the caller's thread
	 * @return whether these were all; if not, the list is not remembered any more, or only in part
	 */
	public boolean rows(CachedList list, Consumer<Row> sink) {
		return rows(list, block -> {
			// its rows are enough
		}, sink);
	}

	private boolean rows(CachedList list, Consumer<CacheTables.Block> each, Consumer<Row> sink) {
		RowBlock.Strings shared = new RowBlock.Strings();
		int from = 0;
		while (true) {
			int first = from;
			List<CacheTables.Block> blocks = database.work(List.of(),
					tables -> tables.blocks(list.number(), first, BLOCKS));
			if (blocks.isEmpty()) {
				return from > 0 || list.rows() == 0;
			}
			for (CacheTables.Block block : blocks) {
				try {
					RowBlock.unpack(block.bytes(), shared, sink);
				} catch (IOException e) {
					LOG.warn("A block of {} is damaged.", list, e);
					database.work(0, tables -> {
						throw CacheTables.damaged(e);
					});
					return false;
				}
				each.accept(block);
				from = block.bucket() + 1;
			}
		}
	}

	/** Remembers an object as of now, unless it is a Secret; returns at once. */
	public void keep(Cluster cluster, ObjectKey key, JsonNode object) {
		if (!CacheSecrets.hides(key.type()) && !SecretData.secret(object)) {
			writer.keep(ObjectName.of(cluster, KindKey.of(key.type()), key.namespace(), key.name()),
					new CachedObject(object, background.clock().instant()));
		}
	}

	/** Forgets an object that is no more; returns at once. Those that a live list has no more go by themselves. */
	public void forget(Cluster cluster, KindKey kind, String namespace, String name) {
		writer.forget(ObjectName.of(cluster, kind, namespace, name));
	}

	/** An object as it was last read whole. Blocks for the disk. */
	public Optional<CachedObject> object(Cluster cluster, KindKey kind, String namespace, String name) {
		ObjectName asked = ObjectName.of(cluster, kind, namespace, name);
		return writer.waiting(asked)
				.orElseGet(() -> database.work(Optional.empty(), tables -> tables.object(asked)));
	}

	@Override
	public Optional<ClusterState> known(Cluster cluster) {
		return database.work(Optional.empty(), tables -> tables.cluster(cluster.id(), ListKey.server(cluster)));
	}

	@Override
	public void know(Cluster cluster) {
		writer.know(cluster);
	}

	@Override
	public void registered(Set<String> clusters) {
		writer.registered(clusters);
	}

	@Override
	public void forget(Set<String> clusters) {
		background.threads().newThread(() -> writer.forget(clusters)).start();
	}

	/** How many megabytes it may have. Blocks for the settings file. */
	public int megabytes() {
		return settings.read(SETTINGS, Saved.class).map(Saved::megabytes).filter(m -> m > 0).orElse(MEGABYTES);
	}

	/**
	 * Sets how many megabytes it may have; what is too much goes now. Blocks for the disk.
	 *
	 * @throws java.io.UncheckedIOException if that cannot be kept
	 */
	public void megabytes(int most) {
		settings.write(SETTINGS, new Saved(most));
		writer.limit((long) most << 20);
		writer.look();
	}

	/** How much is used; empty if it cannot be used. Blocks for the disk. */
	public Optional<Usage> usage() {
		return database.work(Optional.empty(), tables -> Optional.of(new Usage(tables.size(), database.length())));
	}

	/** Forgets everything. What is live is remembered anew. Blocks for the disk. */
	public void clear() {
		database.clear();
	}

	/** Writes what is not written yet, for some seconds at most, and closes the file. */
	@Override
	public void close() {
		ScheduledFuture<?> scheduled = looks;
		if (scheduled != null) {
			scheduled.cancel(false);
		}
		writer.finish();
		database.close();
	}
}
