package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.config.InCluster;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryServer
class LoginTest extends Check {

	LoginTest(Server server) {
		super(server);
	}

	private void refused(Reader reader, Scope scope, Class<? extends KubeException> type) {
		assertThatThrownBy(() -> list(reader, scope, ListOptions.ALL)).isInstanceOf(type).message().endsWith(".");
	}

	@ParameterizedTest
	@ValueSource(strings = {"admin-cert", "admin-cert-files", "token", "token-file", "exec-token", "exec-cert",
			"viewer", "as-viewer", "service-account", "server-name", "oidc"})
	void everyLoginListsPods(String context) throws Exception {
		assertThat(list(reader(context), scope("pods", "team-a"), ListOptions.ALL).rows).isNotEmpty();
	}

	@Test
	void aPluginRunsOnlyWithConsent() throws Exception {
		Assumptions.assumeTrue(server.has("exec-token"));
		HttpConnector connector = new HttpConnector((context, exec) -> false, Map.of(), InstantSource.system());
		try (Connection connection = connector.connect(server.context("exec-token"))) {
			refused(connection.reader(), scope("pods", ""), Unauthenticated.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"bad-token", "expired-cert"})
	void whoIsNotKnownIsUnauthenticated(String context) throws Exception {
		refused(reader(context), scope("pods", "team-a"), Unauthenticated.class);
	}

	@Test
	void aStrangeAuthorityIsUntrusted() throws Exception {
		refused(reader("wrong-ca"), scope("pods", "team-a"), Untrusted.class);
	}

	@Test
	void whoHasNoRightsIsForbiddenEverythingButWhatServesAll() throws Exception {
		Reader nobody = reader("nobody");
		refused(nobody, scope("pods", "team-a"), Forbidden.class);
		assertThatThrownBy(() -> nobody.get(key("configmaps", "team-a", "web"))).isInstanceOf(Forbidden.class);
		assertThat(nobody.raw("/version").has("gitVersion")).isTrue();
	}

	@Test
	void aViewerSeesNeitherSecretsNorNodes() throws Exception {
		for (String context : List.of("viewer", "as-viewer", "service-account")) {
			Reader viewer = reader(context);
			refused(viewer, scope("secrets", "team-a"), Forbidden.class);
			refused(viewer, scope("nodes", ""), Forbidden.class);
			assertThat(list(viewer, scope("namespaces", ""), ListOptions.ALL).rows).containsKeys("team-a", "team-b");
		}
	}

	@Test
	void aRefusalNamesWhoIsActedAs() throws Exception {
		Assumptions.assumeTrue(server.has("as-viewer"));
		assertThatThrownBy(() -> list(reader("as-viewer"), scope("secrets", "team-a"), ListOptions.ALL))
				.isInstanceOf(Forbidden.class).hasMessageContaining("viewer-user");
		KubeContext viewer = server.context("viewer");
		KubeUser acting = viewer.user().acting(new KubeUser.Impersonation("carol", "", List.of(), Map.of()));
		KubeContext context = new KubeContext("acting", viewer.source(), viewer.server(), acting, viewer.namespace());
		Connector connector = new HttpConnector((c, exec) -> false, Map.of(), InstantSource.system());
		assertThatThrownBy(
				() -> list(closing(connector.connect(context)).reader(), scope("pods", "team-a"), ListOptions.ALL))
				.isInstanceOf(Forbidden.class).hasMessageContaining("impersonate").hasMessageContaining("carol");
	}

	@Test
	void rightsInOneNamespaceShowThatNamespace() throws Exception {
		Reader reader = reader("namespace-only");
		refused(reader, scope("namespaces", ""), Forbidden.class);
		refused(reader, scope("pods", ""), Forbidden.class);
		refused(reader, scope("pods", "team-b"), Forbidden.class);
		assertThat(list(reader, scope("pods", "team-a"), ListOptions.ALL).rows).isNotEmpty();
		assertThat(list(reader, scope("gadgets", "team-a"), ListOptions.ALL).rows).hasSize(2);
		assertThat(server.context("namespace-only-default").namespace()).contains("team-a");
	}

	@Test
	void thePodsAccountLogsInAndItsTokenIsReadAnew(@TempDir Path folder) throws Exception {
		Assumptions.assumeTrue(server.has("service-account"));
		KubeContext account = server.context("service-account");
		Files.write(folder.resolve("token"), Sandbox.bytes(account.user().token().orElseThrow()));
		Files.write(folder.resolve("ca.crt"), Sandbox.bytes(account.server().authority().orElseThrow()));
		Files.writeString(folder.resolve("namespace"), "team-a");
		URI url = account.server().url();
		KubeContext pod = InCluster.find(Map.of("KUBERNETES_SERVICE_HOST", url.getHost(), "KUBERNETES_SERVICE_PORT",
				String.valueOf(url.getPort())), folder).orElseThrow().contexts().getFirst();
		AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
		try (Connection connection = new HttpConnector((c, exec) -> false, Map.of(), now::get).connect(pod)) {
			Scope pods = scope("pods", pod.namespace().orElseThrow());
			assertThat(list(connection.reader(), pods, ListOptions.ALL).rows).isNotEmpty();
			byte[] good = Files.readAllBytes(folder.resolve("token"));
			Files.writeString(folder.resolve("token"), "over");
			now.set(now.get().plusSeconds(61));
			refused(connection.reader(), pods, Unauthenticated.class);
			Files.write(folder.resolve("token"), good);
			assertThat(list(connection.reader(), pods, ListOptions.ALL).rows).as("read again when refused")
					.isNotEmpty();
		}
	}
}
