package org.fleetdesk.ui.objects;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;

/** Gets the whole objects of lines from their servers: few one by one, many by lists. Used once, on a thread that may block. */
final class ObjectFetch {
	private static final int FEW = 50;
	private static final int PAGE = 200;

	/** Takes an object. */
	interface Sink {
		/** Takes it; an exception ends the fetch. */
		void take(JsonNode object) throws IOException;
	}

	/** Carries an exception of a sink through a reader. */
	private static final class Ended extends RuntimeException {
		private static final long serialVersionUID = 1;

		private Ended(IOException cause) {
			super(cause);
		}
	}

	private final List<Line> lines;
	private final Sink sink;
	private final SubMonitor progress;
	private final List<String> missing = new ArrayList<>();
	private int done;

	ObjectFetch(List<Line> lines, Sink sink, SubMonitor progress) {
		this.lines = lines;
		this.sink = sink;
		this.progress = progress.setWorkRemaining(lines.size());
	}

	/** Gets them; says of which there are none and why, one sentence each. */
	List<String> run() throws IOException, InterruptedException {
		Map<LiveStore, List<Line>> stores = new LinkedHashMap<>();
		lines.forEach(line -> stores.computeIfAbsent(line.store(), store -> new ArrayList<>()).add(line));
		try {
			for (Map.Entry<LiveStore, List<Line>> each : stores.entrySet()) {
				Optional<ClusterSession> session = each.getKey().cluster().session();
				if (session.isEmpty()) {
					each.getValue().forEach(line -> missing(line, Messages.export_closed));
				} else if (each.getValue().size() <= FEW) {
					single(session.get(), each.getValue());
				} else {
					listed(session.get(), each.getKey(), each.getValue());
				}
			}
		} catch (Ended e) {
			throw (IOException) e.getCause();
		}
		return missing;
	}

	private void single(ClusterSession session, List<Line> of) throws InterruptedException {
		for (Line line : of) {
			step(line);
			try {
				take(line, session.reader().get(line.key()));
			} catch (KubeException e) {
				missing(line, String.valueOf(e.getMessage()));
			}
		}
	}

	private void listed(ClusterSession session, LiveStore store, List<Line> of) throws InterruptedException {
		Map<String, Line> wanted = new HashMap<>();
		of.forEach(line -> wanted.put(line.row().namespace() + "/" + line.row().name(), line));
		try {
			ListOptions options = ListOptions.page(PAGE);
			Optional<String> next;
			do {
				Page page = session.reader().objects(store.scope(), options, object -> {
					JsonNode metadata = object.path("metadata");
					Line line = wanted
							.remove(metadata.path("namespace").asText() + "/" + metadata.path("name").asText());
					if (line != null) {
						step(line);
						take(line, object);
					}
				});
				next = page.next();
				if (progress.isCanceled()) {
					throw new InterruptedException();
				}
				options = next.isPresent() ? options.after(next.get()) : options;
			} while (next.isPresent() && !wanted.isEmpty());
			single(session, List.copyOf(wanted.values())); // moved or gone meanwhile
		} catch (KubeException e) {
			wanted.values().forEach(line -> missing(line, String.valueOf(e.getMessage())));
		}
	}

	private void take(Line line, JsonNode object) {
		if (object instanceof ObjectNode node && !node.has("kind")) { // lists do not say it of their items
			node.put("apiVersion", line.store().scope().type().apiVersion());
			node.put("kind", line.store().scope().type().kind());
		}
		if (object.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("managedFields");
		}
		try {
			sink.take(object);
		} catch (IOException e) {
			throw new Ended(e);
		}
	}

	private void step(Line line) {
		if (done++ % 10 == 0 || lines.size() <= FEW) {
			progress.subTask(NLS.bind(Messages.export_fetching, new Object[]{done, lines.size(), line.row().name()}));
		}
		progress.worked(1);
	}

	private void missing(Line line, String why) {
		missing.add(line.row() + " @ " + line.cluster().name() + ": " + why);
	}
}
