package org.fleetdesk.kube.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InClusterTest {

	private static final Map<String, String> POD = Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1",
			"KUBERNETES_SERVICE_PORT", "443");

	@TempDir
	Path folder;

	@Test
	void aPodsAccountIsOneContextWithFilesThatAreReadWhenNeeded() throws IOException {
		Files.writeString(folder.resolve("token"), "abc");
		Files.writeString(folder.resolve("ca.crt"), "pem");
		Files.writeString(folder.resolve("namespace"), "web\n");
		Kubeconfig config = InCluster.find(POD, folder).orElseThrow();
		KubeContext context = config.contexts().getFirst();
		assertThat(config.current()).contains("in-cluster");
		assertThat(context.name()).isEqualTo("in-cluster");
		assertThat(context.namespace()).contains("web");
		assertThat(context.server().url()).hasToString("https://10.96.0.1:443");
		assertThat(context.server().authority()).contains(new Material.InFile("ca.crt", folder.resolve("ca.crt")));
		assertThat(context.user().token()).contains(new Material.InFile("token", folder.resolve("token")));
	}

	@Test
	void anAddressOfNumbersAndColonsGetsItsBrackets() throws IOException {
		Files.writeString(folder.resolve("token"), "abc");
		Kubeconfig config = InCluster
				.find(Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"),
						folder)
				.orElseThrow();
		assertThat(config.contexts().getFirst().server().url()).hasToString("https://[fd00::1]:6443");
	}

	@Test
	void elsewhereThereIsNone() throws IOException {
		assertThat(InCluster.find(POD, folder)).as("no token").isEmpty();
		Files.writeString(folder.resolve("token"), "abc");
		assertThat(InCluster.find(Map.of(), folder)).as("no server").isEmpty();
		assertThat(InCluster.find(Map.of("KUBERNETES_SERVICE_HOST", "a b", "KUBERNETES_SERVICE_PORT", "1"), folder))
				.as("no host").isEmpty();
	}
}
