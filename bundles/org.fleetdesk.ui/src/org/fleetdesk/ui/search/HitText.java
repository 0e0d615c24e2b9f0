package org.fleetdesk.ui.search;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.core.search.Knowledge;
import org.fleetdesk.core.search.Match;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.Icons;
import org.fleetdesk.ui.fleet.ClusterTexts;
import org.fleetdesk.ui.fleet.KindTexts;
import org.fleetdesk.ui.table.FreshnessText;

/** What is said of something that was found. Immutable. */
final class HitText {
	private final FreshnessText words;

	HitText(FreshnessText words) {
		this.words = words;
	}

	/** The headings. */
	static List<String> headings() {
		return List.of(Messages.column_name, Messages.column_kind, Messages.column_cluster, Messages.column_namespace,
				Messages.column_matched, Messages.column_known);
	}

	/** A cell for each heading. */
	List<String> cells(Hit hit) {
		return switch (hit) {
			case Hit.OfObject object -> List.of(object.row().name(), object.type().kind(), object.cluster().name(),
					object.row().namespace(), matched(object.matches()), known(object.knowledge()));
			case Hit.OfList list -> List.of(list(list.type(), list.clusters()), Messages.kind_list,
					list.clusters().stream().map(Cluster::name).collect(Collectors.joining(", ")), "", "", "");
			case Hit.OfCluster of -> List.of(of.cluster().name(), Messages.kind_cluster, of.cluster().name(), "", "",
					ClusterTexts.standing(of.cluster()));
		};
	}

	/** "Pods in prod-eu", "Pods in 3 clusters". */
	static String list(ResourceType type, List<Cluster> clusters) {
		String where = clusters.size() == 1 ? clusters.getFirst().name() : FreshnessText.clusters(clusters.size());
		return NLS.bind(Messages.list_in, KindTexts.plural(type), where);
	}

	private static String matched(List<Match> matches) {
		return matches.stream().map(HitText::matched).collect(Collectors.joining(" \u00B7 "));
	}

	private static String matched(Match match) {
		return switch (match.field()) {
			case NAME -> Messages.match_name;
			case LABEL -> NLS.bind(Messages.match_label, match.text());
			case IMAGE -> NLS.bind(Messages.match_image, match.text());
			case ADDRESS -> NLS.bind(Messages.match_address, match.text());
			case NODE -> NLS.bind(Messages.match_node, match.text());
			case OWNER -> NLS.bind(Messages.match_owner, match.text());
			case NAMESPACE -> Messages.match_namespace;
			case KIND -> Messages.match_kind;
			case CLUSTER -> Messages.match_cluster;
		};
	}

	/** "live", or of when it is. */
	String known(Knowledge knowledge) {
		return knowledge.live() ? Messages.known_live : words.time(knowledge.since());
	}

	/** The picture of what was found. */
	static ImageDescriptor icon(Hit hit) {
		return switch (hit) {
			case Hit.OfObject object -> Icons.OBJECT.descriptor();
			case Hit.OfList list -> Icons.KIND.descriptor();
			case Hit.OfCluster cluster -> ClusterTexts.icon(cluster.cluster().state());
		};
	}

	/** In one line: "web-1 · Pod · shop · prod-eu · live". */
	String line(Hit hit) {
		return cells(hit).stream().filter(cell -> !cell.isEmpty()).distinct().collect(Collectors.joining(" \u00B7 "));
	}
}
