package org.fleetdesk.demo.internal.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a demo cluster and its latest changes, in memory only. Safe for any thread; readers wait for nobody.
 * Objects read from it may not be changed.
 */
public final class Store {

	/** What changes an object: is given a copy it may change, or nothing, and returns what shall be stored, if anything. */
	@FunctionalInterface
	public interface Write {
		@Nullable
		ObjectNode apply(@Nullable ObjectNode before);
	}

	private static final int REMEMBERED = 1 << 14;

	private final Map<String, ConcurrentSkipListMap<String, Item>> resources = new ConcurrentHashMap<>();
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	/** Guarded by the lock; the change of revision r is at r modulo its length. */
	private final @Nullable Change[] changes = new Change[REMEMBERED];
	/** Written under the lock. */
	private volatile long revision = 1000;
	/** Guarded by the lock. */
	private long oldest = revision;

	public long revision() {
		return revision;
	}

	public Optional<ObjectNode> get(Key key) {
		return Optional.ofNullable(objects(key.resource()).get(key.path())).map(Item::object);
	}

	/** All of a resource, sorted by namespace and name; the key is their path. */
	public NavigableMap<String, Item> items(String resource, String namespace) {
		NavigableMap<String, Item> all = objects(resource);
		return namespace.isEmpty() ? all : all.subMap(namespace + "/", true, namespace + "0", false);
	}

	/** What of a resource is owned by an identity. */
	public List<ObjectNode> owned(String resource, String namespace, String uid) {
		List<ObjectNode> owned = new ArrayList<>();
		for (Item item : items(resource, namespace).values()) {
			if (item.ownedBy(uid)) {
				owned.add(item.object());
			}
		}
		return owned;
	}

	public List<String> resources() {
		return List.copyOf(resources.keySet());
	}

	/** Adds what is made only when looked at. Nobody is told. */
	public void generate(Key key, Item item) {
		objects(key.resource()).put(key.path(), item);
	}

	/**
	 * Changes, creates or deletes one object as one step, and gives what is stored then, or what was deleted, as the write
	 * left it; nothing if
	 * there was and is nothing. A write that changes nothing makes no revision. The write may not block.
	 */
	public @Nullable ObjectNode write(Key key, Write write) {
		lock.lock();
		try {
			ConcurrentSkipListMap<String, Item> objects = objects(key.resource());
			Item item = objects.get(key.path());
			ObjectNode before = item == null ? null : item.object();
			ObjectNode given = before == null ? null : before.deepCopy();
			ObjectNode after = write.apply(given);
			if (after == null ? before == null : after.equals(before)) {
				return before;
			}
			long next = revision + 1;
			ObjectNode told = after == null ? given : after;
			((ObjectNode) told.get("metadata")).put("resourceVersion", Long.toString(next));
			if (after == null) {
				objects.remove(key.path());
			} else {
				objects.put(key.path(), new Item.Stored(after));
			}
			changes[(int) (next % REMEMBERED)] = new Change(next, key, before, after, after == null ? told : null);
			revision = next;
			oldest = Math.max(oldest, next - REMEMBERED);
			changed.signalAll();
			return told;
		} finally {
			lock.unlock();
		}
	}

	/** The changes after a revision; waits for one if there is none yet, and gives none when the time is over. */
	public List<Change> after(long since, Duration wait) throws ExpiredException, InterruptedException {
		lock.lockInterruptibly();
		try {
			long left = wait.toNanos();
			while (since >= revision && left > 0) {
				left = changed.awaitNanos(left);
			}
			if (since < oldest) {
				throw new ExpiredException(oldest);
			}
			List<Change> found = new ArrayList<>();
			for (long next = since + 1; next <= revision; next++) {
				found.add(java.util.Objects.requireNonNull(changes[(int) (next % REMEMBERED)]));
			}
			return found;
		} finally {
			lock.unlock();
		}
	}

	/** Forgets all changes up to now, as a compaction of etcd does: watches from before are told so. */
	public void compact() {
		lock.lock();
		try {
			oldest = revision;
		} finally {
			lock.unlock();
		}
	}

	/** The oldest revision after which all changes are known. */
	public long oldest() {
		lock.lock();
		try {
			return oldest;
		} finally {
			lock.unlock();
		}
	}

	/** Waits until an object is as it should be; gives the newest form, whether or not it became so in time. */
	public Optional<ObjectNode> await(Key key, java.util.function.Predicate<JsonNode> wanted, Duration longest)
			throws InterruptedException {
		long end = System.nanoTime() + longest.toNanos();
		lock.lockInterruptibly();
		try {
			Optional<ObjectNode> found = get(key);
			long left = end - System.nanoTime();
			while (left > 0 && !(found.isPresent() && wanted.test(found.get()))) {
				changed.await(left, TimeUnit.NANOSECONDS);
				found = get(key);
				left = end - System.nanoTime();
			}
			return found;
		} finally {
			lock.unlock();
		}
	}

	private ConcurrentSkipListMap<String, Item> objects(String resource) {
		return resources.computeIfAbsent(resource, name -> new ConcurrentSkipListMap<>());
	}
}
