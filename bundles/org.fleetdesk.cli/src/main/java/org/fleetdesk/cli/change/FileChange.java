package org.fleetdesk.cli.change;

import java.util.List;
import java.util.Optional;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;

/** Does one thing with every object of some files on every cluster: the objects in order, the clusters at once. */
record FileChange(Assembly assembly, ClusterOptions clusters, FileOptions files, Optional<String> namespace) {

	/** What is done with an object. */
	@FunctionalInterface
	interface Work {
		/** Does it; tells what came of it to the report. */
		void on(ServedCluster cluster, ObjectKey key, FileOptions.Wish wish, Confirmation confirmation, Report report)
				throws InterruptedException;
	}

	/** What is done on a cluster when its objects are. */
	@FunctionalInterface
	interface End {
		/** Does it. */
		void on(ServedCluster cluster, Report report) throws InterruptedException;
	}

	/** Does it; 0 if nothing failed, else 1. */
	int call(Optional<GuardOptions> guard, Work work) throws InterruptedException {
		return call(guard, work, (cluster, report) -> {
			// there is no more to do
		});
	}

	/**
	 * Does it.
	 *
	 * @param guard what must be confirmed, if something is changed
	 * @return 0 if nothing failed, else 1
	 */
	int call(Optional<GuardOptions> guard, Work work, End end) throws InterruptedException {
		if (!files.given()) {
			throw Failure.of("file.missing.option");
		}
		FileOptions.Wishes wishes = files.read(assembly.terminal());
		if (wishes.wishes().isEmpty() && wishes.problems().isEmpty()) {
			throw Failure.of("file.empty");
		}
		return new EachCluster(assembly, clusters).call(guard, report -> wishes.problems().forEach(report::problem),
				(target, confirmation, report) -> one(target, wishes.wishes(), work, end, confirmation, report));
	}

	private void one(Target target, List<FileOptions.Wish> wishes, Work work, End end,
			Confirmation confirmation, Report report) throws InterruptedException {
		if (wishes.isEmpty()) {
			return;
		}
		ServedCluster cluster = new ServedCluster(target, target.catalogue());
		for (int i = 0; i < wishes.size(); i++) {
			if (Thread.currentThread().isInterrupted()) {
				report.left(wishes.size() - i);
				return;
			}
			FileOptions.Wish wish = wishes.get(i);
			try {
				work.on(cluster, cluster.key(wish, namespace), wish, confirmation, report);
			} catch (Failure e) {
				report.problem(String.valueOf(e.getMessage()));
			} catch (KubeException e) {
				report.problem(target, e, Optional.of(wish));
			}
		}
		end.on(cluster, report);
	}
}
