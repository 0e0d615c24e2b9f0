package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Brings objects to a desired state by server-side apply, as {@code kubectl apply --server-side} does; where a resource
 * knows no apply, by create or update. An object without a name of its own is created.
 */
public final class Apply implements Operation {
	private static final int UNSUPPORTED = 415;
	private final List<Step> steps;

	/**
	 * One object's desired state.
	 *
	 * @param target where it belongs
	 * @param object what it shall be
	 */
	public record Desired(Target target, JsonNode object) {
		public Desired {
			Objects.requireNonNull(target);
			Objects.requireNonNull(object);
		}
	}

	/** Brings objects to these states; with force in the options, taking over what others hold. */
	public Apply(List<Desired> wanted, WriteOptions options) {
		this.steps = wanted.stream().<Step>map(each -> new Applying(each, options)).toList();
	}

	@Override
	public String name() {
		return "apply";
	}

	@Override
	public List<Step> steps() {
		return steps;
	}

	/** What a server's conflict says, field by field; empty if it is about no manager. */
	static List<Clash> clashes(Conflict conflict, Optional<JsonNode> theirs, JsonNode mine) {
		return conflict.causes().stream().filter(cause -> cause.manager().isPresent()).map(cause -> {
			FieldPath field = FieldPath.parse(cause.field());
			return new Clash(field, manager(cause), false, theirs.flatMap(field::in), field.in(mine));
		}).toList();
	}

	private static String manager(Cause cause) {
		return cause.manager().orElseThrow();
	}

	/** The object, if it is there. */
	static Optional<JsonNode> current(ClusterAccess cluster, ObjectKey key) throws InterruptedException {
		try {
			return Optional.of(cluster.reader().get(key));
		} catch (NotFound e) {
			return Optional.empty();
		}
	}

	private record Applying(Desired desired, WriteOptions options) implements Step {

		@Override
		public Target target() {
			return desired.target();
		}

		@Override
		public Change preview() throws InterruptedException {
			ObjectKey key = target().key();
			Optional<JsonNode> before = key.name().isEmpty()
					? Optional.empty()
					: current(target().cluster(), key);
			Writer writer = target().cluster().writer(Confirmation.NONE);
			WriteOptions dry = options.dry(true);
			try {
				return change(before, write(writer, before, dry));
			} catch (Conflict conflict) {
				List<Clash> clashes = clashes(conflict, before, desired.object());
				if (clashes.isEmpty()) {
					throw conflict;
				}
				Change forced = change(before, write(writer, before, dry.forced(true)));
				return new Change(before, forced.after(), forced.warnings(), clashes, List.of());
			}
		}

		@Override
		public Change run(Change previewed, Execution execution) throws InterruptedException {
			Writer writer = target().cluster().writer(execution.confirmation());
			return change(previewed.before(), write(writer, previewed.before(), options.dry(false)));
		}

		@Override
		public Kubectl kubectl() {
			if (target().key().name().isEmpty()) {
				return Kubectl.of(target(), List.of("create", "-f", "-"), desired.object());
			}
			List<String> words = new ArrayList<>(List.of("apply", "--server-side"));
			if (options.force()) {
				words.add("--force-conflicts");
			}
			words.addAll(List.of("-f", "-"));
			return Kubectl.of(target(), words, desired.object());
		}

		private static Change change(Optional<JsonNode> before, Written written) {
			return Change.of(before, Optional.of(written.object()), written.warnings());
		}

		private Written write(Writer writer, Optional<JsonNode> before, WriteOptions how)
				throws InterruptedException {
			ObjectKey key = target().key();
			if (!key.name().isEmpty() && key.type().verbs().contains("patch")) {
				try {
					return writer.apply(key, desired.object(), how);
				} catch (Invalid e) {
					if (e.code() != UNSUPPORTED) {
						throw e;
					}
				}
			}
			return before.isEmpty()
					? writer.create(key, desired.object(), how)
					: writer.replace(key, versioned(before.get()), how);
		}

		/** What replaces an object, if that has not changed since it was read. */
		private JsonNode versioned(JsonNode before) {
			ObjectNode whole = desired.object().deepCopy();
			whole.withObjectProperty("metadata").set("resourceVersion",
					before.path("metadata").path("resourceVersion"));
			return whole;
		}
	}
}
