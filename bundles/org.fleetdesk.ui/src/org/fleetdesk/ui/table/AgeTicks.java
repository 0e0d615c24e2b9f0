package org.fleetdesk.ui.table;

import java.util.List;
import java.util.function.Supplier;

/**
 * Knows when the ages that are seen read otherwise than they were painted. Where none of them counts seconds they are looked
 * at only every few seconds, since a window in which nothing happens should take nothing of the processor. Belongs to the UI
 * thread.
 */
public final class AgeTicks {
	private static final long STEADY_MILLIS = 10_000;

	private int reading;
	private int first = -1;
	private long steadyUntil;

	/** Other lines may be seen from now on. */
	public void anew() {
		steadyUntil = 0;
	}

	/**
	 * Whether they read otherwise than at the last question.
	 *
	 * @param row the first that is seen
	 * @param now milliseconds
	 * @param ages what the ages that are seen say
	 */
	public boolean moved(int row, long now, Supplier<List<String>> ages) {
		if (row == first && now < steadyUntil) {
			return false;
		}
		List<String> texts = ages.get();
		boolean moved = texts.hashCode() != reading;
		reading = texts.hashCode();
		first = row;
		steadyUntil = texts.stream().anyMatch(text -> text.endsWith("s")) ? 0 : now + STEADY_MILLIS;
		return moved;
	}
}
