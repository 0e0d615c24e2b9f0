package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a content came out of those shortly before it. Immutable. */
final class ContentTrail {
	private static final int LONGEST = 32;
	private static final int MOST_LINES = 4_096;

	private final Object start; // the same for all contents that came out of each other
	private final long version;
	private final List<Delta> steps; // the last of them leads here
	private final int size; // lines in the steps

	/** Where nothing is known of what was before. */
	ContentTrail() {
		this(new Object(), 0, List.of(), 0);
	}

	private ContentTrail(Object start, long version, List<Delta> steps, int size) {
		this.start = start;
		this.version = version;
		this.steps = steps;
		this.size = size;
	}

	long version() {
		return version;
	}

	/** The next content's. */
	ContentTrail then(List<Line> gone, List<Line> came) {
		List<Delta> next = new ArrayList<>(steps);
		next.add(new Delta(version + 1, false, gone, came));
		int lines = size + gone.size() + came.size();
		while (next.size() > LONGEST || lines > MOST_LINES && next.size() > 1) {
			Delta oldest = next.removeFirst();
			lines -= oldest.gone().size() + oldest.came().size();
		}
		return new ContentTrail(start, version + 1, List.copyOf(next), lines);
	}

	/** The way from an earlier content to this one, if it is known. */
	Optional<Delta> since(ContentTrail earlier) {
		int between = (int) Math.min(Integer.MAX_VALUE, version - earlier.version);
		if (earlier.start != start || between < 0 || between > steps.size()) {
			return Optional.empty();
		}
		if (between == 1) {
			return Optional.of(steps.getLast());
		}
		ChangeLog.Way way = new ChangeLog.Way();
		for (Delta step : steps.subList(steps.size() - between, steps.size())) {
			step.gone().forEach(line -> way.add(line, null));
			step.came().forEach(line -> way.add(null, line));
		}
		return Optional.of(way.delta(version));
	}
}
