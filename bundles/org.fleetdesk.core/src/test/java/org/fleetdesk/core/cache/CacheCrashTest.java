package org.fleetdesk.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Children;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed, find the disk full, or another program in their way. */
class CacheCrashTest {
	@TempDir
	Path folder;
	private final List<Finding> troubles = new CopyOnWriteArrayList<>();
	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

	@AfterEach
	void end() {
		scheduler.shutdownNow();
	}

	private Cache open() {
		Cache cache = new Cache(new DataFolder(folder), new SettingsFolder(folder.resolve("settings")),
				new Background(Thread.ofVirtual().factory(), scheduler, java.time.InstantSource.system()),
				troubles::add);
		cache.start();
		return cache;
	}

	private Process child(String prefix, int rounds, int changes, int seed) throws IOException {
		return Children.start(CacheChild.class, prefix, folder, rounds, changes, seed);
	}

	/** Every row that is remembered is one that there was, and what was begun is whole. */
	private int looked() {
		try (Cache cache = open()) {
			int rows = 0;
			for (CachedList list : cache.remembered()) {
				List<String> echoes = new ArrayList<>();
				assertThat(cache.rows(list,
						row -> echoes.add(row.cell(1) + " " + row.name() + "/" + row.resourceVersion())))
						.isTrue();
				assertThat(echoes).hasSize(list.rows()).allMatch(echo -> echo.split(" ")[0].equals(echo.split(" ")[1]));
				rows += echoes.size();
			}
			assertThat(cache.usage()).as("%s", troubles).isPresent();
			return rows;
		}
	}

	@Test
	void whereverItIsKilledItOpensAndHoldsWhatItHeld() throws Exception {
		int kills = Boolean.getBoolean("fleetdesk.long") ? 200 : 20;
		Random random = new Random(20);
		int kept = 0;
		for (int kill = 0; kill < kills; kill++) {
			Process child = child("", 1_000, 1 + random.nextInt(40), kill);
			int lines = 1 + random.nextInt(kill % 4 == 0 ? 5 : 120);
			try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
				for (int line = 0; line < lines; line++) {
					assertThat(said.readLine()).as("kill %d, line %d", kill, line).isNotNull()
							.doesNotContain("trouble");
				}
				child.destroyForcibly().waitFor();
			}
			int rows = looked();
			assertThat(troubles).as("kill %d after %d lines", kill, lines).isEmpty();
			assertThat(rows).as("what was there before").isGreaterThanOrEqualTo(kept);
			kept = rows;
		}
		assertThat(kept).isEqualTo(3_000);
	}

	@Test
	void onAFullDiskTheProgramGoesOnAndSaysSoOnce() throws Exception {
		Process child = child("ulimit -f 120", 2, 400, 1);
		List<String> said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor()).isZero();
		assertThat(said).filteredOn("closed"::equals).hasSize(2);
		assertThat(said.stream().filter(line -> line.startsWith("trouble"))).as("one for each cache")
				.hasSizeBetween(1, 2);
		looked();
	}

	@Test
	void whileAnotherProgramHasItNothingIsRememberedAndThatIsSaidOnce() throws Exception {
		try (Cache cache = open()) {
			assertThat(cache.remembered()).isEmpty();
			Process child = child("", 1, 50, 1);
			List<String> said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
			assertThat(child.waitFor()).isZero();
			assertThat(said).contains("open 0", "closed");
			assertThat(said.stream().filter(line -> line.startsWith("trouble"))).hasSize(1)
					.allMatch(line -> line.contains("Another Fleetdesk"));
			assertThat(cache.remembered()).isEmpty();
		}
		assertThat(troubles).isEmpty();
	}
}
