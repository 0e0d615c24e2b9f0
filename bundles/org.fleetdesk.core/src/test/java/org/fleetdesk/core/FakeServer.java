package org.fleetdesk.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.Discovery;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.schema.Schemas;
import org.fleetdesk.kube.write.Writer;

import org.jspecify.annotations.Nullable;

/**
 * A cluster in memory: objects of a few kinds, lists in pages, watches that go on from a version, compaction, refusals,
 * outages and answers that never come. Selectors are not looked at.
 */
public final class FakeServer {
	/** Pods. */
	public static final ResourceType PODS = type("", "v1", "pods", "Pod", true);
	/** Nodes. */
	public static final ResourceType NODES = type("", "v1", "nodes", "Node", false);
	/** A custom kind, served when a test says so. */
	public static final ResourceType WIDGETS = type("example.org", "v1", "widgets", "Widget", true);

	/** Something that happened to an object. */
	record Event(long version, ResourceType type, Row row, boolean deleted) {
	}

	/** A refusal: asked before every request, with verb, plural and namespace. */
	private record Rule(String verb, String plural, String namespace, Supplier<KubeException> answer) {
		private boolean holds(String asked, String of, String in) {
			return (verb.equals("*") || verb.equals(asked)) && (plural.equals("*") || plural.equals(of))
					&& (namespace.equals("*") || namespace.equals(in));
		}
	}

	private final FakeTime time;
	private final String name;

	// all guarded by this
	private final List<ResourceType> types = new ArrayList<>(List.of(PODS, NODES));
	private final Map<ResourceType, List<Column>> columns = new HashMap<>();
	private final Map<ResourceType, TreeMap<String, Row>> objects = new HashMap<>();
	private final List<Event> events = new ArrayList<>();
	private final List<Rule> rules = new ArrayList<>();
	private final List<String> requests = new ArrayList<>();
	private final List<FakeConnection> connections = new ArrayList<>();
	private long version = 100;
	private long compacted;
	private long uids;
	private int cuts;
	private boolean silent;
	private String gitVersion = "v1.34.2";

	/** An empty cluster of this name. */
	public FakeServer(FakeTime time, String name) {
		this.time = time;
		this.name = name;
		columns.put(PODS, List.of(column("Name"), column("Ready"), column("Status"),
				new Column("Restarts", "integer", false, ""), column("Age"), new Column("Node", "string", true, "")));
		columns.put(NODES, List.of(column("Name"), column("Status"), column("Age")));
		columns.put(WIDGETS, List.of(column("Name"), column("Size"), column("AGE")));
	}

	/** A type of these names that can be listed and watched. */
	public static ResourceType type(String group, String version, String plural, String kind, boolean namespaced) {
		return new ResourceType(group, version, plural, kind.toLowerCase(Locale.ROOT), kind, namespaced,
				List.of(), List.of(), Set.of("get", "list", "watch"), true);
	}

	/** A column of text. */
	public static Column column(String name) {
		return new Column(name, "string", false, "");
	}

	/** A connection as a connector makes it. */
	public synchronized Connection connect() {
		FakeConnection made = new FakeConnection();
		connections.add(made);
		return made;
	}

	/** How many connections were made. */
	public synchronized int connections() {
		return connections.size();
	}

	/** How many connections are not closed. */
	public synchronized long openConnections() {
		return connections.stream().filter(c -> !c.closed).count();
	}

	/** What was asked: "list pods web" and the like, in order. */
	public synchronized List<String> requests() {
		return List.copyOf(requests);
	}

	/** How often this was asked. */
	public synchronized long requests(String line) {
		return requests.stream().filter(line::equals).count();
	}

	/** Forgets what was asked. */
	public synchronized void forgetRequests() {
		requests.clear();
	}

	/** Creates a pod or changes it. */
	public void pod(String namespace, String pod, String status, long restarts) {
		put(PODS, namespace, pod, "1/1", status, restarts, "5m", "node-1");
	}

