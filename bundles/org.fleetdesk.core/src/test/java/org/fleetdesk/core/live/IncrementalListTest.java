package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes make of a list is what a list made anew of the same stores would be; by chance, from seeds. */
class IncrementalListTest {
	private static final int STEPS = 120;
	private static final List<Column> COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("Status"),
			new Column("Restarts", "integer", false, ""), new Column("Seen", "date", false, ""),
			FakeServer.column("Age"));
	private static final List<Column> OTHER_COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("Zone"),
			FakeServer.column("Status"), FakeServer.column("Age"));
	private static final List<String> STATES = List.of("Running", "running", "Pending", "Failed", "1", "01");
	private static final List<String> SORTS = List.of("Name", "Status", "Restarts", "Seen", "Age", "Cluster",
			"Namespace",
			"Zone", "Kind", "nothing");

	/** A server's rows and the store that they are told to. */
	private static final class World {
		private final Random random;
		private final LiveStore store;
		private final TreeMap<String, Row> rows = new TreeMap<>();
		private List<Column> columns = COLUMNS;
		private long version;

		private World(Random random, LiveStore store) {
			this.random = random;
			this.store = store;
		}

		private Row row(String uid) {
			String name = "pod-" + uid.substring(uid.indexOf('#') + 1) + (random.nextInt(4) == 0 ? "0" : "");
			long created = random.nextInt(5) == 0 ? Row.NO_TIME : random.nextInt(20);
			String state = random.nextInt(9) == 0 ? null : STATES.get(random.nextInt(STATES.size()));
			Object[] cells = columns == COLUMNS
					? new Object[]{name, state, (long) random.nextInt(4), (long) random.nextInt(3), "1d"}
					: new Object[]{name, "zone-" + random.nextInt(2), state, "1d"};
			String space = rows.containsKey(uid) ? rows.get(uid).namespace() : "ns-" + random.nextInt(3);
			return new Row(uid, space, name, String.valueOf(++version), created, cells);
		}

		private void change() {
			switch (random.nextInt(40)) {
				case 0 -> relist(random.nextInt(2) == 0);
				case 1 -> {
					columns = columns == COLUMNS ? OTHER_COLUMNS : COLUMNS;
					store.columns(columns);
				}
				case 2, 3, 4, 5, 6, 7, 8, 9 -> {
					String uid = "#" + random.nextInt(60);
					Row gone = rows.remove(uid);
					if (gone != null) {
						store.deleted(gone);
					}
				}
				default -> put("#" + random.nextInt(60));
			}
		}

		private void put(String uid) {
			Row row = row(uid);
			rows.put(uid, row);
			store.row(row);
		}

		/** A new list; what happened before it and was not told is seen in it. */
		private void relist(boolean whole) {
			for (int i = 0; i < 10; i++) {
				String uid = "#" + random.nextInt(60);
				if (random.nextBoolean()) {
					rows.remove(uid);
				} else {
					rows.put(uid, row(uid));
				}
			}
			store.relist();
			store.columns(columns);
			rows.values().forEach(store::row);
			if (whole) {
				store.complete();
			} else {
				store.relist();
				store.columns(columns);
				rows.values().forEach(store::row);
				store.complete();
			}
		}
	}

	private final List<World> worlds = new ArrayList<>();
	private List<World> shown = List.of();
	private Filter filter = Filter.ALL;
	private List<SortKey> order = List.of();
	private String group = "";

	private ListBuilder.Wanted wanted() {
		return new ListBuilder.Wanted(shown.stream().map(w -> w.store).toList(),
				new ListColumns.Ours(false, shown.size() > 1, true), filter, order, group);
	}

	private void start(Random random) {
		for (String name : List.of("eu", "us", "asia")) {
			LiveStore store = new LiveStore(Clusters.named(name), Scope.all(FakeServer.PODS), () -> Instant.EPOCH);
			World world = new World(random, store);
			int size = random.nextInt(40);
			for (int i = 0; i < size; i++) {
				String uid = "#" + i;
				world.rows.put(uid, world.row(uid));
			}
			if (random.nextBoolean()) {
				store.seed(COLUMNS, List.copyOf(world.rows.values()), Instant.EPOCH);
			}
			worlds.add(world);
		}
		shown = worlds;
	}

	private void askOtherwise(Random random) {
		switch (random.nextInt(30)) {
			case 0 -> filter = Filter.parse(List.of("run", "pod-1", "eu", "", "age>1s").get(random.nextInt(5)));
			case 1 -> {
				List<SortKey> keys = new ArrayList<>();
				for (int i = random.nextInt(4); i > 0; i--) {
					keys.add(new SortKey(SORTS.get(random.nextInt(SORTS.size())), random.nextBoolean()));
				}
				order = keys;
			}
			case 2 -> group = random.nextInt(3) == 0 ? "" : SORTS.get(random.nextInt(SORTS.size()));
			case 3 -> shown = worlds.stream().filter(w -> random.nextInt(4) > 0).toList();
			default -> {
				// mostly it stays as it is
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = {1, 100_001, 200_001, 300_001})
	void aListThatTakesChangesInIsTheListMadeAnew(long first) {
		for (long seed = first; seed < first + 12; seed++) {
			worlds.clear();
			filter = Filter.ALL;
			order = List.of();
			group = "";
			run(seed);
		}
	}

	private void run(long seed) {
		Random random = new Random(seed);
		start(random);
		ListBuilder builder = new ListBuilder();
		ListContent before = ListContent.NOTHING;
		ListContent longBefore = before;
		for (int step = 0; step < STEPS; step++) {
			askOtherwise(random);
			for (int i = random.nextInt(6); i > 0; i--) {
				worlds.get(random.nextInt(worlds.size())).change();
			}
			ListContent content = builder.build(wanted(), List.of(), 50L * step);
			String when = "seed " + seed + ", step " + step;
			same(content, new ListBuilder().build(wanted(), List.of(), 50L * step), when);
			wayFrom(before, content, when);
			wayFrom(longBefore, content, when);
			before = content;
			longBefore = random.nextInt(7) == 0 ? content : longBefore;
		}
	}

	private static void same(ListContent content, ListContent anew, String when) {
		List<Line> lines = content.lines();
		boolean same = lines.size() == anew.lines().size();
		for (int i = 0; same && i < lines.size(); i++) {
			Line line = lines.get(i);
			same = line == anew.lines().get(i) && content.indexOf(line) == i;
			for (int column = 0; same && column < content.columns().size(); column++) {
				same = Objects.equals(content.cell(line, column), anew.cell(line, column));
			}
		}
		if (!same) {
			assertThat(lines).as(when).isEqualTo(anew.lines());
			throw new AssertionError(when + ": places or cells are others");
		}
		assertThat(content.columns()).as(when).isEqualTo(anew.columns());
		assertThat(content.groups()).as(when).isEqualTo(anew.groups());
		assertThat(content.total()).as(when).isEqualTo(anew.total());
		int counted = content.groups().stream().mapToInt(Group::count).sum();
		assertThat(counted).as(when).isEqualTo(content.groups().isEmpty() ? 0 : lines.size());
	}

	/** What a content says of how it came about is what happened. */
	private static void wayFrom(ListContent before, ListContent content, String when) {
		Delta way = content.since(before);
		Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
		boolean right = true;
		if (way.whole()) {
			lines.addAll(way.came());
		} else {
			lines.addAll(before.lines());
			for (Line line : way.gone()) {
				right &= lines.remove(line);
			}
			for (Line line : way.came()) {
				right &= lines.add(line);
			}
		}
		right &= lines.size() == content.lines().size() && lines.containsAll(content.lines());
		assertThat(right).as(when).isTrue();
	}
}
