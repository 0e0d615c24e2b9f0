package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
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
			"viewer", "as-viewer", "service-account", "server-name"})
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
	void rightsInOneNamespaceShowThatNamespace() throws Exception {
		Reader reader = reader("namespace-only");
		refused(reader, scope("namespaces", ""), Forbidden.class);
		refused(reader, scope("pods", ""), Forbidden.class);
		refused(reader, scope("pods", "team-b"), Forbidden.class);
		assertThat(list(reader, scope("pods", "team-a"), ListOptions.ALL).rows).isNotEmpty();
		assertThat(list(reader, scope("gadgets", "team-a"), ListOptions.ALL).rows).hasSize(2);
		assertThat(server.context("namespace-only-default").namespace()).contains("team-a");
	}
}
