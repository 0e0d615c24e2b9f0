package org.fleetdesk.core.cache;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/**
 * Keeps one list in the tables, a block for each bucket of the rows' uids. Holds a sum of each block, so that only blocks
 * in which something changed are written again. What there is to write is planned from the list as it is, then written in
 * as many turns as its owner likes; between turns what is kept is partly newer, never wrong. For one thread.
 */
final class ListWriter {
	private static final int ROWS = 256; // of a block, about
	private static final int MOST_BUCKETS = 1 << 16;
	private static final long NONE = -1;

	private final ListKey key;
	private final boolean secret;
	private long number = NONE;
	private boolean whole;
	private List<Column> columns = List.of();
	private long[] sums = {};
	private int[] sizes = {};

	/** What is still to write. */
	private record Plan(List<List<Row>> blocks, int[] buckets, long[] sums, Instant known, int rows) {
	}

	private Plan plan = new Plan(List.of(), new int[0], sums, Instant.EPOCH, 0);
	private int next;
	private boolean planned;

	ListWriter(ListKey key) {
		this.key = key;
		this.secret = CacheSecrets.hides(key.scope().type());
	}

	/** Goes on from what is kept. */
	void adopt(CacheTables.Stored stored, List<CacheTables.Block> blocks, List<Row> rows) {
		number = stored.list().number();
		whole = true;
		columns = stored.list().columns();
		sizes = new int[stored.buckets()];
		blocks.forEach(block -> sizes[block.bucket()] = block.bytes().length);
		sums = sums(rows, stored.buckets());
	}

	/** Forgets what is kept, which is gone: everything is written anew. */
	void reset() {
		number = NONE;
		planned = false;
	}

	/** Its number, once something is kept; else -1. */
	long number() {
		return whole ? number : NONE;
	}

	/** Whether a plan is not carried out yet. */
	boolean busy() {
		return planned;
	}

	/** Plans to keep rows, in the place of those before. */
	void plan(CacheTables tables, List<Column> fresh, List<Row> rows, Instant known) throws SQLException {
		int wanted = buckets(rows.size());
		if (number == NONE || !columns.equals(fresh) || sums.length > 8 * wanted || wanted > 4 * sums.length) {
			if (number != NONE && !whole) {
				tables.drop(number);
			}
			number = tables.begin(key, fresh, wanted);
			whole = false;
			columns = fresh;
			sums = new long[wanted];
			sizes = new int[wanted];
		}
		long[] now = sums(rows, sums.length);
		List<List<Row>> byBucket = new ArrayList<>();
		int[] changed = new int[sums.length];
		int[] place = new int[sums.length];
		int count = 0;
		for (int bucket = 0; bucket < now.length; bucket++) {
			place[bucket] = now[bucket] == sums[bucket] ? -1 : count;
			if (place[bucket] >= 0) {
				changed[count++] = bucket;
				byBucket.add(new ArrayList<>());
			}
		}
		if (count > 0) {
			for (Row row : rows) {
				int at = place[bucket(row, now.length)];
				if (at >= 0) {
					byBucket.get(at).add(row);
				}
			}
		}
		plan = new Plan(byBucket, Arrays.copyOf(changed, count), now, known, rows.size());
		next = 0;
		planned = true;
	}

	/** Writes so many blocks at most; says how many. The list is whole when it is not busy any more. */
	int write(CacheTables tables, int most) throws SQLException {
		int done = 0;
		while (done < most && next < plan.buckets().length) {
			int bucket = plan.buckets()[next];
			List<Row> rows = plan.blocks().get(next);
			byte[] bytes = rows.isEmpty()
					? new byte[0]
					: RowBlock.pack(secret ? CacheSecrets.bare(columns, rows) : rows);
			byte[] kept = bytes.length <= CacheTables.MOST ? bytes : new byte[0];
			tables.block(number, bucket, kept);
			sizes[bucket] = kept.length;
			sums[bucket] = plan.sums()[bucket];
			next++;
			done++;
		}
		if (next == plan.buckets().length) {
			tables.whole(number, key, plan.known(), plan.rows(), Arrays.stream(sizes).asLongStream().sum());
			whole = true;
			planned = false;
			plan = new Plan(List.of(), new int[0], sums, plan.known(), plan.rows());
			next = 0;
		}
		return done;
	}

	private static int buckets(int rows) {
		int buckets = Integer.highestOneBit(Math.max(1, rows / ROWS));
		return Math.min(MOST_BUCKETS, rows / ROWS > buckets ? 2 * buckets : buckets);
	}

	private static int bucket(Row row, int buckets) {
		return (int) (mixed(row.objectHash()) >>> 32) & buckets - 1;
	}

	/** Of each bucket a sum that differs, as good as surely, when a row of it does. */
	private static long[] sums(List<Row> rows, int buckets) {
		long[] sums = new long[buckets];
		for (Row row : rows) {
			int shown = row.resourceVersion().hashCode(); // with the cells: another program may have read them otherwise
			for (int i = 0; i < row.cells(); i++) {
				shown = 31 * shown + Objects.hashCode(row.cell(i));
			}
			sums[bucket(row, buckets)] += mixed((long) row.objectHash() << 32 ^ shown & 0xFFFFFFFFL);
		}
		return sums;
	}

	private static long mixed(long bits) {
		long mixed = (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
		return mixed ^ mixed >>> 32;
	}
}
