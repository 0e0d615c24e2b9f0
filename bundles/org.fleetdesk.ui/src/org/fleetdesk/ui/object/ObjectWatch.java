package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.watch.Freshness.State;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one object newest: a list of this one object tells that it changed, then it is fetched whole, at most once a
 * second. Safe for any thread; whoever made it closes it.
 */
public final class ObjectWatch implements AutoCloseable {
	private static final KindKey EVENTS = new KindKey("", "events");
	private static final long SHORTEST_GAP_MILLIS = 1_000;

	private final Fleet fleet;
	private final ObjectRef ref;
	private final Background background;
	private final Cache cache;
	private final Listeners listeners = new Listeners();
	private final Registration fleetChanges;

	// guarded by this
	private @Nullable ListModel model;
	private @Nullable Registration modelChanges;
	private ObjectState state = ObjectState.NOTHING;
	private String fetchedVersion = "";
	private String askedVersion = "";
	private boolean fetching;
	private boolean again;
	private boolean closed;
	private long lastFetched;

	/** A watch that has not begun. */
	public ObjectWatch(Fleet fleet, ObjectRef ref, Background background, Cache cache) {
		this.fleet = fleet;
		this.ref = ref;
		this.background = background;
		this.cache = cache;
		this.fleetChanges = fleet.listen(this::begin);
	}

	/** Begins as soon as the cluster is registered. */
	public void begin() {
		Optional<Cluster> cluster = fleet.cluster(ref.cluster());
		ListModel begun;
		synchronized (this) {
			if (closed || model != null || cluster.isEmpty()) {
				return;
			}
			begun = new ListModel(fleet, new ListQuery(ref.type(), List.of(cluster.get()), namespaces(), "",
					"metadata.name=" + ref.name()), background);
			model = begun;
			ListModel listened = begun;
			modelChanges = begun.listen(() -> look(listened.content()));
		}
		background.threads().newThread(() -> remember(cluster.get())).start();
		look(begun.content()); // what a list that lingered had at once was told to nobody
	}

	/** Shows what was remembered, until the cluster says more. */
	private void remember(Cluster cluster) {
		cache.object(cluster, ref.type(), ref.namespace(), ref.name()).ifPresent(known -> {
			readKind();
			synchronized (this) {
				state = state.remembered(known.object(), known.known());
			}
			listeners.changed();
		});
	}

	/** What is known of the kind is read before the object is told, so that nobody reads a file for it on the UI thread. */
	private void readKind() {
		fleet.kinds().of(ref.type());
	}

	/** A list of the events about the object, which the caller closes; empty while its cluster is not registered. */
	Optional<ListModel> events() {
		String about = "involvedObject.name=" + ref.name() + ",involvedObject.kind=" + ref.kind();
		return fleet.cluster(ref.cluster()).map(cluster -> new ListModel(fleet,
				new ListQuery(EVENTS, List.of(cluster), namespaces(), "", about), background));
	}

	private Set<String> namespaces() {
		return ref.namespace().isEmpty() ? Set.of() : Set.of(ref.namespace());
	}

	/** What is known now. */
	public synchronized ObjectState state() {
		return state;
	}

	/** Tells of every change, on any thread. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Asks the cluster again and fetches anew. */
	public void refresh() {
		fleet.cluster(ref.cluster()).ifPresent(
				c -> c.session().ifPresentOrElse(ClusterSession::refresh, () -> fleet.open(c)));
		fetchSoon();
	}

	private void look(ListContent content) {
		Optional<Part> part = content.parts().stream().findFirst();
		Optional<Line> line = content.lines().stream().filter(l -> l.row().name().equals(ref.name())).findFirst();
		boolean fetch;
		synchronized (this) {
			state = state.listed(line, part);
			String version = line.map(l -> l.row().resourceVersion()).orElse("");
			State truth = part.map(p -> p.freshness().state()).orElse(State.LOADING);
			if (line.isPresent()) {
				fetch = !version.equals(fetchedVersion);
			} else if (truth == State.LIVE && state.object().isPresent()) {
				fetch = false;
				if (state.deleted().isEmpty()) {
					gone();
				}
				fetchedVersion = "";
			} else {
				version = truth.name(); // live without it, or not to be listed: getting it says why
				fetch = truth != State.LOADING && truth != State.STALE && !version.equals(askedVersion);
			}
			again |= fetch && fetching && !version.equals(askedVersion);
			if (fetch) {
				askedVersion = version;
			}
		}
		if (fetch) {
			fetchSoon();
		}
		listeners.changed();
	}

	/** The object is no more: it stays in the editor, and is not remembered. */
	private void gone() {
		state = state.gone(background.clock().instant());
		fleet.cluster(ref.cluster()).ifPresent(
				cluster -> cache.forget(cluster, ref.type(), ref.namespace(), ref.name()));
	}

	private void fetchSoon() {
		long wait;
		synchronized (this) {
			if (fetching || closed) {
				return;
			}
			fetching = true;
			wait = Math.clamp(lastFetched + SHORTEST_GAP_MILLIS - background.clock().millis(), 0, SHORTEST_GAP_MILLIS);
		}
		background.scheduler().schedule(this::start, wait, TimeUnit.MILLISECONDS);
	}

	private void start() {
		Optional<Cluster> cluster = fleet.cluster(ref.cluster());
		Optional<ResourceType> type = cluster.flatMap(c -> ref.type().in(c.state().catalogue()));
		Optional<ClusterSession> session = cluster.flatMap(Cluster::session);
		if (type.isEmpty() || session.isEmpty()) {
			synchronized (this) {
				fetching = false;
				askedVersion = "";
			}
			return;
		}
		ObjectKey key = new ObjectKey(type.get(), ref.namespace(), ref.name());
		session.get().run(() -> fetch(session.get(), key));
	}

	private void fetch(ClusterSession session, ObjectKey key) throws InterruptedException {
		try {
			JsonNode object = session.reader().get(key);
			readKind();
			synchronized (this) {
				state = state.fetched(object);
				fetchedVersion = object.path("metadata").path("resourceVersion").asText();
			}
			cache.keep(session.cluster(), key, object);
		} catch (KubeException e) {
			synchronized (this) {
				if (e instanceof KubeException.NotFound && state.object().isPresent()) {
					gone();
				} else {
					state = state.failed(e.getMessage());
				}
			}
		} finally {
			synchronized (this) {
				fetching = false;
				lastFetched = background.clock().millis();
			}
		}
		listeners.changed();
		lookAgain();
	}

	/** What changed while the object was being fetched. */
	private void lookAgain() {
		ListModel current;
		boolean missed;
		synchronized (this) {
			current = model;
			missed = again;
			again = false;
		}
		if (missed) {
			fetchSoon();
		} else if (current != null && current.content().lines().stream().filter(l -> l.row().name().equals(ref.name()))
				.anyMatch(l -> newer(l.row().resourceVersion()))) {
			fetchSoon();
		}
	}

	private synchronized boolean newer(String version) {
		return state.problem().isEmpty() && !version.equals(fetchedVersion)
				&& version.length() >= fetchedVersion.length()
				&& (version.length() > fetchedVersion.length() || version.compareTo(fetchedVersion) > 0);
	}

	@Override
	public void close() {
		fleetChanges.close();
		synchronized (this) {
			closed = true;
			if (model != null && modelChanges != null) {
				modelChanges.close();
				model.close();
			}
		}
	}
}
