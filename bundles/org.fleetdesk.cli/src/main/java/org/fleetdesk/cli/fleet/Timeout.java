package org.fleetdesk.cli.fleet;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.cli.terminal.Failure;

/** The value of {@code --request-timeout} and {@code --timeout}, in kubectl's words: "5" (seconds), "1s", "2m", "1m30s", "0" for none. */
public final class Timeout {
	private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

	private Timeout() {
	}

	/** Reads a value; a {@link Failure} if it is none. */
	public static Duration parse(String text) {
		if (text.matches("\\d{1,9}")) {
			return Duration.ofSeconds(Long.parseLong(text));
		}
		Duration sum = Duration.ZERO;
		Matcher part = PART.matcher(text);
		int end = 0;
		while (part.find() && part.start() == end) {
			long amount = Long.parseLong(part.group(1));
			sum = sum.plus(switch (part.group(2)) {
				case "ms" -> Duration.ofMillis(amount);
				case "s" -> Duration.ofSeconds(amount);
				case "m" -> Duration.ofMinutes(amount);
				default -> Duration.ofHours(amount);
			});
			end = part.end();
		}
		if (end == 0 || end != text.length()) {
			throw Failure.of("timeout.invalid");
		}
		return sum;
	}
}
