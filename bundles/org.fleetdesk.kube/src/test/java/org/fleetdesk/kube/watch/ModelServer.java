package org.fleetdesk.kube.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.ListHabits;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.ModelWorld.Change;
import org.fleetdesk.kube.watch.ModelWorld.Faults;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A model of the API servers of a {@link ModelWorld}, which serve pages from its history and all else from what they know of
 * it, and fail in every way that is known of real ones. One of {@link ModelTime}'s threads at a time.
 */
final class ModelServer implements Reader {

	private final ModelTime time;
	private final Random random;
	private final Faults faults;
	private final ModelWorld world;
	private final ListHabits habits = new ListHabits();
	/** Kinds whose list is whole and watched: a watch that is cut or refused for a while can go on. */
	private final Set<String> watched = new HashSet<>();

	/** Of each kind, of which version the last whole list was; how often a list was begun; how often it might be. */
	final Map<String, Long> listed = new TreeMap<>();
	final Map<String, Integer> begun = new TreeMap<>();
	final Map<String, Integer> reasons = new TreeMap<>();

	ModelServer(ModelTime time, Random random, ModelWorld world) {
		this.time = time;
		this.random = random;
		this.faults = world.faults;
		this.world = world;
	}

	private boolean chance(int ofHundred) {
		return world.chance(ofHundred);
	}

	private void tell(String what) {
		world.tell(what);
	}

	private static String kind(Scope scope) {
		return scope.type().plural();
	}

	private static Row row(String uid, long version) {
		return new Row(uid, "", uid, Long.toString(version), 0, new Object[]{uid});
	}

