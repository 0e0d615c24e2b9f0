package org.fleetdesk.kube.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule as CronJobs have it: minute, hour, day of the month, month and day of the week, or {@code @daily} and its like,
 * in a time zone. Immutable. Written as one text, it stands in a row's cell until somebody looks at it.
 *
 * @see <a href="https://github.com/robfig/cron/blob/v3.0.1/parser.go">The parser that Kubernetes uses</a> and
 *      <a href="https://github.com/robfig/cron/blob/v3.0.1/spec.go">how it finds the next time</a>
 */
public final class Schedule {
	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");
	private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
	private static final Map<String, String> WORDS = Map.of("@yearly", "0 0 1 1 *", "@annually", "0 0 1 1 *",
			"@monthly", "0 0 1 * *", "@weekly", "0 0 * * 0", "@daily", "0 0 * * *", "@midnight", "0 0 * * *",
			"@hourly", "0 * * * *");
	private static final String EVERY = "@every ";
	private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{0,9})?)(h|ms|m|s)");
	private static final long STAR = 1L << 63; // nothing but "*" or "?" was said
	private static final int YEARS = 5;

	private final String text;
	private final ZoneId zone;
	private final long[] fields; // a bit for each value that fits; of "@every" none
	private final long everyMillis;
	private final long sinceMillis;

	private Schedule(String text, ZoneId zone, long[] fields, long everyMillis, long sinceMillis) {
		this.text = text;
		this.zone = zone;
		this.fields = fields;
		this.everyMillis = everyMillis;
		this.sinceMillis = sinceMillis;
	}

	/**
	 * A schedule; nothing if the text is none or the zone is not known.
	 *
	 * @param schedule what was written, without a zone of its own, which Kubernetes refuses
	 * @param zone the name of a time zone; empty for UTC, where control planes run
	 * @param sinceMillis from when "@every" counts: the last run, else the creation
	 */
	public static Optional<Schedule> of(String schedule, String zone, long sinceMillis) {
		String said = schedule.strip();
		try {
			ZoneId where = zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
			String text = where.getId() + ' ' + sinceMillis + ' ' + said;
			if (said.startsWith(EVERY)) {
				return Optional.of(new Schedule(text, where, new long[0], every(said), sinceMillis));
			}
			String[] parts = WORDS.getOrDefault(said, said).split("\\s+");
			if (parts.length != 5) {
				return Optional.empty();
			}
			long[] fields = {field(parts[0], 0, 59, List.of()), field(parts[1], 0, 23, List.of()),
					field(parts[2], 1, 31, List.of()),
					field(parts[3], 1, 12, MONTHS), field(parts[4], 0, 6, DAYS)};
			return Optional.of(new Schedule(text, where, fields, 0, sinceMillis));
		} catch (DateTimeException | IllegalArgumentException notOne) {
			return Optional.empty();
		}
	}

	/** What {@link #toString} wrote; nothing for another text. */
	public static Optional<Schedule> parse(String text) {
		String[] parts = text.split(" ", 3);
		return parts.length == 3 && parts[1].matches("-?\\d{1,18}")
				? of(parts[2], parts[0], Long.parseLong(parts[1]))
				: Optional.empty();
	}

	private static long every(String said) {
		Matcher part = PART.matcher(said);
		double millis = 0;
		int at = EVERY.length();
		for (; part.find(at) && part.start() == at; at = part.end()) {
			millis += Double.parseDouble(part.group(1)) * switch (part.group(2)) {
				case "h" -> 3_600_000;
				case "m" -> 60_000;
				case "s" -> 1_000;
				default -> 1;
			};
		}
		if (at < said.length() || at == EVERY.length()) {
			throw new IllegalArgumentException(said);
		}
		return Math.max(1_000, Duration.ofMillis((long) millis).truncatedTo(ChronoUnit.SECONDS).toMillis());
	}

	private static long field(String text, int least, int most, List<String> names) {
		long bits = 0;
		for (String range : text.split(",")) {
			bits |= range.isEmpty() ? 0 : range(range, least, most, names);
		}
		return bits;
	}

	private static long range(String text, int least, int most, List<String> names) {
		String[] stepped = text.split("/", -1);
		String[] ends = stepped[0].split("-", -1);
		boolean all = ends[0].equals("*") || ends[0].equals("?");
		int from = all ? least : value(ends[0], least, names);
		int to = all || ends.length == 1 && stepped.length == 2 ? most : value(ends[ends.length - 1], least, names);
		int step = stepped.length == 2 ? value(stepped[1], least, List.of()) : 1;
		if (stepped.length > 2 || ends.length > 2 || from < least || to > most || from > to || step == 0) {
			throw new IllegalArgumentException(text);
		}
		long bits = all && step == 1 ? STAR : 0;
		for (int value = from; value <= to; value += step) {
			bits |= 1L << value;
		}
		return bits;
	}

	private static int value(String text, int least, List<String> names) {
		int name = names.indexOf(text.toLowerCase(Locale.ROOT));
		if (name < 0 && !text.matches("\\d{1,6}")) {
			throw new IllegalArgumentException(text);
		}
		return name < 0 ? Integer.parseInt(text) : name + least;
	}

	/** When it comes next after a moment, in milliseconds since 1970; never if not within five years, as on February 30. */
	public OptionalLong next(long afterMillis) {
		if (fields.length == 0) {
			long passed = Math.max(0, Math.floorDiv(afterMillis - sinceMillis, everyMillis));
			return OptionalLong.of(sinceMillis + (passed + 1) * everyMillis);
		}
		ZonedDateTime at = Instant.ofEpochMilli(afterMillis).atZone(zone).truncatedTo(ChronoUnit.MINUTES)
				.plusMinutes(1);
		int last = at.getYear() + YEARS;
		while (at.getYear() <= last) {
			LocalDate day = at.toLocalDate();
			if (!has(3, day.getMonthValue())) {
				at = day.withDayOfMonth(1).plusMonths(1).atStartOfDay(zone);
			} else if (!fits(day)) {
				at = day.plusDays(1).atStartOfDay(zone);
			} else if (!has(1, at.getHour())) {
				at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
			} else if (!has(0, at.getMinute())) {
				at = at.plusMinutes(1);
			} else {
				return OptionalLong.of(at.toInstant().toEpochMilli());
			}
		}
		return OptionalLong.empty();
	}

	/** Where both days are said, one is enough. */
	private boolean fits(LocalDate day) {
		boolean ofMonth = has(2, day.getDayOfMonth());
		boolean ofWeek = has(4, day.getDayOfWeek().getValue() % 7);
		return ((fields[2] | fields[4]) & STAR) != 0 ? ofMonth && ofWeek : ofMonth || ofWeek;
	}

	private boolean has(int field, int value) {
		return (fields[field] >>> value & 1) != 0;
	}

	/** One text for all of it, which {@link #parse} reads. */
	@Override
	public String toString() {
		return text;
	}
}
