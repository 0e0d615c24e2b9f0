package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.YamlEdit;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.ManagedFields;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.core.object.YamlText;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings what someone changed in an object's text to the object as it is now, and nothing else: what others changed
 * meanwhile in other fields stays. By server-side apply of the changed fields alone (and of those this product holds
 * already), so that it holds what was edited and no more; by an update where a field goes that others hold, which apply
 * cannot do, and where the server knows no managers of fields.
 * <p>
 * A field that another manager holds is a {@link Clash}, as is one that has changed since the text was begun.
 */
public final class Edit implements Operation {
	private final Editing step;

	/**
	 * An edit.
	 *
	 * @param target the object
	 * @param base the object as it was when its text was begun
	 * @param edited what the text says now
	 * @param takeOver whether fields may be taken over from others
	 */
	public Edit(Target target, JsonNode base, JsonNode edited, boolean takeOver) {
		this.step = new Editing(target, ServerOwned.without(base), ServerOwned.without(edited), takeOver);
	}

	/**
	 * What someone changed in a text, put into the object as it is now: for a text that shall go on from there.
	 *
	 * @param base the object as it was when the text was begun
	 * @param edited what the text says
	 * @param newest the object as it is now
	 */
	public static JsonNode rebased(JsonNode base, JsonNode edited, JsonNode newest) {
		ObjectNode result = newest.deepCopy();
		FieldChange.between(ServerOwned.without(base), ServerOwned.without(edited), ManagedFields.of(newest))
				.forEach(change -> change.in(result));
		return result;
	}

	/**
	 * The same as text: what somebody else changed is put into it in place, so that comments, order and what was typed stay.
	 * Takes a second where much of a long text has changed.
	 *
	 * @param text one document that can be read
	 * @return empty if it is not
	 */
	public static Optional<String> rebased(String text, JsonNode base, JsonNode newest) {
		List<Document> documents = Documents.parse(text).documents();
		Optional<ObjectNode> edited = documents.size() == 1 ? documents.getFirst().tree() : Optional.empty();
		return edited.map(mine -> {
			ObjectNode goal = (ObjectNode) rebased(base, mine, newest);
			((ObjectNode) goal.path("metadata")).remove("managedFields");
			try {
				return rewritten(text, FieldChange.between(mine, goal, ManagedFields.of(newest)));
			} catch (IllegalArgumentException e) { // a text that cannot be changed in place, as by aliases
				return YamlText.of(goal);
			}
		});
	}

	private static String rewritten(String text, List<FieldChange> changes) {
		String result = text;
		for (FieldChange change : changes) {
			result = change.value().isPresent()
					? YamlEdit.set(result, 1, change.path(), change.value().get())
					: YamlEdit.remove(result, 1, change.path());
		}
		return result;
	}

	/**
	 * What a text says but for some fields, which stay as they were when it was begun.
	 *
	 * @param base the object as it was when the text was begun
	 * @param edited what the text says
	 * @param kept the fields that stay
	 */
	public static JsonNode without(JsonNode base, JsonNode edited, Set<FieldPath> kept) {
		ObjectNode result = edited.deepCopy();
		kept.forEach(path -> new FieldChange(path, path.in(base)).in(result));
		return result;
	}

	@Override
	public String name() {
		return "edit";
	}

	@Override
	public List<Step> steps() {
		return List.of(step);
	}

	private record Editing(Target target, JsonNode base, JsonNode edited, boolean takeOver) implements Step {
		private static final int TRIES = 5;
		private static final List<FieldPath> FIXED = List.of(FieldPath.of("apiVersion"), FieldPath.of("kind"),
				FieldPath.of("metadata", "name"), FieldPath.of("metadata", "namespace"));

		Editing {
			Objects.requireNonNull(target);
		}

		@Override
		public Change preview() throws InterruptedException {
			sameObject();
			Writer writer = target.cluster().writer(Confirmation.NONE);
			return untilStill(current -> {
				List<FieldChange> changes = changes(current);
				if (changes.isEmpty()) {
					return Change.of(Optional.of(current), Optional.of(current), List.of());
				}
				Written written = write(writer, current, changes, WriteOptions.DRY);
				return new Change(Optional.of(current), Optional.of(written.object()), written.warnings(),
						takeOver ? List.of() : clashes(current, changes), List.of());
			});
		}

		@Override
		public Change run(Change previewed, Execution execution) throws InterruptedException {
			sameObject();
			Writer writer = target.cluster().writer(execution.confirmation());
			return untilStill(current -> {
				List<FieldChange> changes = changes(current);
				stillAs(previewed.before().orElse(current), current, changes);
				if (!takeOver) {
					mayChange(clashes(current, changes));
				}
				Written written = write(writer, current, changes, WriteOptions.REAL);
				return Change.of(Optional.of(current), Optional.of(written.object()), written.warnings());
			});
		}

		@Override
		public Kubectl kubectl() {
			return Kubectl.patch(target, "", MergePatch.between(base, edited));
		}

		private interface Work {
			Change on(JsonNode current) throws InterruptedException;
		}