	/** Creates an object or changes it; cells after the first, which is its name. */
	public void put(ResourceType type, String namespace, String object, @Nullable Object... others) {
		put(type, namespace, object, new String[0], others);
	}

	/** The same with labels: key, value, key, value …, by key. */
	public void put(ResourceType type, String namespace, String object, String[] labels, @Nullable Object[] others) {
		synchronized (this) {
			@Nullable
			Object[] cells = Stream.concat(Stream.of(object), Stream.of(others)).toArray();
			Row old = stored(type).get(namespace + "/" + object);
			String uid = old == null ? name + "-" + ++uids : old.uid();
			long created = old == null ? time.clock().millis() : old.createdMillis();
			Row row = new Row(uid, namespace, object, String.valueOf(++version), created, "", labels, cells);
			stored(type).put(namespace + "/" + object, row);
			events.add(new Event(version, type, row, false));
		}
		time.signal();
	}

	/** Deletes an object. */
	public void delete(ResourceType type, String namespace, String object) {
		synchronized (this) {
			Row gone = stored(type).remove(namespace + "/" + object);
			Row last = new Row(gone.uid(), namespace, object, String.valueOf(++version), gone.createdMillis(),
					new Object[0]);
			events.add(new Event(version, type, last, true));
		}
		time.signal();
	}

	/** Serves a kind from now on. */
	public synchronized void serve(ResourceType type) {
		types.add(type);
	}

	/** Serves a kind no more. */
	public synchronized void unserve(ResourceType type) {
		types.remove(type);
	}

	/** Lists a kind with these columns from now on. */
	public synchronized void columns(ResourceType type, Column... some) {
		columns.put(type, List.of(some));
	}

	/** Says another version. */
	public synchronized void version(String text) {
		gitVersion = text;
	}

	/** Refuses requests of a verb, plural and namespace, "*" for any; until {@link #heal}. */
	public void refuse(String verb, String plural, String namespace, Function<String, KubeException> answer) {
		synchronized (this) {
			rules.add(new Rule(verb, plural, namespace, () -> answer.apply(name)));
		}
		time.signal();
	}

	/** Is away: nothing answers and every stream breaks; until {@link #heal}. */
	public void goAway() {
		refuse("*", "*", "*", FakeServer::unreachable);
		cutWatches();
	}

	/** Takes requests and never answers; until {@link #heal}. */
	public synchronized void fallSilent() {
		silent = true;
	}

	/** Answers everything again. */
	public void heal() {
		synchronized (this) {
			rules.clear();
			silent = false;
		}
		time.signal();
	}

	/** Breaks the running watches. */
	public void cutWatches() {
		synchronized (this) {
			cuts++;
		}
		time.signal();
	}

	/** Forgets the past: watches from before now must list again. */
	public synchronized void compact() {
		compacted = version;
		events.clear();
	}

	/** "Cannot be reached." */
	public static KubeException unreachable(String cluster) {
		return new KubeException.Unreachable(new Request(cluster, "list", ""),
				new Answer(0, "", cluster + " cannot be reached."), null);
	}

	/** "You may not." */
	public static KubeException forbidden(String cluster) {
		return new KubeException.Forbidden(new Request(cluster, "list", ""),
				new Answer(403, "Forbidden", "You may not list this in " + cluster + "."), null);
	}

	/** "Something broke." */
	public static KubeException broken(String cluster) {
		return new KubeException.ServerFault(new Request(cluster, "list", ""),
				new Answer(500, "InternalError", cluster + " failed."), null);
	}

	private TreeMap<String, Row> stored(ResourceType type) {
		return objects.computeIfAbsent(type, t -> new TreeMap<>());
	}

	private final class FakeConnection implements Connection, Discovery, FakeReader {
		private volatile boolean closed;

		private void ask(String verb, String plural, String namespace) throws InterruptedException {
			synchronized (FakeServer.this) {
				requests.add((verb + " " + plural + " " + namespace).strip());
			}
			time.until(() -> closed || !silent());
			refused(verb, plural, namespace);
		}

