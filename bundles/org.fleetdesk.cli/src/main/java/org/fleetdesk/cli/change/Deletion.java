package org.fleetdesk.cli.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Delete;
import org.fleetdesk.core.operation.Dependant;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;

/** Deletes objects one by one and waits until they are gone. Safe for any thread. */
final class Deletion {
	private static final long LOOK_MILLIS = 300;
	private final Assembly assembly;
	private final How how;
	private final OperationRunner runner;
	private final Map<Target, Queue<Going>> going = new ConcurrentHashMap<>();

	/**
	 * How objects are deleted.
	 *
	 * @param grace how long each may take to end; empty for its own time, zero to drop it at once
	 * @param dry whether they are kept
	 * @param waits whether to wait until they are gone
	 * @param timeout how long to wait; zero for no limit
	 * @param missingIsFine whether what is not there is no failure
	 * @param names whether names alone are printed
	 */
	record How(Propagation propagation, Optional<Duration> grace, boolean dry, boolean waits, Duration timeout,
			boolean missingIsFine, boolean names) {
	}

	/** An object that is to go. */
	private record Going(ObjectKey key, String uid) {
	}

	Deletion(Assembly assembly, How how) {
		this.assembly = assembly;
		this.how = how;
		this.runner = assembly.operations();
	}

	/** Deletes an object, or says what a deletion would do. */
	void delete(ServedCluster cluster, ObjectKey key, Optional<FileOptions.Wish> wish, Confirmation confirmation,
			Report report) throws InterruptedException {
		Delete delete = new Delete(List.of(new org.fleetdesk.core.operation.Target(cluster, key)), how.propagation(),
				how.grace());
		Outcome outcome;
		try {
			outcome = how.dry()
					? runner.preview(delete, Progress.NONE).getFirst()
					: run(delete, cluster.reader().get(key), confirmation);
			if (outcome.problem().orElse(null) instanceof KubeException.NotFound missing) {
				throw missing;
			}
		} catch (KubeException.NotFound e) {
			if (!how.missingIsFine()) {
				String sentence = Texts.text("object.missing", key.type().qualifiedName(), key.name());
				report.problem(cluster.target(), e, wish, sentence);
			}
			return;
		}
		String object = ServedCluster.word(key.type()) + "/" + key.name();
		if (report.ended(cluster.target(), outcome, object, wish)) {
			deleted(cluster.target(), key, outcome.change().orElseThrow(), report);
		}
	}

	/** Without a preview: what else goes is asked of every kind there is, and nobody looks at it. */
	private Outcome run(Delete delete, JsonNode before, Confirmation confirmation) {
		Outcome there = new Outcome(delete.steps().getFirst(), Outcome.State.DONE,
				Optional.of(Change.of(Optional.of(before), Optional.empty(), List.of())), Optional.empty());
		return runner.run(delete, List.of(there), confirmation, Progress.NONE).getFirst();
	}

	private void deleted(Target target, ObjectKey key, Change change, Report report) {
		String word = ServedCluster.word(key.type());
		if (how.names()) {
			report.done(target, word + "/" + key.name());
		} else {
			String done = how.grace().filter(Duration::isZero).isPresent() ? "force deleted" : "deleted";
			String from = key.namespace().isEmpty() ? "" : " from " + key.namespace() + " namespace";
			report.done(target, Dry.words(word + " \"" + key.name() + "\" " + done + from, how.dry()));
			for (Dependant dependant : change.also()) {
				report.note(target, "  ".repeat(dependant.depth()) + Texts.text("delete.also",
						ServedCluster.word(dependant.key().type()) + "/" + dependant.key().name()));
			}
		}
		going.computeIfAbsent(target, t -> new ConcurrentLinkedQueue<>()).add(
				new Going(key, change.before().map(o -> o.path("metadata").path("uid").asText()).orElse("")));
	}

	/** Waits until what was deleted on a cluster is gone; an interrupt ends the waiting. */
	void await(ServedCluster cluster, Report report) {
		if (how.waits()) {
			try {
				untilGone(cluster, report);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // everything is deleted and said
			}
		}
	}

	private void untilGone(ServedCluster cluster, Report report) throws InterruptedException {
		Background background = new Background(assembly.threads(), assembly.scheduler(), assembly.clock());
		Instant end = how.timeout().isZero() ? Instant.MAX : assembly.clock().instant().plus(how.timeout());
		for (Going each : going.getOrDefault(cluster.target(), new ConcurrentLinkedQueue<>())) {
			while (!gone(cluster, each)) {
				if (assembly.clock().instant().isAfter(end)) {
					report.problem(cluster.target(), Texts.text("delete.timeout",
							each.key().type().qualifiedName() + "/" + each.key().name()));
					break;
				}
				background.pause(LOOK_MILLIS);
			}
		}
	}

	private static boolean gone(ServedCluster cluster, Going each) throws InterruptedException {
		try {
			return !cluster.reader().get(each.key()).path("metadata").path("uid").asText().equals(each.uid());
		} catch (KubeException.NotFound e) {
			return true;
		}
	}
}
