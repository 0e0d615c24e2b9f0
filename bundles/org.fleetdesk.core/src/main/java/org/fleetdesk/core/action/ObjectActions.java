package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with any object. */
final class ObjectActions {
	private ObjectActions() {
	}

	static List<Action> all() {
		return List.of(marks("action.label", "argument.labels", "labels"),
				marks("action.annotate", "argument.annotations", "annotations"), removeFinalizers());
	}

	private static Action marks(String key, String argument, String field) {
		String name = argument.substring(argument.indexOf('.') + 1);
		return Action.of(key, Set.of(), List.of(Argument.of(argument, Type.CHANGES).needed()), Action.patch(),
				(target, values) -> marks(target, field, values.changes(name), values.all(name)));
	}

	private static Step marks(Target target, String field, Map<String, Optional<String>> changes, List<String> told) {
		List<String> words = new ArrayList<>(List.of(field.equals("labels") ? "label" : "annotate",
				Kubectl.name(target.key()), "--overwrite"));
		words.addAll(told);
		return new Patching(target, object -> {
			ObjectNode metadata = object.withObjectProperty("metadata");
			ObjectNode marks = metadata.withObjectProperty(field);
			changes.forEach((key, value) -> value.ifPresentOrElse(v -> marks.put(key, v), () -> marks.remove(key)));
			if (marks.isEmpty()) {
				metadata.remove(field);
			}
		}, Kubectl.of(target, words));
	}

	/** Only of what is being deleted, unless somebody insists: who set them counts on them. */
	private static Action removeFinalizers() {
		return Action.of("action.remove-finalizers", Set.of(),
				List.of(Argument.of("argument.finalizers", Type.LIST), Argument.of("argument.force", Type.FLAG)),
				Action.patch(), (target, values) -> {
					List<String> these = values.all("finalizers");
					ObjectNode patch = JsonNodeFactory.instance.objectNode();
					patch.putObject("metadata").putNull("finalizers");
					return new Patching(target, object -> {
						if (!object.path("metadata").has("deletionTimestamp") && !values.flag("force")) {
							throw Refusals.of(target,
									Texts.text("action.not-deleted", target.cluster().name(), target));
						}
						List<JsonNode> kept = new ArrayList<>();
						object.path("metadata").path("finalizers").forEach(finalizer -> {
							if (!these.isEmpty() && !these.contains(finalizer.asText())) {
								kept.add(finalizer);
							}
						});
						ObjectNode metadata = object.withObjectProperty("metadata");
						metadata.remove("finalizers");
						if (!kept.isEmpty()) {
							metadata.putArray("finalizers").addAll(kept);
						}
					}, Kubectl.patch(target, "", patch));
				});
	}
}
