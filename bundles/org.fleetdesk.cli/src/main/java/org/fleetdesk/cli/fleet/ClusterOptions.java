package org.fleetdesk.cli.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Marks;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options that say which clusters a command speaks to, and as whom. */
public final class ClusterOptions {
	@Option(names = "--context", paramLabel = "NAME")
	@Nullable
	String context;

	@Option(names = "--kubeconfig", paramLabel = "FILE")
	@Nullable
	Path kubeconfig;

	@Option(names = "--clusters", paramLabel = "PATTERN")
	@Nullable
	String clusters;

	@Option(names = "--request-timeout", paramLabel = "TIME")
	String timeout = "0";

	@Option(names = "--as", paramLabel = "USER")
	@Nullable
	String as;

	@Option(names = "--as-group", paramLabel = "GROUP")
	List<String> groups = new ArrayList<>();

	@Option(names = "--as-uid", paramLabel = "UID")
	@Nullable
	String uid;

	@Option(names = "--allow-exec")
	boolean allowExec;

	@Option(names = {"-v", "--verbose"})
	boolean verbose;

	@Option(names = {"-h", "--help"}, usageHelp = true)
	boolean help;

	/** Whether the user asked for clusters by pattern: then output names the cluster even if it is one. */
	public boolean several() {
		return clusters != null;
	}

	/** Whether the user asked for one cluster. */
	public boolean single() {
		return context != null;
	}

	/** Speaks to the clusters of these names where no option says to which. */
	public void prefer(List<String> names) {
		if (clusters == null && context == null && !names.isEmpty()) {
			clusters = String.join(",", names);
		}
	}

	/** The fleet these options read, with nothing contacted. The caller closes it. */
	public Fleet fleet(Assembly assembly) {
		assembly.terminal().verbose(verbose);
		if (kubeconfig != null && !assembly.readable(kubeconfig)) {
			throw Failure.of("kubeconfig.missing", kubeconfig);
		}
		return assembly.fleet(Optional.ofNullable(kubeconfig));
	}

	/** The clusters meant: those that match {@code --clusters}, else {@code --context}, else the current one. */
	public List<Target> targets(Assembly assembly) {
		if (clusters != null && context != null) {
			throw Failure.of("clusters.and.context");
		}
		try (Fleet fleet = fleet(assembly)) {
			return targets(chosen(fleet), assembly);
		}
	}

	/** The clusters of these ids as far as they are known, without those that the options leave out. */
	public List<Target> targets(Assembly assembly, Set<String> ids) {
		try (Fleet fleet = fleet(assembly)) {
			return targets(fleet.clusters().stream().filter(c -> ids.contains(c.id()) && meant(c.name())).toList(),
					assembly);
		}
	}

	/** Whether the options leave a cluster of this name in. */
	public boolean meant(String name) {
		return (context == null || context.equals(name))
				&& (clusters == null || Glob.list(clusters).stream().anyMatch(glob -> glob.matches(name)));
	}

	/** These clusters, as whom the options say. */
	List<Target> targets(List<Cluster> chosen, Assembly assembly) {
		Optional<Duration> limit = Optional.of(Timeout.parse(timeout)).filter(Duration::isPositive);
		Connector connector = assembly.connector(allowExec);
		Marks marks = assembly.marks();
		return chosen.stream().map(cluster -> new Target(cluster, mark(cluster, marks), acting(cluster.context()),
				connector, limit, assembly.scheduler())).toList();
	}

	/** A guard does not fall because the same file is named: its marks, and those of a context of the same name, hold. */
	private Mark mark(Cluster cluster, Marks marks) {
		Mark own = marks.of(cluster.id());
		if (kubeconfig == null) {
			return own;
		}
		Mark added = marks.of(kubeconfig.toAbsolutePath().normalize() + "#" + cluster.context().name());
		return own.production(own.production() || added.production()).readOnly(own.readOnly() || added.readOnly());
	}

	private List<Cluster> chosen(Fleet fleet) {
		if (clusters != null) {
			List<Cluster> matching = matching(fleet, clusters);
			if (matching.isEmpty()) {
				throw Failure.of("clusters.none", clusters);
			}
			return matching;
		}
		if (context != null) {
			return List.of(fleet.clusters().stream().filter(c -> c.name().equals(context)).findFirst()
					.orElseThrow(() -> Failure.of("context.missing", context, because(fleet, context))));
		}
		return List.of(fleet.current().orElseThrow(() -> Failure.of("context.none", because(fleet, ""))));
	}

	/** Clusters by patterns, in the fleet's order. */
	static List<Cluster> matching(Fleet fleet, String patterns) {
		List<Glob> globs = Glob.list(patterns);
		return fleet.clusters().stream().filter(c -> globs.stream().anyMatch(g -> g.matches(c.name()))).toList();
	}

	/** What is wrong in the kubeconfigs that may be the reason, as sentences behind a message. */
	private static String because(Fleet fleet, String name) {
		return fleet.findings().stream().filter(f -> f.severity() == Finding.Severity.ERROR)
				.filter(f -> f.text().contains(name)).limit(3).map(f -> " " + f.text()).reduce("", String::concat);
	}

	private KubeContext acting(KubeContext original) {
		if (as == null && groups.isEmpty() && uid == null) {
			return original;
		}
		if (as == null) {
			throw Failure.of("as.missing");
		}
		KubeUser user = original.user()
				.acting(new KubeUser.Impersonation(as, uid == null ? "" : uid, groups, Map.of()));
		return new KubeContext(original.name(), original.source(), original.server(), user, original.namespace());
	}
}
