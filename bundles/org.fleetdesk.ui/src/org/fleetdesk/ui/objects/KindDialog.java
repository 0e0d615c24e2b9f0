package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;

import org.jspecify.annotations.Nullable;

/** Asks for a kind, as kubectl's users write it. */
final class KindDialog extends PickDialog<ResourceType> {
	private final List<Cluster> clusters;
	private @Nullable Label note;
	private boolean any; // whether there is a kind to pick
	private Optional<ResourceType> picked = Optional.empty();

	/** Of the kinds that these clusters serve; refreshed when they come to know others. */
	KindDialog(Shell parent, List<Cluster> clusters) {
		super(parent, Messages.kind_title, Messages.kind_hint);
		this.clusters = clusters;
	}

	/** What was picked. */
	Optional<ResourceType> picked() {
		return picked;
	}

	@Override
	protected List<ResourceType> find(String typed) {
		List<ClusterState> states = clusters.stream().map(Cluster::state).toList();
		KindMatches matches = new KindMatches(states.stream().map(ClusterState::catalogue).toList());
		List<ResourceType> found = matches.find(typed);
		any = !found.isEmpty();
		say(any ? "" : matches.find("").isEmpty() ? unknown(states) : NLS.bind(Messages.kind_none, typed));
		return found;
	}

	/** Why no kind is known. */
	private String unknown(List<ClusterState> states) {
		return states.isEmpty()
				? Messages.kind_no_cluster
				: states.stream().flatMap(state -> state.problem().stream()).map(KubeException::explanation).findFirst()
						.orElseGet(() -> NLS.bind(Messages.kind_asking,
								clusters.stream().map(Cluster::name).collect(Collectors.joining(", "))));
	}

	@Override
	protected void head(Composite area) {
		note = note(area, "");
	}

	private void say(String words) {
		if (note != null) {
			say(note, words);
		}
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		return list(parent, List.of(new Column<>(Messages.kind_kind, 4, ResourceType::kind),
				new Column<>(Messages.kind_short, 2, type -> String.join(", ", type.shortNames())),
				new Column<>(Messages.kind_group, 5, ResourceType::apiVersion)));
	}

	/** Nothing happens while there is nothing to pick: the clusters may not have said yet what they serve. */
	@Override
	protected void okPressed() {
		if (any) {
			super.okPressed();
		}
	}

	@Override
	protected void take(List<ResourceType> selection) {
		picked = selection.stream().findFirst();
	}
}