		/** An update is refused when a controller writes at the same moment: then it is tried on what that has left. */
		private Change untilStill(Work work) throws InterruptedException {
			for (int tries = 1;; tries++) {
				try {
					return work.on(target.cluster().reader().get(target.key()));
				} catch (Conflict e) {
					if (!e.causes().isEmpty() || tries == TRIES) {
						throw e;
					}
				}
			}
		}

		/** By the managers of the object now: how its lists merge. */
		private List<FieldChange> changes(JsonNode current) {
			return FieldChange.between(base, edited, ManagedFields.of(current));
		}

		/** Refuses text that is about another object than the one it began as. */
		private void sameObject() {
			for (FieldPath path : FIXED) {
				if (!path.in(base).equals(path.in(edited))) {
					String text = Texts.text("edit.another", target.cluster().name(), path);
					throw new Invalid(request(), new Answer(0, "Invalid", text,
							List.of(new Cause("FieldValueForbidden", path.toString(), text))), null);
				}
			}
		}

		/** What others hold of the changed fields, and what has changed in them since the text was begun. */
		private List<Clash> clashes(JsonNode current, List<FieldChange> changes) {
			ManagedFields fields = ManagedFields.of(current);
			List<Clash> clashes = new ArrayList<>();
			for (FieldChange change : changes) {
				Optional<JsonNode> theirs = change.path().in(current);
				if (theirs.equals(change.value())) {
					continue; // they want the same
				}
				boolean meanwhile = !theirs.equals(change.path().in(base));
				List<String> managers = fields.of(change.path()).stream().map(ManagedFields.Manager::name)
						.filter(name -> !name.equals(WriteOptions.MANAGER)).distinct().toList();
				managers.forEach(name -> clashes
						.add(new Clash(change.path(), name, meanwhile, theirs, change.value())));
				if (managers.isEmpty() && meanwhile) {
					clashes.add(new Clash(change.path(), "", true, theirs, change.value()));
				}
			}
			return clashes;
		}

		/** Refuses what was shown otherwise in the preview. */
		private void stillAs(JsonNode shown, JsonNode current, List<FieldChange> changes) {
			List<Cause> causes = changes.stream().map(FieldChange::path)
					.filter(path -> !path.in(shown).equals(path.in(current)))
					.map(path -> new Cause("FieldValueChanged", path.toString(), Texts.text("edit.moved.field", path)))
					.toList();
			if (!causes.isEmpty()) {
				throw new Conflict(request(), new Answer(409, "Conflict",
						Texts.text("edit.moved", target.cluster().name(), causes.getFirst().field()), causes), null);
			}
		}

		/** Refuses to take fields over from others when nobody said so. */
		private void mayChange(List<Clash> clashes) {
			if (!clashes.isEmpty()) {
				List<Cause> causes = clashes.stream().map(clash -> clash.manager().isEmpty()
						? new Cause("FieldValueChanged", clash.field().toString(), "")
						: new Cause("FieldManagerConflict", clash.field().toString(),
								"conflict with \"" + clash.manager() + "\""))
						.toList();
				throw new Conflict(request(), new Answer(409, "Conflict",
						Texts.text("edit.held", target.cluster().name(), causes.getFirst().field()), causes), null);
			}
		}

		private Request request() {
			return new Request(target.cluster().name(), "edit", target.toString());
		}

		private Written write(Writer writer, JsonNode current, List<FieldChange> changes, WriteOptions how)
				throws InterruptedException {
			ManagedFields fields = ManagedFields.of(current);
			boolean apply = !fields.isEmpty() && target.key().type().verbs().contains("patch")
					&& changes.stream().allMatch(change -> change.value().isPresent() || mine(fields, change.path()));
			if (apply) {
				// what would be taken over has been shown and allowed by now
				return writer.apply(target.key(), partial(fields, current, changes), how.forced(true));
			}
			ObjectNode whole = current.deepCopy();
			changes.forEach(change -> change.in(whole));
			((ObjectNode) whole.path("metadata")).remove("managedFields");
			return writer.replace(target.key(), whole, how);
		}

		/** Whether this product alone holds a field, by apply, so that leaving it out takes it away. */
		private static boolean mine(ManagedFields fields, FieldPath path) {
			List<ManagedFields.Manager> managers = fields.of(path);
			return !managers.isEmpty()
					&& managers.stream().allMatch(m -> m.applies() && m.name().equals(WriteOptions.MANAGER));
		}

		/** The fields to be held from now on: those held before, as they are now, and the changed ones. */
		private ObjectNode partial(ManagedFields fields, JsonNode current, List<FieldChange> changes) {
			ObjectNode partial = current.deepCopy();
			partial.removeAll();
			partial.set("apiVersion", current.path("apiVersion"));
			partial.set("kind", current.path("kind"));
			ObjectNode metadata = partial.putObject("metadata").put("name", target.key().name());
			if (!target.key().namespace().isEmpty()) {
				metadata.put("namespace", target.key().namespace());
			}
			for (FieldPath held : fields.applied(WriteOptions.MANAGER)) {
				held.in(current).ifPresent(value -> new FieldChange(held, Optional.of(value)).in(partial));
			}
			changes.forEach(change -> change.in(partial));
			return partial;
		}
	}
}
