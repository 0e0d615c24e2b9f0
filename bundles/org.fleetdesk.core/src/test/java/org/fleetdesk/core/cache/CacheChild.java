package org.fleetdesk.core.cache;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.live.Stores;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A program of its own that changes a list for so many rounds, each with a cache that it opens and closes, and says on
 * standard output what it does. Its time is a hundred times as fast, so that much is written, and its file is made
 * smaller at every end.
 */
public final class CacheChild {
	/** The columns of its list. */
	static final List<Column> COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("Echo"));
	private static final int ROWS = 3_000;

	private CacheChild() {
	}

	/** A row that says the same twice, so that a wrong one is seen. */
	static Row row(int number, long version) {
		String name = "pod-" + number;
		return new Row("uid-" + number, "web", name, String.valueOf(version), 0,
				new Object[]{name, name + "/" + version});
	}

	private static final class Fast extends ScheduledThreadPoolExecutor {
		private Fast() {
			super(1, Thread.ofPlatform().daemon().factory());
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
			return super.schedule(work, unit.toMillis(delay) / 100, TimeUnit.MILLISECONDS);
		}
	}

	/** Folder, rounds, changes in each round, and the seed. */
	public static void main(String[] arguments) {
		Random random = new Random(Long.parseLong(arguments[3]));
		long begun = System.currentTimeMillis();
		InstantSource clock = () -> java.time.Instant.ofEpochMilli(begun + 100 * (System.currentTimeMillis() - begun));
		Background background = new Background(Thread.ofVirtual().factory(), new Fast(), clock);
		Cluster cluster = Clusters.named("dev");
		for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
			System.out.println("opening");
			Path folder = Path.of(arguments[0]);
			Cache cache = new Cache(new DataFolder(folder), new SettingsFolder(folder.resolve("settings")), background,
					finding -> System.out.println("trouble " + finding.text()), 1 << 16);
			cache.start();
			LiveStore store = Stores.store(cluster, Scope.all(FakeServer.PODS), clock);
			cache.lists().begun(store);
			System.out.println("open " + store.snapshot().lines().size());
			List<Row> rows = new ArrayList<>();
			for (int i = 0; i < ROWS; i++) {
				rows.add(row(i, 1 + random.nextInt(1 << 20)));
			}
			Stores.list(store, COLUMNS, rows, clock);
			for (int change = 0; change < Integer.parseInt(arguments[2]); change++) {
				for (int i = 0; i < 20; i++) {
					store.row(row(random.nextInt(ROWS), 1 + random.nextInt(1 << 20)));
				}
				byte[] noise = new byte[5_000];
				random.nextBytes(noise);
				cache.keep(cluster, new ObjectKey(FakeServer.PODS, "web", "pod-" + random.nextInt(30)),
						JsonNodeFactory.instance.objectNode().put("noise", noise));
				System.out.println("changed " + change + (cache.remembered().isEmpty() ? "" : " kept"));
			}
			System.out.println("closing");
			cache.lists().ended(store);
			cache.close();
			System.out.println("closed");
		}
	}
}
