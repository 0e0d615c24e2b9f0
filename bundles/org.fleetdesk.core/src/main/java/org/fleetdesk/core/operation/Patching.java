package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.object.ManagedFields;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Changes some fields of an object, whoever holds them: by a merge patch of what differs, for the version that was read
 * alone. What others write meanwhile in other fields stays; in the same fields, it is a conflict.
 *
 * @param target the object
 * @param subresource "scale" and the like, or empty for the object itself
 * @param aim what the object shall become
 * @param kubectl what does the same
 * @param after what has to be done before
 */
public record Patching(Target target, String subresource, Aim aim, Kubectl kubectl, List<Step> after) implements Step {
	private static final int TRIES = 20;

	/** What an object shall become. */
	@FunctionalInterface
	public interface Aim {
		/**
		 * Changes a copy of the object as it is now.
		 *
		 * @throws org.fleetdesk.kube.KubeException if that object cannot become it
		 */
		void change(ObjectNode object) throws InterruptedException;

		/** What of that has changed since it was decided on; for what shall not overrule that. */
		default List<Clash> clashes(JsonNode now) {
			return List.of();
		}
	}

	public Patching {
		Objects.requireNonNull(target);
		Objects.requireNonNull(subresource);
		Objects.requireNonNull(aim);
		Objects.requireNonNull(kubectl);
		after = List.copyOf(after);
	}

	/** A change of the object itself that waits for nothing. */
	public Patching(Target target, Aim aim, Kubectl kubectl) {
		this(target, "", aim, kubectl, List.of());
	}

	@Override
	public Optional<JsonNode> now() throws InterruptedException {
		try {
			return Optional.of(read());
		} catch (NotFound e) {
			return Optional.empty();
		}
	}

	private JsonNode read() throws InterruptedException {
		return subresource.isEmpty()
				? target.cluster().reader().get(target.key())
				: target.cluster().reader().raw(Scope.all(target.key().type()).in(target.key().namespace()).path() + "/"
						+ target.key().name() + "/" + subresource);
	}

	@Override
	public Change preview() throws InterruptedException {
		Writer writer = target.cluster().writer(Confirmation.NONE);
		JsonNode now = read();
		Change change = write(writer, now, wanted(now), true);
		return new Change(change.before(), change.after(), change.warnings(), aim.clashes(now), List.of());
	}

	@Override
	public Change run(Change previewed, Execution execution) throws InterruptedException {
		Writer writer = target.cluster().writer(execution.confirmation());
		JsonNode shown = previewed.before().orElseThrow();
		JsonNode now = shown;
		for (int tries = 1;; tries++) {
			try {
				return write(writer, now, wanted(now), false);
			} catch (Conflict e) {
				if (tries == TRIES) {
					throw e;
				}
				now = read();
				stillAs(shown, now);
			}
		}
	}

	private ObjectNode wanted(JsonNode now) throws InterruptedException {
		ObjectNode wanted = now.deepCopy();
		aim.change(wanted);
		return wanted;
	}

	private Change write(Writer writer, JsonNode now, JsonNode wanted, boolean dry) throws InterruptedException {
		ObjectNode patch = MergePatch.between(now, wanted);
		if (patch.isEmpty()) {
			return Change.of(Optional.of(now), Optional.of(now), List.of());
		}
		if (!dry) { // nothing is kept of a dry run that could overrule anybody
			patch.withObjectProperty("metadata").set("resourceVersion", now.path("metadata").path("resourceVersion"));
		}
		Written written = writer.patch(target.key(), new Patch(Patch.Type.MERGE, patch),
				WriteOptions.REAL.dry(dry).of(subresource));
		return Change.of(Optional.of(now), Optional.of(written.object()), written.warnings());
	}

	/** Refuses what was shown otherwise in the preview. */
	private void stillAs(JsonNode shown, JsonNode now) throws InterruptedException {
		JsonNode before = ServerOwned.without(shown);
		JsonNode current = ServerOwned.without(now);
		List<Cause> moved = FieldChange.keyByKey(before, ServerOwned.without(wanted(shown)), ManagedFields.of(now))
				.stream()
				.map(FieldChange::path).filter(path -> !path.in(before).equals(path.in(current)))
				.map(path -> new Cause("FieldValueChanged", path.toString(), Texts.text("edit.moved.field", path)))
				.toList();
		if (!shown.path("metadata").path("uid").equals(now.path("metadata").path("uid"))) {
			throw conflict(Texts.text("operation.another", target.cluster().name(), target), List.of());
		}
		if (!moved.isEmpty()) {
			throw conflict(Texts.text("edit.moved", target.cluster().name(), moved.getFirst().field()), moved);
		}
	}

	private Conflict conflict(String sentence, List<Cause> causes) {
		return new Conflict(new Request(target.cluster().name(), "patch", target.toString()),
				new Answer(409, "Conflict", sentence, causes), null);
	}
}
