package org.fleetdesk.core.action;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.kinds.Revisions;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.revisions.Revision;
import org.fleetdesk.core.revisions.RevisionHistory;
import org.fleetdesk.kube.discovery.ResourceType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Goes back to an earlier revision, as kubectl rollout undo does.
 *
 * @param kinds say where revisions are
 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.34.0/pkg/polymorphichelpers/rollback.go">kubectl</a>
 */
record Rollback(Kinds kinds) {
	private static final String CAUSE = "kubernetes.io/change-cause";

	Action action() {
		return Action.of("action.rollback", Set.of("rollback"),
				List.of(Argument.of("argument.to-revision", Type.COUNT).otherwise("0")), this::permissions, this::step);
	}

	private List<Permission> permissions(ResourceType type) {
		return kinds.describing(type).flatMap(Descriptor::revisions)
				.map(where -> List.of(Permission.of("patch", type, ""), new Permission("list", where.kind(), "")))
				.orElse(List.of());
	}

	private Step step(Target target, Values values) {
		int number = values.count("to-revision");
		Revisions where = kinds.describing(target.key().type()).flatMap(Descriptor::revisions).orElseThrow(
				() -> Refusals.of(target, Texts.text("rollback.none", target.cluster().name(), target)));
		AtomicReference<Revision> found = new AtomicReference<>(); // what was previewed is what is done
		return new Patching(target, object -> {
			if (object.path("spec").path("paused").asBoolean()) {
				throw Refusals.of(target, Texts.text("action.paused", target.cluster().name(), target));
			}
			Revision revision = found.get();
			if (revision == null) {
				revision = revision(target, RevisionHistory.read(object, where, target.cluster().catalogue(),
						target.cluster().reader()), number);
				found.set(revision);
			}
			put(object, where.in(), revision.kept());
			if (!revision.cause().isEmpty()) {
				object.withObjectProperty("metadata").withObjectProperty("annotations").put(CAUSE, revision.cause());
			}
		}, number == 0
				? Kubectl.of(target, "rollout", "undo", Kubectl.name(target.key()))
				: Kubectl.of(target, "rollout", "undo", Kubectl.name(target.key()), "--to-revision=" + number));
	}

	/** The revision of a number, the one before the present for 0. */
	private static Revision revision(Target target, List<Revision> revisions, int number) {
		if (number == 0 && revisions.size() < 2) {
			throw Refusals.of(target, Texts.text("rollback.none", target.cluster().name(), target));
		}
		return number == 0
				? revisions.get(1)
				: revisions.stream().filter(revision -> revision.number() == number).findFirst()
						.orElseThrow(() -> Refusals.of(target, Texts.text("rollback.missing", target.cluster().name(),
								target, number, revisions.stream().map(r -> String.valueOf(r.number()))
										.collect(Collectors.joining(", ")))));
	}

	/** What was kept in the place of what is there. */
	private static void put(ObjectNode object, String in, JsonNode kept) {
		String[] names = in.split("\\.");
		ObjectNode map = object;
		JsonNode from = kept;
		for (int i = 0; i < names.length - 1; i++) {
			map = map.withObjectProperty(names[i]);
			from = from.path(names[i]);
		}
		map.set(names[names.length - 1], from.path(names[names.length - 1]));
	}
}
