package org.fleetdesk.core.kinds;

import java.util.List;

import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Subject;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** Rules of health made ready for rows in certain columns and a certain time. Used by one thread at a time, without garbage. */
public final class HealthRun {
	/** Says nothing of any row, at no cost. */
	public static final HealthRun NONE = new HealthRun(List.of(), List.of());

	private final Health[] verdicts;
	private final FilterRun[] runs;
	private final RowSubject subject = new RowSubject();

	HealthRun(List<Health> verdicts, List<FilterRun> runs) {
		this.verdicts = verdicts.toArray(Health[]::new);
		this.runs = runs.toArray(FilterRun[]::new);
	}

	/** Whether it may say something of a row. */
	public boolean tells() {
		return runs.length > 0;
	}

	/** How an object does; null if no rule fits. */
	public @Nullable Health of(String cluster, ResourceType type, Row row) {
		if (runs.length > 0) {
			subject.cluster = cluster;
			subject.type = type;
			subject.row = row;
			for (int i = 0; i < runs.length; i++) {
				if (runs[i].matches(subject)) {
					return verdicts[i];
				}
			}
		}
		return null;
	}

	/**
	 * When, in milliseconds since 1970, an object that was looked at may do otherwise because it is older then; {@link
	 * Long#MAX_VALUE} if time changes nothing.
	 */
	public long nextChange() {
		long next = Long.MAX_VALUE;
		for (FilterRun run : runs) {
			next = Math.min(next, run.nextChange());
		}
		return next;
	}

	/** The row that rules look at. */
	private static final class RowSubject implements Subject {
		private String cluster = "";
		private @Nullable ResourceType type;
		private @Nullable Row row;

		@Override
		public String cluster() {
			return cluster;
		}

		@Override
		public ResourceType type() {
			return there(type);
		}

		@Override
		public Row row() {
			return there(row);
		}

		@Override
		public @Nullable Object cell(int heading) {
			return row().cell(heading);
		}

		private static <T> T there(@Nullable T value) {
			if (value == null) {
				throw new IllegalStateException("no row yet");
			}
			return value;
		}
	}
}
