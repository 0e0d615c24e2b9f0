package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.Revisions;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.revisions.Revision;
import org.fleetdesk.core.revisions.RevisionHistory;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/** Reads the revisions of an object from its cluster, and compares them, off the UI thread to which it belongs. */
final class HistoryFeed {
	/**
	 * What was found.
	 *
	 * @param revisions the newest first
	 * @param problem why nothing could be read, one sentence
	 */
	record Found(List<Revision> revisions, Optional<String> problem) {
		Found {
			revisions = List.copyOf(revisions);
		}
	}

	private final Fleet fleet;
	private final String cluster;
	private final Background background;
	private final UiExecutor ui;
	private @Nullable JsonNode read;

	HistoryFeed(Fleet fleet, String cluster, Background background, UiExecutor ui) {
		this.fleet = fleet;
		this.cluster = cluster;
		this.background = background;
		this.ui = ui;
	}

	/** Reads the revisions if the object is another one than the last time, and its cluster is open. */
	void ask(JsonNode object, Revisions where, Consumer<Found> found) {
		Optional<ClusterSession> session = fleet.cluster(cluster).flatMap(Cluster::session);
		if (object != read && session.isPresent()) {
			read = object;
			session.get().run(() -> {
				try {
					Found newest = found(session.get(), object, where);
					ui.execute(() -> {
						if (read == object) {
							found.accept(newest);
						}
					});
				} catch (InterruptedException e) {
					ui.execute(() -> forget(object)); // the cluster was closed; it is read when that is open again
					throw e;
				}
			});
		}
	}

	private void forget(JsonNode object) {
		if (read == object) {
			read = null;
		}
	}

	private static Found found(ClusterSession session, JsonNode object, Revisions where) throws InterruptedException {
		try {
			return new Found(RevisionHistory.read(object, where, session.catalogue(), session.reader()),
					Optional.empty());
		} catch (KubeException e) {
			return new Found(List.of(), Optional.of(e.getMessage()));
		}
	}

	/** Compares two revisions. */
	void compare(Revision earlier, Revision later, Consumer<Differences> compared) {
		background.threads().newThread(() -> {
			Differences differences = earlier.to(later);
			ui.execute(() -> compared.accept(differences));
		}).start();
	}
}
