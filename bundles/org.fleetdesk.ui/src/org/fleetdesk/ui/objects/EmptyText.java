package org.fleetdesk.ui.objects;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.ui.table.FreshnessText;

/** Why a list shows nothing, and what to do. */
final class EmptyText {
	private EmptyText() {
	}

	/** The sentence for the middle of the table; empty if there are lines. */
	static String of(ViewState state, String kind, ListContent content, FreshnessText words) {
		if (state.kind().isEmpty() || state.clusters().isEmpty()) {
			return Messages.empty_nothing;
		} else if (!content.lines().isEmpty()) {
			return "";
		} else if (content.total() > 0) {
			return NLS.bind(Messages.empty_filtered,
					new Object[]{FreshnessText.number(content.total()), kind, state.filter()});
		} else if (content.parts().isEmpty() || any(content, State.LOADING)) {
			return NLS.bind(Messages.empty_loading, kind);
		}
		List<Part> troubled = FreshnessText.troubled(content.parts());
		if (!troubled.isEmpty()) {
			return words.trouble(troubled.getFirst());
		}
		String places = FreshnessText.clusters(state.clusters().size());
		return state.namespaces().isEmpty()
				? NLS.bind(Messages.empty_none, kind, places)
				: NLS.bind(Messages.empty_none_in,
						new Object[]{kind, String.join(", ", state.namespaces().stream().sorted().toList()), places});
	}

	private static boolean any(ListContent content, State state) {
		return content.parts().stream().anyMatch(p -> p.freshness().state() == state);
	}
}
