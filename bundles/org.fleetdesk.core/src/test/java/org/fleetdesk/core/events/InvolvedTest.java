package org.fleetdesk.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.kube.discovery.ResourceType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What object an event is about. */
class InvolvedTest {
	private static final ResourceType EVENTS = FakeServer.type("", "v1", "events", "Event", true);

	@Test
	void isTheKindThatTheClusterServesInTheEventsNamespace(@TempDir Path folder) {
		try (Desk desk = new Desk(folder, "dev")) {
			desk.start();
			desk.server("dev").serve(EVENTS);
			desk.server("dev").columns(EVENTS, FakeServer.column("Name"), FakeServer.column("Object"));
			desk.server("dev").put(EVENTS, "shop", "1", "pod/web-1");
			desk.server("dev").put(EVENTS, "default", "2", "node/worker-1");
			desk.server("dev").put(EVENTS, "shop", "3", "gadget/unknown");
			desk.server("dev").put(EVENTS, "shop", "4", "");
			ListModel model = new ListModel(desk.fleet,
					ListQuery.all(KindKey.of(EVENTS), List.of(desk.cluster("dev"))), desk.time.background());
			desk.seconds(1);
			assertThat(model.content().lines()).extracting(line -> line.row().name() + " " + Involved.of(line)
					.map(i -> i.type().plural() + " " + i.namespace() + "/" + i.name()).orElse("none"))
					.containsExactlyInAnyOrder("1 pods shop/web-1", "2 nodes /worker-1", "3 none", "4 none");
			assertThat(model.content().lines()).extracting(Involved::text).contains("pod/web-1", "");
			assertThat(Involved.of(model.content().lines().getFirst()).map(Involved::cluster)).isNotEqualTo(
					Optional.empty());
			model.close();
			desk.seconds(31);
		}
	}
}
