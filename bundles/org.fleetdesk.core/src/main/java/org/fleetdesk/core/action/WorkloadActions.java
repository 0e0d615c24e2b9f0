package org.fleetdesk.core.action;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.core.action.Argument.Type;
import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.operation.Creating;
import org.fleetdesk.core.operation.Kubectl;
import org.fleetdesk.core.operation.Patching;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done with what runs pods. */
final class WorkloadActions {
	static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";
	private static final KindKey DEPLOYMENTS = new KindKey("apps", "deployments");
	private static final KindKey JOBS = new KindKey("batch", "jobs");
	private static final int LONGEST_JOB = 52; // the controller puts eleven characters behind it

	private WorkloadActions() {
	}

	static List<Action> all(Kinds kinds, InstantSource clock) {
		return List.of(scale(), restart(clock), pause(), resume(), setImage(), new Rollback(kinds).action(), suspend(),
				trigger(clock), Drain.evict());
	}

	private static Action scale() {
		return Action.of("action.scale", Set.of("scale"),
				List.of(Argument.of("argument.replicas", Type.COUNT).needed().from("spec.replicas")),
				type -> List.of(Permission.of("patch", type, "scale"), Permission.of("get", type, "scale")),
				(target, values) -> {
					int replicas = values.count("replicas");
					return new Patching(target, "scale",
							scale -> scale.withObjectProperty("spec").put("replicas", replicas),
							Kubectl.of(target, "scale", Kubectl.name(target.key()), "--replicas=" + replicas),
							List.of());
				});
	}

	private static Action restart(InstantSource clock) {
		return Action.of("action.restart", Set.of("restart"), List.of(), Action.patch(),
				(target, values) -> restart(target, clock, List.of()));
	}

	/** The template is given the time, as kubectl rollout restart does. */
	static Step restart(Target target, InstantSource clock, List<Step> after) {
		String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
		return new Patching(target, "", object -> {
			if (object.path("spec").path("paused").asBoolean()) {
				throw Refusals.of(target, Texts.text("action.paused", target.cluster().name(), target));
			}
			PodSpecs.template(object).withObjectProperty("metadata").withObjectProperty("annotations").put(RESTARTED,
					now);
		}, Kubectl.of(target, "rollout", "restart", Kubectl.name(target.key())), after);
	}

	private static Action pause() {
		return Action.of("action.pause", Set.of("pause"), List.of(), Action.patch(),
				(target, values) -> flag(target, "paused", true));
	}

	private static Action suspend() {
		return Action.of("action.suspend", Set.of("suspend"), List.of(), Action.patch(),
				(target, values) -> flag(target, "suspend", true));
	}

	private static Action resume() {
		return Action.of("action.resume", Set.of("pause", "suspend"), List.of(), Action.patch(),
				(target, values) -> flag(target, target.key().type().group().equals("batch") ? "suspend" : "paused",
						false));
	}

	private static Step flag(Target target, String field, boolean value) {
		ObjectNode patch = JsonNodeFactory.instance.objectNode();
		patch.putObject("spec").put(field, value);
		Kubectl kubectl = KindKey.of(target.key().type()).equals(DEPLOYMENTS)
				? Kubectl.of(target, "rollout", value ? "pause" : "resume", Kubectl.name(target.key()))
				: Kubectl.patch(target, "", patch);
		return new Patching(target, object -> {
			ObjectNode spec = object.withObjectProperty("spec");
			if (spec.path(field).asBoolean() != value) {
				spec.put(field, value);
			}
		}, kubectl);
	}

	private static Action setImage() {
		return Action.of("action.set-image", Set.of("set-image"),
				List.of(Argument.of("argument.images", Type.PAIRS).needed()), Action.patch(), (target, values) -> {
					Map<String, String> images = values.pairs("images");
					List<String> words = new ArrayList<>(List.of("set", "image", Kubectl.name(target.key())));
					images.forEach((container, image) -> words.add(container + "=" + image));
					return new Patching(target, object -> images.forEach((container, image) -> {
						if (!image(PodSpecs.template(object).path("spec"), container, image)) {
							throw Refusals.of(target,
									Texts.text("action.container", target.cluster().name(), target, container));
						}
					}), Kubectl.of(target, words));
				});
	}

	/** Gives the container of a name an image, "*" all of them; whether there is one. */
	private static boolean image(JsonNode pod, String name, String image) {
		List<ObjectNode> containers = new ArrayList<>();
		for (String list : List.of("initContainers", "containers")) {
			for (JsonNode container : pod.path(list)) {
				if (name.equals("*") || container.path("name").asText().equals(name)) {
					containers.add((ObjectNode) container);
				}
			}
		}
		containers.forEach(container -> container.put("image", image));
		return !containers.isEmpty();
	}

	/**
	 * As kubectl create job --from does.
	 *
	 * @see <a href="https://github.com/kubernetes/kubectl/blob/v0.34.0/pkg/cmd/create/create_job.go">kubectl</a>
	 */
	private static Action trigger(InstantSource clock) {
		return Action.of("action.trigger", Set.of("trigger"), List.of(Argument.of("argument.job", Type.TEXT)),
				type -> List.of(Permission.of("get", type, ""), new Permission("create", JOBS, "")),
				(target, values) -> {
					ResourceType jobs = JOBS.in(target.cluster().catalogue()).orElseThrow(() -> Refusals.of(target,
							Texts.text("action.unserved", target.cluster().name(), JOBS)));
					String name = values.has("job") ? values.text("job") : manual(target.key().name(), clock);
					Target job = new Target(target.cluster(), new ObjectKey(jobs, target.key().namespace(), name));
					return new Creating(job, () -> job(target, name),
							Kubectl.of(target, "create", "job", name, "--from=cronjob/" + target.key().name()));
				});
	}

	private static String manual(String cronJob, InstantSource clock) {
		String ending = "-manual-" + Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
		return cronJob.substring(0, Math.min(cronJob.length(), LONGEST_JOB - ending.length())) + ending;
	}

	private static ObjectNode job(Target target, String name) throws InterruptedException {
		JsonNode cronJob = target.cluster().reader().get(target.key());
		JsonNode template = cronJob.path("spec").path("jobTemplate");
		ObjectNode job = JsonNodeFactory.instance.objectNode().put("apiVersion", "batch/v1").put("kind", "Job");
		ObjectNode metadata = job.putObject("metadata").put("name", name).put("namespace",
				target.key().namespace());
		Map<String, JsonNode> annotations = new LinkedHashMap<>();
		Stream.of(template.path("metadata").path("annotations")).flatMap(JsonNode::propertyStream)
				.forEach(entry -> annotations.put(entry.getKey(), entry.getValue()));
		metadata.putObject("annotations").setAll(annotations);
		metadata.withObjectProperty("annotations").put("cronjob.kubernetes.io/instantiate", "manual");
		if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
			metadata.set("labels", labels);
		}
		metadata.putArray("ownerReferences").addObject().put("apiVersion", "batch/v1").put("kind", "CronJob")
				.put("name", target.key().name()).put("uid", cronJob.path("metadata").path("uid").asText())
				.put("controller", true);
		job.set("spec", template.path("spec"));
		return job;
	}
}
