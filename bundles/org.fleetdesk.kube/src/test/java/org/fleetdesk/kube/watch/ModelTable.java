package org.fleetdesk.kube.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/** A table kept as a store keeps it, which at every step holds to what a {@link ListSink} is promised. */
final class ModelTable implements ListSink {

	final Map<String, Long> rows = new TreeMap<>();
	private final ModelWorld world;
	private final ModelServer server;
	private final String kind;
	private final Set<String> gone = new HashSet<>();
	private final Map<String, Long> before = new HashMap<>();
	private Optional<Set<String>> coming = Optional.empty();
	Freshness.State state = Freshness.State.LOADING;
	int lists;

	ModelTable(ModelWorld world, ModelServer server, String kind) {
		this.world = world;
		this.server = server;
		this.kind = kind;
	}

	@Override
	public void relist() {
		coming = Optional.of(new HashSet<>());
	}

	@Override
	public void columns(List<Column> columns) {
		assertThat(columns).isEqualTo(Script.COLUMNS);
	}

	@Override
	public void row(Row row) {
		rows.put(row.uid(), Long.parseLong(row.resourceVersion()));
		coming.ifPresent(set -> set.add(row.uid()));
	}

	@Override
	public void deleted(Row row) {
		rows.remove(row.uid());
		assertThat(rows).as("never a blank").isNotEmpty();
	}

	@Override
	public void complete() {
		lists++;
		Set<String> list = coming.orElseThrow(() -> new AssertionError("nothing was begun"));
		coming = Optional.empty();
		rows.keySet().retainAll(list);
		assertThat(rows).as("the list as the server gave it").isEqualTo(world.state(kind, server.listed.get(kind)));
		assertThat(rows.keySet().stream().filter(gone::contains)).as("back in time").isEmpty();
		before.forEach((uid, version) -> {
			if (!rows.containsKey(uid)) {
				gone.add(uid);
			} else {
				assertThat(rows.get(uid)).as("back in time").isGreaterThanOrEqualTo(version);
			}
		});
		before.clear();
		before.putAll(rows);
	}

	@Override
	public void freshness(Freshness freshness) {
		state = freshness.state();
		if (state == Freshness.State.LIVE) {
			assertThat(lists).as("lists before it is live").isPositive();
		}
	}
}
