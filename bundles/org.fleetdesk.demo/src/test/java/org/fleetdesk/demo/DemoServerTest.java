package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.fleetdesk.demo.Client.Answer;
import org.fleetdesk.demo.internal.json.Trees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class DemoServerTest {

	private static final String MAPS = "/api/v1/namespaces/default/configmaps";
	private static final int GENERATED = 1000;
	private static DemoServer server;
	private static Client client;

	@BeforeAll
	static void start() throws Exception {
		server = DemoServer.healthy(GENERATED);
		client = new Client(server);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static String map(String name, String more) {
		return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}" + more + "}";
	}

	@Test
	void whoShowsNoTokenOrAWrongOneIsRefusedAndTheVersionIsForAll() throws Exception {
		assertThat(client.as("", "/api/v1/pods").code()).isEqualTo(403);
		assertThat(client.as("Bearer x", "/api/v1/pods").reason()).isEqualTo("Unauthorized");
		assertThat(client.as("", "/version").body().path("gitVersion").asText()).contains("fleetdesk-demo");
	}

	@Test
	void pagesHoldEveryPodOnce() throws Exception {
		Set<String> names = new HashSet<>();
		String next = "";
		int pages = 0;
		do {
			JsonNode page = client.get("/api/v1/pods?limit=400&continue=" + next).body();
			page.path("items").forEach(pod -> assertThat(names.add(Trees.name(pod))).isTrue());
			next = page.path("metadata").path("continue").asText("");
			pages++;
		} while (!next.isEmpty());
		assertThat(names).hasSizeGreaterThan(GENERATED);
		assertThat(pages).isEqualTo(3);
		assertThat(client.get("/api/v1/pods?continue=x").code()).isEqualTo(400);
	}

	@Test
	void selectorsSelectByLabelsAndFields() throws Exception {
		String pods = "/api/v1/namespaces/shop/pods?labelSelector=";
		assertThat(client.get(pods + "app%20in%20(web,cart)").body().path("items")).hasSize(5);
		assertThat(client.get(pods + "app%20notin%20(web),app,!job-name").body().path("items")).hasSize(4);
		assertThat(client.get(pods + "app=web&fieldSelector=status.phase!=Running").body().path("items")).isEmpty();
		assertThat(client.get("/api/v1/pods?fieldSelector=a=b").message()).isEqualTo("field label not supported: a");
		assertThat(client.get("/api/v1/pods?labelSelector=a===").code()).isEqualTo(400);
	}

	@Test
	void tablesHaveTheColumnsOfKubectl() throws Exception {
		JsonNode table = client.table("/api/v1/namespaces/shop/pods?labelSelector=app=web&includeObject=Metadata")
				.body();
		assertThat(table.path("columnDefinitions").findValuesAsText("name")).startsWith("Name", "Ready", "Status",
				"Restarts",
				"Age", "IP", "Node");
		JsonNode row = table.path("rows").get(0);
		assertThat(row.path("cells").get(1).asText()).isEqualTo("1/1");
		assertThat(row.path("cells").get(4).asText()).isEqualTo("12d");
		assertThat(row.path("object").path("kind").asText()).isEqualTo("PartialObjectMetadata");
	}

	@Test
	void whatRunningPodsAndNodesUseIsMeasuredAndOnlyRead() throws Exception {
		String metrics = "/apis/metrics.k8s.io/v1beta1/";
		JsonNode pods = client.get(metrics + "namespaces/shop/pods?labelSelector=app=web").body();
		assertThat(pods.path("kind").asText()).isEqualTo("PodMetricsList");
		assertThat(pods.path("items")).isNotEmpty().allSatisfy(
				pod -> assertThat(pod.at("/containers/0/usage/cpu").asText()).matches("[1-9]\\d+n"));
		int running = client.get("/api/v1/pods?fieldSelector=status.phase=Running").body().path("items").size();
		assertThat(client.get(metrics + "pods").body().path("items")).hasSize(running);
		JsonNode node = client.get("/api/v1/nodes").body().path("items").get(0);
		JsonNode used = client.get(metrics + "nodes/" + Trees.name(node)).body();
		assertThat(used.path("kind").asText()).isEqualTo("NodeMetrics");
		assertThat(used.at("/usage/memory").asText()).matches("[1-9]\\d+Ki");
		assertThat(client.post(metrics + "nodes", "{}").code()).isEqualTo(405);
		assertThat(client.get(metrics + "nodes?watch=1").code()).isEqualTo(405);
		assertThat(client.delete(metrics + "nodes/" + Trees.name(node), "{}").code()).isEqualTo(405);
		assertThat(client.get("/api/v1/nodes").body().path("items")).contains(node);
	}

	@Test
	void aWatchTellsWhatHappensAfterItsRevision() throws Exception {
		String revision = client.get(MAPS).body().path("metadata").path("resourceVersion").asText();
		client.post(MAPS, map("watched", ", data: {a: b}"));
		client.patch("merge-patch+json", MAPS + "/watched", "{\"data\":{\"a\":\"c\"}}");
		client.delete(MAPS + "/watched", "{}");
		try (BufferedReader watch = client
				.watch(MAPS + "?watch=1&timeoutSeconds=2&allowWatchBookmarks=true&resourceVersion="
						+ revision + "&fieldSelector=metadata.name=watched")) {
			assertThat(Client.event(watch).path("type").asText()).isEqualTo("ADDED");
			assertThat(Client.event(watch).path("object").path("data").path("a").asText()).isEqualTo("c");
			assertThat(Client.event(watch).path("type").asText()).isEqualTo("DELETED");
			assertThat(Client.event(watch).path("type").asText()).isEqualTo("BOOKMARK");
			assertThat(watch.readLine()).isNull();
		}
	}

	@Test
	void aWatchFromBeforeWhatIsForgottenIsGone() throws Exception {
		String revision = client.get(MAPS).body().path("metadata").path("resourceVersion").asText();
		client.post(MAPS, map("forgotten", ""));
		server.faults().forget();
		try (BufferedReader watch = client.watch(MAPS + "?watch=1&resourceVersion=" + revision)) {
			JsonNode event = Client.event(watch);
			assertThat(event.path("type").asText()).isEqualTo("ERROR");
			assertThat(event.path("object").path("code").asInt()).isEqualTo(410);
			assertThat(event.path("object").path("reason").asText()).isEqualTo("Expired");
		}
	}

	@Test
	void initialEventsEndWithABookmark() throws Exception {
		try (BufferedReader watch = client.watch("/api/v1/namespaces?watch=1&timeoutSeconds=1&sendInitialEvents=true"
				+ "&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan")) {
			JsonNode event = Client.event(watch);
			while (event.path("type").asText().equals("ADDED")) {
				event = Client.event(watch);
			}
			assertThat(Trees.annotation(event.path("object"), "k8s.io/initial-events-end")).isEqualTo("true");
		}
	}

	@Test
	void refusalsAreThoseOfTheRealServer() throws Exception {
		client.post(MAPS, map("once", ""));
		assertThat(client.post(MAPS, map("once", "")).reason()).isEqualTo("AlreadyExists");
		assertThat(client.get(MAPS + "/none").message()).isEqualTo("configmaps \"none\" not found");
		assertThat(client.post(MAPS, map("Wrong_", "")).reason()).isEqualTo("Invalid");
		assertThat(client.post(MAPS, "{apiVersion: v1, kind: Pod}").reason()).isEqualTo("BadRequest");
		assertThat(client.post(MAPS.replace("default", "nowhere"), map("x", "")).message())
				.isEqualTo("namespaces \"nowhere\" not found");
		Answer unknown = client.post("/apis/apps/v1/namespaces/shop/deployments?fieldValidation=Strict",
				"{metadata: {name: x}, spec: {replica: 1, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, "
						+ "spec: {containers: [{name: a, image: b}]}}}}");
		assertThat(unknown.message()).contains("strict decoding error: unknown field \"spec.replica\"");
		ObjectNode map = client.get(MAPS + "/once").body().deepCopy();
		Trees.child(map, "data").put("a", "1");
		assertThat(client.put(MAPS + "/once", map).code()).isEqualTo(200);
		assertThat(client.put(MAPS + "/once", map).message()).contains("the object has been modified");
	}

	@Test
	void aDryRunStoresNothing() throws Exception {
		assertThat(client.post(MAPS + "?dryRun=All", map("tried", "")).code()).isEqualTo(201);
		assertThat(client.get(MAPS + "/tried").code()).isEqualTo(404);
	}

	@Test
	void patchesOfAllFormsChangeTheSameDeployment() throws Exception {
		String path = "/apis/apps/v1/namespaces/payments/deployments/orders";
		client.patch("strategic-merge-patch+json", path,
				"{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"orders\",\"env\":[{\"name\":\"A\",\"value\":\"1\"}]}]}}}}");
		client.patch("json-patch+json", path,
				"[{\"op\":\"add\",\"path\":\"/metadata/labels/json\",\"value\":\"yes\"}]");
		JsonNode after = client.patch("merge-patch+json", path, "{\"metadata\":{\"labels\":{\"merge\":\"yes\"}}}")
				.body();
		assertThat(Trees.text(after, "spec.template.spec.containers.0.image")).contains("orders");
		assertThat(Trees.text(after, "spec.template.spec.containers.0.env.0.value")).isEqualTo("1");
		assertThat(Trees.text(after, "metadata.labels.json") + Trees.text(after, "metadata.labels.merge"))
				.isEqualTo("yesyes");
		assertThat(
				client.patch("json-patch+json", path, "[{\"op\":\"test\",\"path\":\"/kind\",\"value\":\"X\"}]").code())
				.isEqualTo(422);
	}

	@Test
	void applyKnowsWhoManagesWhatAndRemovesWhatIsNoLongerWanted() throws Exception {
		String apply = MAPS + "/applied?fieldManager=";
		assertThat(client.patch("apply-patch+yaml", apply + "one", map("applied", ", data: {a: '1', b: '1'}")).code())
				.isEqualTo(201);
		Answer conflict = client.patch("apply-patch+yaml", apply + "two", map("applied", ", data: {a: '2'}"));
		assertThat(conflict.code()).isEqualTo(409);
		assertThat(conflict.body().path("details").path("causes").get(0).path("field").asText()).isEqualTo(".data.a");
		client.patch("apply-patch+yaml", apply + "two&force=true", map("applied", ", data: {a: '2'}"));
		JsonNode after = client.patch("apply-patch+yaml", apply + "one", map("applied", "")).body();
		assertThat(after.path("data").toString()).isEqualTo("{\"a\":\"2\"}");
		String same = Trees.text(after, "metadata.resourceVersion");
		JsonNode again = client.patch("apply-patch+yaml", apply + "one", map("applied", "")).body();
		assertThat(Trees.text(again, "metadata.resourceVersion")).isEqualTo(same);
	}

	@Test
	void longAnswersAreCompressedAndShortOnesAreNot() throws Exception {
		HttpResponse<InputStream> response = client.raw("/api/v1/pods?limit=200", "gzip");
		assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
		try (InputStream in = new GZIPInputStream(response.body())) {
			assertThat(Trees.JSON.readTree(in).path("items")).hasSize(200);
		}
		HttpResponse<InputStream> small = client.raw("/api/v1/namespaces", "gzip");
		assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
		small.body().close();
	}

	@Test
	void aDefinedKindIsServedWithItsColumnsAndSchemaUntilItIsDeleted() throws Exception {
		client.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
				"""
						metadata: {name: toys.play.test}
						spec:
						  group: play.test
						  scope: Namespaced
						  names: {plural: toys, kind: Toy}
						  versions:
						  - {name: v1, served: true, storage: true,
						     additionalPrinterColumns: [{name: Colour, type: string, jsonPath: .spec.colour}],
						     schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {colour: {type: string}}}}}}}
						""");
		Wait.until(() -> client.get("/apis/play.test/v1/namespaces/shop/toys").code() == 200);
		String toys = "/apis/play.test/v1/namespaces/shop/toys";
		assertThat(client.post(toys, "{metadata: {name: ball}, spec: {colour: red, size: 3}}").body().path("spec")
				.toString())
				.isEqualTo("{\"colour\":\"red\"}");
		assertThat(client.post(toys, "{metadata: {name: cube}, spec: {colour: 3}}").code()).isEqualTo(422);
		assertThat(client.table(toys).body().path("rows").get(0).path("cells").toString())
				.isEqualTo("[\"ball\",\"red\"]");
		assertThat(client.get("/openapi/v3/apis/play.test/v1").body().path("components").path("schemas")
				.has("test.play.v1.Toy"))
				.isTrue();
		client.delete("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/toys.play.test", "{}");
		Wait.until(() -> client.get(toys).code() == 404);
	}

	@Test
	void aDeploymentRollsOutScalesAndTakesItsPodsAlongWhenDeleted() throws Exception {
		String deployments = "/apis/apps/v1/namespaces/default/deployments";
		client.post(deployments,
				"{metadata: {name: hello}, spec: {replicas: 2, selector: {matchLabels: {app: hello}}, template: "
						+ "{metadata: {labels: {app: hello}}, spec: {containers: [{name: hello, image: 'demo.fleetdesk.org/hello:1'}]}}}}");
		Wait.until(() -> Trees.number(client.get(deployments + "/hello").body(), "status.availableReplicas", 0) == 2);
		assertThat(client.patch("merge-patch+json", deployments + "/hello/scale", "{\"spec\":{\"replicas\":3}}").body()
				.path("kind").asText()).isEqualTo("Scale");
		Wait.until(() -> Trees.number(client.get(deployments + "/hello").body(), "status.readyReplicas", 0) == 3);
		client.delete(deployments + "/hello", "{\"propagationPolicy\":\"Foreground\"}");
		Wait.until(() -> client.get("/api/v1/namespaces/default/pods?labelSelector=app=hello").body().path("items")
				.isEmpty()
				&& client.get(deployments + "/hello").code() == 404);
	}

	@Test
	void faultsThrottleAndStopAndLeave() throws Exception {
		server.faults().throttle(1, 7);
		Answer refused = client.get("/api/v1/namespaces");
		assertThat(refused.code()).isEqualTo(429);
		assertThat(refused.response().headers().firstValue("Retry-After")).contains("7");
		assertThat(client.get("/api/v1/namespaces").code()).isEqualTo(200);
	}
}
