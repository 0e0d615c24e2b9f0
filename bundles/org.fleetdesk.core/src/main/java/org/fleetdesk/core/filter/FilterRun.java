package org.fleetdesk.core.filter;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of a filter over lines, of certain headings and at a certain time. Used by one thread; it may be kept for as long
 * as the headings are the same and {@link #nextChange} is not reached.
 */
public final class FilterRun {
	private final List<Heading> headings;
	private final long now;
	private final LineTest test;
	private final List<Filter.Problem> missing = new ArrayList<>();
	private long next = Long.MAX_VALUE;

	FilterRun(Term term, List<Heading> headings, long nowMillis) {
		this.headings = headings;
		this.now = nowMillis;
		this.test = term.on(this);
	}

	/** Whether a line passes. */
	public boolean matches(Subject subject) {
		return test.of(subject);
	}

	/**
	 * When, in milliseconds since 1970, a line that was looked at may pass that did not, or the other way round, because it
	 * is older then; {@link Long#MAX_VALUE} if time changes nothing.
	 */
	public long nextChange() {
		return next;
	}

	/** The keys that these headings do not have, each a sentence. */
	public List<Filter.Problem> missing() {
		return List.copyOf(missing);
	}

	List<Heading> headings() {
		return headings;
	}

	long now() {
		return now;
	}

	/** Takes note of a moment after which a verdict may be another. */
	void changes(long moment) {
		if (moment >= now && moment < next) {
			next = moment + 1;
		}
	}

	void missing(KeyTerm term) {
		boolean looked = !term.operator().orders() && term.operator() != Operator.UNEQUAL
				&& (term.column() || Key.of(term.key()).isEmpty());
		missing.add(new Filter.Problem(text(looked ? "filter.column.word" : "filter.column", term.key()), term.from(),
				term.to(), false));
	}
}
