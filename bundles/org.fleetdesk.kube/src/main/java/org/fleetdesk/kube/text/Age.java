package org.fleetdesk.kube.text;

import java.time.Duration;
import java.time.Instant;

/**
 * Ages as kubectl writes them: "45s", "5m30s", "3h", "2d4h", "400d", "3y120d".
 *
 * @see <a href="https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/util/duration/duration.go">HumanDuration</a>
 */
public final class Age {
	private Age() {
	}

	/** The time between two moments; "0s" if the first is the later. */
	public static String text(Instant then, Instant now) {
		return text(Duration.between(then, now));
	}

	/** A duration. */
	public static String text(Duration age) {
		long seconds = Math.max(0, age.toSeconds());
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
