package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.fleetdesk.cli.fleet.FourAtATime;
import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.kube.KubeException;

/** Gathers the rows of every cluster, four clusters at a time, and prints them as tables, names or CSV. */
final class TableGet {
	private final Query query;
	private final boolean several;

	TableGet(Query query, boolean several) {
		this.query = query;
		this.several = several;
	}

	/** What clusters answered: sheets in the order of clusters and arguments, and the types that answered. */
	record Answers(List<Sheet> sheets, Problems problems) {
	}

	Answers ask(List<Target> targets, FourAtATime clusters) throws InterruptedException {
		Answers all = new Answers(new ArrayList<>(), new Problems(several));
		if (targets.size() == 1) {
			ask(targets.getFirst(), all);
			return all;
		}
		List<Future<Answers>> answers = clusters.start(targets, target -> () -> {
			Answers own = new Answers(new ArrayList<>(), new Problems(several));
			ask(target, own);
			return own;
		});
		for (Future<Answers> answer : answers) {
			Answers own = FourAtATime.result(answer);
			all.sheets().addAll(own.sheets());
			all.problems().addAll(own.problems());
		}
		return all;
	}

	private void ask(Target target, Answers into) throws InterruptedException {
		ClusterQuery cluster = new ClusterQuery(target, query);
		try {
			for (Part part : cluster.parts()) {
				ask(cluster, part, into);
			}
		} catch (KubeException e) {
			into.problems().add(target, e);
		} catch (Failure e) {
			into.problems().add(target, String.valueOf(e.getMessage()), e);
		}
	}

	private void ask(ClusterQuery cluster, Part part, Answers into) throws InterruptedException {
		try {
			Sheet sheet = cluster.rows(part);
			if (part.name().isPresent() && sheet.rows().isEmpty()) {
				into.problems().missing(cluster.target(), part.type(), part.name().get());
			} else {
				into.sheets().add(query.columns().of(cluster.passing(part, sheet)));
			}
		} catch (KubeException.NotFound e) {
			if (part.name().isEmpty()) {
				into.problems().add(cluster.target(), e);
			} else {
				into.problems().missing(cluster.target(), part.type(), part.name().get());
			}
		} catch (KubeException.Unreachable | KubeException.Untrusted | KubeException.Unauthenticated e) {
			throw e; // the other parts would say the same
		} catch (KubeException e) {
			into.problems().add(cluster.target(), e);
		}
	}

	/** Whether more than one type answered, so that names must say theirs. */
	static boolean kinds(List<Sheet> sheets) {
		return sheets.stream().map(Sheet::type).distinct().count() > 1;
	}

	/** Whether every type that answered lives in a namespace. */
	static boolean namespaced(Stream<Sheet> sheets) {
		return sheets.allMatch(sheet -> sheet.type().namespaced());
	}
}
