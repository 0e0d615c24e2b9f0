package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes objects as an API server does: lists, pages, events of a watch, in one form. For one thread. */
final class Encoder {
	private static final byte[] MAGIC = {'k', '8', 's', 0};

	private final Kind kind;
	private final Form form;
	private final Template template;
	private final byte[] buffer;

	Encoder(Kind kind, Form form) {
		this.kind = kind;
		this.form = form;
		this.template = kind.template(form);
		this.buffer = new byte[template.length()];
	}

	/** What stands around a list. */
	record Envelope(int version, String next, int remaining) {
	}

	/** The objects from a number to another, as one list answer. */
	void list(Played played, int from, int to, Envelope envelope, OutputStream out) throws IOException {
		switch (form) {
			case JSON -> {
				out.write(
						("{\"kind\":\"" + kind.kind + "List\",\"apiVersion\":\"v1\",\"metadata\":" + metadata(envelope)
								+ ",\"items\":[").getBytes(UTF_8));
				items(played, from, to, out);
				out.write("]}\n".getBytes(UTF_8));
			}
			case TABLE -> {
				out.write(("{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + metadata(envelope)
						+ ",\"columnDefinitions\":" + kind.columns + ",\"rows\":[").getBytes(UTF_8));
				items(played, from, to, out);
				out.write("]}\n".getBytes(UTF_8));
			}
			case PROTOBUF -> protobufList(played, from, to, envelope, out);
		}
	}

	private static String metadata(Envelope e) {
		return "{\"resourceVersion\":\"" + e.version + "\"" + (e.next.isEmpty()
				? ""
				: ",\"continue\":\"" + e.next + "\",\"remainingItemCount\":" + e.remaining) + "}";
	}

	private void items(Played played, int from, int to, OutputStream out) throws IOException {
		for (int number = from; number < to; number++) {
			if (number > from) {
				out.write(',');
			}
			out.write(buffer, 0, object(number, played.version(number), played.changes(number)));
		}
	}

	private int object(int number, int version, int changes) {
		return template.write(buffer, 0, number, version, changes);
	}

	private void protobufList(Played played, int from, int to, Envelope envelope, OutputStream out) throws IOException {
		ByteArrayOutputStream meta = new ByteArrayOutputStream();
		field(meta, 2, Integer.toString(envelope.version).getBytes(UTF_8));
		if (!envelope.next.isEmpty()) {
			field(meta, 3, envelope.next.getBytes(UTF_8));
			varint(meta, 4 << 3);
			varint(meta, envelope.remaining);
		}
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		field(head, 1, meta.toByteArray());
		ByteArrayOutputStream each = new ByteArrayOutputStream();
		varint(each, 2 << 3 | 2);
		varint(each, template.length());
		byte[] mark = each.toByteArray();
		out.write(MAGIC);
		out.write(typeMeta(kind.kind + "List"));
		varint(out, 2 << 3 | 2);
		varint(out, head.size() + (to - from) * (long) (mark.length + template.length()));
		head.writeTo(out);
		for (int number = from; number < to; number++) {
			out.write(mark);
			out.write(buffer, 0, object(number, played.version(number), played.changes(number)));
		}
	}

	private static byte[] typeMeta(String kind) {
		ByteArrayOutputStream type = new ByteArrayOutputStream();
		field(type, 1, "v1".getBytes(UTF_8));
		field(type, 2, kind.getBytes(UTF_8));
		ByteArrayOutputStream unknown = new ByteArrayOutputStream();
		field(unknown, 1, type.toByteArray());
		return unknown.toByteArray();
	}

	/** One event of a watch about one object. */
	void event(String type, Played.Change change, boolean columns, OutputStream out) throws IOException {
		int length = object(change.number(), change.version(), change.changes());
		switch (form) {
			case JSON -> {
				out.write(("{\"type\":\"" + type + "\",\"object\":{\"kind\":\"" + kind.kind
						+ "\",\"apiVersion\":\"v1\",").getBytes(UTF_8));
				out.write(buffer, 1, length - 1);
				out.write("}\n".getBytes(UTF_8));
			}
			case TABLE -> {
				out.write(("{\"type\":\"" + type + tableHead(columns, "") + ",\"rows\":[").getBytes(UTF_8));
				out.write(buffer, 0, length);
				out.write("]}}\n".getBytes(UTF_8));
			}
			case PROTOBUF -> frame(type, new Slice(buffer, length), out);
		}
	}

