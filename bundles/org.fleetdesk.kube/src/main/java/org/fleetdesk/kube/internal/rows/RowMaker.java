package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.Arrays;
import java.util.List;

import org.fleetdesk.kube.internal.json.StatusReceived;
import org.fleetdesk.kube.internal.rows.Slot.Type;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.jspecify.annotations.Nullable;

/**
 * A compiled plan: the tree of places along which a decoder goes through an object, and what makes a row of what it took
 * there. For one thread and one stream; compiling takes some microseconds.
 */
public final class RowMaker {

	private final StringPool pool;
	private final List<Column> columns;
	private final Inputs inputs;
	private final Node root;
	private final Slot[] slots;
	private final Reducer[] cells;
	private final Slot name;
	private final Slot namespace;
	private final Slot uid;
	private final Slot version;
	private final Slot created;
	private final Slot labelKeys;
	private final Slot labelValues;
	private final Slot ownerKind;
	private final Slot ownerName;
	private final @Nullable Slot initialEventsEnd;
	private final @Nullable Slot code;
	private final @Nullable Slot reason;
	private final @Nullable Slot message;
	private String[] labels = new String[32];
	private String lastKind = "";
	private String lastName = "";
	private String lastOwner = "";

	/**
	 * Compiles a plan.
	 *
	 * @param events whether what a watch sends besides objects is told too: Status and the end of the initial events
	 */
	public RowMaker(RowPlan plan, StringPool pool, boolean events) {
		this.pool = pool;
		this.columns = plan.columns();
		Inputs in = new Inputs(pool);
		name = in.slot("metadata.name", Type.OWN_TEXT);
		namespace = in.text("metadata.namespace");
		uid = in.slot("metadata.uid", Type.OWN_TEXT);
		version = in.slot("metadata.resourceVersion", Type.OWN_TEXT);
		created = in.time("metadata.creationTimestamp");
		labelKeys = in.keys("metadata.labels.*");
		labelValues = in.text("metadata.labels.*");
		ownerKind = in.text("metadata.ownerReferences[controller=true].kind");
		ownerName = in.text("metadata.ownerReferences[controller=true].name");
		initialEventsEnd = events ? in.text("metadata.annotations['k8s.io/initial-events-end']") : null;
		code = events ? in.number("code") : null;
		reason = events ? in.text("reason") : null;
		message = events ? in.text("message") : null;
		cells = plan.cells().stream().map(cell -> reducer(cell, in)).toArray(Reducer[]::new);
		inputs = in;
		root = in.root();
		slots = in.slots();
	}

	/** Throws an IllegalArgumentException with a sentence about what cells ask for and cannot have. */
	public static void check(List<RowPlan.Cell> cells) {
		Inputs in = new Inputs(StringPool.ofOne()); // only checked
		cells.forEach(cell -> reducer(cell, in));
	}

	/** Throws an IllegalArgumentException with half a sentence, if a path is none. */
	public static void checkPath(String path) {
		Path.parse(path);
	}

	private static Reducer reducer(RowPlan.Cell cell, Inputs in) {
		try {
			return Words.reducer(cell, in);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(text("plan.bad", cell.column().name(), e.getMessage()), e);
		}
	}

	/** The columns of its rows. */
	public List<Column> columns() {
		return columns;
	}

	Node root() {
		return root;
	}

	/** Forgets the last object. */
	void clear() {
		inputs.next();
		for (Slot slot : slots) {
			slot.clear();
		}
	}

	/** The object that was taken, as a row. */
	Row row() {
		@Nullable
		Object[] made = new @Nullable Object[cells.length];
		for (int i = 0; i < made.length; i++) {
			made[i] = cells[i].cell();
		}
		String within = namespace.text();
		String own = name.text();
		String id = uid.text();
		if (id.isEmpty()) {
			id = within.isEmpty() ? own : within + "/" + own;
		}
		return new Row(id, within, own, version.text(), created.number(), owner(), labels(), made);
	}

	private String owner() {
		String ofKind = ownerKind.text();
		String called = ownerName.text();
		if (called.isEmpty()) {
			return "";
		}
		if (!ofKind.equals(lastKind) || !called.equals(lastName)) {
			lastKind = ofKind;
			lastName = called;
			lastOwner = pool.share(ofKind + "/" + called);
		}
		return lastOwner;
	}

	private String[] labels() {
		int count = 2 * labelKeys.count();
		if (count > labels.length) {
			labels = new String[2 * count];
		}
		for (int i = 0; i < count; i += 2) {
			labels[i] = labelKeys.text(i / 2);
			labels[i + 1] = labelValues.text(i / 2);
		}
		Labels.sort(labels, count);
		return pool.share(labels, count);
	}

	/** The version of the object that was taken. */
	String resourceVersion() {
		return version.text();
	}

	/** Whether the object is the bookmark after the initial events of a watch. */
	boolean initialEventsEnd() {
		return initialEventsEnd != null && initialEventsEnd.text().equals("true");
	}

	/** The object that was taken, as the Status that ends a watch. */
	StatusReceived status() {
		String said = said(message);
		return new StatusReceived(code == null ? 0 : (int) code.or0(0), said(reason),
				said.isEmpty() ? text("json.watch.ended") : said);
	}

	private static String said(@Nullable Slot slot) {
		return slot == null ? "" : slot.text();
	}

	@Override
	public String toString() {
		return Arrays.toString(columns.stream().map(Column::name).toArray());
	}
}
