package org.fleetdesk.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.FleetMemory;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.KubeconfigReader;

/** A fleet over fake servers in fake time, with a kubeconfig and a settings folder of its own. */
public final class Desk implements AutoCloseable {
	/** Its time. */
	public final FakeTime time = new FakeTime();
	/** The standard kubeconfig. */
	public final Path kubeconfig;
	/** Its settings. */
	public final SettingsFolder settings;
	/** Its fleet, not started. */
	public final Fleet fleet;
	private final Map<String, FakeServer> servers = new LinkedHashMap<>();
	private final Path folder;
	private volatile Runnable connecting = () -> {
		// nothing, until a test says so
	};
	private int writes;

	/** A desk with these contexts in the standard kubeconfig. */
	public Desk(Path folder, String... contexts) {
		this(folder, time -> FleetMemory.NONE, contexts);
	}

	/** The same, which begins with what a memory in its time knows. */
	public Desk(Path folder, Function<FakeTime, FleetMemory> memory, String... contexts) {
		this.folder = folder;
		this.kubeconfig = folder.resolve("config");
		this.settings = new SettingsFolder(folder.resolve("settings"));
		Sources sources = new Sources(new KubeconfigReader(), List.of(kubeconfig), settings);
		this.fleet = new Fleet(sources, context -> {
			connecting.run();
			return server(context.server().name()).connect();
		}, settings, time.background(), memory.apply(time));
		kubeconfig(contexts);
	}

	/** Does this whenever a connection is made, on the thread that makes it. */
	public void whenConnecting(Runnable work) {
		connecting = work;
	}

	/** The server that contexts of this name lead to. */
	public FakeServer server(String name) {
		synchronized (servers) {
			return servers.computeIfAbsent(name, n -> new FakeServer(time, n));
		}
	}

	/** Writes the standard kubeconfig; a context is "name", or "name namespace" for one with a default namespace. */
	public void kubeconfig(String... contexts) {
		write(kubeconfig, text(contexts));
	}

	/** Writes another kubeconfig. */
	public Path file(String name, String... contexts) {
		Path file = folder.resolve(name);
		write(file, text(contexts));
		return file;
	}

	/** Writes a file so that it has another time than before. */
	public void write(Path file, String text) {
		try {
			Files.writeString(file, text);
			Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++writes));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A kubeconfig of contexts. */
	public static String text(String... contexts) {
		String[][] all = Arrays.stream(contexts).map(c -> c.split(" ")).toArray(String[][]::new);
		return """
				apiVersion: v1
				kind: Config
				current-context: %s
				users: [{name: me, user: {token: t}}]
				clusters: %s
				contexts: %s
				""".formatted(contexts.length == 0 ? "none" : all[0][0],
				Stream.of(all).map(c -> "{name: " + c[0] + ", cluster: {server: 'https://" + c[0] + ".test:6443'}}")
						.collect(Collectors.toList()),
				Stream.of(all).map(c -> "{name: " + c[0] + ", context: {user: me, cluster: " + c[0]
						+ (c.length > 1 ? ", namespace: " + c[1] : "") + "}}").collect(Collectors.toList()));
	}

	/** Reads the kubeconfigs, and looks at them from now on. */
	public void start() {
		fleet.start();
	}

	/** The cluster of this id. */
	public Cluster cluster(String id) {
		return fleet.cluster(id).orElseThrow();
	}

	/** Opens clusters and lets them come up. */
	public void open(String... ids) {
		Stream.of(ids).map(this::cluster).forEach(fleet::open);
		time.settle();
	}

	/** Lets so many seconds pass. */
	public void seconds(long seconds) {
		time.advance(Duration.ofSeconds(seconds));
	}

	/** Names of the clusters. */
	public List<String> names() {
		return fleet.clusters().stream().map(Cluster::name).toList();
	}

	/** Every file below its folder, as relative paths. */
	public List<String> files() {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString())
					.sorted(Comparator.naturalOrder()).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		fleet.close();
		time.settle();
	}
}
