package org.fleetdesk.kube.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tests of robfig/cron v3 say of its five fields, and what Kubernetes makes of it. */
class ScheduleTest {
	private static long millis(String time) {
		return OffsetDateTime.parse(time).toInstant().toEpochMilli();
	}

	private static Schedule schedule(String text, String zone) {
		return Schedule.of(text, zone, 0).orElseThrow(() -> new AssertionError(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"0/15 * * * *; 2012-07-09T14:45:00Z; 2012-07-09T15:00:00Z",
			"0/15 * * * *; 2012-07-09T14:59:59Z; 2012-07-09T15:00:00Z",
			"20-35/15 * * * *; 2012-07-09T15:45:00Z; 2012-07-09T16:20:00Z",
			"*/15 * * * *; 2012-07-09T23:46:00Z; 2012-07-10T00:00:00Z",
			"0 0 9 Apr-Oct ?; 2012-07-09T23:35:00Z; 2012-08-09T00:00:00Z",
			"0 0 */5 Apr,Aug,Oct Mon; 2012-07-09T23:35:00Z; 2012-08-01T00:00:00Z",
			"0 0 29 Feb ?; 2012-07-09T23:35:00Z; 2016-02-29T00:00:00Z",
			"* * 1 * mon; 2012-07-09T00:00:00Z; 2012-07-09T00:01:00Z",
			"0 0 1,15 * sun; 2012-07-09T00:00:00Z; 2012-07-15T00:00:00Z",
			"0 0 * * sun; 2012-07-09T00:00:00Z; 2012-07-15T00:00:00Z",
			"0 0 */10 * sun; 2012-07-15T01:00:00Z; 2012-07-21T00:00:00Z",
			"5,,7 * * * *; 2012-07-09T00:05:00Z; 2012-07-09T00:07:00Z",
			"@hourly; 2012-07-09T00:00:00Z; 2012-07-09T01:00:00Z",
			"@daily; 2012-07-09T00:00:00Z; 2012-07-10T00:00:00Z",
			"@midnight; 2012-07-09T12:00:00Z; 2012-07-10T00:00:00Z",
			"@weekly; 2012-07-09T00:00:00Z; 2012-07-15T00:00:00Z",
			"@monthly; 2012-07-09T00:00:00Z; 2012-08-01T00:00:00Z",
			"@yearly; 2012-07-09T00:00:00Z; 2013-01-01T00:00:00Z",
			"@every 1h30m; 1970-01-01T01:31:00Z; 1970-01-01T03:00:00Z",
			"@every 10s; 1970-01-01T00:00:10Z; 1970-01-01T00:00:20Z"})
	void itComesNextAt(String text, String after, String next) {
		assertThat(schedule(text, "").next(millis(after))).hasValue(millis(next));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			// a run at half past two in the night when clocks go forward is left out, when they go back it comes twice at half past one
			"30 2 11 Mar ?; 2012-03-11T00:00:00-05:00; 2013-03-11T02:30:00-04:00",
			"0 * * * ?; 2012-03-11T01:00:00-05:00; 2012-03-11T03:00:00-04:00",
			"30 1 4 Nov ?; 2012-11-04T00:00:00-04:00; 2012-11-04T01:30:00-04:00",
			"30 1 4 Nov ?; 2012-11-04T01:30:00-04:00; 2012-11-04T01:30:00-05:00",
			"0 9 * * *; 2026-06-01T12:00:00Z; 2026-06-01T13:00:00Z"})
	void itKeepsTheTimeOfItsZone(String text, String after, String next) {
		assertThat(schedule(text, "America/New_York").next(millis(after))).hasValue(millis(next));
	}

	@Test
	void whatNeverComesIsNever() {
		assertThat(schedule("0 0 30 Feb ?", "").next(millis("2012-07-09T23:35:00Z"))).isEqualTo(OptionalLong.empty());
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "* * * *", "* * * * * *", "60 * * * *", "0 24 * * *", "0 0 0 * *", "0 0 * 13 *",
			"0 0 * * 7", "5-3 * * * *", "*/0 * * * *", "1/2/3 * * * *", "1-2-3 * * * *", "x * * * *", "-1 * * * *",
			"5- * * * *", "@reboot", "@every", "@every x", "@every 1h x", "@every -1h", "TZ=UTC 0 0 * * *",
			"CRON_TZ=UTC 0 0 * * *", "99999999999 * * * *", "0 0 * jan-mo *"})
	void whatIsNoScheduleIsNone(String text) {
		assertThat(Schedule.of(text, "", 0)).isEmpty();
	}

	@Test
	void anUnknownZoneIsNone() {
		assertThat(Schedule.of("0 0 * * *", "Mars/Base", 0)).isEmpty();
	}

	@Test
	void itIsReadBackFromItsText() {
		long now = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
		Schedule schedule = Schedule.of(" 0 3 * * mon ", "Europe/Berlin", 7_000).orElseThrow();
		assertThat(schedule).hasToString("Europe/Berlin 7000 0 3 * * mon");
		assertThat(Schedule.parse(schedule.toString()).orElseThrow().next(now)).isEqualTo(schedule.next(now));
		assertThat(Schedule.parse("3h")).isEmpty();
		assertThat(Schedule.parse("UTC x 0 3 * * *")).isEmpty();
	}
}
