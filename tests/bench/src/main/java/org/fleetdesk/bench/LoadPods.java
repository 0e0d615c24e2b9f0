package org.fleetdesk.bench;

import java.nio.file.Path;

import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.live.ListMemory;
import org.fleetdesk.core.live.LiveLists;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

/**
 * Loads all pods of a cluster into a live store, once or several times over the same connection: KUBECONFIG TIMES. Prints
 * of each time when the first rows were there and when all were, in milliseconds.
 */
public final class LoadPods {
	private LoadPods() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		int times = Integer.parseInt(args[1]);
		try (Desk desk = new Desk(Path.of(args[0]))) {
			ClusterSession session = desk.open(desk.current());
			for (int i = 1; i <= times; i++) {
				// lists of their own, for those of the fleet would lend the same store again
				try (LiveLists lists = new LiveLists(desk.background(), ListMemory.NONE, desk.fleet().kinds())) {
					load(lists, session, i);
				}
			}
			Desk.print("uptime", Desk.uptime());
		}
		System.exit(0); // as the command line does: nothing is left to wait for
	}

	private static void load(LiveLists lists, ClusterSession session, int time) throws InterruptedException {
		long begun = System.nanoTime();
		long first = 0;
		try (LiveLists.Loan loan = lists.borrow(session, Scope.all(Desk.podType()))) {
			Snapshot now = loan.store().snapshot();
			while (now.freshness().state() == State.LOADING) {
				Thread.sleep(first == 0 ? 1 : 5); // a look costs a copy of the list
				now = loan.store().snapshot();
				if (first == 0 && !now.lines().isEmpty()) {
					first = System.nanoTime();
				}
			}
			long end = System.nanoTime();
			if (now.freshness().state() != State.LIVE) {
				throw new IllegalStateException("not live: " + now.freshness());
			}
			Desk.print("rows" + time, now.lines().size());
			Desk.print("first" + time, (first - begun) / 1e6);
			Desk.print("all" + time, (end - begun) / 1e6);
		}
	}
}
