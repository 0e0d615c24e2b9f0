package org.fleetdesk.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.ui.fleet.ClusterTexts;
import org.fleetdesk.ui.related.GapText;
import org.fleetdesk.ui.table.FreshnessText;

/**
 * What the Topology view says beside the drawing. Immutable.
 *
 * @param cluster the cluster, if it is registered
 * @param words what the objects are narrowed by; may be empty
 */
record TopologyWords(TopologyState state, Optional<Cluster> cluster, TopologyModel.Content content, String words) {
	/** What is shown. */
	String place() {
		if (state.cluster().isEmpty()) {
			return Messages.place_none;
		}
		String where = cluster.map(Cluster::name).orElse(state.cluster());
		return state.focus()
				.map(ref -> NLS.bind(Messages.place_application, new Object[]{ref.kind(), ref.path(), where}))
				.orElseGet(() -> NLS.bind(Messages.place_namespace, state.namespace(), where));
	}

	/** Why nothing is drawn, if it is not. */
	String message() {
		if (state.cluster().isEmpty()) {
			return Messages.empty_nothing;
		} else if (cluster.isEmpty()) {
			return Messages.empty_gone;
		} else if (content.known() > 0 && !words.isEmpty()) {
			return NLS.bind(Messages.empty_filtered, FreshnessText.number(content.known()));
		} else if (content.loading()) {
			return phase(Phase.AWAY) ? Messages.empty_away : Messages.empty_loading;
		} else if (content.gaps().isEmpty() || content.known() > 0) {
			return state.focus().map(ref -> NLS.bind(Messages.empty_object, ref.kind(), ref.name()))
					.orElse(Messages.empty_none);
		}
		return Messages.empty_unread;
	}

	/** What does not work. */
	List<String> troubles() {
		List<String> sentences = new ArrayList<>();
		if (phase(Phase.AWAY)) { // its lists would say the same, each for itself
			cluster.map(found -> ClusterTexts.problem(found.state())).filter(text -> !text.isEmpty())
					.ifPresent(sentences::add);
		} else if (phase(Phase.CLOSED) && content.known() > 0) {
			sentences.add(Messages.closed);
		} else {
			sentences.addAll(GapText.sentences(content.gaps()));
		}
		content.failure().ifPresent(why -> sentences.add(NLS.bind(Messages.failed, why)));
		if (content.topology().total() > content.topology().boxes().size()) {
			sentences.add(NLS.bind(Messages.too_many, FreshnessText.number(content.topology().total()),
					FreshnessText.number(Topology.MOST)));
		}
		return sentences;
	}

	/** Whether it helps to try again. */
	boolean remediable() {
		return phase(Phase.AWAY) || phase(Phase.CLOSED) || content.failure().isPresent()
				|| content.gaps().stream().anyMatch(gap -> gap.reason() == Reason.REFUSED);
	}

	private boolean phase(Phase phase) {
		return cluster.filter(found -> found.state().phase() == phase).isPresent();
	}
}
