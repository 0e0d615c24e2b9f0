package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.FourAtATime;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.kube.KubeException;

/** Does something on every cluster, once what needs it is confirmed. */
record EachCluster(Assembly assembly, ClusterOptions clusters) {

	/** What is done on a cluster. */
	@FunctionalInterface
	interface Work {
		/** Does it; tells what came of it to the report. */
		void on(Target target, Confirmation confirmation, Report report) throws InterruptedException;
	}

	/** Tells beforehand what went wrong already. */
	@FunctionalInterface
	interface Before {
		/** Tells it. */
		void tell(Report report);
	}

	/** Does it; 0 if nothing failed, else 1. */
	int call(Optional<GuardOptions> guard, Before before, Work work) throws InterruptedException {
		if (guard.isPresent()) {
			assembly.marks().finding().ifPresent(damaged -> {
				throw Failure.plain(Texts.text("error", damaged.text())); // what is guarded is not known
			});
		}
		Report report = new Report(assembly.terminal(), clusters.several());
		List<Target> targets = clusters.targets(assembly);
		List<Target> allowed = new ArrayList<>(targets);
		try (FourAtATime threads = new FourAtATime(assembly.threads());
				Interruption interruption = new Interruption(threads)) {
			before.tell(report);
			Confirmation confirmation = guard.map(g -> g.confirm(allowed, assembly.terminal(), report))
					.orElse(Confirmation.NONE);
			for (var done : threads.start(allowed, target -> work(work, target, confirmation, report))) {
				FourAtATime.result(done);
			}
			int code = report.end();
			assembly.terminal().out().flush();
			return code;
		} finally {
			targets.forEach(Target::close);
		}
	}

	private static Callable<Boolean> work(Work work, Target target, Confirmation confirmation, Report report) {
		return () -> {
			try {
				work.on(target, confirmation, report);
			} catch (KubeException e) {
				report.problem(target, e, Optional.empty());
			} catch (Failure e) {
				report.problem(String.valueOf(e.getMessage()));
			} catch (InterruptedException e) {
				report.left(1);
			}
			return true;
		};
	}
}
