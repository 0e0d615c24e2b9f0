package org.fleetdesk.demo.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class CronJobsTest {

	private static final Instant SATURDAY = Instant.parse("2026-11-21T13:10:30Z");

	@Test
	void theNextTimeIsTheFirstMinuteThatFitsAllFields() {
		assertThat(CronJobs.next("*/15 * * * *", SATURDAY)).isEqualTo("2026-11-21T13:15:00Z");
		assertThat(CronJobs.next("0 3 * * *", SATURDAY)).isEqualTo("2026-11-22T03:00:00Z");
		assertThat(CronJobs.next("30 9-17 * * 1-5", SATURDAY)).isEqualTo("2026-11-23T09:30:00Z");
		assertThat(CronJobs.next("@monthly", SATURDAY)).isEqualTo("2026-12-01T00:00:00Z");
		assertThat(CronJobs.next("nonsense", SATURDAY)).isNull();
	}
}
