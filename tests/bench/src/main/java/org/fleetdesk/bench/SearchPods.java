package org.fleetdesk.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.search.Found;
import org.fleetdesk.core.search.Remembered;
import org.fleetdesk.core.search.Search;

/** Searches the live pods of a cluster by several words, again and again: KUBECONFIG ROWS. Prints milliseconds of each. */
public final class SearchPods {
	private static final int ROUNDS = 21;
	private static final int MOST = 500;

	private SearchPods() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		int rows = Integer.parseInt(args[1]);
		try (Desk desk = new Desk(Path.of(args[0])); ListModel pods = desk.pods()) {
			pods.await(content -> content.total() == rows && Desk.live(content));
			Search search = new Search(desk.fleet(), Remembered.NOTHING);
			query(search, "name", "web-000124");
			query(search, "many", "payments");
			query(search, "address", "10.100.133");
			query(search, "two", "node-00042 api");
			query(search, "nothing", "nosuchword");
		}
		System.exit(0);
	}

	private static void query(Search search, String name, String words) {
		double[] millis = new double[ROUNDS];
		int found = 0;
		for (int i = -ROUNDS / 2; i < ROUNDS; i++) {
			long begun = System.nanoTime();
			Optional<Found> answer = search.find(words, MOST, () -> false, early -> {
				// all in one
			});
			found = answer.orElseThrow().objects();
			if (i >= 0) {
				millis[i] = (System.nanoTime() - begun) / 1e6;
			}
		}
		Arrays.sort(millis);
		Desk.print(name, millis[ROUNDS / 2]);
		Desk.print(name + "-found", found);
	}
}
