package org.fleetdesk.core.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list: a row, the store it stands in, and when it last changed. Immutable. Equal lines are the same object
 * of the same registered cluster in the same version, of which the same is said.
 */
public final class Line {
	private final LiveStore store;
	private final Row row;
	private final long changedMillis;
	private final Layout layout;
	private final @Nullable Health health;
	private final @Nullable Object @Nullable [] beside;

	Line(LiveStore store, Row row, long changedMillis, Layout layout) {
		this(store, row, changedMillis, layout, null, null);
	}

	/**
	 * A line.
	 *
	 * @param beside the cells that its layout has beside the row; the line keeps the array
	 */
	Line(LiveStore store, Row row, long changedMillis, Layout layout, @Nullable Health health,
			@Nullable Object @Nullable [] beside) {
		this.beside = beside;
		this.store = store;
		this.row = row;
		this.changedMillis = changedMillis;
		this.layout = layout;
		this.health = health;
	}

	/** The store that holds it. */
	public LiveStore store() {
		return store;
	}

	/** The object. */
	public Row row() {
		return row;
	}

	/** When a watch or a later list last changed it, in milliseconds since 1970; 0 if it came with the first list. */
	public long changedMillis() {
		return changedMillis;
	}

	/** How the object does, as far as that can be told by its row. */
	public Optional<Health> health() {
		return Optional.ofNullable(health);
	}

	/** Where its cells stand. */
	Layout layout() {
		return layout;
	}

	/** The same with other cells beside the row; itself if they are the same. */
	Line with(@Nullable Object @Nullable [] others) {
		return Arrays.equals(beside, others) ? this : new Line(store, row, changedMillis, layout, health, others);
	}

	/** The cell of one of its layout's columns, wherever it stands. */
	@Nullable
	Object cell(int column) {
		int place = layout.beside(column);
		return place < 0 ? row.cell(column) : beside == null ? null : beside[place];
	}

	/** The columns that its row's cells stand in; the same list for lines that came in the same columns. */
	public List<Column> columns() {
		return layout.columns();
	}

	/** The cluster it is in. */
	public Cluster cluster() {
		return store.cluster();
	}

	/** The object's name for requests. */
	public ObjectKey key() {
		return new ObjectKey(store.scope().type(), row.namespace(), row.name());
	}

	/** Whether it shows the same object as another, in whatever version. */
	public boolean sameObject(Line other) {
		return row.sameObject(other.row) && cluster().id().equals(other.cluster().id());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Line o && row.equals(o.row) && cluster().id().equals(o.cluster().id())
				&& health == o.health && Arrays.equals(beside, o.beside);
	}

	@Override
	public int hashCode() {
		return row.hashCode();
	}

	@Override
	public String toString() {
		return cluster() + " " + row;
	}
}
