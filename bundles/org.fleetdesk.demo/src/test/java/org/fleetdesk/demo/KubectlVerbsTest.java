package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verb of kubectl that the demo clusters promise, on both of them. */
class KubectlVerbsTest {

	private static final String HELLO = """
			apiVersion: apps/v1
			kind: Deployment
			metadata: {name: verbs, namespace: shop}
			spec:
			  replicas: %d
			  selector: {matchLabels: {app: verbs}}
			  template:
			    metadata: {labels: {app: verbs}}
			    spec: {containers: [{name: hello, image: "demo.fleetdesk.org/hello:1"}]}
			""";

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

	private static String run(String context, String... arguments) throws Exception {
		return kubectl.run(with(context, arguments));
	}

	private static String[] with(String context, String... arguments) {
		return Stream.concat(Stream.of("--context", context), Stream.of(arguments)).toArray(String[]::new);
	}

	@ParameterizedTest
	@ValueSource(strings = {"demo-healthy", "demo-troubled"})
	void getPrintsTablesObjectsAndChanges(String context) throws Exception {
		assertThat(run(context, "get", "pods")).startsWith("NAME ").contains("web-");
		assertThat(run(context, "get", "pods", "-o", "wide")).contains("NOMINATED NODE", "demo-node-");
		assertThat(run(context, "get", "deployment", "web", "-o", "yaml")).contains("kind: Deployment", "replicas: ");
		Path out = kubectl.out();
		Process watch = kubectl.start(out, with(context, "get", "configmaps", "-w"));
		try {
			Wait.until(() -> Files.readString(out).contains("kube-root-ca.crt"));
			run(context, "apply", "-f", kubectl.file("{apiVersion: v1, kind: ConfigMap, metadata: {name: watched}}"));
			Wait.until(() -> Files.readString(out).contains("watched"));
		} finally {
			watch.destroy();
			assertThat(watch.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"demo-healthy", "demo-troubled"})
	void changesAreApplied(String context) throws Exception {
		assertThat(run(context, "apply", "-f", kubectl.file(HELLO.formatted(1)))).contains("verbs created");
		assertThat(run(context, "apply", "-f", kubectl.file(HELLO.formatted(2)))).contains("verbs configured");
		assertThat(run(context, "apply", "--server-side", "--force-conflicts", "-f", kubectl.file(HELLO.formatted(2))))
				.contains("verbs serverside-applied");
		assertThat(
				run(context, "patch", "deployment", "verbs", "--type", "merge", "-p", "{\"spec\":{\"paused\":false}}"))
				.contains("patched");
		assertThat(run(context, "label", "deployment", "verbs", "colour=red")).contains("labeled");
		assertThat(run(context, "scale", "deployment", "verbs", "--replicas=1")).contains("scaled");
		assertThat(kubectl.run(1, with(context, "apply", "--server-side", "-f", kubectl.file(HELLO.formatted(3)))))
				.contains("conflict with \"kubectl\" with subresource \"scale\" using apps/v1: .spec.replicas");
		run(context, "rollout", "status", "deployment/verbs", "--timeout=60s");
		assertThat(run(context, "describe", "deployment", "verbs")).contains("colour=red", "ScalingReplicaSet");
		assertThat(run(context, "delete", "deployment", "verbs", "--dry-run=server")).contains("(server dry run)");
		assertThat(run(context, "delete", "deployment", "verbs", "--cascade=foreground", "--timeout=60s"))
				.contains("deleted");
		assertThat(run(context, "get", "pods", "-l", "app=verbs", "--ignore-not-found")).doesNotContain("Running");
	}

	@ParameterizedTest
	@ValueSource(strings = {"demo-healthy", "demo-troubled"})
	void kindsFieldsRightsAndLogsAreTold(String context) throws Exception {
		assertThat(run(context, "api-resources", "-o", "wide")).contains("deployments", "deletecollection");
		assertThat(run(context, "explain", "deployment.spec.strategy.type")).contains("RollingUpdate");
		assertThat(run(context, "auth", "can-i", "create", "deployments")).contains("yes");
		String pod = run(context, "get", "pods", "-l", "app=web", "-o", "name").lines().findFirst().orElseThrow();
		assertThat(run(context, "logs", pod, "--tail=2")).hasLineCount(2);
		assertThat(run(context, "describe", pod)).contains("Controlled By:", "Events:");
	}
}
