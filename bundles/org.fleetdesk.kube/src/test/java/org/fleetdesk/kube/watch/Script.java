package org.fleetdesk.kube.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListHabits;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A server played from a script, the table that its reflector keeps, and a time that passes only in pauses and steps.
 * When the script is over the reflector is interrupted. What happened stands in {@link #story}.
 */
final class Script implements Reader, ListSink {

	static final List<Column> COLUMNS = List.of(new Column("Name", "string", false, ""));

	/** One answer of the server. */
	interface Step {
		Page answer(RowSink sink);
	}

	final List<String> story = new ArrayList<>();
	final List<Long> pauses = new ArrayList<>();
	final List<Freshness> said = new ArrayList<>();
	final Set<String> table = new TreeSet<>();
	final ListHabits habits = new ListHabits();
	private Set<String> coming = new TreeSet<>();
	private final Deque<Step> steps = new ArrayDeque<>();
	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	static final ResourceType PODS = type("list", "watch");
	static final Page NOTHING = new Page("", Optional.empty(), OptionalLong.empty());

	private static ResourceType type(String... verbs) {
		return new ResourceType("", "v1", "pods", "pod", "Pod", true, List.of(), List.of(), Set.of(verbs), true);
	}

	private long most = Long.MAX_VALUE;

	/** Keeps no more rows than so many. */
	Script keeping(long rows) {
		most = rows;
		return this;
	}

	@Override
	public boolean keeps(long rows) {
		return rows <= most;
	}

	/** Lets time pass. */
	void pass(Duration time) {
		now = now.plus(time);
	}

	/** Runs a reflector of pods until the script is over. */
	Script play(String... verbs) {
		ResourceType type = type(verbs);
		InstantSource clock = () -> now;
		var timing = new Reflector.Timing(clock, this::pause, new Random(7));
		try {
			new Reflector(this, Scope.all(type), this, timing).run();
		} catch (InterruptedException scriptOver) {
			return this;
		}
		throw new AssertionError("it ended by itself");
	}

	Script play() {
		return play("list", "watch");
	}

	/** The next list gives these rows as its only page. */
	Script list(String version, String... names) {
		return page(version, "", names);
	}

	/** The next list gives a page, and a token for the next one. */
	Script page(String version, String next, String... names) {
		return then(sink -> {
			sink.columns(COLUMNS);
			for (String name : names) {
				sink.row(row(name, version));
			}
			return new Page(version, next.isEmpty() ? Optional.empty() : Optional.of(next), OptionalLong.empty());
		});
	}

	/** The next watch is accepted, gives events ("+a@5", "-a@6", "b@7" for a bookmark, "=7" for the list's end) and ends after so long. */
	Script watch(Duration lasting, String... events) {
		return then(sink -> {
			sink.watching();
			for (String event : events) {
				tell(sink, event);
			}
			now = now.plus(lasting);
			return new Page("", Optional.empty(), OptionalLong.empty());
		});
	}

	/** The next watch is accepted, gives events and then fails. */
	Script brokenWatch(KubeException problem, String... events) {
		return then(sink -> {
			sink.watching();
			for (String event : events) {
				tell(sink, event);
			}
			throw problem;
		});
	}

	/** The next request fails. */
	Script fail(KubeException problem) {
		return then(sink -> {
			throw problem;
		});
	}

	Script then(Step step) {
		steps.add(step);
		return this;
	}

	static void tell(RowSink sink, String event) {
		if (event.charAt(0) == '=') {
			sink.initialEventsEnd(event.substring(1));
			return;
		}
		String name = event.substring(1, event.indexOf('@'));
		String version = event.substring(event.indexOf('@') + 1);
		switch (event.charAt(0)) {
			case '+' -> sink.row(row(name, version));
			case '-' -> sink.deleted(row(name, version));
			default -> sink.bookmark(version);
		}
	}

	static Row row(String name, String version) {
		return new Row("uid-" + name, "web", name, version, 0, new Object[]{name});
	}

	static Request request() {
		return new Request("test", "list", "pods");
	}

	static Answer answer(int code) {
		return new Answer(code, "", "It failed with " + code + ".");
	}

	static KubeException unreachable() {
		return new KubeException.Unreachable(request(), answer(0), null);
	}

	static KubeException fault() {
		return new KubeException.ServerFault(request(), answer(500), null);
	}

	static KubeException expired() {
		return new KubeException.Expired(request(), answer(410), null);
	}

	static KubeException forbidden() {
		return new KubeException.Forbidden(request(), answer(403), null);
	}

	List<Freshness.State> states() {
		return said.stream().map(Freshness::state).toList();
	}

	private void pause(long millis) throws InterruptedException {
		pauses.add(millis);
		story.add("pause");
		now = now.plusMillis(millis);
		if (steps.isEmpty()) {
			throw new InterruptedException();
		}
	}

	private Page play(String what, RowSink sink) throws InterruptedException {
		story.add(what);
		if (steps.isEmpty()) {
			story.removeLast();
			throw new InterruptedException();
		}
		return steps.remove().answer(sink);
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException {
		String version = options.resourceVersionMatch() + options.resourceVersion();
		return play("list " + options.limit() + options.next() + version, sink);
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) throws InterruptedException {
		play("watch " + resourceVersion, sink);
	}

	@Override
	public void watchList(Scope scope, String notOlderThan, Duration patience, RowSink sink)
			throws InterruptedException {
		play("watchList " + notOlderThan, sink);
	}

	@Override
	public ListHabits habits() {
		return habits;
	}

	@Override
	public void relist() {
		story.add("relist");
		coming = new TreeSet<>();
	}

	@Override
	public void columns(List<Column> columns) {
		story.add("columns " + columns.size());
	}

	@Override
	public void row(Row row) {
		table.add(row.name());
		coming.add(row.name());
	}

	@Override
	public void deleted(Row row) {
		table.remove(row.name());
		coming.remove(row.name());
	}

	@Override
	public void complete() {
		story.add("complete");
		table.clear();
		table.addAll(coming);
	}

	@Override
	public void freshness(Freshness freshness) {
		said.add(freshness);
		story.add(freshness.state().name());
	}

	@Override
	public JsonNode get(ObjectKey key) {
		throw new UnsupportedOperationException();
	}

	@Override
	public JsonNode raw(String pathAndQuery) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Page objects(Scope scope, ListOptions options, Consumer<JsonNode> sink) {
		throw new UnsupportedOperationException();
	}
}
