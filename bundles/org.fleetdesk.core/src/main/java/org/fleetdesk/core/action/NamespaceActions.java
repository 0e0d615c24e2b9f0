package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Creating;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException.NotFound;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with namespaces: how much they may use. */
final class NamespaceActions {
	private static final KindKey QUOTAS = new KindKey("", "resourcequotas");
	private static final KindKey LIMITS = new KindKey("", "limitranges");

	private NamespaceActions() {
	}

	static List<Action> all() {
		return List.of(quota(), limits());
	}

	private static Action.Needs needs(KindKey kind) {
		return type -> List.of(new Permission("get", kind, ""), new Permission("create", kind, ""),
				new Permission("patch", kind, ""));
	}

	/** Makes the quota, or changes what it has. */
	private static Action quota() {
		return Action.of("action.quota", Set.of("quota"),
				List.of(Argument.of("argument.name", Type.TEXT).otherwise("quota"),
						Argument.of("argument.hard", Type.CHANGES).needed()),
				needs(QUOTAS), (target, values) -> {
					Map<String, Optional<String>> changes = values.changes("hard");
					changes.values().forEach(value -> value.ifPresent(NamespaceActions::quantity));
					Target quota = Served.in(target, QUOTAS, target.key().name(), values.text("name"));
					return there(quota)
							? changed(quota, changes)
							: Creating.of(quota, object(quota, "hard", changes));
				});
	}

	private static void quantity(String text) {
		if (Quantity.of(text).isEmpty()) {
			throw new BadArgument("hard", Texts.text("argument.quantity", Titles.title("argument.hard"), text));
		}
	}

	private static boolean there(Target target) throws InterruptedException {
		try {
			target.cluster().reader().get(target.key());
			return true;
		} catch (NotFound e) {
			return false;
		}
	}

	private static Step changed(Target quota, Map<String, Optional<String>> changes) {
		ObjectNode patch = JsonNodeFactory.instance.objectNode();
		ObjectNode hard = patch.putObject("spec").putObject("hard");
		changes.forEach((key, value) -> value.ifPresentOrElse(v -> hard.put(key, v), () -> hard.putNull(key)));
		return new Patching(quota, object -> {
			ObjectNode now = object.withObjectProperty("spec").withObjectProperty("hard");
			changes.forEach((key, value) -> value.ifPresentOrElse(v -> now.put(key, v), () -> now.remove(key)));
		}, Kubectl.patch(quota, "", patch));
	}

	private static ObjectNode object(Target target, String field, Map<String, Optional<String>> values) {
		ObjectNode object = object(target);
		ObjectNode map = object.putObject("spec").putObject(field);
		values.forEach((key, value) -> value.ifPresent(v -> map.put(key, v)));
		return object;
	}

	private static ObjectNode object(Target target) {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("apiVersion", target.key().type().apiVersion())
				.put("kind", target.key().type().kind());
		object.putObject("metadata").put("name", target.key().name()).put("namespace", target.key().namespace());
		return object;
	}

	/** What containers get that say nothing: makes the limits, or changes those for containers. */
	private static Action limits() {
		return Action.of("action.limits", Set.of("quota"),
				List.of(Argument.of("argument.name", Type.TEXT).otherwise("limits"),
						Argument.of("argument.cpu-request", Type.QUANTITY),
						Argument.of("argument.memory-request", Type.QUANTITY),
						Argument.of("argument.cpu-limit", Type.QUANTITY),
						Argument.of("argument.memory-limit", Type.QUANTITY)),
				needs(LIMITS), (target, values) -> {
					Map<String, Map<String, String>> wanted = new LinkedHashMap<>();
					wanted.put("defaultRequest", given(values, "request"));
					wanted.put("default", given(values, "limit"));
					wanted.values().removeIf(Map::isEmpty);
					if (wanted.isEmpty()) {
						throw new BadArgument("cpu-limit", Texts.text("limits.none"));
					}
					Target limits = Served.in(target, LIMITS, target.key().name(), values.text("name"));
					ObjectNode object = object(limits);
					put(object, wanted);
					return there(limits)
							? new Patching(limits, now -> put(now, wanted),
									Kubectl.of(limits,
											List.of("apply", "--server-side", "--force-conflicts", "-f", "-"),
											object))
							: Creating.of(limits, object);
				});
	}

	private static Map<String, String> given(Values values, String ending) {
		return List.of("cpu", "memory").stream().filter(what -> values.has(what + "-" + ending))
				.collect(Collectors.toMap(what -> what, what -> values.text(what + "-" + ending), (a, b) -> a,
						LinkedHashMap::new));
	}

	private static void put(ObjectNode range, Map<String, Map<String, String>> wanted) {
		List<ObjectNode> containers = new ArrayList<>();
		ObjectNode spec = range.withObjectProperty("spec");
		spec.withArrayProperty("limits").forEach(limit -> {
			if (limit.path("type").asText().equals("Container")) {
				containers.add((ObjectNode) limit);
			}
		});
		ObjectNode container = containers.isEmpty()
				? spec.withArrayProperty("limits").addObject().put("type", "Container")
				: containers.getFirst();
		wanted.forEach((field, amounts) -> amounts.forEach(container.withObjectProperty(field)::put));
	}
}
