package org.fleetdesk.demo.internal.store;

import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

import org.fleetdesk.demo.internal.kinds.Kinds;

/**
 * What the parts of one demo cluster share. Safe for any thread.
 *
 * @param name such as demo-healthy
 * @param clock runs ahead to now while the past of a cluster is simulated
 */
public record Cluster(String name, Store store, Kinds kinds, InstantSource clock, Random random) {

	/** The version every demo cluster says it has. */
	public static final String VERSION = "v1.35.0+fleetdesk-demo";

	private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

	/** Letters that make a name unique. */
	public String suffix(int length) {
		StringBuilder suffix = new StringBuilder();
		for (int index = 0; index < length; index++) {
			suffix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return suffix.toString();
	}

	public String uid() {
		return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63).toString();
	}
}
