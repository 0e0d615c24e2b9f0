package org.fleetdesk.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.SortKey;

/**
 * Holds live lists of all clusters while others change, cut and compact them, and opens, filters, sorts and closes further
 * lists, for so many seconds: KUBECONFIG SECONDS. Prints every half minute what the heap holds after a collection, in bytes,
 * and how many threads and open files there are.
 */
public final class LiveUnderChange {
	private static final int SAMPLE_SECONDS = 30;
	private static final List<String> KINDS = List.of("nodes", "events", "pods");
	private static final List<String> FILTERS = List.of("web", "api 0001", "", "nosuchword");
	private static final List<String> COLUMNS = List.of("Name", "Restarts", "Age", "Status");

	private LiveUnderChange() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		long end = System.currentTimeMillis() + Long.parseLong(args[1]) * 1_000;
		try (Desk desk = new Desk(Path.of(args[0])); ListModel pods = desk.pods()) {
			pods.filter("web");
			pods.sort(List.of(new SortKey("Restarts", true)));
			pods.await(Desk::live);
			for (int round = 0; System.currentTimeMillis() < end; round++) {
				for (int second = 0; second < SAMPLE_SECONDS; second += 5) {
					int turn = round * SAMPLE_SECONDS / 5 + second / 5;
					try (ListModel other = desk.list(KINDS.get(turn % KINDS.size()))) {
						other.filter(FILTERS.get(turn % FILTERS.size()));
						other.sort(List.of(new SortKey(COLUMNS.get(turn / 2 % COLUMNS.size()), turn % 2 == 0)));
						Thread.sleep(5_000);
					}
				}
				sample(pods);
			}
		}
		System.exit(0);
	}

	private static void sample(ListModel pods) throws InterruptedException {
		long heap = Desk.held();
		int threads = Thread.getAllStackTraces().size();
		String[] files = new File("/proc/self/fd").list();
		System.out.printf("sample %d %d %d %d %d%n", Desk.uptime() / 1_000, heap, threads,
				files == null ? 0 : files.length, pods.content().total());
	}
}
