package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Proposal;
import org.fleetdesk.core.kinds.KindKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter means to a live list: it follows the time, and hides nothing from what is proposed. */
class FilteredModelTest {
	@TempDir
	Path folder;
	private Desk desk;
	private ListModel model;

	@BeforeEach
	void start() {
		desk = new Desk(folder, "dev", "prod");
		desk.start();
		desk.server("dev").pod("web", "api-2", "Running", 3);
		desk.server("prod").pod("web", "api-1", "Running", 0);
		model = new ListModel(desk.fleet,
				ListQuery.all(KindKey.of(FakeServer.PODS), Stream.of("dev", "prod").map(desk::cluster).toList()),
				desk.time.background());
		desk.seconds(1);
	}

	@AfterEach
	void end() {
		model.close();
		desk.close();
	}

	private List<Line> lines() {
		return model.content().lines();
	}

	@Test
	void whatTheLinesSayIsKnownWhateverTheFilterHides() {
		model.filter("nothing");
		desk.seconds(1);
		assertThat(lines()).isEmpty();
		assertThat(Filter.completions("cluster:", 8, model.vocabulary())).extracting(Proposal::label)
				.containsExactlyInAnyOrder("dev", "prod");
	}

	@Test
	void aFilterOfAgesFollowsTheTime() {
		assertThat(lines()).hasSize(2);
		model.filter("age>3m");
		desk.seconds(60);
		assertThat(lines()).isEmpty();
		int planned = desk.time.tasks();
		desk.seconds(60);
		assertThat(desk.time.tasks()).isLessThanOrEqualTo(planned + 1);
		desk.seconds(120);
		assertThat(lines()).hasSize(2);
	}
}
