package org.fleetdesk.core.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.kube.read.Column;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetCapacityTest {
	@TempDir
	Path folder;
	private Desk desk;
	private FakeServer dev;

	@BeforeEach
	void open() {
		desk = new Desk(folder, "dev", "away");
		dev = desk.server("dev");
		dev.columns(FakeServer.NODES, FakeServer.column("Name"), FakeServer.column("Status"), number("CPU"),
				number("Memory"), number("GPU"));
		dev.columns(FakeServer.PODS, FakeServer.column("Name"), FakeServer.column("Phase"), number("CPU Requests"),
				number("Memory Requests"), number("GPU Requests"));
		dev.put(FakeServer.NODES, "", "a", "Ready", 8.0, 1024L, 2L);
		dev.put(FakeServer.NODES, "", "b", "NotReady", 4.0, 512L, null);
		dev.put(FakeServer.PODS, "web", "one", "Running", 1.5, 100L, 1L);
		dev.put(FakeServer.PODS, "web", "two", "Pending", 0.25, 50L, null);
		dev.put(FakeServer.PODS, "web", "done", "Succeeded", 8.0, 900L, 2L);
		desk.fleet.start();
	}

	@AfterEach
	void close() {
		desk.close();
	}

	private static Column number(String name) {
		return new Column(name, "number", false, "");
	}

	private static Capacity of(FleetCapacity all, String cluster) {
		return all.capacities().stream().filter(c -> c.cluster().name().equals(cluster)).findFirst().orElseThrow()
				.capacity();
	}

	@Test
	void sumsNodesAndWhatPodsThatHaveNotEndedAskFor() {
		try (FleetCapacity all = new FleetCapacity(desk.fleet, desk.time.background())) {
			desk.fleet.open(desk.cluster("dev"));
			desk.time.advanceUntil(() -> !all.capacities().isEmpty() && of(all, "dev").pods().isPresent()
					&& of(all, "dev").nodes().isPresent());
			Capacity capacity = of(all, "dev");
			assertThat(capacity.nodes()).hasValue(2);
			assertThat(capacity.ready()).hasValue(1);
			assertThat(capacity.pods()).hasValue(2);
			assertThat(capacity.running()).hasValue(1);
			assertThat(capacity.cpu())
					.isEqualTo(new Amount(OptionalDouble.of(12), OptionalDouble.of(1.75), OptionalDouble.empty()));
			assertThat(capacity.memory().requested()).hasValue(150);
			assertThat(capacity.gpu()).extracting(a -> a.capacity(), a -> a.requested())
					.containsExactly(OptionalDouble.of(2), OptionalDouble.of(1));
			assertThat(capacity.storage()).isEqualTo(Amount.UNKNOWN);
			dev.put(FakeServer.PODS, "web", "two", "Running", 2.0, 50L, null);
			desk.time.advanceUntil(() -> of(all, "dev").running().equals(OptionalInt.of(2)));
			assertThat(of(all, "dev").cpu().requested()).hasValue(3.5);
		}
	}

	@Test
	void contactsNoClusterThatIsNotOpenAndForgetsOneThatIsClosed() {
		try (FleetCapacity all = new FleetCapacity(desk.fleet, desk.time.background())) {
			desk.fleet.open(desk.cluster("dev"));
			desk.time.advanceUntil(() -> !all.capacities().isEmpty() && of(all, "dev").nodes().isPresent());
			assertThat(of(all, "away")).isEqualTo(Capacity.UNKNOWN);
			assertThat(desk.server("away").connections()).isZero();
			desk.fleet.close(desk.cluster("dev"));
			desk.time.advanceUntil(() -> of(all, "dev").nodes().isEmpty());
		}
	}

	@Test
	void whatIsUnknownAddsNothing() {
		Capacity known = new Capacity(OptionalInt.of(2), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(),
				new Amount(OptionalDouble.of(4), OptionalDouble.of(1), OptionalDouble.empty()), Amount.UNKNOWN,
				Amount.UNKNOWN, Amount.UNKNOWN, List.of());
		assertThat(Capacity.UNKNOWN.plus(known)).isEqualTo(known);
		assertThat(known.plus(known).cpu().capacity()).hasValue(8);
		assertThat(known.plus(known).pods()).isEmpty();
	}

	@Test
	void givesItsListsBack() {
		FleetCapacity all = new FleetCapacity(desk.fleet, desk.time.background());
		desk.fleet.open(desk.cluster("dev"));
		desk.time.advanceUntil(() -> desk.fleet.lists().size() == 2);
		all.close();
		desk.time.advanceUntil(() -> desk.fleet.lists().size() == 0);
	}
}
