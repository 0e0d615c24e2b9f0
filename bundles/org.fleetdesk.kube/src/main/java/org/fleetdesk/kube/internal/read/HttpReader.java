package org.fleetdesk.kube.internal.read;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.fleetdesk.kube.internal.rows.StringPool;
import org.fleetdesk.kube.internal.rows.WireTable;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.fleetdesk.kube.internal.http.Transport.Call;
import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.read.ListHabits;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads over HTTP. Safe for any thread; the transport belongs to someone else. A watch on a dead connection is found by the
 * transport's pings; where it has none, watches end and begin anew every 20 seconds, and one that does not is broken 10
 * seconds later.
 */
public final class HttpReader implements Reader {

	private static final String JSON = "application/json";
	private static final String TABLE = JSON + ";as=Table;v=v1;g=meta.k8s.io," + JSON;
	private static final String METADATA = JSON + ";as=PartialObjectMetadataList;v=v1;g=meta.k8s.io," + JSON;
	private static final int NOT_ACCEPTABLE = 406;
	private static final Duration LIST_IDLE = Duration.ofSeconds(70);
	private static final int SHORTEST_WATCH_SECONDS = 240;
	private static final int UNPINGED_WATCH_SECONDS = 20;
	private static final int WATCH_MARGIN_SECONDS = 30;

	private final Transport transport;
	private final RandomGenerator random;
	private final Shared shared;
	private final RowPlans plans;
	/** Types of which the server gives no plain lists. */
	private final Set<ResourceType> unplanned = ConcurrentHashMap.newKeySet();

	/** The media types that the lists of a planned type are asked for. */
	private final Map<ResourceType, String> accepted = new ConcurrentHashMap<>();

	/** What all readers of one connection share. */
	private record Shared(StringPool pool, WireTable table, ListHabits habits) {
	}

	/** A reader through a transport; {@code random}, safe for any thread, spreads the ends of watches. */
	public HttpReader(Transport transport, RandomGenerator random) {
		this(transport, random, new Shared(new StringPool(), new WireTable(), new ListHabits()), RowPlans.NONE);
	}

	private HttpReader(Transport transport, RandomGenerator random, Shared shared, RowPlans plans) {
		this.transport = transport;
		this.random = random;
		this.shared = shared;
		this.plans = plans;
	}

	/** A reader through a transport. */
	public HttpReader(Transport transport) {
		this(transport, new java.util.Random());
	}

	/** The same reader, whose lists and watches give rows by these plans where there is one. */
	public HttpReader with(RowPlans others) {
		return new HttpReader(transport, random, shared, others);
	}

	@Override
	public JsonNode get(ObjectKey key) throws InterruptedException {
		String path = Scope.all(key.type()).in(key.namespace()).path() + "/" + encode(key.name());
		String resource = key.type().qualifiedName() + " " + key.path();
		return JsonAnswers.tree(transport, JsonAnswers.get(path, JSON, "get", resource));
	}

	@Override
	public JsonNode raw(String pathAndQuery) throws InterruptedException {
		return JsonAnswers.tree(transport, JsonAnswers.get(pathAndQuery, JSON, "get", pathAndQuery));
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException {
		Optional<RowPlan> plan = plan(scope);
		if (plan.isPresent()) {
			try {
				PlannedAnswers answers = answers(scope, plan.get());
				return answers.list(call(scope, query(scope, options), accept(answers), "list", LIST_IDLE), sink);
			} catch (NotFound e) {
				refused(scope, e);
			}
		}
		String query = query(scope, options) + "includeObject=Metadata";
		return JsonAnswers.read(transport, call(scope, query, TABLE, "list", LIST_IDLE), JsonAnswers.ROWS, parser -> {
			Page page = new RowDecoder(parser, shared.pool()).list(sink);
			JsonAnswers.end(parser);
			return page;
		});
	}

	@Override
	public Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return trees(scope, options, JSON, sink);
	}

	@Override
	public Page metadata(Scope scope, ListOptions options, Consumer<JsonNode> sink) throws InterruptedException {
		return trees(scope, options, METADATA, sink);
	}

