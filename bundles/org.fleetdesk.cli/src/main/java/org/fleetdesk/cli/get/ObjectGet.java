package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.fleet.FourAtATime;
import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.print.ObjectText;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.kube.KubeException;

/**
 * Prints whole objects. Those of one cluster are written as their bytes arrive; of several clusters each is a few pages
 * ahead at most, and they are written in the clusters' order.
 */
final class ObjectGet {
	/** Where an object says which cluster it is of, when there are several. */
	static final String CLUSTER = "fleetdesk.org/cluster";
	private static final int AHEAD = 4;
	private static final int BATCH = 100;
	private final Query query;
	private final boolean several;
	private final boolean managedFields;

	ObjectGet(Query query, boolean several, boolean managedFields) {
		this.query = query;
		this.several = several;
		this.managedFields = managedFields;
	}

	Problems print(List<Target> targets, FourAtATime clusters, ObjectText text) throws InterruptedException {
		boolean single = query.wanted().single() && targets.size() == 1 && !several;
		Problems problems = new Problems(several);
		if (!single) {
			text.begin();
		}
		if (targets.size() == 1) {
			ask(targets.getFirst(), text::object, problems);
		} else {
			inOrder(targets, clusters, text, problems);
		}
		text.end();
		return problems;
	}

	private void inOrder(List<Target> targets, FourAtATime clusters, ObjectText text, Problems problems)
			throws InterruptedException {
		List<Ahead> all = targets.stream().map(target -> new Ahead(new Problems(true))).toList();
		var running = clusters.start(targets, target -> {
			Ahead own = all.get(targets.indexOf(target));
			return () -> {
				try {
					ask(target, own, own.problems);
				} finally {
					own.end();
				}
				return own;
			};
		});
		for (int i = 0; i < all.size(); i++) {
			all.get(i).drain(text::object);
			FourAtATime.result(running.get(i));
			problems.addAll(all.get(i).problems);
		}
	}

	/** The objects of one cluster on their way to the printer, in batches; a full queue makes the reader wait. */
	private static final class Ahead implements Consumer<JsonNode> {
		private final Problems problems;
		private final BlockingQueue<List<JsonNode>> batches = new ArrayBlockingQueue<>(AHEAD);
		private List<JsonNode> batch = new ArrayList<>(); // of the reading thread

		Ahead(Problems problems) {
			this.problems = problems;
		}

		@Override
		public void accept(JsonNode object) {
			batch.add(object);
			if (batch.size() == BATCH) {
				put(batch);
				batch = new ArrayList<>();
			}
		}

		void end() {
			put(batch);
			if (!batch.isEmpty()) {
				put(List.of());
			}
		}

		private void put(List<JsonNode> full) {
			try {
				batches.put(full);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // the command ends: nobody waits for the rest
			}
		}

		void drain(Consumer<JsonNode> sink) throws InterruptedException {
			for (List<JsonNode> next = batches.take(); !next.isEmpty(); next = batches.take()) {
				next.forEach(sink);
			}
		}
	}

	private void ask(Target target, Consumer<JsonNode> sink, Problems problems) throws InterruptedException {
		ClusterQuery cluster = new ClusterQuery(target, query);
		try {
			for (Part part : cluster.parts()) {
				ask(cluster, part, object -> sink.accept(shown(target, object)), problems);
			}
		} catch (KubeException e) {
			problems.add(target, e);
		} catch (Failure e) {
			problems.add(target, String.valueOf(e.getMessage()), e);
		}
	}

	private void ask(ClusterQuery cluster, Part part, Consumer<JsonNode> sink, Problems problems)
			throws InterruptedException {
		try {
			cluster.objects(part, sink);
		} catch (KubeException.NotFound e) {
			if (part.name().isEmpty()) {
				problems.add(cluster.target(), e);
			} else {
				problems.missing(cluster.target(), part.type(), part.name().get());
			}
		} catch (KubeException.Unreachable | KubeException.Untrusted | KubeException.Unauthenticated e) {
			throw e; // the other parts would say the same
		} catch (KubeException e) {
			problems.add(cluster.target(), e);
		}
	}

	private JsonNode shown(Target target, JsonNode object) {
		if (object.path("metadata") instanceof ObjectNode metadata) {
			if (!managedFields) {
				metadata.remove("managedFields");
			}
			if (several) {
				metadata.withObjectProperty("annotations").put(CLUSTER, target.name());
			}
		}
		return object;
	}
}
