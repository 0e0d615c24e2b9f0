package org.fleetdesk.kube.watch;

import java.io.Serial;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.watch.Freshness.State;

/** What a reflector knows of its list between two requests: columns, version, freshness. Passes rows on. For one thread. */
final class Follower implements RowSink {

	/** The watch that should begin with the list does not. */
	static final class NoInitialEvents extends RuntimeException {
		@Serial
		private static final long serialVersionUID = 1L;

		NoInitialEvents() {
			super("no initial events", null, false, false);
		}
	}

	/** The watch has other columns than the list, so the list must be read again. */
	static final class OtherColumns extends RuntimeException {
		@Serial
		private static final long serialVersionUID = 1L;

		OtherColumns() {
			super("other columns", null, false, false);
		}
	}

	/** The list has more rows than its sink keeps. */
	static final class TooLarge extends RuntimeException {
		@Serial
		private static final long serialVersionUID = 1L;

		TooLarge() {
			super("oversized", null, false, false);
		}
	}

	private final ListSink sink;
	private final InstantSource clock;
	private Optional<Freshness> said = Optional.empty();
	private List<Column> columns = List.of();
	private List<Column> columnsOfWatch = List.of();
	private boolean columnsNeeded;
	private boolean listing;
	private long listed; // rows of the list that began last
	private boolean initialEvents;
	private long progressMillis;
	private boolean loaded;
	private boolean accepted;
	private boolean sawSomething;
	private String version = "";
	private String base = "";

	Follower(ListSink sink, InstantSource clock) {
		this.sink = sink;
		this.clock = clock;
	}

	void relist() {
		listing = true;
		listed = 0;
		initialEvents = false;
		columnsNeeded = true;
		sink.relist();
	}

	/** So many rows of the list that began are still to come. */
	void expect(long more) {
		if (!sink.keeps(listed + more)) {
			throw new TooLarge();
		}
	}

	void complete(String listVersion) {
		listing = false;
		loaded = true;
		version = listVersion;
		sink.complete();
	}

	void startWatch() {
		accepted = false;
		sawSomething = false;
	}

	/** A watch begins that gives the list first, not older than a version. */
	void startWatchList(String notOlderThan) {
		relist();
		base = notOlderThan;
		initialEvents = true;
		progressMillis = clock.millis();
	}

	@Override
	public void watching() {
		accepted = true;
		if (initialEvents) {
			progressMillis = clock.millis();
		} else {
			live();
		}
	}

	@Override
	public void initialEventsEnd(String resourceVersion) {
		if (initialEvents) {
			initialEvents = false;
			complete(newer(base, resourceVersion));
			live();
		}
	}

	/** Whether a list began and is not whole. */
	boolean listing() {
		return listing;
	}

	/**
	 * Whether the watch has not brought the list forward for longer than a list may take. What is newer than the list that
	 * was asked for does not count: a server that knows no initial events sends that alone.
	 */
	boolean stuck() {
		return initialEvents && accepted && clock.millis() - progressMillis >= Listing.PATIENCE.toMillis();
	}

	private void initial(String next) {
		if (initialEvents) {
			if (!number(next) || !number(base) || newer(base, next).equals(base)) {
				progressMillis = clock.millis();
			} else if (stuck()) {
				throw new NoInitialEvents();
			}
		}
	}

	@Override
	public void columns(List<Column> given) {
		if (columnsNeeded || !given.equals(columns)) {
			if (!listing && !given.equals(columnsOfWatch)) {
				columnsOfWatch = given; // a server whose watches always differ is listed again once only
				throw new OtherColumns();
			}
			columnsNeeded = false;
			columns = given;
			sink.columns(given);
		}
	}

	@Override
	public void row(Row row) {
		initial(row.resourceVersion());
		if (listing) {
			listed++;
			expect(0);
		}
		sink.row(row);
		seen(row.resourceVersion());
	}

	@Override
	public void deleted(Row row) {
		initial(row.resourceVersion());
		sink.deleted(row);
		seen(row.resourceVersion());
	}

	@Override
	public void bookmark(String resourceVersion) {
		seen(resourceVersion);
	}

	/** A quiet resource's bookmark may be older than its list: the version never goes back. */
	private void seen(String next) {
		if (!listing) {
			sawSomething = true;
			version = newer(version, next);
		}
	}

	private static String newer(String a, String b) {
		if (b.isEmpty()) {
			return a;
		}
		if (!number(a) || !number(b)) {
			return b;
		}
		return a.length() > b.length() || a.length() == b.length() && a.compareTo(b) > 0 ? a : b;
	}

	private static boolean number(String text) {
		return !text.isEmpty() && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
	}

	void live() {
		say(State.LIVE, Optional.empty());
	}

	/** Tells the state, unless it was told; keeps since when it lasts. */
	void say(State state, Optional<KubeException> problem) {
		boolean same = said.map(f -> f.state() == state).orElse(false);
		if (same && said.flatMap(Freshness::problem).map(Throwable::getMessage)
				.equals(problem.map(Throwable::getMessage))) {
			return;
		}
		Freshness next = new Freshness(state, same ? said.get().since() : clock.instant(), problem);
		said = Optional.of(next);
		sink.freshness(next);
	}

	String version() {
		return version;
	}

	boolean loaded() {
		return loaded;
	}

	boolean accepted() {
		return accepted;
	}

	boolean sawSomething() {
		return sawSomething;
	}
}
