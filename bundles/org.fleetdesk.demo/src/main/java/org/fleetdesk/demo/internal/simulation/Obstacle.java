package org.fleetdesk.demo.internal.simulation;

import java.util.Optional;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why containers cannot start: an image that is not there, a ConfigMap, a Secret or a key of one that is missing. */
record Obstacle(String reason, String message) {

	static Optional<Obstacle> of(World world, ObjectNode pod) {
		String namespace = Trees.namespace(pod);
		for (JsonNode volume : pod.path("spec").path("volumes")) {
			Optional<Obstacle> missing = missing(world, namespace, Trees.text(volume, "configMap.name"),
					Trees.text(volume, "secret.secretName"), "");
			if (missing.isPresent() && !Trees.at(volume, "configMap.optional").asBoolean()
					&& !Trees.at(volume, "secret.optional").asBoolean()) {
				return Optional.of(new Obstacle("ContainerCreating", "MountVolume.SetUp failed for volume \""
						+ volume.path("name").asText() + "\" : " + missing.get().message()));
			}
		}
		for (JsonNode container : pod.path("spec").path("containers")) {
			String image = container.path("image").asText();
			if (image.contains(".invalid/") || image.endsWith(":missing")) {
				return Optional.of(new Obstacle("ErrImagePull", "Failed to pull image \"" + image
						+ "\": rpc error: code = NotFound desc = failed to pull and unpack image \"" + image
						+ "\": failed to resolve reference \"" + image + "\": " + image + ": not found"));
			}
			for (JsonNode variable : container.path("env")) {
				JsonNode from = variable.path("valueFrom");
				Optional<Obstacle> missing = keyed(world, namespace, from.path("configMapKeyRef"),
						from.path("secretKeyRef"));
				if (missing.isPresent()) {
					return missing;
				}
			}
			for (JsonNode from : container.path("envFrom")) {
				Optional<Obstacle> missing = missing(world, namespace, Trees.text(from, "configMapRef.name"),
						Trees.text(from, "secretRef.name"), "");
				if (missing.isPresent()) {
					return missing;
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Obstacle> keyed(World world, String namespace, JsonNode map, JsonNode secret) {
		if (map.path("optional").asBoolean() || secret.path("optional").asBoolean()) {
			return Optional.empty();
		}
		return missing(world, namespace, map.path("name").asText(""), secret.path("name").asText(""),
				map.path("key").asText(secret.path("key").asText("")));
	}

	private static Optional<Obstacle> missing(World world, String namespace, String map, String secret, String key) {
		String name = map.isEmpty() ? secret : map;
		if (name.isEmpty()) {
			return Optional.empty();
		}
		String kind = map.isEmpty() ? "secret" : "configmap";
		Optional<ObjectNode> object = world.get("/" + kind + "s", namespace, name);
		if (object.isEmpty()) {
			return Optional.of(new Obstacle("CreateContainerConfigError", kind + " \"" + name + "\" not found"));
		}
		return key.isEmpty() || object.get().path("data").has(key)
				? Optional.empty()
				: Optional.of(new Obstacle("CreateContainerConfigError", "couldn't find key " + key + " in "
						+ (map.isEmpty() ? "Secret " : "ConfigMap ") + namespace + "/" + name));
	}
}
