package org.fleetdesk.core.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.PackProblem;
import org.fleetdesk.core.live.LiveLists;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Kubeconfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clusters a person works with. A cluster is contacted when it is opened and not before; one that is away keeps
 * nobody waiting. Safe for any thread; methods return at once unless they say otherwise. The assembly owns and closes it.
 */
public final class Fleet implements AutoCloseable {
	private static final long LOOK_MILLIS = 2_000;
	private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
	private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
	private static final String NAMESPACES = "namespaces.json";
	private static final Runnable NO_DEMO = () -> {
		// there is none to end
	};

	/** The settings file of namespaces typed by hand, by cluster id. */
	record TypedNamespaces(Map<String, Set<String>> clusters) {
		TypedNamespaces {
			clusters = clusters == null ? Map.of() : Map.copyOf(clusters);
		}
	}

	private final Sources sources;
	private final Connector connector;
	private final SettingsFolder settings;
	private final Background background;
	private final FleetMemory memory;
	private final Listeners listeners = new Listeners();
	private final Kinds kinds;
	private final LiveLists lists;
	private final Marks marks;
	private final AtomicBoolean looking = new AtomicBoolean();
	private final Map<String, String> lookFailures = new ConcurrentHashMap<>(); // the newest, by what was looked at
	private volatile Map<String, Cluster> clusters = Map.of(); // in order, never changed in place
	private volatile Map<String, Set<String>> typed = Map.of(); // written under the settings' lock

	// guarded by this
	private @Nullable ScheduledFuture<?> looks;
	private boolean closed;
	private Runnable demoEnd = NO_DEMO;

	/** A fleet that has read nothing yet: {@link #start} does. */
	public Fleet(Sources sources, Connector connector, SettingsFolder settings, Background background) {
		this(sources, connector, settings, background, FleetMemory.NONE);
	}

	/** The same, which begins with what is remembered. */
	public Fleet(Sources sources, Connector connector, SettingsFolder settings, Background background,
			FleetMemory memory) {
		this.sources = Objects.requireNonNull(sources);
		this.connector = Objects.requireNonNull(connector);
		this.settings = Objects.requireNonNull(settings);
		this.background = Objects.requireNonNull(background);
		this.memory = Objects.requireNonNull(memory);
		this.kinds = new Kinds(settings.file(Kinds.FOLDER));
		this.lists = new LiveLists(background, memory.lists(), kinds);
		this.marks = new Marks(settings);
	}

