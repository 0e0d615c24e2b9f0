package org.fleetdesk.tests.bench.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;

/**
 * Which version of which object was on the screen since when. What is painted is handed over by the UI thread and looked
 * through on another. Objects are known by the digits at the end of their names.
 */
final class Shown {
	private static final int DIGITS = 5;

	private record Painted(ListContent content, long micros) {
	}

	private record Seen(int version, long micros) {
	}

	private final BlockingQueue<Painted> painted = new LinkedBlockingQueue<>();
	private final List<List<Seen>> seen = new ArrayList<>(); // guarded by this
	private int[] newest = new int[0];

	Shown() {
		Thread.ofPlatform().daemon().start(this::look);
	}

	/** Content has been painted just now. */
	void painted(ListContent content, long micros) {
		painted.add(new Painted(content, micros));
	}

	private void look() {
		try {
			while (true) {
				Painted next = painted.take();
				synchronized (this) {
					next.content().lines().forEach(line -> see(line, next.micros()));
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void see(Line line, long micros) {
		String name = line.row().name();
		int number = Integer.parseInt(name, name.length() - DIGITS, name.length(), 10);
		int version = Integer.parseInt(line.row().resourceVersion());
		if (number >= newest.length) {
			newest = Arrays.copyOf(newest, number + 1_000);
		}
		while (seen.size() <= number) {
			seen.add(new ArrayList<>());
		}
		if (version > newest[number]) {
			newest[number] = version;
			seen.get(number).add(new Seen(version, micros));
		}
	}

	/** What became of changes: how late they were painted, in milliseconds, in order; and how many never were. */
	record Outcome(double[] late, int lost) {
		double quantile(double share) {
			return late.length == 0 ? 0 : late[(int) Math.min(late.length - 1L, Math.round(share * (late.length - 1)))];
		}
	}

	/**
	 * Compares with the server's own log: lines of version, number, microseconds. Objects that the filter leaves out are left
	 * out here too. A change that a later one of the same object overtook before any painting counts by that one's painting.
	 */
	synchronized Outcome against(String log) {
		int[] at = new int[seen.size()];
		List<Double> late = new ArrayList<>();
		int lost = 0;
		for (String line : log.lines().toList()) {
			String[] parts = line.split(" ");
			int number = Integer.parseInt(parts[1]);
			if (number >= seen.size() || seen.get(number).isEmpty()) {
				continue;
			}
			int version = Integer.parseInt(parts[0]);
			List<Seen> own = seen.get(number);
			while (at[number] < own.size() && own.get(at[number]).version() < version) {
				at[number]++;
			}
			if (at[number] == own.size()) {
				lost++;
			} else {
				late.add((own.get(at[number]).micros() - Long.parseLong(parts[2])) / 1e3);
			}
		}
		return new Outcome(late.stream().mapToDouble(Double::doubleValue).sorted().toArray(), lost);
	}

	/** Whether everything handed over has been looked through. */
	boolean idle() {
		return painted.isEmpty();
	}
}
