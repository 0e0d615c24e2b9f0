package org.fleetdesk.demo.internal.table;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Ages in Kubernetes' short words, such as 5d3h. Stateless. */
public final class Ages {

	private Ages() {
	}

	static String since(String time, Instant now) {
		if (time.isEmpty() || time.equals("null")) {
			return "<none>";
		}
		try {
			return text(Duration.between(Instant.parse(time), now));
		} catch (DateTimeParseException e) {
			return "<invalid>";
		}
	}

	/** A length of time with at most two units. */
	public static String text(Duration length) {
		long seconds = length.toSeconds();
		if (seconds < -1) {
			return "<invalid>";
		}
		if (seconds < 120) {
			return Math.max(0, seconds) + "s";
		}
		long minutes = seconds / 60;
		if (minutes < 10) {
			return pair(minutes, "m", seconds % 60, "s");
		}
		if (minutes < 180) {
			return minutes + "m";
		}
		long hours = minutes / 60;
		if (hours < 8) {
			return pair(hours, "h", minutes % 60, "m");
		}
		if (hours < 48) {
			return hours + "h";
		}
		long days = hours / 24;
		if (days < 8) {
			return pair(days, "d", hours % 24, "h");
		}
		return days < 730 ? days + "d" : pair(days / 365, "y", days % 365, "d");
	}

	private static String pair(long whole, String unit, long rest, String restUnit) {
		return rest == 0 ? whole + unit : whole + unit + rest + restUnit;
	}
}
