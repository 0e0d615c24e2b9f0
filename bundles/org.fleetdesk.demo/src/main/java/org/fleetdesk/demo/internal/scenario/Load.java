package org.fleetdesk.demo.internal.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;

import org.fleetdesk.demo.internal.api.Local;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Pods without end: Deployments of 25 in namespaces {@code demo-load-0} and so on, on nodes of their own. Each is made
 * when it is looked at and costs about 200 bytes until it is changed. Nothing of it moves by itself; what is changed is
 * simulated from then on. Unchangeable.
 */
public final class Load {

	private static final int REPLICAS = 25;
	private static final int PODS_PER_NODE = 200;
	private static final int PODS_PER_NAMESPACE = 3000;
	private static final int NAMESPACES = 10;
	private static final int FIRST_NODE = 1000;
	private static final String REVISION = "900";
	private static final ObjectNode POD = read();

	private enum What {
		POD, SET, DEPLOYMENT, NODE
	}

	private final class Generated implements Item {

		private final What what;
		private final int index;

		Generated(What what, int index) {
			this.what = what;
			this.index = index;
		}

		@Override
		public ObjectNode object() {
			return switch (what) {
				case POD -> pod(index);
				case SET -> set(index);
				case DEPLOYMENT -> deployment(index);
				case NODE -> node(index);
			};
		}

		@Override
		public boolean ownedBy(String uid) {
			return switch (what) {
				case POD -> uid(What.SET, index / REPLICAS).equals(uid);
				case SET -> uid(What.DEPLOYMENT, index).equals(uid);
				default -> false;
			};
		}

		@Override
		public boolean generated() {
			return true;
		}
	}

	private final int pods;
	private final int namespaces;
	private final int nodes;
	private final Instant now;

	/** That many pods, rounded up to whole Deployments. */
	public Load(int pods, Instant now) {
		this.pods = (pods + REPLICAS - 1) / REPLICAS * REPLICAS;
		namespaces = Math.max(NAMESPACES, (this.pods + PODS_PER_NAMESPACE - 1) / PODS_PER_NAMESPACE);
		nodes = (this.pods + PODS_PER_NODE - 1) / PODS_PER_NODE;
		this.now = now;
	}