	private Page trees(Scope scope, ListOptions options, String accept, Consumer<JsonNode> sink)
			throws InterruptedException {
		Call call = call(scope, query(scope, options), accept, "list", LIST_IDLE);
		return JsonAnswers.read(transport, call, JsonAnswers.TREES.getFactory(), parser -> {
			Page page = new ObjectDecoder(parser, scope.type(), sink).list();
			JsonAnswers.end(parser);
			return page;
		});
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) throws InterruptedException {
		int seconds = watchSeconds();
		follow(scope, watchQuery(scope, resourceVersion, seconds), idle(seconds), answer -> sink);
	}

	@Override
	public void watchList(Scope scope, String notOlderThan, Duration patience, RowSink sink)
			throws InterruptedException {
		int seconds = watchSeconds();
		String query = watchQuery(scope, notOlderThan, seconds)
				+ "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan";
		follow(scope, query, patience, answer -> new InitialEvents(sink, () -> answer.idle(idle(seconds))));
	}

	@Override
	public ListHabits habits() {
		return shared.habits();
	}

	private int watchSeconds() {
		return transport.pings()
				? random.nextInt(SHORTEST_WATCH_SECONDS, 2 * SHORTEST_WATCH_SECONDS + 1)
				: UNPINGED_WATCH_SECONDS;
	}

	private static Duration idle(int watchSeconds) {
		return Duration.ofSeconds(watchSeconds + Math.min(WATCH_MARGIN_SECONDS, watchSeconds / 2));
	}

	private static String watchQuery(Scope scope, String resourceVersion, int seconds) {
		return selectors(scope) + "watch=true&allowWatchBookmarks=true&resourceVersion=" + encode(resourceVersion)
				+ "&timeoutSeconds=" + seconds;
	}

	private void follow(Scope scope, String query, Duration idle, Function<Answer, RowSink> sinks)
			throws InterruptedException {
		Optional<RowPlan> plan = plan(scope);
		if (plan.isPresent()) {
			try {
				PlannedAnswers answers = answers(scope, plan.get());
				answers.watch(call(scope, query, accept(answers), "watch", idle), sinks);
				return;
			} catch (NotFound e) {
				refused(scope, e);
			}
		}
		Call call = call(scope, query + "&includeObject=Metadata", TABLE, "watch", idle);
		try (Answer answer = transport.send(call)) {
			RowSink sink = sinks.apply(answer);
			sink.watching();
			JsonAnswers.read(answer, JsonAnswers.ROWS, parser -> {
				new WatchDecoder(parser, shared.pool(), sink).run();
				return true;
			});
		}
	}

	private Optional<RowPlan> plan(Scope scope) {
		return unplanned.contains(scope.type()) ? Optional.empty() : plans.of(scope.type());
	}

	private PlannedAnswers answers(Scope scope, RowPlan plan) {
		return new PlannedAnswers(transport, shared.pool(), shared.table(), scope.type(), plan);
	}

	private String accept(PlannedAnswers answers) {
		return accepted.computeIfAbsent(answers.type(), type -> answers.accept());
	}

	/** From now on the server is asked for its own columns, if that is what it refused. */
	private void refused(Scope scope, NotFound problem) {
		if (problem.code() != NOT_ACCEPTABLE) {
			throw problem;
		}
		unplanned.add(scope.type());
	}

	private static Call call(Scope scope, String query, String accept, String verb, Duration idle) {
		String resource = scope.type().qualifiedName()
				+ (scope.namespace().isEmpty() ? "" : " in " + scope.namespace());
		return new Call("GET", scope.path() + "?" + query, accept, verb, resource, idle);
	}

	/** Ends with an ampersand or is empty. */
	private static String query(Scope scope, ListOptions options) {
		return selectors(scope) + (options.limit() > 0 ? "limit=" + options.limit() + "&" : "")
				+ parameter("continue", options.next()) + parameter("resourceVersion", options.resourceVersion())
				+ parameter("resourceVersionMatch", options.resourceVersionMatch());
	}

	private static String selectors(Scope scope) {
		return parameter("labelSelector", scope.labels()) + parameter("fieldSelector", scope.fields());
	}

	private static String parameter(String name, String value) {
		return value.isEmpty() ? "" : name + "=" + encode(value) + "&";
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}
}
