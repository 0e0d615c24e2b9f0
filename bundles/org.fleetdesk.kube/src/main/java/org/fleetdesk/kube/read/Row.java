package org.fleetdesk.kube.read;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One object of a list, as much of it as a list shows. Immutable and compact: strings that repeat are shared by the
 * decoder. Two rows are equal if they are the same object in the same version; without versions, as measurements are, if all
 * of them is the same.
 */
public final class Row {

	/** Stands for an object without creation time. */
	public static final long NO_TIME = Long.MIN_VALUE;

	/** In place of a cell: the time of creation, which the row knows without it. */
	public static final Object CREATION = new Object() {
		@Override
		public String toString() {
			return "creation";
		}
	};

	/** What is no number, each null if it is one. */
	private record Odd(@Nullable String uid, @Nullable String resourceVersion) {
	}

	private static final String[] NO_LABELS = {};

	/** The uid, where it is a UUID as everywhere; else {@code odd} has it. */
	private final long uidHigh;
	private final long uidLow;
	/** The resource version, where it is a number as everywhere; else {@code odd} has it. */
	private final long version;
	private final long createdMillis;
	private final String namespace;
	private final String name;
	private final @Nullable Odd odd;
	private final String owner;
	private final String[] labels;
	private final @Nullable Object[] cells;

	/**
	 * A row.
	 *
	 * @param uid the object's uid; where the server gives none, namespace/name
	 * @param createdMillis creation in milliseconds since 1970, or {@link #NO_TIME}
	 * @param owner the controlling owner as "ReplicaSet/web-7c9", or empty
	 * @param labels key, value, key, value …, by key; the row keeps the array, which other rows may share
	 * @param cells a String, Long, Double, Boolean, null or {@link #CREATION} for each column; the row keeps the array. In a
	 *            column of the type "date" or "deadline" a Long is milliseconds since 1970
	 */
	public Row(String uid, String namespace, String name, String resourceVersion, long createdMillis, String owner,
			String[] labels, @Nullable Object[] cells) {
		boolean usual = RowIds.usual(uid);
		this.version = RowIds.version(resourceVersion);
		this.uidHigh = usual ? RowIds.high(uid) : uid.hashCode();
		this.uidLow = usual ? RowIds.low(uid) : 0;
		this.odd = usual && version >= 0
				? null
				: new Odd(usual ? null : uid, version >= 0 ? null : resourceVersion);
		this.createdMillis = createdMillis;
		this.namespace = Objects.requireNonNull(namespace);
		this.name = Objects.requireNonNull(name);
		this.owner = Objects.requireNonNull(owner);
		this.labels = labels;
		this.cells = cells;
	}

	/**
	 * The same of an object whose uid is a UUID and whose version is a number, as they are everywhere.
	 *
	 * @param uidHigh the first eight bytes of the UUID
	 * @param uidLow the other eight
	 * @param version the resource version, not negative
	 */
	public Row(long uidHigh, long uidLow, String namespace, String name, long version, long createdMillis, String owner,
			String[] labels, @Nullable Object[] cells) {
		this.uidHigh = uidHigh;
		this.uidLow = uidLow;
		this.version = version;
		this.odd = null;
		this.createdMillis = createdMillis;
		this.namespace = Objects.requireNonNull(namespace);
		this.name = Objects.requireNonNull(name);
		this.owner = Objects.requireNonNull(owner);
		this.labels = labels;
		this.cells = cells;
	}

	/** A row without owner and labels. */
	public Row(String uid, String namespace, String name, String resourceVersion, long createdMillis,
			@Nullable Object[] cells) {
		this(uid, namespace, name, resourceVersion, createdMillis, "", NO_LABELS, cells);
	}

	/** The object's uid; made at every call, so whatever only compares rows takes {@link #sameObject}. */
	public String uid() {
		String text = odd == null ? null : odd.uid();
		return text == null ? RowIds.uid(uidHigh, uidLow) : text;
	}

	/** Whether it is the same object as another row's, in whatever version. */
	public boolean sameObject(Row other) {
		return uidHigh == other.uidHigh && uidLow == other.uidLow
				&& Objects.equals(odd == null ? null : odd.uid(), other.odd == null ? null : other.odd.uid());
	}

	/** A hash of the uid, the same for all rows that are the same object. */
	public int objectHash() {
		long mixed = (uidHigh ^ uidLow) * 0x9E3779B97F4A7C15L;
		return (int) (mixed >>> 32);
	}

	/** Its namespace, or empty. */
	public String namespace() {
		return namespace;
	}

	/** Its name. */
	public String name() {
		return name;
	}

	/** Its resource version; made at every call as a rule. */
	public String resourceVersion() {
		String text = odd == null ? null : odd.resourceVersion();
		return text == null ? Long.toString(version) : text;
	}

	/** When it was created. */
	public Optional<Instant> created() {
		return createdMillis == NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochMilli(createdMillis));
	}

	/** When it was created, in milliseconds since 1970, or {@link #NO_TIME}: for sorting without garbage. */
	public long createdMillis() {
		return createdMillis;
	}

	/** Its controlling owner as "ReplicaSet/web-7c9", or empty. */
	public String owner() {
		return owner;
	}

	/** How many labels it has. */
	public int labels() {
		return labels.length / 2;
	}

	/** The key of a label, in the order of the keys. */
	public String labelKey(int index) {
		return labels[2 * index];
	}

	/** The value of a label. */
	public String labelValue(int index) {
		return labels[2 * index + 1];
	}

	/** The value of the label of a key; null if it has none. */
	public @Nullable String label(String key) {
		for (int i = 0; i < labels.length; i += 2) {
			if (labels[i].equals(key)) {
				return labels[i + 1];
			}
		}
		return null;
	}

	/** How many cells it has. */
	public int cells() {
		return cells.length;
	}

	/** The cell of a column: a String, Long, Double, Boolean, or null where the server gave nothing. */
	public @Nullable Object cell(int column) {
		Object cell = column < cells.length ? cells[column] : null;
		return cell != CREATION ? cell : createdMillis == NO_TIME ? null : (Object) createdMillis;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Row o && version == o.version && sameObject(o) && Objects.equals(odd, o.odd)
				&& (versioned() || createdMillis == o.createdMillis && Arrays.equals(cells, o.cells));
	}

	private boolean versioned() {
		return version >= 0 || odd == null || !"".equals(odd.resourceVersion());
	}

	@Override
	public int hashCode() {
		return 31 * objectHash() + Long.hashCode(version);
	}

	@Override
	public String toString() {
		return namespace.isEmpty() ? name : namespace + "/" + name;
	}
}
