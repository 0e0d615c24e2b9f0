package org.fleetdesk.kube.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.NotFound;
import org.fleetdesk.kube.KubeException.ServerFault;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.http.CannedTransport;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.protobuf.ByteString;

import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Meta.ObjectMeta;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;

/** Lists and watches by plan, in both forms, whole, cut, and wrong. */
class PlannedTest {

	private static final ResourceType TYPE = new ResourceType("", "v1", "configmaps", "", "ConfigMap", true, List.of(),
			List.of(), Set.of("list", "watch"), true);
	private static final Scope SCOPE = Scope.all(TYPE);
	private static final String PATH = "/api/v1/configmaps";
	private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
	private static final RowPlan PLAN = new RowPlan(List.of(
			new RowPlan.Cell(new Column("Name", "string", false, ""), "first", List.of("metadata.name")),
			new RowPlan.Cell(new Column("Data", "integer", false, ""), "count", List.of("data.*")),
			new RowPlan.Cell(new Column("Age", "date", false, ""), "first", List.of("metadata.creationTimestamp"))));
	private static final String NONE = Long.toString(Long.MIN_VALUE);

	private final CannedTransport server = new CannedTransport();
	private final HttpReader reader = new HttpReader(server)
			.with(type -> type.equals(TYPE) ? Optional.of(PLAN) : Optional.empty());
	private final Recorder seen = new Recorder();

	private static V1.ConfigMap map(String name, int entries) {
		V1.ConfigMap.Builder map = V1.ConfigMap.newBuilder().setMetadata(
				ObjectMeta.newBuilder().setName(name).setNamespace("web").setUid("u-" + name).setResourceVersion("5"));
		for (int i = 0; i < entries; i++) {
			map.putData("key" + i, "secret");
		}
		return map.build();
	}

