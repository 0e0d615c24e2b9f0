package org.fleetdesk.tests.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.KubeconfigReader;

/** The pods of all clusters of a kubeconfig as one live list, wired as in the workbench. The program closes it. */
final class Clusters implements AutoCloseable {
	private final ScheduledExecutorService scheduler = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
	private final Fleet fleet;
	private final ListModel model;

	Clusters(Path kubeconfig) throws IOException {
		Background background = new Background(Thread.ofVirtual().factory(), scheduler, InstantSource.system());
		SettingsFolder settings = new SettingsFolder(Files.createTempDirectory("fleetdesk-bench"));
		fleet = new Fleet(new Sources(new KubeconfigReader(), List.of(kubeconfig), settings),
				new HttpConnector((context, exec) -> false, Map.of(), background.clock()), settings, background);
		fleet.reload();
		model = new ListModel(fleet, ListQuery.all(new KindKey("", "pods"), fleet.clusters()), background);
	}

	ListModel model() {
		return model;
	}

	@Override
	public void close() {
		model.close();
		fleet.close();
		scheduler.shutdownNow();
	}
}
