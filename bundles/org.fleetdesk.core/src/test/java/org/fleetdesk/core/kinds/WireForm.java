package org.fleetdesk.core.kinds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.UnknownFieldSet;

import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Runtime;

/**
 * Writes JSON objects as a server writes them in protobuf, by the published descriptors: with the zeros of fields that are
 * absent now and then, as Go does for what is no pointer, and with fields of later versions.
 */
final class WireForm {

	/** Absent and zero mean different things in these, so servers never write them when they are absent. */
	private static final Set<String> POINTERS = Set.of("completions", "port", "averageUtilization", "optional");
	/** Never absent on the wire. */
	private static final Set<String> EMBEDDED = Set.of("metadata", "spec", "status", "resources", "template", "state",
			"lastState", "nodeInfo", "loadBalancer", "source", "involvedObject", "strategy", "creationTimestamp",
			"lastTimestamp", "eventTime");

	private final Random random;

	WireForm(long seed) {
		this.random = new Random(seed);
	}

	/** The answer to a list of these objects. */
	byte[] list(String kind, Descriptor message, List<? extends JsonNode> objects) throws IOException {
		ByteArrayOutputStream raw = new ByteArrayOutputStream();
		field(raw, 1, Meta.ListMeta.newBuilder().setResourceVersion("77").setContinue("more")
				.setRemainingItemCount(5).build().toByteArray());
		for (JsonNode object : objects) {
			field(raw, 2, message(message, object).toByteArray());
		}
		return unknown(kind + "List", raw.toByteArray());
	}

	/** One event of a watch. */
	byte[] event(String type, String kind, Descriptor message, JsonNode object) throws IOException {
		return frame(type, unknown(kind, message(message, object).toByteArray()));
	}

	/** An event of any object. */
	static byte[] frame(String type, byte[] object) throws IOException {
		byte[] event = Meta.WatchEvent.newBuilder().setType(type)
				.setObject(Runtime.RawExtension.newBuilder().setRaw(ByteString.copyFrom(object))).build().toByteArray();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(java.nio.ByteBuffer.allocate(4).putInt(event.length).array());
		out.write(event);
		return out.toByteArray();
	}

	static byte[] unknown(String kind, byte[] raw) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[]{'k', '8', 's', 0});
		Runtime.Unknown.newBuilder().setTypeMeta(Runtime.TypeMeta.newBuilder().setApiVersion("v1").setKind(kind))
				.setRaw(ByteString.copyFrom(raw)).setContentEncoding("").setContentType("").build().writeTo(out);
		return out.toByteArray();
	}

	private static void field(ByteArrayOutputStream out, int number, byte[] bytes) throws IOException {
		out.write(number << 3 | 2);
		int length = bytes.length;
		for (; length > 127; length >>>= 7) {
			out.write(length & 127 | 128);
		}
		out.write(length);
		out.write(bytes);
	}

	private DynamicMessage message(Descriptor message, JsonNode object) {
		DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
		for (FieldDescriptor field : message.getFields()) {
			JsonNode value = GeneratedObjects.inlined(field) ? object : object.path(field.getName());
			if (value.isNull() || value.isMissingNode()) {
				absent(builder, field);
			} else if (field.isMapField()) {
				map(builder, field, value);
			} else if (field.isRepeated()) {
				value.forEach(each -> builder.addRepeatedField(field, one(field, each)));
			} else {
				builder.setField(field, one(field, value));
			}
		}
		if (random.nextInt(5) == 0) {
			builder.setUnknownFields(UnknownFieldSet.newBuilder()
					.addField(900, UnknownFieldSet.Field.newBuilder().addVarint(random.nextLong()).build())
					.addField(901, UnknownFieldSet.Field.newBuilder().addFixed64(7).addFixed32(8).build())
					.addField(20_000, UnknownFieldSet.Field.newBuilder()
							.addLengthDelimited(ByteString.copyFromUtf8("later")).build())
					.build());
		}
		return builder.build();
	}

	private void absent(DynamicMessage.Builder builder, FieldDescriptor field) {
		if (field.isRepeated() || random.nextInt(3) > 0 || POINTERS.contains(field.getName())) {
			return;
		}
		if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
			builder.setField(field, field.getDefaultValue());
		} else if (EMBEDDED.contains(field.getName())) {
			builder.setField(field, DynamicMessage.getDefaultInstance(field.getMessageType()));
		}
	}

	private void map(DynamicMessage.Builder builder, FieldDescriptor field, JsonNode map) {
		Descriptor entry = field.getMessageType();
		FieldDescriptor value = entry.findFieldByName("value");
		for (Map.Entry<String, JsonNode> each : map.properties()) {
			DynamicMessage.Builder made = DynamicMessage.newBuilder(entry).setField(entry.findFieldByName("key"),
					each.getKey());
			if (!each.getValue().isNull()) {
				made.setField(value, one(value, each.getValue()));
			}
			builder.addRepeatedField(field, made.build());
		}
	}

	private Object one(FieldDescriptor field, JsonNode value) {
		return switch (field.getType()) {
			case MESSAGE -> held(field.getMessageType(), value);
			case BOOL -> value.asBoolean();
			case BYTES -> ByteString.copyFrom(Base64.getDecoder().decode(value.asText()));
			case DOUBLE -> value.asDouble();
			case INT32 -> value.asInt();
			case INT64 -> value.asLong();
			default -> value.asText();
		};
	}

	private DynamicMessage held(Descriptor message, JsonNode value) {
		DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
		switch (message.getName()) {
			case "Time", "MicroTime" -> {
				Instant time = Instant.parse(value.asText());
				builder.setField(message.findFieldByName("seconds"), time.getEpochSecond());
				builder.setField(message.findFieldByName("nanos"), time.getNano());
			}
			case "Quantity" -> builder.setField(message.findFieldByName("string"), value.asText());
			case "IntOrString" -> {
				builder.setField(message.findFieldByName("type"), value.isTextual() ? 1L : 0L);
				builder.setField(message.findFieldByName("intVal"), value.asInt(0));
				builder.setField(message.findFieldByName("strVal"), value.isTextual() ? value.asText() : "");
			}
			default -> {
				return message(message, value);
			}
		}
		return builder.build();
	}
}
