package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes an object that is not there yet.
 *
 * @param target what it is called
 * @param draft the object
 * @param kubectl what does the same
 */
public record Creating(Target target, Draft draft, Kubectl kubectl) implements Step {

	/** An object to be made. */
	@FunctionalInterface
	public interface Draft {
		/**
		 * The object; may read from the cluster what it is made from.
		 *
		 * @throws org.fleetdesk.kube.KubeException if that cannot be read, or does not do
		 */
		ObjectNode object() throws InterruptedException;
	}

	public Creating {
		Objects.requireNonNull(target);
		Objects.requireNonNull(draft);
		Objects.requireNonNull(kubectl);
	}

	/** An object that is known. */
	public static Creating of(Target target, ObjectNode object) {
		return new Creating(target, () -> object, Kubectl.of(target, List.of("create", "-f", "-"), object));
	}

	@Override
	public Change preview() throws InterruptedException {
		return create(target.cluster().writer(Confirmation.NONE), WriteOptions.DRY);
	}

	@Override
	public Change run(Change previewed, Execution execution) throws InterruptedException {
		return create(target.cluster().writer(execution.confirmation()), WriteOptions.REAL);
	}

	private Change create(Writer writer, WriteOptions how) throws InterruptedException {
		Written written = writer.create(target.key(), draft.object(), how);
		return Change.of(Optional.empty(), Optional.of(written.object()), written.warnings());
	}
}
