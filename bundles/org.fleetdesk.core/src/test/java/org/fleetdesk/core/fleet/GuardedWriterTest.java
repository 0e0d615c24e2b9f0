package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeWriter;
import org.fleetdesk.kube.KubeException.Guarded;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GuardedWriterTest {
	private static final ObjectKey POD = new ObjectKey(FakeServer.PODS, "web", "a");
	private static final JsonNode OBJECT = JsonNodeFactory.instance.objectNode();

	private final FakeWriter real = new FakeWriter();
	private Mark mark = Mark.NONE;

	private Writer guarded(String... typed) {
		return new GuardedWriter(real, "prod-eu", () -> mark, new Confirmation(Set.of(typed)));
	}

	private static List<ThrowingCallable> everyChange(Writer writer) {
		return List.of(() -> writer.apply(POD, OBJECT, WriteOptions.REAL),
				() -> writer.create(POD, OBJECT, WriteOptions.REAL),
				() -> writer.replace(POD, OBJECT, WriteOptions.REAL),
				() -> writer.patch(POD, new Patch(Patch.Type.MERGE, OBJECT), WriteOptions.REAL),
				() -> writer.delete(POD, DeleteOptions.BACKGROUND));
	}

	@Test
	void aReadOnlyClusterIsNotChangedWhateverIsTyped() {
		mark = Mark.NONE.readOnly(true);
		for (ThrowingCallable change : everyChange(guarded("prod-eu"))) {
			assertThatThrownBy(change).isInstanceOf(Guarded.class)
					.hasMessageStartingWith("prod-eu: ").hasMessageContaining("read-only");
		}
		assertThat(real.sent).isEmpty();
	}

	@Test
	void aProductionClusterIsChangedOnlyWhenItsOwnNameIsTyped() throws Throwable {
		mark = Mark.NONE.production(true);
		for (ThrowingCallable change : everyChange(guarded("prod-us", "PROD-EU"))) {
			assertThatThrownBy(change).isInstanceOf(Guarded.class).hasMessageContaining("production");
		}
		assertThat(real.sent).isEmpty();
		for (ThrowingCallable change : everyChange(guarded("prod-eu"))) {
			change.call();
		}
		assertThat(real.sent).hasSize(5);
	}

	@Test
	void dryRunsPass() throws InterruptedException {
		mark = new Mark("", true, true);
		Writer writer = guarded();
		writer.apply(POD, OBJECT, WriteOptions.DRY);
		writer.delete(POD, DeleteOptions.BACKGROUND.dry(true));
		assertThat(real.sent).containsExactly("dry apply pods web/a", "dry delete pods web/a");
	}

	@Test
	void aMarkHoldsFromTheNextChangeOn() throws InterruptedException {
		Writer writer = guarded();
		writer.apply(POD, OBJECT, WriteOptions.REAL);
		mark = Mark.NONE.readOnly(true);
		assertThatThrownBy(() -> writer.apply(POD, OBJECT, WriteOptions.REAL)).isInstanceOf(Guarded.class);
	}
}
