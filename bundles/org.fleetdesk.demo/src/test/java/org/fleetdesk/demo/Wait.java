package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits for what the simulation brings about. */
final class Wait {

	private static final long LONGEST_MILLIS = 30_000;

	interface Condition {
		boolean holds() throws Exception;
	}

	private Wait() {
	}

	static void until(Condition condition) throws Exception {
		long end = System.currentTimeMillis() + LONGEST_MILLIS;
		boolean holds = condition.holds();
		while (!holds && System.currentTimeMillis() < end) {
			Thread.sleep(50);
			holds = condition.holds();
		}
		assertThat(holds).as("the condition holds within 30 s").isTrue();
	}
}
