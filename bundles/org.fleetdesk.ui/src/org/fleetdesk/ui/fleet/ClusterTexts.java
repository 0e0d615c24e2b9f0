package org.fleetdesk.ui.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.Vendor;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.ui.Icons;

/** What is said of a cluster on the screen, without secrets. Safe for any thread. */
public final class ClusterTexts {
	private static final String BETWEEN = " \u00b7 ";

	private ClusterTexts() {
	}

	/** The icon of a cluster's phase. */
	public static ImageDescriptor icon(ClusterState state) {
		return (switch (state.phase()) {
			case CLOSED -> Icons.CLUSTER_CLOSED;
			case OPENING -> Icons.CLUSTER_OPENING;
			case OPEN -> Icons.CLUSTER_OPEN;
			case AWAY -> Icons.CLUSTER_AWAY;
		}).descriptor();
	}

	/** "v1.34.2 · 10 nodes · 1,203 pods", as much as is known. */
	public static String facts(ClusterState state) {
		List<String> facts = new ArrayList<>();
		state.version().ifPresent(v -> facts.add(v.gitVersion()));
		if (!counts(state).isEmpty()) {
			facts.add(counts(state));
		}
		return String.join(BETWEEN, facts);
	}

	/** "10 nodes · 1,203 pods", as much as the user may count. */
	public static String counts(ClusterState state) {
		List<String> counts = new ArrayList<>();
		count(state.nodes(), Messages.cluster_node, Messages.cluster_nodes, counts);
		count(state.pods(), Messages.cluster_pod, Messages.cluster_pods, counts);
		return String.join(BETWEEN, counts);
	}

	private static void count(OptionalLong count, String one, String many, List<String> facts) {
		if (count.isPresent()) {
			facts.add(count.getAsLong() == 1 ? one : NLS.bind(many, number(count)));
		}
	}

	private static String number(OptionalLong count) {
		return count.isPresent() ? NumberFormat.getIntegerInstance().format(count.getAsLong()) : "";
	}

	/** How a cluster stands: "open", "away since 09:40". */
	public static String phase(ClusterState state) {
		return switch (state.phase()) {
			case CLOSED -> Messages.phase_closed;
			case OPENING -> Messages.phase_opening;
			case OPEN -> NLS.bind(Messages.phase_open, time(state.since()));
			case AWAY -> NLS.bind(Messages.phase_away, time(state.since()));
		};
	}

	/** How a cluster stands, and that it is a demo if it is. */
	public static String standing(Cluster cluster) {
		String phase = phase(cluster.state());
		return cluster.demo() ? Messages.cluster_demo + BETWEEN + phase : phase;
	}

	/** Why a cluster is away, and what to do; empty if it is not. */
	public static String problem(ClusterState state) {
		return state.problem().map(KubeException::getMessage).orElse("");
	}

	/** A moment as a short time, with its day if that is not today. */
	public static String time(Instant moment) {
		ZonedDateTime local = moment.atZone(ZoneId.systemDefault());
		return local.toLocalDate().equals(LocalDate.now())
				? DateTimeFormatter.ofPattern("HH:mm").format(local)
				: DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).format(local);
	}

	/** How the user of a cluster logs in. */
	public static String login(KubeUser user) {
		List<String> ways = new ArrayList<>();
		user.exec().ifPresent(e -> ways.add(NLS.bind(Messages.login_program, e.command())));
		user.token().ifPresent(t -> ways.add(Messages.login_token));
		user.basic().ifPresent(b -> ways.add(Messages.login_password));
		user.oidc().ifPresent(o -> ways.add(NLS.bind(Messages.login_oidc, o.issuer().getHost())));
		user.certificate().ifPresent(c -> ways.add(Messages.login_certificate));
		user.impersonate().ifPresent(i -> ways.add(NLS.bind(Messages.login_impersonate, i.user())));
		return ways.isEmpty() ? Messages.login_nobody : String.join(", ", ways);
	}

	/** A URL without user information. */
	public static String url(URI url) {
		try {
			return new URI(url.getScheme(), null, url.getHost(), url.getPort(), url.getPath(), null, null).toString();
		} catch (URISyntaxException e) {
			return Messages.details_unreadable;
		}
	}

	/** The version with what it tells of the vendor: "v1.33.1+k3s1 (K3s)". */
	public static String version(ServerVersion version) {
		return Vendor.of(version).map(v -> version.gitVersion() + " (" + v.title() + ")").orElse(version.gitVersion());
	}

	/** A few lines about a cluster, for a tooltip. */
	public static String tooltip(Cluster cluster) {
		ClusterState state = cluster.state();
		List<String> lines = new ArrayList<>(List.of(cluster.name(), standing(cluster)));
		if (!problem(state).isEmpty()) {
			lines.add(problem(state));
		}
		if (!facts(state).isEmpty()) {
			lines.add(facts(state));
		}
		lines.add(url(cluster.context().server().url()));
		lines.add(cluster.context().source());
		return String.join("\n", lines);
	}
}
