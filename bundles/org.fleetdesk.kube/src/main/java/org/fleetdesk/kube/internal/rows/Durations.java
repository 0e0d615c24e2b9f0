package org.fleetdesk.kube.internal.rows;

/** Writes durations as kubectl does: "45s", "5m30s", "3h", "2d4h". */
final class Durations {

	private Durations() {
	}

	/** A time in milliseconds; "0s" if it is negative. */
	static String text(long millis) {
		long seconds = Math.max(0, millis / 1000);
		long minutes = seconds / 60;
		long hours = minutes / 60;
		long days = hours / 24;
		if (seconds < 120) {
			return seconds + "s";
		} else if (minutes < 10) {
			return two(minutes, "m", seconds % 60, "s");
		} else if (hours < 3) {
			return minutes + "m";
		} else if (hours < 8) {
			return two(hours, "h", minutes % 60, "m");
		} else if (hours < 48) {
			return hours + "h";
		} else if (days < 8) {
			return two(days, "d", hours % 24, "h");
		} else if (days < 730) {
			return days + "d";
		} else if (days < 8 * 365) {
			return two(days / 365, "y", days % 365, "d");
		}
		return days / 365 + "y";
	}

	private static String two(long first, String unit, long second, String smaller) {
		return second == 0 ? first + unit : first + unit + second + smaller;
	}
}
