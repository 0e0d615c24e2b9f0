package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with nodes, and pods on them. */
final class NodeActions {
	private NodeActions() {
	}

	static List<Action> all() {
		return List.of(cordon(true), cordon(false), Drain.action(), MoveOff.action(), taint());
	}

	private static Action cordon(boolean wanted) {
		String key = wanted ? "action.cordon" : "action.uncordon";
		return Action.of(key, Set.of("cordon"), List.of(), Action.patch(), (target, values) -> cordon(target, wanted,
				Kubectl.of(target, wanted ? "cordon" : "uncordon", target.key().name())));
	}

	/** No new pods come to a node, or some may again. */
	static Step cordon(Target node, boolean wanted, Kubectl kubectl) {
		return new Patching(node, object -> {
			ObjectNode spec = object.withObjectProperty("spec");
			if (wanted) {
				spec.put("unschedulable", true);
			} else {
				spec.remove("unschedulable");
			}
		}, kubectl);
	}

	private static Action taint() {
		return Action.of("action.taint", Set.of("taint"), List.of(Argument.of("argument.taints", Type.LIST).needed()),
				Action.patch(), (target, values) -> {
					List<Taint> taints = values.all("taints").stream().map(Taint::parse).toList();
					List<String> words = new ArrayList<>(List.of("taint", "node", target.key().name(), "--overwrite"));
					words.addAll(values.all("taints"));
					return new Patching(target, node -> taints.forEach(taint -> taint.on(node)),
							Kubectl.of(target, words));
				});
	}

	/**
	 * A taint as kubectl writes it: "key=value:Effect", "key:Effect", and with "-" behind it to take it away.
	 *
	 * @param effect empty to take away all of this key
	 * @param value empty for none, or where it goes
	 */
	record Taint(String key, Optional<String> effect, String value, boolean goes) {
		private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");

		static Taint parse(String text) {
			boolean goes = text.endsWith("-");
			String said = goes ? text.substring(0, text.length() - 1) : text;
			int colon = said.lastIndexOf(':');
			Optional<String> effect = colon < 0 ? Optional.empty() : Optional.of(said.substring(colon + 1));
			String pair = colon < 0 ? said : said.substring(0, colon);
			int equals = pair.indexOf('=');
			String key = equals < 0 ? pair : pair.substring(0, equals);
			if (key.isEmpty() || effect.isEmpty() && !goes || effect.filter(e -> !EFFECTS.contains(e)).isPresent()) {
				throw new BadArgument("taints", Texts.text("argument.taint", text));
			}
			return new Taint(key, effect, equals < 0 ? "" : pair.substring(equals + 1), goes);
		}

		/** Puts it on a node, or takes it away from there. */
		void on(ObjectNode node) {
			ObjectNode spec = node.withObjectProperty("spec");
			ArrayNode kept = spec.arrayNode();
			boolean there = false;
			for (JsonNode taint : spec.path("taints")) {
				boolean mine = taint.path("key").asText().equals(key)
						&& effect.map(taint.path("effect").asText()::equals).orElse(true);
				there |= mine && taint.path("value").asText().equals(value);
				if (!mine || !goes && taint.path("value").asText().equals(value)) {
					kept.add(taint);
				}
			}
			if (!goes && !there) {
				ObjectNode taint = kept.addObject().put("key", key);
				if (!value.isEmpty()) {
					taint.put("value", value);
				}
				taint.put("effect", effect.orElseThrow());
			}
			if (kept.isEmpty()) {
				spec.remove("taints");
			} else {
				spec.set("taints", kept);
			}
		}
	}
}
