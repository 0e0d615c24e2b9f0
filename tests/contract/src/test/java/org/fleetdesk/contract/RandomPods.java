package org.fleetdesk.contract;

import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pods that nobody schedules, with statuses of every kind that a kubelet writes. The same ones each time. */
final class RandomPods {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Sandbox sandbox;
	private final Random random = new Random(7);

	RandomPods(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	void create(int count) throws Exception {
		String path = "/api/v1/namespaces/" + sandbox.namespace + "/pods";
		for (int i = 0; i < count; i++) {
			int init = random.nextInt(3);
			int usual = 1 + random.nextInt(3);
			ObjectNode pod = JSON.createObjectNode();
			pod.putObject("metadata").put("name", "random-" + i).putObject("labels").put("b", "2").put("a", "" + i % 3);
			ObjectNode spec = pod.putObject("spec").put("schedulerName", "nobody");
			containers(spec.putArray("containers"), "c", usual);
			containers(spec.putArray("initContainers"), "i", init);
			if (random.nextInt(4) == 0) {
				spec.putArray("readinessGates").addObject().put("conditionType", "test/open");
			}
			sandbox.send("POST", path, "application/json", pod.toString());
			ObjectNode status = JSON.createObjectNode();
			status(status.putObject("status"), usual, init);
			sandbox.send("PATCH", path + "/random-" + i + "/status", "application/merge-patch+json",
					status.toString());
			if (i % 9 == 0) { // with a grace period, so it stays for a while
				sandbox.send("DELETE", path + "/random-" + i + "?gracePeriodSeconds=600", "application/json", "");
			}
		}
	}

	private void containers(ArrayNode all, String prefix, int count) {
		for (int i = 0; i < count; i++) {
			ObjectNode container = all.addObject().put("name", prefix + i).put("image", "img:" + random.nextInt(3));
			container.putObject("resources").putObject("requests").put("cpu", pick("100m", "0.25", "1"))
					.put("memory", pick("64Mi", "1G", "1500000")).put("example.test/gpu", "1");
			container.with("resources").putObject("limits").put("example.test/gpu", "1");
			if (prefix.equals("i") && random.nextBoolean()) {
				container.put("restartPolicy", "Always");
			}
		}
	}

	private void status(ObjectNode status, int usual, int init) {
		status.put("phase", pick("Pending", "Running", "Running", "Succeeded", "Failed", "Unknown"));
		if (random.nextInt(6) == 0) {
			status.put("reason", pick("Evicted", "NodeLost"));
		}
		ArrayNode conditions = status.putArray("conditions");
		for (String type : List.of("Ready", "Initialized", "PodScheduled", "test/open")) {
			if (random.nextInt(3) > 0) {
				ObjectNode condition = conditions.addObject().put("type", type).put("status", pick("True", "False"));
				if (type.equals("PodScheduled") && random.nextInt(5) == 0) {
					condition.put("reason", "SchedulingGated");
				}
			}
		}
		if (random.nextBoolean()) {
			status.put("podIP", "192.0.2.9").putArray("podIPs").addObject().put("ip", "192.0.2.9");
		}
		statuses(status.putArray("containerStatuses"), "c", usual);
		statuses(status.putArray("initContainerStatuses"), "i", init);
	}

	private void statuses(ArrayNode all, String prefix, int count) {
		for (int i = 0; i < count; i++) {
			ObjectNode one = all.addObject().put("name", prefix + i).put("image", "img").put("imageID", "");
			one.put("ready", random.nextBoolean()).put("restartCount", random.nextInt(4));
			if (random.nextBoolean()) {
				one.put("started", random.nextBoolean());
			}
			ObjectNode state = one.putObject("state");
			switch (random.nextInt(4)) {
				case 0 -> state.putObject("waiting").put("reason",
						pick("CrashLoopBackOff", "PodInitializing", "ContainerCreating", ""));
				case 1 -> terminated(state.putObject("terminated"));
				case 2 -> state.putObject("running").put("startedAt", "2026-01-02T03:04:05Z");
				default -> {
					// it is not known
				}
			}
			if (random.nextBoolean()) {
				terminated(one.putObject("lastState").putObject("terminated"));
			}
		}
	}

	private void terminated(ObjectNode terminated) {
		terminated.put("exitCode", random.nextInt(3)).put("reason", pick("", "Error", "Completed", "OOMKilled"))
				.put("finishedAt", "2026-01-02T0" + random.nextInt(10) + ":04:05Z");
		if (random.nextInt(3) == 0) {
			terminated.put("signal", 9);
		}
	}

	private String pick(String... among) {
		return among[random.nextInt(among.length)];
	}
}
