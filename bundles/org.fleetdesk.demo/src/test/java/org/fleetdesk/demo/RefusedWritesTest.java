package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.fleetdesk.demo.Client.Answer;
import org.fleetdesk.demo.internal.json.Trees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** What is said of changes that cannot be made; the sentences are those of a real server of Kubernetes 1.35. */
class RefusedWritesTest {

	private static final String MAPS = "/api/v1/namespaces/default/configmaps";
	private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/shop/deployments/web";
	private static DemoServer server;
	private static Client client;

	@BeforeAll
	static void start() throws Exception {
		server = DemoServer.healthy(0);
		client = new Client(server);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static Answer apply(String query, String more) throws Exception {
		return client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=fleetdesk" + query,
				"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n" + more);
	}

	private static JsonNode cause(Answer answer) {
		return answer.body().path("details").path("causes").path(0);
	}

	@Test
	void conflictsNameManagerSubresourceAndFieldAndADryRunMeetsThemToo() throws Exception {
		client.patch("merge-patch+json", DEPLOYMENT + "/scale?fieldManager=scaler", "{\"spec\":{\"replicas\":4}}");
		client.patch("merge-patch+json", DEPLOYMENT + "?fieldManager=other",
				"{\"spec\":{\"paused\":true,\"minReadySeconds\":3}}");
		Answer one = apply("&dryRun=All", "spec: {replicas: 5}");
		assertThat(one.code()).isEqualTo(409);
		assertThat(one.reason()).isEqualTo("Conflict");
		assertThat(one.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"scaler\" with subresource "
				+ "\"scale\" using apps/v1: .spec.replicas");
		assertThat(cause(one).path("reason").asText()).isEqualTo("FieldManagerConflict");
		assertThat(cause(one).path("field").asText()).isEqualTo(".spec.replicas");
		assertThat(cause(one).path("message").asText())
				.isEqualTo("conflict with \"scaler\" with subresource \"scale\" using apps/v1");
		assertThat(apply("", "spec: {paused: false, minReadySeconds: 1}").message())
				.isEqualTo("Apply failed with 2 conflicts: conflicts with \"other\" using apps/v1:\n"
						+ "- .spec.minReadySeconds\n- .spec.paused");
		assertThat(apply("&force=true", "spec: {replicas: 4, paused: false}").code()).isEqualTo(200);
		Answer applied = client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=third",
				"apiVersion: apps/v1\nkind: Deployment\nspec: {paused: true}");
		assertThat(cause(applied).path("message").asText()).isEqualTo("conflict with \"fleetdesk\"");
	}

	@Test
	void whatIsAppliedMustFitItsPlaceAndTheSchema() throws Exception {
		assertThat(apply("&fieldValidation=Warn", "spec: {replica: 3}").message()).isEqualTo(
				"failed to create typed patch object (/web; apps/v1, Kind=Deployment): .spec.replica: field not declared in "
						+ "schema");
		assertThat(apply("", "spec: {replicas: many}").message())
				.endsWith(": .spec.replicas: expected numeric (int or float), got string");
		assertThat(
				client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=f", "{metadata: {name: web}}").message())
				.isEqualTo("invalid object type: /, Kind=");
		assertThat(client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=f",
				"{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart}}").message())
				.isEqualTo("the name of the object (cart) does not match the name on the URL (web)");
		assertThat(client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=f",
				"{apiVersion: apps/v1, kind: Deployment, metadata: {namespace: data}}").code()).isEqualTo(400);
		assertThat(client.patch("apply-patch+yaml", DEPLOYMENT + "?fieldManager=f",
				"{apiVersion: apps/v1, kind: Deployment, metadata: {resourceVersion: '1'}}").reason())
				.isEqualTo("Conflict");
		assertThat(client.patch("apply-patch+yaml", DEPLOYMENT, "{apiVersion: apps/v1, kind: Deployment}").message())
				.contains("fieldManager: Required value");
	}

	@Test
	void repeatedKeysAreRefusedWarnedOfOrIgnoredAsAsked() throws Exception {
		String twice = "{\"metadata\":{\"name\":\"twice\"},\"data\":{\"a\":\"1\",\"a\":\"2\"},\"data\":{\"a\":\"3\"}}";
		assertThat(json("Strict", twice).message()).isEqualTo("ConfigMap in version \"v1\" cannot be handled as a "
				+ "ConfigMap: strict decoding error: duplicate field \"data.a\", duplicate field \"data\"");
		Answer warned = json("Warn&dryRun=All", twice);
		assertThat(warned.response().headers().allValues("Warning"))
				.contains("299 - \"duplicate field \\\"data.a\\\"\"");
		assertThat(warned.body().path("data").path("a").asText()).isEqualTo("3");
		assertThat(json("Ignore&dryRun=All", twice).response().headers().allValues("Warning")).isEmpty();
		assertThat(client.post(MAPS + "?fieldValidation=Strict", "metadata:\n  name: y\ndata:\n  a: '1'\n  a: '2'\n")
				.message())
				.endsWith("strict decoding error: yaml: unmarshal errors:\n  line 5: key \"a\" already set in map");
		assertThat(apply("&fieldValidation=Strict", "spec:\n  paused: true\n  paused: false\n").message())
				.isEqualTo("error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n"
						+ "  line 6: key \"paused\" already set in map");
	}

	private static Answer json(String validation, String body) throws Exception {
		return client.send("POST", MAPS + "?fieldValidation=" + validation, body, "application/json",
				"application/json");
	}

	@Test
	void optionsThatDoNotExistAreRefused() throws Exception {
		Answer dry = client.post(MAPS + "?dryRun=Some", "{metadata: {name: x}}");
		assertThat(dry.code()).isEqualTo(422);
		assertThat(dry.message()).isEqualTo("CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: "
				+ "[\"Some\"]: supported values: \"All\"");
		assertThat(client.post(MAPS + "?fieldValidation=x", "{metadata: {name: x}}").code()).isEqualTo(422);
		assertThat(client.delete(MAPS + "/x", "{\"propagationPolicy\":\"Sideways\"}").message())
				.startsWith(
						"DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"Sideways\"");
	}

	@Test
	void onlyWhatIsMeantIsDeletedAndABodySilencesTheQuery() throws Exception {
		JsonNode map = client.post(MAPS, "{metadata: {name: meant}}").body();
		String uid = map.path("metadata").path("uid").asText();
		Answer other = client.delete(MAPS + "/meant", "{\"preconditions\":{\"uid\":\"1\"}}");
		assertThat(other.code()).isEqualTo(409);
		assertThat(other.message()).isEqualTo("Operation cannot be fulfilled on ConfigMap \"meant\": the UID in the "
				+ "precondition (1) does not match the UID in record (" + uid
				+ "). The object might have been deleted and then recreated");
		assertThat(client.delete(MAPS + "/meant", "{\"preconditions\":{\"resourceVersion\":\"1\"}}").message())
				.endsWith("The object might have been modified");
		assertThat(client.delete(MAPS + "/meant?dryRun=All", "").code()).isEqualTo(200);
		assertThat(client.delete(MAPS + "/meant", "{\"dryRun\":[\"All\"]}").code()).isEqualTo(200);
		assertThat(Trees.uid(client.get(MAPS + "/meant").body())).isEqualTo(uid);
		assertThat(client.delete(MAPS + "/meant?dryRun=All", "{\"propagationPolicy\":\"Background\"}").code())
				.isEqualTo(200);
		assertThat(client.get(MAPS + "/meant").code()).isEqualTo(404);
	}
}
