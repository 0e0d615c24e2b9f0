package org.fleetdesk.kube.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fleetdesk.kube.KubeException.Forbidden;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.internal.http.CannedTransport;
import org.junit.jupiter.api.Test;

class HttpSchemasTest {

	private final CannedTransport server = new CannedTransport();
	private final HttpSchemas schemas = new HttpSchemas(server);

	@Test
	void theDocumentIsAskedForByItsHash() throws Exception {
		server.with("/openapi/v3", """
				{"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=AB"},
				"apis/apps/v1":{"serverRelativeURL":"/openapi/v3/apis/apps/v1?hash=CD"}}}""")
				.with("/openapi/v3/api/v1", "{\"core\":1}").with("/openapi/v3/apis/apps/v1", "{\"apps\":1}");
		assertThat(schemas.openApi("v1").has("core")).isTrue();
		assertThat(schemas.openApi("apps/v1").has("apps")).isTrue();
		assertThat(server.calls.getLast().path()).endsWith("?hash=CD");
		assertThatThrownBy(() -> schemas.openApi("none/v1")).isInstanceOf(NotFound.class);
	}

	@Test
	void anAddressElsewhereIsNotFollowed() throws Exception {
		server.with("/openapi/v3", "{\"paths\":{\"api/v1\":{\"serverRelativeURL\":\"//evil.test/x\"}}}")
				.with("/openapi/v3/api/v1", "{\"core\":1}");
		assertThat(schemas.openApi("v1").has("core")).isTrue();
	}

	@Test
	void anOldServerGivesItsVersion2() throws Exception {
		server.with("/openapi/v2", "{\"swagger\":\"2.0\"}");
		assertThat(schemas.openApi("apps/v1").path("swagger").asText()).isEqualTo("2.0");
	}

	@Test
	void refusalIsNoReasonToAskForVersion2() {
		server.failing("/openapi/v3", 403).with("/openapi/v2", "{}");
		assertThatThrownBy(() -> schemas.openApi("v1")).isInstanceOf(Forbidden.class);
	}
}
