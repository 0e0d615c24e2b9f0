package org.fleetdesk.core.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Creating;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Has the number of pods follow their load: makes the autoscaler of a workload, or changes the one it has. */
final class Autoscale {
	private static final KindKey AUTOSCALERS = new KindKey("autoscaling", "horizontalpodautoscalers");

	private Autoscale() {
	}

	static Action action() {
		return Action.of("action.autoscale", Set.of("scale"),
				List.of(Argument.of("argument.min", Type.COUNT).otherwise("1"),
						Argument.of("argument.max", Type.COUNT).needed(),
						Argument.of("argument.cpu", Type.COUNT).otherwise("80")),
				type -> List.of(new Permission("list", AUTOSCALERS, ""), new Permission("create", AUTOSCALERS, ""),
						new Permission("patch", AUTOSCALERS, "")),
				Autoscale::step);
	}

	private static Step step(Target target, Values values) throws InterruptedException {
		if (values.count("max") < Math.max(1, values.count("min"))) {
			throw new BadArgument("max", Texts.text("autoscale.max"));
		}
		Optional<String> there = existing(target);
		Target scaler = Served.beside(target, AUTOSCALERS, there.orElse(target.key().name()));
		if (there.isPresent()) {
			ObjectNode patch = JsonNodeFactory.instance.objectNode();
			put(scaler, patch, values);
			return new Patching(scaler, object -> put(scaler, object, values), Kubectl.patch(scaler, "", patch));
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("apiVersion", scaler.key().type().apiVersion())
				.put("kind", scaler.key().type().kind());
		object.putObject("metadata").put("name", scaler.key().name()).put("namespace", scaler.key().namespace());
		object.putObject("spec").putObject("scaleTargetRef").put("apiVersion", target.key().type().apiVersion())
				.put("kind", target.key().type().kind()).put("name", target.key().name());
		put(scaler, object, values);
		return new Creating(scaler, () -> object,
				Kubectl.of(target, "autoscale", Kubectl.name(target.key()), "--min=" + values.text("min"),
						"--max=" + values.text("max"), "--cpu-percent=" + values.text("cpu")));
	}

	/** The name of the autoscaler that a workload has. */
	private static Optional<String> existing(Target target) throws InterruptedException {
		Scope scope = Scope.all(Served.type(target, AUTOSCALERS)).in(target.key().namespace());
		List<String> names = new ArrayList<>();
		target.cluster().reader().objects(scope, ListOptions.ALL, scaler -> {
			JsonNode scaled = scaler.path("spec").path("scaleTargetRef");
			if (scaled.path("kind").asText().equals(target.key().type().kind())
					&& scaled.path("name").asText().equals(target.key().name())
					&& group(scaled.path("apiVersion").asText()).equals(target.key().type().group())) {
				names.add(scaler.path("metadata").path("name").asText());
			}
		});
		return names.stream().findFirst();
	}

	private static String group(String apiVersion) {
		int slash = apiVersion.indexOf('/');
		return slash < 0 ? "" : apiVersion.substring(0, slash);
	}

	/** Servers before 1.23 know the load of the processor alone, in another field. */
	private static void put(Target scaler, ObjectNode object, Values values) {
		ObjectNode spec = object.withObjectProperty("spec").put("minReplicas", values.count("min")).put("maxReplicas",
				values.count("max"));
		if (scaler.key().type().version().equals("v1")) {
			spec.put("targetCPUUtilizationPercentage", values.count("cpu"));
			return;
		}
		List<JsonNode> others = new ArrayList<>();
		spec.path("metrics").forEach(metric -> {
			if (!metric.path("resource").path("name").asText().equals("cpu")) {
				others.add(metric);
			}
		});
		ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
		metric.putObject("resource").put("name", "cpu").putObject("target").put("type", "Utilization")
				.put("averageUtilization", values.count("cpu"));
		spec.withArrayProperty("metrics").addAll(others);
	}
}