	/** Reads the kubeconfigs and the packs (blocks for the files), and looks at them every two seconds from now on. */
	public void start() {
		typed = settings.read(NAMESPACES, TypedNamespaces.class).map(TypedNamespaces::clusters).orElse(Map.of());
		reload();
		synchronized (this) {
			if (!closed) {
				looks = background.scheduler().scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS,
						TimeUnit.MILLISECONDS);
			}
		}
	}

	/** One look at a time: a folder on a server that does not answer must not gather threads. */
	private void look() {
		if (looking.compareAndSet(false, true)) {
			background.threads().newThread(() -> {
				try {
					reload();
				} finally {
					looking.set(false);
				}
			}).start();
		}
	}

	/** Reads again what changed; blocks for the files. */
	public void reload() {
		boolean marked = found("packs", kinds::reload) | found("marks", marks::reload);
		if (found("kubeconfigs", sources::refresh)) {
			List<ClusterSession> ended = List.of();
			synchronized (this) {
				if (!closed) {
					ended = take(sources.list());
				}
			}
			ended.forEach(ClusterSession::close);
			listeners.changed();
			remember();
		} else if (marked) {
			listeners.changed();
		}
	}

	/** Whether a look found something new. A fault in one keeps from no other, and is logged once as long as it is the same. */
	private boolean found(String what, BooleanSupplier look) {
		try {
			boolean found = look.getAsBoolean();
			lookFailures.remove(what);
			return found;
		} catch (RuntimeException e) {
			if (!e.toString().equals(lookFailures.put(what, e.toString()))) {
				LOG.error("The {} could not be looked at.", what, e);
			}
			return false;
		}
	}

	/** Gives clusters of which nothing is known what is remembered of them. */
	private void remember() {
		Map<String, Cluster> registered = clusters;
		memory.registered(registered.keySet());
		boolean any = false;
		for (Cluster cluster : registered.values()) {
			Optional<ClusterState> remembered = cluster.state().catalogue().types().isEmpty()
					? memory.known(cluster)
					: Optional.empty();
			if (remembered.isPresent()) {
				synchronized (this) {
					cluster.state(cluster.state().knowing(remembered.get()));
				}
				any = true;
			}
		}
		if (any) {
			listeners.changed();
		}
	}

	/** Makes the clusters those of the sources; gives the sessions to close. */
	private List<ClusterSession> take(List<Source> read) {
		Map<String, Cluster> known = clusters;
		Set<String> names = new HashSet<>();
		Map<String, Cluster> fresh = new LinkedHashMap<>();
		for (Source source : read) {
			for (KubeContext context : source.config().contexts()) {
				String id = id(source, context);
				String name = names.add(context.name()) ? context.name() : context.name() + " (" + source.label() + ")";
				Cluster old = known.get(id);
				boolean same = old != null && old.context().equals(context) && old.name().equals(name);
				fresh.putIfAbsent(id, same
						? Objects.requireNonNull(old)
						: new Cluster(id, name, context, source.demo(),
								ClusterState.closed(background.clock().instant())));
			}
		}
		clusters = Collections.unmodifiableMap(fresh);
		List<ClusterSession> ended = new ArrayList<>();
		for (Cluster old : known.values()) {
			Cluster now = fresh.get(old.id());
			if (now != old && old.session().isPresent()) {
				end(old).ifPresent(ended::add);
				if (now != null) {
					begin(now);
				}
			}
		}
		return ended;
	}

	private static String id(Source source, KubeContext context) {
		return source.standard() ? context.name() : source.id() + "#" + context.name();
	}

	/** The clusters, in the order of their sources. */
	public List<Cluster> clusters() {
		return List.copyOf(clusters.values());
	}

	/** The cluster of an id, if it is registered. */
	public Optional<Cluster> cluster(String id) {
		return Optional.ofNullable(clusters.get(id));
	}

	/** The cluster of the standard kubeconfig's current context. */
	public Optional<Cluster> current() {
		return sources.list().stream().filter(Source::standard).flatMap(s -> s.config().current().stream()).findFirst()
				.flatMap(this::cluster);
	}

	/** Where the clusters come from. */
	public List<Source> sources() {
		return sources.list();
	}

	/** The source a cluster came from, unless it is gone. */
	public Optional<Source> source(Cluster cluster) {
		return sources.list().stream().filter(s -> s.id().equals(cluster.sourceId())).findFirst();
	}

	/** What is wrong in the kubeconfigs, in the marks and in the packs. */
	public List<Finding> findings() {
		return Stream.of(marks.finding().stream(),
				sources.list().stream().flatMap(s -> s.config().findings().stream()),
				kinds.problems().stream().map(PackProblem::finding)).flatMap(all -> all).toList();
	}

	/** Tells of every change of the clusters and of their states, on the thread that made it. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** How a cluster is marked. */
	public Mark mark(Cluster cluster) {
		return marks.of(cluster.id());
	}

	/**
	 * Marks a cluster, from the next change on; blocks for the file.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be kept; it holds until the program ends all the same
	 */
	public void mark(Cluster cluster, Mark mark) {
		try {
			marks.set(cluster.id(), mark);
		} finally {
			listeners.changed();
		}
	}

	/** What is known of kinds; the packs in the settings folder are among it and looked at with the kubeconfigs. */
	public Kinds kinds() {
		return kinds;
	}

	/** The live lists of the open clusters. */
	public LiveLists lists() {
		return lists;
	}

	/** Adds a kubeconfig file; blocks for the file. What is wrong in it stands in {@link #findings}. */
	public void addFile(Path file) {
		sources.addFile(file);
		reload();
	}

	/** Adds pasted text, kept in the settings folder; blocks for the file. */
	public void addText(String text) {
		sources.addText(text);
		reload();
	}

	/**
	 * Adds simulated clusters, which live as long as this fleet at most; blocks for the settings file, which remembers that
	 * they are wanted and nothing else of them.
	 *
	 * @param label what their source is called
	 * @param config how to reach them
	 * @param end ends them: run once, when they are removed, replaced, or the fleet is closed
	 * @throws java.io.UncheckedIOException if it cannot be remembered; then the caller ends them
	 */
	public void addDemo(String label, Kubeconfig config, Runnable end) {
		sources.addDemo(label, config);
		Runnable older;
		synchronized (this) {
			older = closed ? end : demoEnd;
			demoEnd = closed ? demoEnd : end;
		}
		reload();
		older.run();
	}

	/** Whether the demo clusters are among the sources, or were when the program last ended; blocks for the file. */
	public boolean demoWanted() {
		return sources.demoWanted();
	}

	/** Forgets a source, closes its clusters and forgets what is remembered of them; blocks for the file. */
	public void remove(Source source) {
		Set<String> gone = clusters.values().stream().filter(c -> c.sourceId().equals(source.id())).map(Cluster::id)
				.collect(Collectors.toSet());
		sources.remove(source);
		reload();
		gone.removeAll(clusters.keySet());
		memory.forget(gone);
		if (source.demo()) {
			endDemo();
		}
	}

	private void endDemo() {
		Runnable end;
		synchronized (this) {
			end = demoEnd;
			demoEnd = NO_DEMO;
		}
		end.run();
	}

	/** Opens a cluster if it is not open. */
	public void open(Cluster cluster) {
		synchronized (this) {
			if (closed || cluster.session().isPresent() || clusters.get(cluster.id()) != cluster) {
				return;
			}
			begin(cluster);
		}
		listeners.changed();
	}

	/** Closes a cluster: its lists stay as they were until they are let go. */
	public void close(Cluster cluster) {
		Optional<ClusterSession> ended;
		synchronized (this) {
			ended = end(cluster);
		}
		ended.ifPresent(ClusterSession::close);
		listeners.changed();
	}

	private void begin(Cluster cluster) {
		cluster.state(cluster.state().in(Phase.OPENING, background.clock().instant(), Optional.empty()));
		ClusterSession[] own = new ClusterSession[1];
		own[0] = new ClusterSession(cluster, connector.connect(cluster.context()), () -> mark(cluster), background,
				newest -> tell(cluster, own[0], newest));
		cluster.session(own[0]);
		own[0].refresh();
	}

	private void tell(Cluster cluster, ClusterSession session, ClusterState newest) {
		synchronized (this) {
			if (cluster.session().orElse(null) != session) {
				return;
			}
			ClusterState known = newest.knowing(cluster.state());
			if (known.equals(cluster.state())) {
				return; // a beat without news wakes nobody
			}
			cluster.state(known);
		}
		listeners.changed();
		if (newest.phase() == Phase.OPEN) {
			memory.know(cluster);
		}
	}

	/** Takes a cluster's session away from it; the caller closes it when it holds no lock. */
	private Optional<ClusterSession> end(Cluster cluster) {
		Optional<ClusterSession> session = cluster.session();
		if (session.isPresent()) {
			cluster.session(null);
			cluster.state(cluster.state().in(Phase.CLOSED, background.clock().instant(), Optional.empty()));
		}
		return session;
	}

	/** The namespaces known without asking: the context's own and those typed by hand. */
	public Set<String> knownNamespaces(Cluster cluster) {
		Set<String> known = new LinkedHashSet<>();
		cluster.context().namespace().ifPresent(known::add);
		known.addAll(typed.getOrDefault(cluster.id(), Set.of()));
		return known;
	}

	/**
	 * Remembers a namespace typed by hand, for users who may not list them; blocks for the file.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be kept; it is known until the program ends all the same
	 */
	public void addNamespace(Cluster cluster, String namespace) {
		try {
			synchronized (settings) {
				typed = with(typed, cluster.id(), namespace);
				settings.change(NAMESPACES, TypedNamespaces.class, new TypedNamespaces(Map.of()),
						saved -> new TypedNamespaces(with(saved.clusters(), cluster.id(), namespace)));
			}
		} finally {
			listeners.changed();
		}
	}

	private static Map<String, Set<String>> with(Map<String, Set<String>> some, String cluster, String namespace) {
		Map<String, Set<String>> all = new HashMap<>(some);
		Set<String> own = new LinkedHashSet<>(all.getOrDefault(cluster, Set.of()));
		own.add(namespace);
		all.put(cluster, Collections.unmodifiableSet(own));
		return Map.copyOf(all);
	}

	/** Closes every cluster and waits a moment for their threads. */
	@Override
	public void close() {
		List<ClusterSession> ended = new ArrayList<>();
		synchronized (this) {
			closed = true;
			if (looks != null) {
				looks.cancel(false);
			}
			clusters.values().forEach(cluster -> end(cluster).ifPresent(ended::add));
		}
		lists.close();
		ended.forEach(ClusterSession::close);
		Instant end = background.clock().instant().plus(LONGEST_GOODBYE);
		try {
			for (ClusterSession session : ended) {
				session.await(end);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt(); // whoever closes does not want to wait
		}
		endDemo();
	}
}
