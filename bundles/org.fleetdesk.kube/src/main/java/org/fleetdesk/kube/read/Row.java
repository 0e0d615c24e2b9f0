package org.fleetdesk.kube.read;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One object of a list, as much of it as a list shows. Immutable and compact: strings that repeat are shared by the
 * decoder. Two rows are equal if they are the same object in the same version.
 */
public final class Row {

	/** Stands for an object without creation time. */
	public static final long NO_TIME = Long.MIN_VALUE;

	private static final String[] NO_LABELS = {};

	private final String uid;
	private final String namespace;
	private final String name;
	private final String resourceVersion;
	private final long createdMillis;
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
	 * @param cells a String, Long, Double, Boolean or null for each column; the row keeps the array. In a column of the type
	 *            "date" a Long is milliseconds since 1970
	 */
	public Row(String uid, String namespace, String name, String resourceVersion, long createdMillis, String owner,
			String[] labels, @Nullable Object[] cells) {
		this.uid = Objects.requireNonNull(uid);
		this.namespace = Objects.requireNonNull(namespace);
		this.name = Objects.requireNonNull(name);
		this.resourceVersion = Objects.requireNonNull(resourceVersion);
		this.createdMillis = createdMillis;
		this.owner = Objects.requireNonNull(owner);
		this.labels = labels;
		this.cells = cells;
	}

	/** A row without owner and labels. */
	public Row(String uid, String namespace, String name, String resourceVersion, long createdMillis,
			@Nullable Object[] cells) {
		this(uid, namespace, name, resourceVersion, createdMillis, "", NO_LABELS, cells);
	}

	/** The object's uid. */
	public String uid() {
		return uid;
	}

	/** Its namespace, or empty. */
	public String namespace() {
		return namespace;
	}

	/** Its name. */
	public String name() {
		return name;
	}

	/** Its resource version. */
	public String resourceVersion() {
		return resourceVersion;
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
		return column < cells.length ? cells[column] : null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Row o && uid.equals(o.uid) && resourceVersion.equals(o.resourceVersion);
	}

	@Override
	public int hashCode() {
		return Objects.hash(uid, resourceVersion);
	}

	@Override
	public String toString() {
		return namespace.isEmpty() ? name : namespace + "/" + name;
	}
}
