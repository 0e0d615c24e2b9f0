package org.fleetdesk.kube.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;

/**
 * Whatever servers do, in the end a live list is what the server has. 500 random runs, 10,000 with
 * {@code -Dfleetdesk.long=true}, one with {@code -Dfleetdesk.seed=…} (then its story is printed).
 */
class ModelCheckTest {

	private static final List<String> KINDS = List.of("pods", "nodes");
	private static final int STEPS = 60;
	private static final long QUIET_MILLIS = 30 * 60_000;

	/** One random run. */
	private static final class Run {
		private final Random random;
		private final ModelTime time = new ModelTime();
		private final Map<String, ModelTable> tables = new LinkedHashMap<>();
		private final ModelWorld world;
		private final ModelServer server;

		Run(long seed) {
			random = new Random(seed);
			Random chance = new Random(random.nextLong());
			world = new ModelWorld(time, chance, ModelWorld.Faults.of(random));
			server = new ModelServer(time, chance, world);
			KINDS.forEach(kind -> tables.put(kind, new ModelTable(world, server, kind)));
		}

		void play() throws InterruptedException {
			time.start(() -> world.live(KINDS, STEPS));
			tables.forEach((kind, table) -> {
				var timing = new Reflector.Timing(time, time::sleep, new Random(random.nextLong()));
				ResourceType type = new ResourceType("", "v1", kind, kind, kind, false, List.of(), List.of(),
						Set.of("list", "watch"), true);
				time.start(() -> new Reflector(server, Scope.all(type), table, timing).run());
			});
			time.sleep(STEPS * 20_000 + QUIET_MILLIS);
			Throwable failure = time.end();
			if (failure != null) {
				throw new AssertionError(failure.getMessage(), failure);
			}
			tables.forEach((kind, table) -> {
				assertThat(table.rows).as(kind).isEqualTo(world.state(kind));
				assertThat(table.state).as(kind).isEqualTo(Freshness.State.LIVE);
				assertThat(server.begun.get(kind)).as("lists of " + kind + ", each for a reason")
						.isLessThanOrEqualTo(1 + server.reasons.getOrDefault(kind, 0));
			});
		}
	}

	private static void play(long seed, boolean telling) throws InterruptedException {
		Run run = new Run(seed);
		try {
			run.play();
		} catch (AssertionError e) {
			throw new AssertionError("seed " + seed + " with " + run.world.faults + ": " + e.getMessage()
					+ "; again with -Dfleetdesk.seed=" + seed, e);
		} finally {
			if (telling) {
				run.world.story.forEach(System.out::println);
			}
		}
	}

	@Test
	void inTheEndEveryListIsAsTheServers() throws Exception {
		if (Long.getLong("fleetdesk.seed") != null) {
			play(Long.getLong("fleetdesk.seed"), true);
			return;
		}
		int runs = Boolean.getBoolean("fleetdesk.long") ? 10_000 : 500;
		for (long seed = 0; seed < runs; seed++) {
			play(seed, false);
		}
	}
}
