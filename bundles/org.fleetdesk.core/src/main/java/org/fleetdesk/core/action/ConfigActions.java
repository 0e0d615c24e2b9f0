package org.fleetdesk.core.action;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Scope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with ConfigMaps and Secrets: their keys, and whom that concerns. */
final class ConfigActions {
	private static final KindKey SECRETS = new KindKey("", "secrets");
	private static final List<KindKey> USERS = List.of(new KindKey("apps", "deployments"),
			new KindKey("apps", "statefulsets"), new KindKey("apps", "daemonsets"));
	private static final int PAGE = 500;

	private ConfigActions() {
	}

	static List<Action> all(InstantSource clock) {
		return List.of(Action.all("action.set-key", Set.of("set-key"),
				List.of(Argument.of("argument.keys", Type.CHANGES).needed(),
						Argument.of("argument.restart", Type.FLAG)),
				type -> List.of(Permission.of("patch", type, ""), Permission.of("get", type, "")),
				(targets, values) -> {
					List<Step> steps = new ArrayList<>();
					for (Target target : targets) {
						Step set = setKeys(target, values.changes("keys"));
						steps.add(set);
						if (values.flag("restart")) {
							for (Target user : users(target)) {
								steps.add(WorkloadActions.restart(user, clock, List.of(set)));
							}
						}
					}
					return steps;
				}));
	}

	private static Step setKeys(Target target, Map<String, Optional<String>> changes) {
		boolean secret = KindKey.of(target.key().type()).equals(SECRETS);
		ObjectNode patch = JsonNodeFactory.instance.objectNode();
		put(patch.putObject("data"), changes, secret, true);
		return new Patching(target, object -> put(object.withObjectProperty("data"), changes, secret, false),
				Kubectl.patch(target, "", patch));
	}

	private static void put(ObjectNode data, Map<String, Optional<String>> changes, boolean secret, boolean patch) {
		changes.forEach((key, value) -> {
			if (value.isPresent()) {
				data.put(key, secret
						? Base64.getEncoder().encodeToString(value.get().getBytes(StandardCharsets.UTF_8))
						: value.get());
			} else if (patch) {
				data.putNull(key);
			} else {
				data.remove(key);
			}
		});
	}

	/** The workloads of the namespace whose pods read an object. Remote. */
	private static List<Target> users(Target target) throws InterruptedException {
		boolean secret = KindKey.of(target.key().type()).equals(SECRETS);
		List<Target> users = new ArrayList<>();
		for (KindKey kind : USERS) {
			ResourceType type = Served.type(target, kind);
			ListOptions options = ListOptions.page(PAGE);
			for (boolean more = true; more;) {
				Page page = target.cluster().reader().objects(Scope.all(type).in(target.key().namespace()), options,
						object -> {
							if (reads(object.at("/spec/template/spec"), target.key().name(), secret)) {
								users.add(new Target(target.cluster(), new ObjectKey(type, target.key().namespace(),
										object.path("metadata").path("name").asText())));
							}
						});
				more = page.next().isPresent();
				options = options.after(page.next().orElse(""));
			}
		}
		return users;
	}

	/** Whether a pod reads a ConfigMap or a Secret: by a volume, all of its keys, or one. */
	static boolean reads(JsonNode pod, String name, boolean secret) {
		List<String> names = new ArrayList<>();
		for (JsonNode volume : pod.path("volumes")) {
			names.add(secret
					? volume.path("secret").path("secretName").asText()
					: volume.path("configMap").path("name").asText());
			for (JsonNode source : volume.path("projected").path("sources")) {
				names.add(source.path(secret ? "secret" : "configMap").path("name").asText());
			}
		}
		for (String list : List.of("initContainers", "containers")) {
			for (JsonNode container : pod.path(list)) {
				container.path("envFrom").forEach(
						from -> names.add(from.path(secret ? "secretRef" : "configMapRef").path("name").asText()));
				container.path("env").forEach(variable -> names.add(variable.path("valueFrom")
						.path(secret ? "secretKeyRef" : "configMapKeyRef").path("name").asText()));
			}
		}
		return names.contains(name);
	}
}