	private static byte[] unknown(String kind, ByteString raw) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write("k8s\0".getBytes(StandardCharsets.US_ASCII));
		Runtime.Unknown.newBuilder().setTypeMeta(Runtime.TypeMeta.newBuilder().setApiVersion("v1").setKind(kind))
				.setRaw(raw).setContentEncoding("").setContentType("").build().writeTo(out);
		return out.toByteArray();
	}

	private static byte[] maps() throws IOException {
		return unknown("ConfigMapList",
				V1.ConfigMapList.newBuilder().setMetadata(Meta.ListMeta.newBuilder().setResourceVersion("77"))
						.addItems(map("a", 1)).addItems(map("\u00e4 \ud83d\ude80", 300)).addItems(map("c", 0)).build()
						.toByteString());
	}

	private static byte[] event(String type, byte[] object) throws IOException {
		byte[] event = Meta.WatchEvent.newBuilder().setType(type)
				.setObject(Runtime.RawExtension.newBuilder().setRaw(ByteString.copyFrom(object))).build().toByteArray();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(ByteBuffer.allocate(4).putInt(event.length).array());
		out.write(event);
		return out.toByteArray();
	}

	private Page list(InputStream body) throws InterruptedException {
		server.contentType = PROTOBUF;
		server.with(PATH, () -> body);
		return reader.list(SCOPE, ListOptions.ALL, seen);
	}

	private Page list(byte[] body) throws InterruptedException {
		return list(new ByteArrayInputStream(body));
	}

	private void watch(byte[] body) throws InterruptedException {
		server.contentType = PROTOBUF + ";stream=watch";
		server.with(PATH, () -> new ByteArrayInputStream(body));
		reader.watch(SCOPE, "2", seen);
	}

	@Test
	void protobufIsAskedForAndJsonAccepted() throws Exception {
		assertThat(list(maps()).resourceVersion()).isEqualTo("77");
		assertThat(server.calls.getLast().accept()).isEqualTo(PROTOBUF + ",application/json");
		assertThat(server.calls.getLast().path()).isEqualTo(PATH + "?");
		assertThat(seen.story).containsExactly("columns [Name, Data, Age]",
				"row web/a@5 u-a " + NONE + " [a, 1, null]",
				"row web/\u00e4 \ud83d\ude80@5 u-\u00e4 \ud83d\ude80 " + NONE + " [\u00e4 \ud83d\ude80, 300, null]",
				"row web/c@5 u-c " + NONE + " [c, 0, null]");
		List<String> story = List.copyOf(seen.story);
		seen.story.clear();
		server.contentType = "application/json";
		server.with(PATH, """
				{"kind":"ConfigMapList","metadata":{"resourceVersion":"78"},"items":[{"metadata":{"name":"a",\
				"namespace":"web","uid":"u-a","resourceVersion":"5"},"data":{"x":"secret"}}]}""");
		assertThat(reader.list(SCOPE, ListOptions.ALL, seen).resourceVersion()).isEqualTo("78");
		assertThat(seen.story).isEqualTo(story.subList(0, 2));
		assertThat(server.open).hasValue(0);
	}

	@Test
	void whoHasNeitherIsAskedForItsOwnColumnsFromThenOn() throws Exception {
		server.failing(PATH, 406);
		assertThatThrownBy(() -> reader.list(SCOPE, ListOptions.ALL, seen)).isInstanceOf(NotFound.class);
		assertThat(server.calls.getLast().accept()).contains("as=Table");
		int before = server.calls.size();
		assertThatThrownBy(() -> reader.watch(SCOPE, "1", seen)).isInstanceOf(NotFound.class);
		assertThat(server.calls).hasSize(before + 1);
		assertThat(server.calls.getLast().path()).contains("includeObject=Metadata");
	}

	@Test
	void anyBoundaryBetweenReadsGivesTheSameRows() throws Exception {
		byte[] bytes = maps();
		list(bytes);
		List<String> expected = List.copyOf(seen.story);
		for (int at = 0; at <= bytes.length; at += at < 300 ? 1 : 17) {
			seen.story.clear();
			list(Streams.split(bytes, at));
			assertThat(seen.story).isEqualTo(expected);
		}
		seen.story.clear();
		list(Streams.drops(bytes));
		assertThat(seen.story).isEqualTo(expected);
	}

	@Test
	void anAnswerCutAnywhereIsAnErrorThatTellsNothingOfItsContent() throws Exception {
		byte[] whole = maps();
		int last = whole.length - 4; // what follows the list is empty
		for (int end = 0; end < last; end += end < 200 ? 1 : 13) {
			byte[] cut = Arrays.copyOf(whole, end);
			assertThatThrownBy(() -> list(cut)).isInstanceOf(ServerFault.class)
					.hasMessageStartingWith("test: the answer to list configmaps ").message().doesNotContain("secret");
		}
		assertThatThrownBy(() -> list(Streams.broken("k8s\0"))).isInstanceOf(Unreachable.class);
		byte[] events = event("ADDED", unknown("ConfigMap", map("a", 1).toByteString()));
		for (int end = 1; end < events.length; end++) {
			byte[] cut = Arrays.copyOf(events, end);
			assertThatThrownBy(() -> watch(cut)).isInstanceOf(ServerFault.class).hasMessageContaining("in the middle");
		}
		assertThat(server.open).hasValue(0);
	}

	@Test
	void garbageIsAnErrorOrOtherRowsButNothingElse() throws Exception {
		Random random = new Random(5);
		byte[] good = maps();
		byte[] events = event("ADDED", unknown("ConfigMap", map("a", 3).toByteString()));
		int refused = 0;
		for (int i = 0; i < 3_000; i++) {
			byte[] bad = (i % 2 == 0 ? good : events).clone();
			for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
				bad[random.nextInt(Math.min(bad.length, 200))] = (byte) random.nextInt();
			}
			try {
				if (i % 2 == 0) {
					list(bad);
				} else {
					watch(bad);
				}
			} catch (KubeException expected) {
				refused++;
				assertThat(expected.getMessage()).doesNotContain("secret");
			}
		}
		assertThat(refused).isGreaterThan(500);
		assertThat(server.open).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "k8s", "{\"items\":[]}", "<html>", "k8s\0", "k8s\0\u0012\u0005\u0012\u0070"})
	void whatIsNoListIsRefused(String body) {
		assertThatThrownBy(() -> list(body.getBytes(StandardCharsets.ISO_8859_1))).isInstanceOf(ServerFault.class)
				.hasMessageEndingWith(".");
	}

	@Test
	void anObjectThatSaysItIsHugeIsRefusedWithoutBeingHeld() throws Exception {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		head.write("k8s\0".getBytes(StandardCharsets.US_ASCII));
		head.write(new byte[]{0x12, -1, -1, -1, -1, 0x0F, 0x12, -1, -1, -1, -1, 0x07}); // a list, an item of 2 GB
		String text = head.toString(StandardCharsets.ISO_8859_1);
		assertThatThrownBy(() -> list(bytes(text))).isInstanceOf(ServerFault.class).hasMessageContaining("too large");
		byte[] frame = {0x7F, -1, -1, -1};
		assertThatThrownBy(() -> watch(frame)).isInstanceOf(ServerFault.class).hasMessageContaining("too large");
		assertThatThrownBy(() -> list(unknown("Status", ByteString.EMPTY))).isInstanceOf(ServerFault.class)
				.hasMessageContaining("no list");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void eventsOfAWatchBecomeRowsUntilTheServerGivesUp() throws Exception {
		ByteArrayOutputStream events = new ByteArrayOutputStream();
		events.write(event("ADDED", unknown("ConfigMap", map("a", 1).toByteString())));
		events.write(event("DELETED", unknown("ConfigMap", map("a", 2).toByteString())));
		events.write(event("LATER", unknown("ConfigMap", map("b", 2).toByteString())));
		V1.ConfigMap mark = V1.ConfigMap.newBuilder().setMetadata(ObjectMeta.newBuilder().setResourceVersion("9")
				.putAnnotations("k8s.io/initial-events-end", "true")).build();
		events.write(event("BOOKMARK", unknown("ConfigMap", mark.toByteString())));
		Meta.Status gone = Meta.Status.newBuilder().setCode(410).setReason("Expired").setMessage("too old").build();
		byte[] good = events.toByteArray();
		events.write(event("ERROR", unknown("Status", gone.toByteString())));
		watch(good);
		assertThat(seen.story).containsExactly("watching", "columns [Name, Data, Age]",
				"row web/a@5 u-a " + NONE + " [a, 1, null]", "deleted web/a@5 u-a " + NONE + " [a, 2, null]",
				"bookmark 9", "initial events end 9");
		assertThatThrownBy(() -> watch(events.toByteArray())).isInstanceOf(Expired.class)
				.hasMessageContaining("too old");
		assertThat(server.open).hasValue(0);
	}

	@Test
	void eventsInJsonDoTheSame() throws Exception {
		server.with(PATH, """
				{"type":"ADDED","object":{"metadata":{"name":"a","namespace":"web","uid":"u-a","resourceVersion":"5"},\
				"data":{"x":"1"}}}
				{"object":{"metadata":{"name":"b"}},"type":"DELETED"}
				{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9",\
				"annotations":{"k8s.io/initial-events-end":"true"}}}}
				{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}
				""");
		assertThatThrownBy(() -> reader.watch(SCOPE, "2", seen)).isInstanceOf(Expired.class)
				.hasMessageContaining("too old");
		assertThat(seen.story).containsExactly("watching", "columns [Name, Data, Age]",
				"row web/a@5 u-a " + NONE + " [a, 1, null]", "deleted b@ b " + NONE + " [b, 0, null]", "bookmark 9",
				"initial events end 9");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "{}", "[]", "{\"items\":{}}", "{\"items\":[1]}", "{\"kind\":\"Status\",\"items\":[]}",
			"{\"items\":[{\"metadata\":", "{\"items\":[]} x", "<html>secret"})
	void wrongJsonIsRefused(String body) {
		server.with(PATH, body);
		assertThatThrownBy(() -> reader.list(SCOPE, ListOptions.ALL, seen)).isInstanceOf(ServerFault.class)
				.message().doesNotContain("secret");
		assertThat(server.open).hasValue(0);
	}

	@Test
	void anInterruptEndsAList() throws Exception {
		byte[] bytes = maps();
		Thread.currentThread().interrupt();
		assertThatThrownBy(() -> list(bytes)).isInstanceOf(InterruptedException.class);
	}
}
