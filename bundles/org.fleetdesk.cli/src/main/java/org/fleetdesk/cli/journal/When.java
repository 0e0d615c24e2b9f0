package org.fleetdesk.cli.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

import org.fleetdesk.cli.fleet.Timeout;
import org.fleetdesk.cli.terminal.Failure;

/** A moment as people write it: so long ago ("90m", "3d"), a day, a time of today, both, or a moment with its zone. */
final class When {
	private When() {
	}

	/** The moment; a {@link Failure} if the text is none. */
	static Instant of(String text, Instant now) {
		ZonedDateTime here = now.atZone(ZoneId.systemDefault());
		if (text.matches("\\d{1,5}d")) {
			return now.minus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
		}
		if (text.matches("(\\d{1,9}(ms|s|m|h))+")) {
			return now.minus(Timeout.parse(text));
		}
		List<Function<String, Instant>> forms = List.of(
				t -> LocalDate.parse(t).atStartOfDay(here.getZone()).toInstant(),
				t -> LocalTime.parse(t).atDate(here.toLocalDate()).atZone(here.getZone()).toInstant(),
				t -> LocalDateTime.parse(t.replace(' ', 'T')).atZone(here.getZone()).toInstant(),
				t -> ZonedDateTime.parse(t).toInstant());
		for (Function<String, Instant> form : forms) {
			try {
				return form.apply(text);
			} catch (DateTimeParseException e) {
				continue; // another form
			}
		}
		throw Failure.of("journal.time", text);
	}
}