	private String tableHead(boolean columns, String version) {
		return "\",\"object\":{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\""
				+ version + "\"},\"columnDefinitions\":" + (columns ? kind.columns : "null");
	}

	/** A bookmark; {@code initial} for the one that ends the list of a WatchList. */
	void bookmark(int version, boolean initial, OutputStream out) throws IOException {
		String metadata = "{\"resourceVersion\":\"" + version + "\",\"creationTimestamp\":null"
				+ (initial ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "") + "}";
		switch (form) {
			case JSON -> out.write(("{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"" + kind.kind
					+ "\",\"apiVersion\":\"v1\",\"metadata\":" + metadata + "}}\n").getBytes(UTF_8));
			case TABLE -> out.write(("{\"type\":\"BOOKMARK" + tableHead(false, Integer.toString(version))
					+ ",\"rows\":[{\"cells\":[],\"object\":{\"kind\":\"PartialObjectMetadata\","
					+ "\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + metadata + "}}]}}\n").getBytes(UTF_8));
			case PROTOBUF -> {
				ByteArrayOutputStream meta = new ByteArrayOutputStream();
				field(meta, 6, Integer.toString(version).getBytes(UTF_8));
				if (initial) {
					ByteArrayOutputStream annotation = new ByteArrayOutputStream();
					field(annotation, 1, "k8s.io/initial-events-end".getBytes(UTF_8));
					field(annotation, 2, "true".getBytes(UTF_8));
					field(meta, 12, annotation.toByteArray());
				}
				ByteArrayOutputStream object = new ByteArrayOutputStream();
				field(object, 1, meta.toByteArray());
				frame("BOOKMARK", new Slice(object.toByteArray(), object.size()), out);
			}
		}
	}

	/** That a version is too old to watch from. */
	void gone(OutputStream out) throws IOException {
		if (form == Form.PROTOBUF) {
			ByteArrayOutputStream status = new ByteArrayOutputStream();
			field(status, 1, new byte[0]);
			field(status, 2, "Failure".getBytes(UTF_8));
			field(status, 3, "too old resource version".getBytes(UTF_8));
			field(status, 4, "Expired".getBytes(UTF_8));
			varint(status, 6 << 3);
			varint(status, 410);
			frame("ERROR", "Status", new Slice(status.toByteArray(), status.size()), out);
		} else {
			out.write(("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},"
					+ "\"status\":\"Failure\",\"message\":\"too old resource version\",\"reason\":\"Expired\","
					+ "\"code\":410}}\n").getBytes(UTF_8));
		}
	}

	private record Slice(byte[] bytes, int length) {
	}

	private void frame(String type, Slice object, OutputStream out) throws IOException {
		frame(type, kind.kind, object, out);
	}

	/** A length of four bytes, then a WatchEvent whose object is an answer of its own. */
	private static void frame(String type, String kind, Slice object, OutputStream out) throws IOException {
		ByteArrayOutputStream raw = new ByteArrayOutputStream(object.length() + 64);
		raw.write(MAGIC);
		raw.write(typeMeta(kind));
		varint(raw, 2 << 3 | 2);
		varint(raw, object.length());
		raw.write(object.bytes(), 0, object.length());
		ByteArrayOutputStream extension = new ByteArrayOutputStream(raw.size() + 8);
		field(extension, 1, raw.toByteArray());
		ByteArrayOutputStream event = new ByteArrayOutputStream(extension.size() + 24);
		field(event, 1, type.getBytes(UTF_8));
		field(event, 2, extension.toByteArray());
		int length = event.size();
		out.write(new byte[]{(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
		event.writeTo(out);
	}

	private static void field(ByteArrayOutputStream out, int number, byte[] value) {
		try {
			varint(out, number << 3 | 2);
			varint(out, value.length);
		} catch (IOException e) {
			throw new IllegalStateException(e); // memory takes everything
		}
		out.writeBytes(value);
	}

	private static void varint(OutputStream out, long number) throws IOException {
		long rest = number;
		while ((rest & ~0x7FL) != 0) {
			out.write((int) (rest & 0x7F | 0x80));
			rest >>>= 7;
		}
		out.write((int) rest);
	}
}
