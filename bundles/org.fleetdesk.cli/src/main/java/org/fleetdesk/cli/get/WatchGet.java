package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.watch.Reflector;

/**
 * Prints a list and then every object that changes, until it is interrupted. A cluster that goes away is reported on
 * standard error and taken up again where it stood; the command ends by itself only when no cluster is left.
 */
final class WatchGet {
	private final Assembly assembly;
	private final Query query;
	private final boolean several;
	private final boolean changesOnly;
	private final BlockingQueue<WatchNews> news = new LinkedBlockingQueue<>();

	WatchGet(Assembly assembly, Query query, boolean several, boolean changesOnly) {
		this.assembly = assembly;
		this.query = query;
		this.several = several;
		this.changesOnly = changesOnly;
	}

	Problems run(List<Target> targets, TablePrinter printer) throws InterruptedException {
		Problems problems = new Problems(several);
		List<Thread> threads = targets.stream().map(target -> assembly.threads().newThread(() -> watch(target)))
				.toList();
		threads.forEach(Thread::start);
		int left = targets.size();
		try {
			while (left > 0) {
				List<WatchNews> batch = new ArrayList<>();
				batch.add(news.take());
				news.drainTo(batch);
				for (WatchNews each : batch) {
					switch (each) {
						case WatchNews.Rows rows ->
							printer.print(TableGroup.of(List.of(shown(rows.sheet())), several));
						case WatchNews.Said said -> say(said);
						case WatchNews.Ended ended -> {
							left--;
							ended.problem().ifPresent(problem -> {
								if (problem instanceof KubeException failed) {
									problems.add(ended.target(), failed);
								} else {
									problems.add(ended.target(), String.valueOf(problem.getMessage()), problem);
								}
							});
						}
					}
				}
				assembly.terminal().out().flush();
			}
		} finally {
			threads.forEach(Thread::interrupt);
		}
		return problems;
	}

	private Sheet shown(Sheet sheet) {
		return query.columns().of(query.filter().of(Completed.of(sheet, query.columns().now())));
	}

	/** A filter may ask for more than kubectl shows, and how an object does is told by more: then there is one reading with all. */
	private RowPlans plans() {
		return query.filter().all() ? query.columns().plans() : query.columns().described();
	}

	private void say(WatchNews.Said said) {
		assembly.terminal().say(Problems.of(said.target(), said.sentence()));
	}

	private void watch(Target target) {
		try {
			List<Part> parts = new ClusterQuery(target, query).parts();
			if (parts.size() != 1) {
				throw Failure.of("watch.types");
			}
			Part part = parts.getFirst();
			WatchedSheet sink = new WatchedSheet(target, part.type(), changesOnly, news);
			new Reflector(target.reader(plans()), part.list(), sink, assembly.clock(), Thread::sleep)
					.run();
		} catch (KubeException | Failure e) {
			news.add(new WatchNews.Ended(target, Optional.of(e)));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt(); // it ended this cluster's watch itself and has said so, or the command ends
		}
	}
}
