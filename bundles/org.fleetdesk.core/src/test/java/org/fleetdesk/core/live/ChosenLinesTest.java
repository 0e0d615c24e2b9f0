package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenLinesTest {
	private static final List<Column> COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("Status"));
	private static final int OBJECTS = 40;

	private final LiveStore store = new LiveStore(Clusters.named("eu"), Scope.all(FakeServer.PODS),
			() -> Instant.EPOCH);
	private final ListBuilder builder = new ListBuilder();
	private final ChosenLines chosen = new ChosenLines();
	private Filter filter = Filter.ALL;
	private List<SortKey> order = List.of();
	private ListContent content = ListContent.NOTHING;
	private long version;

	private Row row(int object, String status) {
		return new Row("#" + object, "web", "pod-" + object, String.valueOf(++version), 0,
				new Object[]{"pod-" + object, status});
	}

	private void put(int object, String status) {
		store.row(row(object, status));
	}

	private void delete(int object) {
		store.deleted(row(object, ""));
	}

	private boolean follow() {
		ListContent before = content;
		content = builder.build(new ListBuilder.Wanted(List.of(store), new ListColumns.Ours(false, false, true), filter,
				order, ""), List.of(), 0);
		return chosen.follow(content.since(before), content);
	}

	private List<String> names() {
		return chosen.lines().stream().map(line -> line.row().name()).toList();
	}

	private void list(int objects) {
		store.columns(COLUMNS);
		for (int i = 0; i < objects; i++) {
			put(i, "Running");
		}
		store.complete();
		follow();
	}

	@Test
	void ofAllThatAreChosenAtOnceWhatComesLaterIsNone() {
		list(3);
		chosen.addAll();
		assertThat(chosen.lines()).isSameAs(content.lines());
		put(7, "Running");
		assertThat(follow()).as("what is chosen is the same").isFalse();
		assertThat(names()).containsExactly("pod-0", "pod-1", "pod-2");
		put(1, "Failed");
		assertThat(follow()).as("a chosen one changed").isTrue();
		assertThat(chosen.lines().get(1)).isSameAs(content.lines().get(1));
		chosen.remove(content.lines().getFirst());
		assertThat(names()).containsExactly("pod-1", "pod-2");
		order = List.of(new SortKey("Name", true));
		follow();
		assertThat(names()).containsExactly("pod-2", "pod-1");
	}

	@Test
	void whatIsFilteredAwayStaysChosenAndIsNoLineUntilItIsShown() {
		list(3);
		chosen.addAll();
		filter = Filter.parse("pod-1");
		follow();
		assertThat(names()).containsExactly("pod-1");
		chosen.remove(content.lines().getFirst());
		assertThat(chosen.isEmpty()).isFalse();
		filter = Filter.ALL;
		follow();
		assertThat(names()).containsExactly("pod-0", "pod-2");
		chosen.clear();
		assertThat(chosen.isEmpty()).isTrue();
	}

	@Test
	void ofManyThatAreChosenAtOnceWhatChangesOutOfSightStaysChosenAndWhatComesIsNot() {
		list(3_000);
		chosen.addAll();
		chosen.remove(content.lines().getLast());
		filter = Filter.parse("status:failed");
		assertThat(follow()).isTrue();
		assertThat(chosen.lines()).isEmpty();
		assertThat(chosen.isEmpty()).isFalse();
		put(5, "Running");
		put(6, "Failed");
		put(4_000, "Failed");
		follow();
		assertThat(names()).containsExactly("pod-6");
		filter = Filter.ALL;
		order = List.of(new SortKey("Name", true));
		follow();
		assertThat(chosen.lines()).hasSize(2_999);
		assertThat(names()).contains("pod-5", "pod-6").doesNotContain("pod-4000", "pod-2999");
	}

	@Test
	void chosenAtOnceTwiceBothStayChosen() {
		list(4);
		filter = Filter.parse("pod-1");
		follow();
		chosen.addAll();
		filter = Filter.parse("pod-2");
		follow();
		chosen.addAll();
		chosen.remove(content.lines().getFirst());
		filter = Filter.ALL;
		follow();
		assertThat(names()).containsExactly("pod-1");
		filter = Filter.parse("pod-3");
		follow();
		chosen.addAll();
		filter = Filter.ALL;
		follow();
		assertThat(names()).containsExactly("pod-1", "pod-3");
	}

	/** By chance, from a seed, in a set so full that lines stand behind each other's places. */
	@Test
	void linesOfObjectsAreFoundWhateverIsPutInAndTakenOut() {
		list(200);
		List<Line> lines = content.lines();
		ObjectLines some = new ObjectLines();
		Set<Line> expected = new HashSet<>();
		Random random = new Random(1);
		for (int step = 0; step < 20_000; step++) {
			Line line = lines.get(random.nextInt(lines.size()));
			if (random.nextInt(3) > 0) {
				some.put(line);
				expected.add(line);
			} else {
				assertThat(some.remove(line)).isEqualTo(expected.remove(line));
			}
			Line other = lines.get(random.nextInt(lines.size()));
			assertThat(some.has(other)).isEqualTo(expected.contains(other));
			assertThat(some.size()).isEqualTo(expected.size());
		}
		assertThat(some.stream()).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void allOfNothingIsNothing() {
		chosen.addAll();
		assertThat(chosen.isEmpty()).isTrue();
		list(2);
		assertThat(chosen.isEmpty()).isTrue();
		assertThat(names()).isEmpty();
	}

	/** What is chosen is what a set of the chosen objects' ids says; by chance, from seeds. */
	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
	void itIsTheObjectsThatWereChosenWhateverBecomesOfThem(long seed) {
		Random random = new Random(seed);
		list(OBJECTS / 2);
		Set<String> ids = new HashSet<>();
		for (int step = 0; step < 400; step++) {
			choose(random, ids);
			happen(random);
			follow();
			List<Line> expected = content.lines().stream().filter(line -> ids.contains(line.row().uid())).toList();
			String when = "seed " + seed + ", step " + step;
			assertThat(chosen.lines()).as(when).hasSameSizeAs(expected);
			int[] indices = chosen.indices().toArray();
			for (int i = 0; i < expected.size(); i++) {
				assertThat(chosen.lines().get(i)).as(when).isSameAs(expected.get(i));
				assertThat(content.lines().get(indices[i])).as(when).isSameAs(expected.get(i));
			}
			assertThat(content.lines()).as(when)
					.allMatch(line -> chosen.has(line) == ids.contains(line.row().uid()));
		}
	}

	private void choose(Random random, Set<String> ids) {
		int lines = content.lines().size();
		int what = random.nextInt(12);
		if (what == 0) {
			chosen.addAll();
			content.lines().forEach(line -> ids.add(line.row().uid()));
		} else if (what == 1 && random.nextInt(4) == 0) {
			chosen.clear();
			ids.clear();
		} else if (what < 6 && lines > 0) {
			Line line = content.lines().get(random.nextInt(lines));
			if (random.nextBoolean()) {
				chosen.add(line);
				ids.add(line.row().uid());
			} else {
				chosen.remove(line);
				ids.remove(line.row().uid());
			}
		}
	}

	private void happen(Random random) {
		for (int i = random.nextInt(5); i > 0; i--) {
			int object = random.nextInt(OBJECTS);
			if (random.nextInt(3) == 0) {
				delete(object);
			} else {
				put(object, random.nextBoolean() ? "Running" : "Failed");
			}
		}
		switch (random.nextInt(15)) {
			case 0 -> filter = Filter.parse(random.nextBoolean() ? "" : "status:failed");
			case 1 -> order = List.of(new SortKey("Name", random.nextBoolean()));
			default -> {
				// mostly it stays as it is
			}
		}
	}
}