	private static ObjectNode read() {
		try (InputStream in = Load.class.getResourceAsStream("load-pod.yaml")) {
			return (ObjectNode) Trees.YAML.readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Puts all of it into a cluster. */
	public void into(Cluster cluster) {
		Local local = new Local(cluster);
		for (int index = 0; index < namespaces; index++) {
			ObjectNode namespace = Trees.object().put("apiVersion", "v1").put("kind", "Namespace");
			namespace.putObject("metadata").put("name", "demo-load-" + index);
			local.place(namespace);
		}
		for (int index = 0; index < nodes; index++) {
			cluster.store().generate(new Key("/nodes", "", nodeName(index)), new Generated(What.NODE, index));
		}
		for (int index = 0; index < pods / REPLICAS; index++) {
			String namespace = namespace(index);
			cluster.store().generate(new Key("apps/deployments", namespace, app(index)),
					new Generated(What.DEPLOYMENT, index));
			cluster.store().generate(new Key("apps/replicasets", namespace, setName(index)),
					new Generated(What.SET, index));
		}
		for (int index = 0; index < pods; index++) {
			cluster.store().generate(new Key("/pods", namespace(index / REPLICAS), podName(index)),
					new Generated(What.POD, index));
		}
	}

	private static String nodeName(int index) {
		return String.format(Locale.ROOT, "demo-load-node-%04d", index);
	}

	private String namespace(int deployment) {
		return "demo-load-" + deployment % namespaces;
	}

	private static String app(int deployment) {
		return String.format(Locale.ROOT, "load-%05d", deployment);
	}

	private static String hash(int deployment) {
		return letters(deployment * 2654435761L, 9);
	}

	private static String setName(int deployment) {
		return app(deployment) + "-" + hash(deployment);
	}

	private static String podName(int pod) {
		return setName(pod / REPLICAS) + "-" + letters((pod + 7L) * 40503L * 2654435761L, 5);
	}

	private static String letters(long number, int length) {
		String all = "bcdfghjklmnpqrstvwxz2456789";
		StringBuilder text = new StringBuilder();
		long left = Math.abs(number);
		for (int index = 0; index < length; index++) {
			text.append(all.charAt((int) (left % all.length())));
			left = left / all.length() + 31L * index;
		}
		return text.toString();
	}

	private static String uid(What what, int index) {
		return "de300ad0-000" + what.ordinal() + "-4000-8000-" + String.format(Locale.ROOT, "%012x", index);
	}

	private Instant created(int deployment) {
		return now.minusSeconds(3600 + Math.floorMod(deployment * 7919L, 30 * 86_400));
	}

	private ObjectNode metadata(ObjectNode object, What what, int index, String name, String namespace) {
		ObjectNode metadata = Trees.child(object, "metadata").put("name", name).put("uid", uid(what, index))
				.put("resourceVersion", REVISION);
		metadata.put("creationTimestamp",
				Trees.time(created(what == What.POD ? index / REPLICAS : index)));
		if (!namespace.isEmpty()) {
			metadata.put("namespace", namespace);
		}
		return metadata;
	}

	private static void owner(ObjectNode metadata, String kind, String name, String uid) {
		metadata.putArray("ownerReferences").addObject().put("apiVersion", "apps/v1").put("kind", kind)
				.put("name", name)
				.put("uid", uid).put("controller", true).put("blockOwnerDeletion", true);
	}

	private ObjectNode pod(int index) {
		int deployment = index / REPLICAS;
		ObjectNode pod = POD.deepCopy();
		ObjectNode metadata = metadata(pod, What.POD, index, podName(index), namespace(deployment));
		metadata.put("generateName", setName(deployment) + "-");
		metadata.putObject("labels").put("app", app(deployment)).put("pod-template-hash", hash(deployment)).put("tier",
				deployment % 3 == 0 ? "front" : "back");
		owner(metadata, "ReplicaSet", setName(deployment), uid(What.SET, deployment));
		String time = Trees.time(created(deployment));
		ObjectNode status = (ObjectNode) pod.get("status");
		status.path("conditions").forEach(condition -> ((ObjectNode) condition).put("lastTransitionTime", time));
		ObjectNode container = (ObjectNode) Trees.at(status, "containerStatuses.0");
		if (index % 1000 == 13) {
			status.put("phase", "Pending").remove("containerStatuses");
			return pod;
		}
		int node = index % nodes;
		((ObjectNode) pod.get("spec")).put("nodeName", nodeName(node));
		String ip = "10." + (64 + index / 62_500) + "." + index / 250 % 250 + "." + (1 + index % 250);
		status.put("hostIP", "10.30." + (FIRST_NODE + node) / 250 + "." + (10 + node % 240)).put("podIP", ip)
				.put("startTime", time).putArray("podIPs").addObject().put("ip", ip);
		if (index % 500 == 7) {
			container.put("ready", false).put("started", false).put("restartCount", 40 + index % 60);
			((ObjectNode) container.get("state")).putObject("waiting").put("reason", "CrashLoopBackOff");
			((ObjectNode) container.get("lastState")).putObject("terminated").put("exitCode", 1).put("reason", "Error")
					.put("startedAt", Trees.time(now.minusSeconds(200)))
					.put("finishedAt", Trees.time(now.minusSeconds(190)));
			for (JsonNode condition : status.path("conditions")) {
				if (condition.path("type").asText().endsWith("Ready")) {
					((ObjectNode) condition).put("status", "False").put("reason", "ContainersNotReady");
				}
			}
		} else {
			((ObjectNode) container.get("state")).putObject("running").put("startedAt", time);
		}
		return pod;
	}

	private static ObjectNode spec(int deployment, boolean hashed) {
		ObjectNode spec = Trees.object().put("replicas", REPLICAS);
		ObjectNode labels = Trees.child(spec, "selector.matchLabels").put("app", app(deployment));
		ObjectNode pod = Trees.child(spec, "template.metadata.labels").put("app", app(deployment)).put("tier",
				deployment % 3 == 0 ? "front" : "back");
		ObjectNode own = (ObjectNode) POD.path("spec").deepCopy();
		own.remove(java.util.List.of("volumes", "tolerations", "priority", "enableServiceLinks", "preemptionPolicy"));
		((ObjectNode) Trees.at(own, "containers.0")).remove("volumeMounts");
		Trees.child(spec, "template").set("spec", own);
		if (hashed) {
			labels.put("pod-template-hash", hash(deployment));
			pod.put("pod-template-hash", hash(deployment));
		}
		return spec;
	}

	private ObjectNode set(int index) {
		ObjectNode set = Trees.object().put("apiVersion", "apps/v1").put("kind", "ReplicaSet");
		ObjectNode metadata = metadata(set, What.SET, index, setName(index), namespace(index)).put("generation", 1);
		metadata.putObject("labels").put("app", app(index)).put("pod-template-hash", hash(index));
		metadata.putObject("annotations").put("deployment.kubernetes.io/revision", "1");
		owner(metadata, "Deployment", app(index), uid(What.DEPLOYMENT, index));
		set.set("spec", spec(index, true));
		set.putObject("status").put("replicas", REPLICAS).put("fullyLabeledReplicas", REPLICAS)
				.put("readyReplicas", REPLICAS).put("availableReplicas", REPLICAS).put("observedGeneration", 1);
		return set;
	}

	private ObjectNode deployment(int index) {
		ObjectNode deployment = Trees.object().put("apiVersion", "apps/v1").put("kind", "Deployment");
		ObjectNode metadata = metadata(deployment, What.DEPLOYMENT, index, app(index), namespace(index))
				.put("generation", 1);
		metadata.putObject("labels").put("app", app(index));
		metadata.putObject("annotations").put("deployment.kubernetes.io/revision", "1");
		ObjectNode spec = spec(index, false).put("revisionHistoryLimit", 10).put("progressDeadlineSeconds", 600);
		spec.putObject("strategy").put("type", "RollingUpdate").putObject("rollingUpdate").put("maxSurge", "25%")
				.put("maxUnavailable", "25%");
		deployment.set("spec", spec);
		deployment.putObject("status").put("observedGeneration", 1).put("replicas", REPLICAS)
				.put("updatedReplicas", REPLICAS).put("readyReplicas", REPLICAS).put("availableReplicas", REPLICAS);
		return deployment;
	}

	private ObjectNode node(int index) {
		ObjectNode node = Trees.object().put("apiVersion", "v1").put("kind", "Node");
		metadata(node, What.NODE, index, nodeName(index), "");
		Trees.child(node, "metadata.annotations").put("demo.fleetdesk.org/generated", "true");
		NodeStatus.complete(node, FIRST_NODE + index, true, now.minusSeconds(30));
		return node;
	}
}
