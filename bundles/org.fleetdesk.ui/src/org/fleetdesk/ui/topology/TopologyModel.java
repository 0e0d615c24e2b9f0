package org.fleetdesk.ui.topology;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.Renewal;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Gap;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.Relations;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the view draws, folded, narrowed and laid out on threads of its own. Safe for any thread; the view closes it, and with
 * it the relations.
 */
final class TopologyModel implements AutoCloseable {
	/**
	 * What is drawn.
	 *
	 * @param known how many objects there are, drawn or not
	 * @param failure why it could not be laid out, in the library's words; else empty
	 */
	record Content(Topology topology, Placement placement, List<Gap> gaps, boolean loading, int known,
			Optional<String> failure) {
		static final Content NOTHING = new Content(Topology.NOTHING, Placement.NOTHING, List.of(), true, 0,
				Optional.empty());
	}

	private static final Logger LOG = LoggerFactory.getLogger(TopologyModel.class);
	private static final long SHORTEST_GAP_MILLIS = 250;
	private static final long LONGEST_GAP_MILLIS = 2_000; // the first layout loads the library, which is no measure

	private final Relations relations;
	private final Listeners listeners = new Listeners();
	private final Registration registration;
	private final Renewal laying;
	private final Lettering lettering;
	private @Nullable TopologyLayout layout; // used by one renewal at a time, like all of the library
	private volatile Topology.View view;
	private volatile Content content = Content.NOTHING;

	/** The topology of a namespace, or of an object without one; the relations belong to this from now on. */
	TopologyModel(Relations relations, String namespace, Topology.View view, Lettering lettering,
			Background background) {
		this.relations = Objects.requireNonNull(relations);
		this.view = view;
		this.lettering = lettering;
		this.laying = new Renewal(background, this::lay, () -> {
			// there is nothing to give back
		}, took -> Math.clamp(2 * took, SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS));
		this.registration = relations.listen(laying::touch);
		if (namespace.isEmpty()) {
			view.focus().ifPresent(relations::look);
		} else {
			relations.namespaces(Set.of(namespace));
		}
	}

	/** The newest content. */
	Content content() {
		return content;
	}

	/** Tells that there is newer content, on any thread. */
	Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Shows something else; somebody waits for it. */
	void view(Topology.View other) {
		view = other;
		laying.ask();
	}

	private void lay() {
		RelationGraph graph = relations.graph();
		Topology topology = Topology.of(graph, view);
		Content before = content;
		Placement placement = before.placement();
		Optional<String> failure = Optional.empty();
		try {
			TopologyLayout known = layout == null ? new TopologyLayout(lettering) : layout;
			layout = known;
			placement = known.place(topology, placement);
		} catch (RuntimeException e) { // a library that meets a graph it cannot lay out says so in many ways
			LOG.error("The topology could not be laid out.", e);
			failure = Optional.of(String.valueOf(e.getMessage()));
			topology = before.topology();
		}
		Content fresh = new Content(topology, placement, graph.gaps(), graph.loading(), graph.nodes().size(), failure);
		if (!fresh.equals(before)) {
			content = fresh;
			listeners.changed();
		}
	}

	/** The object in the graph. */
	static Id id(ObjectRef ref) {
		return new Id(ref.type(), ref.namespace(), ref.name());
	}

	@Override
	public void close() {
		registration.close();
		laying.close();
		relations.close();
	}
}