		private boolean silent() {
			synchronized (FakeServer.this) {
				return silent;
			}
		}

		private void refused(String verb, String plural, String namespace) {
			if (closed) {
				throw unreachable(name);
			}
			Optional<Rule> rule;
			synchronized (FakeServer.this) {
				rule = rules.stream().filter(r -> r.holds(verb, plural, namespace)).findFirst();
			}
			if (rule.isPresent()) {
				throw rule.get().answer().get();
			}
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public Discovery discovery() {
			return this;
		}

		@Override
		public Schemas schemas() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Reader reader() {
			return this;
		}

		@Override
		public Writer writer() {
			return new FakeWriter();
		}

		@Override
		public ServerVersion version() throws InterruptedException {
			ask("version", "", "");
			synchronized (FakeServer.this) {
				return new ServerVersion(gitVersion, "linux/amd64");
			}
		}

		@Override
		public Catalogue resources() throws InterruptedException {
			ask("discover", "", "");
			synchronized (FakeServer.this) {
				return new Catalogue(types, List.of());
			}
		}

		@Override
		public Page list(Scope scope, ListOptions options,
				RowSink sink) throws InterruptedException {
			ask("list", scope.type().plural(), scope.namespace());
			List<Row> rows;
			List<Column> heads;
			long at;
			synchronized (FakeServer.this) {
				rows = stored(scope.type()).values().stream().filter(r -> in(scope, r)).toList();
				heads = columns.getOrDefault(scope.type(), List.of(column("Name")));
				at = version;
			}
			int from = options.next().isEmpty() ? 0 : Integer.parseInt(options.next());
			int to = options.limit() == 0 ? rows.size() : Math.min(rows.size(), from + options.limit());
			sink.columns(heads);
			rows.subList(from, to).forEach(sink::row);
			boolean last = to == rows.size();
			return new Page(String.valueOf(at), last ? Optional.empty() : Optional.of(String.valueOf(to)),
					last ? OptionalLong.empty() : OptionalLong.of(rows.size() - to));
		}

		private boolean in(Scope scope, Row row) {
			String name = "metadata.name=";
			return (scope.namespace().isEmpty() || scope.namespace().equals(row.namespace()))
					&& (!scope.fields().startsWith(name) || scope.fields().equals(name + row.name()));
		}

		@Override
		public void watch(Scope scope, String from, RowSink sink) throws InterruptedException {
			ask("watch", scope.type().plural(), scope.namespace());
			long seen = Long.parseLong(from);
			int cut;
			List<Column> heads;
			synchronized (FakeServer.this) {
				if (seen < compacted) {
					throw new KubeException.Expired(new Request(name, "watch", scope.type().plural()),
							new Answer(410, "Expired", "The version is too old."), null);
				}
				cut = cuts;
				heads = columns.getOrDefault(scope.type(), List.of(column("Name")));
			}
			sink.watching();
			sink.columns(heads);
			while (true) {
				long after = seen;
				time.until(() -> closed || cut != cuts() || newest() > after);
				if (cut != cuts()) {
					refused("watch", scope.type().plural(), scope.namespace());
					throw unreachable(name);
				}
				refused("watch", scope.type().plural(), scope.namespace());
				List<Event> fresh;
				synchronized (FakeServer.this) {
					fresh = events.stream().filter(e -> e.version() > after).toList();
					seen = version;
				}
				for (Event event : fresh) {
					if (event.type().equals(scope.type()) && in(scope, event.row())) {
						if (event.deleted()) {
							sink.deleted(event.row());
						} else {
							sink.row(event.row());
						}
					}
				}
			}
		}

		private int cuts() {
			synchronized (FakeServer.this) {
				return cuts;
			}
		}

		private long newest() {
			synchronized (FakeServer.this) {
				return version;
			}
		}

		@Override
		public void close() {
			closed = true;
			time.signal();
		}
	}
}