	private KubeException failure(String kind, int code) {
		if (!watched.contains(kind) || code != 0 && code != 429) {
			reason(kind);
		}
		tell(kind + " fails with " + code);
		Request request = new Request("model", "list", kind);
		Answer answer = new Answer(code, "", "It failed with " + code + ".");
		return switch (code) {
			case 0 -> new KubeException.Unreachable(request, answer, null);
			case 400 -> new KubeException.Invalid(request, answer, null);
			case 410 -> new KubeException.Expired(request, answer, null);
			case 429 -> new KubeException.Throttled(request, answer,
					random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(20)));
			default -> new KubeException.ServerFault(request, answer, null);
		};
	}

	/** A list may begin once more. */
	private void reason(String kind) {
		reasons.merge(kind, 1, Integer::sum);
	}

	private void arrive(String kind) throws InterruptedException {
		time.sleep(1 + random.nextInt(chance(faults.slow()) ? 15_000 : 20));
		if (world.away()) {
			throw failure(kind, 0);
		}
		if (chance(faults.busy())) {
			throw failure(kind, 429);
		}
		if (chance(faults.fault())) {
			throw failure(kind, 500);
		}
	}

	private void mayBeCut(String kind) throws InterruptedException {
		if (chance(faults.slow())) {
			time.sleep(random.nextInt(3_000));
		}
		if (world.away() || chance(faults.cut() / 5)) {
			throw failure(kind, 0);
		}
	}

	/** One of the servers that knows a version. */
	private int server(String kind, long wanted) throws InterruptedException {
		int server = random.nextInt(ModelWorld.SERVERS);
		for (int i = 0; world.known(server) < wanted; i++) {
			if (i == 3) {
				throw failure(kind, 504);
			}
			time.sleep(1_000);
		}
		return server;
	}

	@Override
	public Page list(Scope scope, ListOptions options, RowSink sink) throws InterruptedException {
		String kind = kind(scope);
		boolean begins = options.next().isEmpty();
		tell(kind + " list " + options);
		watched.remove(kind);
		if (begins) {
			begun.merge(kind, 1, Integer::sum);
		}
		arrive(kind);
		long at;
		String after = "";
		if (!begins) {
			String[] token = options.next().split("/");
			at = Long.parseLong(token[0]);
			after = token[1];
			if (at < world.compacted()) {
				throw failure(kind, 410);
			}
		} else if (options.resourceVersion().isEmpty()) {
			at = world.version();
		} else {
			at = world.known(server(kind, Long.parseLong(options.resourceVersion())));
		}
		sink.columns(Script.COLUMNS);
		int left = options.limit() == 0 ? Integer.MAX_VALUE : 3 + random.nextInt(4);
		for (Map.Entry<String, Long> object : world.state(kind, at).entrySet()) {
			if (object.getKey().compareTo(after) <= 0) {
				continue;
			}
			if (left-- == 0) {
				if (begins) {
					reason(kind); // the rest may begin anew
				}
				return new Page(Long.toString(at), Optional.of(at + "/" + after), OptionalLong.empty());
			}
			mayBeCut(kind);
			after = object.getKey();
			sink.row(row(after, object.getValue()));
		}
		listed.put(kind, at);
		return new Page(Long.toString(at), Optional.empty(), OptionalLong.empty());
	}

	@Override
	public void watch(Scope scope, String resourceVersion, RowSink sink) throws InterruptedException {
		String kind = kind(scope);
		tell(kind + " watch " + resourceVersion);
		watched.add(kind);
		arrive(kind);
		long from = Long.parseLong(resourceVersion);
		int server = server(kind, from);
		follow(kind, from, server, Long.MAX_VALUE, sink);
	}

	/** Sends what changes; {@code patience} as the reader has it. */
	private void follow(String kind, long from, int server, long patience, RowSink sink) throws InterruptedException {
		boolean late = random.nextBoolean();
		if (late) {
			sink.watching();
		}
		if (from < world.compacted()) {
			throw failure(kind, 410);
		}
		if (!late) {
			sink.watching();
		}
		send(kind, from, server, patience, sink);
	}

	private void send(String kind, long from, int server, long patience, RowSink sink) throws InterruptedException {
		long seen = from;
		long end = time.millis() + random.nextInt(200_000);
		long sent = time.millis();
		while (time.millis() < end) {
			long until = Math.max(seen, world.known(server));
			if (events(kind, seen, until, sink)) {
				sent = time.millis();
			}
			seen = until;
			if (chance(10)) {
				sink.bookmark(Long.toString(chance(20) ? from : seen));
			}
			if (chance(faults.gone())) {
				throw failure(kind, 410);
			}
			time.sleep(random.nextInt(chance(faults.slow()) ? 10_000 : 2_000));
			if (world.away() || chance(faults.cut()) || time.millis() - sent >= patience) {
				throw failure(kind, 0);
			}
		}
		tell(kind + " watch ends");
	}

	/** Sends what happened between two versions; whether anything did. */
	private boolean events(String kind, long after, long until, RowSink sink) throws InterruptedException {
		List<Change> sent = new ArrayList<>();
		for (Change change : world.between(kind, after, until)) {
			mayBeCut(kind);
			send(change, sink);
			sent.add(change);
			if (chance(faults.twice())) {
				sent.subList(random.nextInt(sent.size()), sent.size()).forEach(c -> send(c, sink));
			}
		}
		return !sent.isEmpty();
	}

	private static void send(Change change, RowSink sink) {
		Row row = row(change.uid(), change.version());
		if (change.deletion()) {
			sink.deleted(row);
		} else {
			sink.row(row);
		}
	}

	@Override
	public void watchList(Scope scope, String notOlderThan, Duration patience, RowSink sink)
			throws InterruptedException {
		String kind = kind(scope);
		tell(kind + " watchList " + notOlderThan + " " + faults.watchList());
		watched.remove(kind);
		begun.merge(kind, 1, Integer::sum);
		try {
			watchList(kind, Long.parseLong(notOlderThan), patience.toMillis(), sink);
		} catch (Follower.NoInitialEvents e) {
			reason(kind);
			throw e;
		}
		if (!watched.contains(kind)) {
			reason(kind); // it ended before the list was whole
		}
	}

	private void watchList(String kind, long wanted, long patience, RowSink sink) throws InterruptedException {
		if (faults.watchList() == ModelWorld.WatchList.UNKNOWN_TO_READER) {
			return;
		}
		arrive(kind);
		int server = server(kind, wanted);
		switch (faults.watchList()) {
			case REFUSED -> throw failure(kind, 400);
			case IGNORED -> follow(kind, wanted, server, patience, sink);
			default -> {
				sink.watching();
				initial(kind, server, patience, sink);
			}
		}
	}

	private void initial(String kind, int server, long patience, RowSink sink) throws InterruptedException {
		long at = world.known(server);
		sink.columns(Script.COLUMNS);
		for (Map.Entry<String, Long> object : world.state(kind, at).entrySet()) {
			mayBeCut(kind);
			sink.row(row(object.getKey(), object.getValue()));
		}
		time.sleep(random.nextInt(1_000));
		long seen = Math.max(at, world.known(server));
		events(kind, at, seen, sink);
		if (chance(5)) {
			tell(kind + " watch ends before the list");
			return;
		}
		if (faults.watchList() == ModelWorld.WatchList.WITHOUT_END) {
			send(kind, seen, server, patience, sink);
			return;
		}
		listed.put(kind, seen);
		watched.add(kind);
		sink.initialEventsEnd(Long.toString(seen));
		send(kind, seen, server, Long.MAX_VALUE, sink);
	}

	@Override
	public ListHabits habits() {
		return habits;
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
