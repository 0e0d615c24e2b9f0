package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTableTest {
	private final LiveStore store = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS),
			() -> Instant.EPOCH);
	private int version;

	/** Some uids are UUIDs, as everywhere, and some are none. */
	private Line line(int object) {
		String uid = object % 3 == 0 ? "odd-" + object : new UUID(object * 31L, object).toString();
		return new Line(store, new Row(uid, "web", "pod-" + object, String.valueOf(++version), 0, new Object[0]), 0,
				new Layout(List.of()));
	}

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5})
	void itIsAMapOfObjectsInTheOrderTheyCame(long seed) {
		Random random = new Random(seed);
		LineTable table = new LineTable();
		Map<String, Line> expected = new LinkedHashMap<>();
		Set<String> seen = new TreeSet<>();
		boolean begun = false;
		for (int step = 0; step < 20_000; step++) {
			Line line = line(random.nextInt(step < 10_000 ? 3_000 : 50));
			String name = line.row().name();
			switch (random.nextInt(step % 2_000 < 1_000 ? 4 : 2)) {
				case 0 -> assertThat(table.remove(line.row())).isSameAs(expected.remove(name));
				case 1 -> assertThat(table.get(line.row())).isSameAs(expected.get(name));
				default -> {
					assertThat(table.put(line)).isSameAs(expected.put(name, line));
					table.mark(line.row());
					seen.add(name);
				}
			}
			assertThat(table.size()).isEqualTo(expected.size());
			if (random.nextInt(500) == 0) {
				int before = expected.size();
				List<Line> gone = table.unseen();
				if (begun) {
					expected.keySet().retainAll(seen);
				}
				assertThat(gone).hasSize(before - expected.size());
				begun = random.nextBoolean();
				if (begun) {
					table.begin();
				}
				seen.clear();
			}
			if (random.nextInt(100) == 0) {
				assertThat(table.all()).containsExactlyElementsOf(expected.values());
			}
		}
	}
}
