package org.fleetdesk.core.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.kube.text.Age;
import org.fleetdesk.kube.text.Schedule;
import org.jspecify.annotations.Nullable;

/** Cells as people read them, by the type of their column. */
public final class CellText {
	/** Times, in rows as milliseconds since 1970, shown as ages. */
	public static final String DATE = "date";
	/** Times to come, kept like times, shown as what is left. */
	public static final String DEADLINE = "deadline";
	/** Schedules, in rows as the text of a {@link Schedule}, shown as what is left until they come next. */
	public static final String SCHEDULE = "schedule";
	/** Processors: cores as a Double, shown as "250m" or "1.5". */
	public static final String CPU = "cpu";
	/** Memory and disks: a Long, shown as "512Mi". */
	public static final String BYTES = "bytes";

	private static final Duration CLOCKS = Duration.ofMinutes(5);
	private static final String[] UNITS = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

	private CellText() {
	}

	/** Whether a Long in a column of a type is a moment. */
	public static boolean moments(String type) {
		return type.equals(DATE) || type.equals(DEADLINE);
	}

	/** A cell of a column of a type as the moment that it is, if it is one. */
	public static @Nullable Object dated(@Nullable Object cell, String type) {
		return cell instanceof Long millis && moments(type) ? (Object) Instant.ofEpochMilli(millis) : cell;
	}

	/** When a schedule in a cell comes next, in milliseconds since 1970; null if it does not. */
	public static @Nullable Long next(@Nullable Object schedule, long nowMillis) {
		OptionalLong next = schedule instanceof String text
				? Schedule.parse(text).map(known -> known.next(nowMillis)).orElse(OptionalLong.empty())
				: OptionalLong.empty();
		return next.isPresent() ? (Long) next.getAsLong() : null;
	}

	/** A cell as text, ages as of now, what is to come as "in 30d"; empty for null. */
	public static String of(@Nullable Object cell, String type, Instant now) {
		return switch (cell) {
			case null -> "";
			case Instant then when type.equals(DEADLINE) -> left(then, now);
			case Instant then -> moment(then, now);
			case String schedule when type.equals(SCHEDULE) -> {
				Long next = next(schedule, now.toEpochMilli());
				yield next == null ? "" : left(Instant.ofEpochMilli(next), now);
			}
			case Number number when type.equals(CPU) -> cores(number.doubleValue());
			case Number number when type.equals(BYTES) -> bytes(number.longValue());
			default -> cell.toString();
		};
	}

	/** Clocks differ, so that what has just happened may seem to be to come. */
	private static String moment(Instant then, Instant now) {
		return then.isBefore(now.plus(CLOCKS))
				? Age.text(then, now)
				: Texts.text("cell.moment.to-come", Age.text(now, then));
	}

	private static String left(Instant then, Instant now) {
		return then.isBefore(now)
				? Texts.text("cell.moment.past", Age.text(then, now))
				: Texts.text("cell.moment.to-come", Age.text(now, then));
	}

	/** "0", "250m", "1.5", "16": thousandths below one core, then two digits. */
	private static String cores(double cores) {
		if (Math.abs(cores) < 0.9995) {
			long thousandths = Math.round(cores * 1_000);
			return thousandths == 0 ? cores > 0 ? "1m" : "0" : thousandths + "m";
		}
		return short2(cores);
	}

	/** "0", "900", "512Mi", "1.5Gi": the greatest unit of which there is at least one, at most two digits behind the point. */
	private static String bytes(long bytes) {
		double value = bytes;
		int unit = 0;
		while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
			value /= 1024;
			unit++;
		}
		return short2(value) + UNITS[unit];
	}

	private static String short2(double value) {
		if (value == Math.rint(value)) {
			return Long.toString((long) value);
		}
		String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
		return text.replaceFirst("\\.?0+$", "");
	}
}
