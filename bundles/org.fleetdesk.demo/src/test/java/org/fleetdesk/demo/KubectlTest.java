package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kubectl shows of the demo clusters. */
class KubectlTest {

	@TempDir
	static Path folder;
	private static Kubectl kubectl;

	@BeforeAll
	static void start() throws Exception {
		kubectl = Kubectl.start(folder);
	}

	@AfterAll
	static void stop() {
		if (kubectl != null) {
			kubectl.close();
		}
	}

	private static String run(String... arguments) throws Exception {
		return kubectl.run(arguments);
	}

	private static String run(int expected, String... arguments) throws Exception {
		return kubectl.run(expected, arguments);
	}

	@Test
	void getsTablesAndYaml() throws Exception {
		assertThat(run("version")).contains("fleetdesk-demo");
		assertThat(run("get", "nodes", "-o", "wide")).contains("demo-node-1", "Ready", "Fleetdesk demo (simulated)");
		assertThat(run("get", "pods", "-A")).contains("postgres-2", "1/1", "Completed");
		assertThat(run("get", "deploy,svc,ing,hpa,pdb,cm,secret,quota,pvc,cj,sts,bk", "-A", "-o", "wide"))
				.contains("shop.demo.example");
		assertThat(run("get", "deploy", "web", "-o", "yaml")).contains("image: demo.fleetdesk.org/web:2.4.1");
		assertThat(run("--context", "demo-troubled", "get", "pods,nodes,pvc,jobs", "-A")).contains("CrashLoopBackOff",
				"Pending",
				"ImagePullBackOff", "CreateContainerConfigError", "Failed", "NotReady");
		assertThat(run("get", "pods", "-l", "app=web", "--watch", "--request-timeout=2s")).contains("Running");
	}

	@Test
	void describesAndShowsLogs() throws Exception {
		String pod = run("get", "pods", "-l", "app=web", "-o", "jsonpath={.items[0].metadata.name}");
		assertThat(run("describe", "pod", pod)).contains("Controlled By:  ReplicaSet/web-", "QoS Class:");
		assertThat(run("describe", "node", "demo-node-1")).contains("Allocated resources:", "Non-terminated Pods:");
		assertThat(run("describe", "deployment", "web")).contains("3 desired | 3 updated | 3 total | 3 available");
		assertThat(run("logs", pod, "--tail", "3").lines()).hasSize(3);
		assertThat(run("logs", pod, "--timestamps", "--since", "1h")).contains("GET /");
		String crashing = run("--context", "demo-troubled", "get", "pods", "-l", "app=checkout", "-o", "name").strip();
		assertThat(run("--context", "demo-troubled", "logs", crashing, "--previous")).contains("key DB_URL is missing");
		assertThat(run("--context", "demo-troubled", "describe", crashing)).contains("BackOff");
	}

	@Test
	void appliesPatchesLabelsScalesRollsOutAndDeletes() throws Exception {
		Path file = folder.resolve("hello.yaml");
		Files.writeString(file, """
				apiVersion: apps/v1
				kind: Deployment
				metadata: {name: hello, namespace: shop}
				spec:
				  replicas: 2
				  selector: {matchLabels: {app: hello}}
				  template:
				    metadata: {labels: {app: hello}}
				    spec: {containers: [{name: hello, image: "demo.fleetdesk.org/hello:1"}]}
				""");
		assertThat(run("apply", "-f", file.toString())).contains("created");
		assertThat(run("rollout", "status", "deploy/hello", "--timeout=60s")).contains("successfully rolled out");
		run("set", "image", "deploy/hello", "hello=demo.fleetdesk.org/hello:2");
		run("rollout", "status", "deploy/hello", "--timeout=60s");
		assertThat(run("rollout", "history", "deploy/hello")).contains("1 ", "2 ");
		run("scale", "deploy/hello", "--replicas=3");
		run("label", "deploy/hello", "colour=red");
		run("patch", "deploy", "hello", "-p", "{\"metadata\":{\"annotations\":{\"a\":\"b\"}}}");
		assertThat(run(1, "diff", "-f", file.toString())).contains("hello:2", "hello:1");
		assertThat(run(1, "apply", "--server-side", "-f", file.toString())).contains("conflict with");
		run("apply", "--server-side", "--force-conflicts", "-f", file.toString());
		run("rollout", "undo", "deploy/hello");
		assertThat(
				run(1, "apply", "-f", kubectl.file("{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, date: {}}")))
				.contains("unknown field \"date\"");
		assertThat(run("delete", "deploy", "hello")).contains("deleted");
	}

	@Test
	void knowsKindsFieldsAndRights() throws Exception {
		assertThat(run("api-resources")).contains("deploy", "backups", "events.k8s.io/v1");
		assertThat(run("explain", "pod.spec.containers.image")).contains("Container image name");
		assertThat(run("explain", "backup.spec")).contains("How many copies are kept");
		assertThat(run("auth", "can-i", "delete", "pods")).contains("yes");
		assertThat(run("auth", "whoami")).contains("demo-admin");
	}
}
