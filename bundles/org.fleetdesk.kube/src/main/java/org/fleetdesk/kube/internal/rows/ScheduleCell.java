package org.fleetdesk.kube.internal.rows;

import java.util.List;

import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.text.Schedule;
import org.jspecify.annotations.Nullable;

/** A schedule, as long as it is not suspended, with all that says when it comes next. */
final class ScheduleCell implements Reducer {
	private static final int ZONE = 1;
	private static final int SUSPENDED = 2;
	private static final int SINCE = 3;

	private final Slot schedule;
	private final List<Slot> zone;
	private final List<Slot> suspended;
	private final List<Slot> since;
	private final StringPool pool;

	private ScheduleCell(List<String> paths, Inputs in) {
		schedule = in.text(paths.getFirst());
		zone = paths.stream().skip(ZONE).limit(1).map(in::text).toList();
		suspended = paths.stream().skip(SUSPENDED).limit(1).map(in::number).toList();
		since = paths.stream().skip(SINCE).map(in::time).toList();
		pool = in.pool();
	}

	static Reducer of(RowPlan.Cell cell, Inputs in) {
		return new ScheduleCell(Inputs.some(cell.paths(), 1, Integer.MAX_VALUE, cell.reduce()), in);
	}

	@Override
	public @Nullable Object cell() {
		if (schedule.text().isEmpty() || suspended.stream().anyMatch(slot -> slot.or0(0) != 0)) {
			return null;
		}
		long from = since.stream().mapToLong(Slot::number).filter(time -> time != Slot.NONE).findFirst().orElse(0);
		String where = zone.isEmpty() ? "" : zone.getFirst().text();
		return Schedule.of(schedule.text(), where, from).map(known -> pool.share(known.toString())).orElse(null);
	}
}
