package org.fleetdesk.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeWriter;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.WriteOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class OperationRunnerTest {
	private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

	private final List<Entry> journal = new ArrayList<>();
	private final OperationRunner runner = new OperationRunner(journal::add, new Entry.By("test", "me", 1),
			FakeAccess.at(NOW));
	private final List<String> progress = new ArrayList<>();
	private String broken = "none";
	private String interrupting = "none";
	private boolean cancelled;
	private Mark mark = Mark.NONE;

	private final FakeWriter writer = new FakeWriter() {
		@Override
		protected JsonNode answer(String line, JsonNode object) throws InterruptedException {
			if (line.equals(broken)) {
				throw FakeServer.broken("prod");
			}
			if (line.equals(interrupting)) {
				throw new InterruptedException();
			}
			return object;
		}
	};

	/** Puts pods of these names as they are wanted; none is asked for before. */
	private Operation pods(String... names) {
		FakeAccess cluster = new FakeAccess(mark, writer);
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("kind", "Pod");
		object.putObject("metadata").put("name", "known");
		List<Step> steps = Stream.of(names).<Step>map(name -> new Step() {
			@Override
			public Target target() {
				return new Target(cluster, new ObjectKey(FakeServer.PODS, "web", name));
			}

			@Override
			public Change preview() throws InterruptedException {
				return change(Confirmation.NONE, WriteOptions.DRY);
			}

			@Override
			public Change run(Change previewed, Execution execution) throws InterruptedException {
				return change(execution.confirmation(), WriteOptions.REAL);
			}

			@Override
			public Kubectl kubectl() {
				return Kubectl.of(target(), "put", name);
			}

			@Override
			public Optional<JsonNode> now() {
				return Optional.empty();
			}

			private Change change(Confirmation confirmation, WriteOptions how) throws InterruptedException {
				JsonNode after = cluster.writer(confirmation).apply(target().key(), object, how).object();
				return Change.of(Optional.empty(), Optional.of(after), List.of("old"));
			}
		}).toList();
		return new Operation() {
			@Override
			public String name() {
				return "put";
			}

			@Override
			public List<Step> steps() {
				return steps;
			}
		};
	}

	private final Progress looking = new Progress() {
		@Override
		public void begins(Step step, int number, int all) {
			progress.add(step.target().key().name() + " " + number + "/" + all);
		}

		@Override
		public void ended(Outcome outcome) {
			progress.add(outcome.target().key().name() + " " + outcome.state());
		}

		@Override
		public boolean cancelled() {
			return cancelled && progress.size() >= 2;
		}
	};

	private List<State> run(Operation operation) {
		List<Outcome> previewed = runner.preview(operation, Progress.NONE);
		return runner.run(operation, previewed, Confirmation.NONE, looking).stream().map(Outcome::state).toList();
	}

	@Test
	void everyStepIsToldAndRecordedWhenItBeginsAndWhenItEnds() {
		assertThat(run(pods("a", "b"))).containsExactly(State.DONE, State.DONE);
		assertThat(progress).containsExactly("a 1/2", "a DONE", "b 2/2", "b DONE");
		assertThat(journal).extracting(e -> e.subject().name() + " " + e.outcome())
				.containsExactly("a RUNNING", "a DONE", "b RUNNING", "b DONE");
		assertThat(journal.get(0).id()).isEqualTo(journal.get(1).id()).isNotEqualTo(journal.get(2).id());
		Entry first = journal.get(1);
		assertThat(first.subject()).isEqualTo(new Entry.Subject("put", "pods", "web", "a"));
		assertThat(first.place()).isEqualTo(new Entry.Place("prod", "prod", "me"));
		assertThat(first.message()).isEqualTo("old");
		assertThat(first.after()).isPresent();
	}

	@Test
	void aFailureLeavesTheOthersToBeDone() {
		broken = "apply pods web/b";
		assertThat(run(pods("a", "b", "c"))).containsExactly(State.DONE, State.FAILED, State.DONE);
		assertThat(journal.get(3).outcome()).isEqualTo(Entry.Outcome.FAILED);
		assertThat(journal.get(3).message()).isEqualTo("prod failed.");
	}

	@Test
	void whatWasRefusedInThePreviewIsNotRun() {
		broken = "dry apply pods web/a";
		assertThat(run(pods("a", "b"))).containsExactly(State.FAILED, State.DONE);
		assertThat(writer.sent).doesNotContain("apply pods web/a");
	}

	@Test
	void cancellingEndsItBetweenSteps() {
		cancelled = true;
		assertThat(run(pods("a", "b", "c"))).containsExactly(State.DONE, State.CANCELLED, State.CANCELLED);
		assertThat(writer.sent).contains("apply pods web/a").doesNotContain("apply pods web/b");
	}

	@Test
	void anInterruptLeavesAStepUnknownAndTheThreadInterrupted() {
		interrupting = "apply pods web/b";
		assertThat(run(pods("a", "b", "c"))).containsExactly(State.DONE, State.UNKNOWN, State.CANCELLED);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(journal).extracting(Entry::outcome).containsExactly(Entry.Outcome.RUNNING, Entry.Outcome.DONE,
				Entry.Outcome.RUNNING, Entry.Outcome.UNKNOWN);
	}

	@Test
	void aGuardedClusterIsPreviewedAndNotChanged() {
		mark = Mark.NONE.readOnly(true);
		assertThat(run(pods("a"))).containsExactly(State.FAILED);
		assertThat(writer.sent).containsExactly("dry apply pods web/a");
		assertThat(journal.getLast().message()).contains("read-only");
	}
}
