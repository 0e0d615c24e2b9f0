package org.fleetdesk.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.FleetMemory;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.watch.Freshness.State;

/** A fleet on one kubeconfig, wired as the workbench wires it but without a window. The program closes it. */
public final class Desk implements AutoCloseable {
	private final ScheduledExecutorService scheduler = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
	private final Background background = new Background(Thread.ofVirtual().factory(), scheduler,
			InstantSource.system());
	private final Optional<Cache> cache;
	private final Fleet fleet;

	/** The clusters of a kubeconfig; none is contacted, and nothing is remembered. */
	public Desk(Path kubeconfig) throws IOException {
		this(kubeconfig, Optional.empty());
	}

	/** The same with a cache in a folder. */
	public Desk(Path kubeconfig, Optional<Path> data) throws IOException {
		SettingsFolder settings = new SettingsFolder(Files.createTempDirectory("fleetdesk-bench"));
		cache = data.map(
				folder -> new Cache(new DataFolder(folder), settings, background, found -> System.err.println(found)));
		cache.ifPresent(Cache::start);
		fleet = new Fleet(new Sources(new KubeconfigReader(), List.of(kubeconfig), settings),
				new HttpConnector((context, exec) -> false, Map.of(), background.clock()), settings, background,
				cache.<FleetMemory>map(c -> c).orElse(FleetMemory.NONE));
		fleet.reload();
	}

	/** The fleet. */
	public Fleet fleet() {
		return fleet;
	}

	/** What it remembers. */
	public Cache cache() {
		return cache.orElseThrow();
	}

	/** A list of all pods of all clusters. */
	public ListModel pods() {
		return list("pods");
	}

	/** A list of all objects of a kind in all clusters. */
	public ListModel list(String plural) {
		return new ListModel(fleet, ListQuery.all(new KindKey("", plural), fleet.clusters()), background);
	}

	/** Whether a list has all that its servers have. */
	public static boolean live(ListContent content) {
		return !content.parts().isEmpty()
				&& content.parts().stream().allMatch(p -> p.freshness().state() == State.LIVE);
	}

	/** Its threads and its clock. */
	public Background background() {
		return background;
	}

	/** Opens a cluster without waiting for it. */
	public ClusterSession open(Cluster cluster) {
		fleet.open(cluster);
		return cluster.session().orElseThrow();
	}

	/** The cluster that the kubeconfig means. */
	public Cluster current() {
		return fleet.current().orElseThrow();
	}

	/** Pods as every server serves them. */
	public static ResourceType podType() {
		return new ResourceType("", "v1", "pods", "pod", "Pod", true, List.of("po"), List.of("all"),
				Set.of("get", "list", "watch"), true);
	}

	/** Prints a figure. */
	public static void print(String name, double value) {
		System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
	}

	/** Milliseconds since this process was started. */
	public static long uptime() {
		return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
	}

	/** What the heap holds, after what nobody holds was collected. */
	public static long held() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	@Override
	public void close() {
		fleet.close();
		cache.ifPresent(Cache::close);
		scheduler.shutdownNow();
	}
}
