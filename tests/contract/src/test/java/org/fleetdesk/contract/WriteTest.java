package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.internal.write.HttpWriter;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.kube.write.Writer;
import org.fleetdesk.kube.write.Written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryServer
class WriteTest extends Check {

	private static final ObjectMapper JSON = new ObjectMapper();

	private Writer writer;
	private Reader reader;
	private Sandbox sandbox;

	WriteTest(Server server) {
		super(server);
	}

	@BeforeEach
	void open() throws Exception {
		sandbox = sandbox();
		writer = new HttpWriter(transport());
		reader = reader();
	}

	private ObjectKey map(String name) throws InterruptedException {
		return key("configmaps", sandbox.namespace, name);
	}

	private JsonNode config(String name, String data) throws Exception {
		return JSON.readTree("""
				{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","namespace":"%s"},"data":%s}"""
				.formatted(name, sandbox.namespace, data));
	}

	@Test
	void applyMakesAnObjectAndTakesAwayWhatIsGivenNoMore() throws Exception {
		Written first = writer.apply(map("a"), config("a", "{\"x\":\"1\",\"y\":\"2\"}"), WriteOptions.REAL);
		assertThat(first.created()).isTrue();
		Written second = writer.apply(map("a"), config("a", "{\"x\":\"3\"}"), WriteOptions.REAL);
		assertThat(second.created()).isFalse();
		assertThat(second.object().path("data")).isEqualTo(JSON.readTree("{\"x\":\"3\"}"));
		assertThat(second.object().path("metadata").path("managedFields").path(0).path("manager").asText())
				.isEqualTo(WriteOptions.MANAGER);
	}

	@Test
	void aDryRunSaysWhatWouldBeAndKeepsNothing() throws Exception {
		Written dry = writer.apply(map("a"), config("a", "{\"x\":\"1\"}"), WriteOptions.DRY);
		assertThat(dry.object().path("data").path("x").asText()).isEqualTo("1");
		assertThatThrownBy(() -> reader.get(map("a"))).isInstanceOf(NotFound.class);
		writer.create(map("a"), config("a", "{\"x\":\"1\"}"), WriteOptions.REAL);
		writer.delete(map("a"), DeleteOptions.BACKGROUND.dry(true));
		assertThat(reader.get(map("a")).path("data").path("x").asText()).isEqualTo("1");
	}

	@Test
	void aConflictNamesTheOtherManagerAndTheField() throws Exception {
		writer.apply(map("a"), config("a", "{\"x\":\"1\"}"), WriteOptions.REAL.as("other"));
		Conflict conflict = catchThrowableOfType(Conflict.class,
				() -> writer.apply(map("a"), config("a", "{\"x\":\"2\"}"), WriteOptions.REAL));
		assertThat(conflict.causes()).singleElement().satisfies(cause -> {
			assertThat(cause.field()).isEqualTo(".data.x");
			assertThat(cause.manager()).isEqualTo(Optional.of("other"));
		});
		Written taken = writer.apply(map("a"), config("a", "{\"x\":\"2\"}"), WriteOptions.REAL.forced(true));
		assertThat(taken.object().path("data").path("x").asText()).isEqualTo("2");
	}

	@Test
	void replaceMindsTheVersionItIsGiven() throws Exception {
		ObjectNode old = (ObjectNode) writer
				.create(map("a"), config("a", "{\"x\":\"1\"}"), WriteOptions.REAL).object();
		writer.patch(map("a"), new Patch(Patch.Type.MERGE, JSON.readTree("{\"data\":{\"y\":\"2\"}}")),
				WriteOptions.REAL);
		old.withObject("/data").put("x", "3");
		assertThatThrownBy(() -> writer.replace(map("a"), old, WriteOptions.REAL)).isInstanceOf(Conflict.class);
		old.withObject("/metadata").remove("resourceVersion");
		assertThat(writer.replace(map("a"), old, WriteOptions.REAL).object().path("data"))
				.isEqualTo(JSON.readTree("{\"x\":\"3\"}"));
	}

	@Test
	void createRefusesWhatIsThereAndDeleteWhatIsAnother() throws Exception {
		writer.create(map("a"), config("a", "{}"), WriteOptions.REAL);
		assertThat(catchThrowableOfType(Conflict.class,
				() -> writer.create(map("a"), config("a", "{}"), WriteOptions.REAL)).reason())
				.isEqualTo("AlreadyExists");
		assertThatThrownBy(() -> writer.delete(map("a"), DeleteOptions.BACKGROUND.only("another")))
				.isInstanceOf(Conflict.class);
		writer.delete(map("a"), DeleteOptions.BACKGROUND);
		assertThatThrownBy(() -> writer.delete(map("a"), DeleteOptions.BACKGROUND)).isInstanceOf(NotFound.class);
	}

	@Test
	void anInvalidFieldIsNamed() throws Exception {
		beyond("types-only");
		KubeException invalid = catchThrowableOfType(KubeException.class,
				() -> writer.create(key("services", sandbox.namespace, "s"), JSON.readTree("""
						{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},
						"spec":{"ports":[{"name":"web","port":99999}]}}"""), WriteOptions.REAL));
		assertThat(invalid).isInstanceOf(Invalid.class);
		assertThat(invalid.causes()).extracting(KubeException.Cause::field).contains("spec.ports[0].port");
	}

	@Test
	void whatIsNoSuchFieldOrOfAnotherTypeIsNamedHoweverTheServerSaysIt() throws Exception {
		JsonNode wrong = JSON.readTree("""
				{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"},
				"spec":{"port":1,"ports":[{"name":"web","port":"80"}]}}""");
		Invalid applied = catchThrowableOfType(Invalid.class,
				() -> writer.apply(key("services", sandbox.namespace, "s"), wrong, WriteOptions.DRY));
		assertThat(applied.causes()).extracting(KubeException.Cause::field).anyMatch(f -> f.endsWith("spec.port")
				|| f.startsWith(".spec.ports"));
		Invalid created = catchThrowableOfType(Invalid.class,
				() -> writer.create(key("services", sandbox.namespace, "s"), wrong, WriteOptions.DRY));
		assertThat(created.causes()).extracting(KubeException.Cause::field).anyMatch(f -> f.startsWith("spec.port"));
	}

	@Test
	void whatItOwnsStaysWhenAnOwnerIsDeletedAlone() throws Exception {
		JsonNode owner = writer.create(map("owner"), config("owner", "{}"), WriteOptions.REAL).object();
		ObjectNode owned = (ObjectNode) config("owned", "{}");
		owned.withObject("/metadata").putArray("ownerReferences").addObject().put("apiVersion", "v1")
				.put("kind", "ConfigMap").put("name", "owner").put("uid", owner.path("metadata").path("uid").asText());
		writer.create(map("owned"), owned, WriteOptions.REAL);
		writer.delete(map("owner"), new DeleteOptions(false, DeleteOptions.Propagation.ORPHAN, Optional.empty(),
				owner.path("metadata").path("uid").asText(), ""));
		JsonNode left = owned;
		for (int tries = 0; tries < 200 && left.path("metadata").has("ownerReferences"); tries++) {
			Thread.sleep(50);
			left = reader.get(map("owned"));
		}
		assertThat(left.path("metadata").has("ownerReferences")).isFalse();
	}
}
