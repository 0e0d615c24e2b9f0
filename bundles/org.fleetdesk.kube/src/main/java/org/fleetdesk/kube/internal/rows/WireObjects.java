package org.fleetdesk.kube.internal.rows;

import java.io.IOException;

import org.fleetdesk.kube.internal.rows.WireTable.Form;
import org.jspecify.annotations.Nullable;

/** Goes along the places of a plan through the bytes of protobuf messages; the rest passes by unread. For one thread. */
final class WireObjects {

	private static final int NANOS_PER_MILLI = 1_000_000;

	private final StringPool pool;
	private byte[] bytes = {};
	private int at;

	WireObjects(StringPool pool) {
		this.pool = pool;
	}

	/** Takes the object that stands in these bytes. */
	void take(Wire wire, byte[] from, int offset, int length) throws IOException {
		bytes = from;
		at = offset;
		message(wire, offset + length);
	}

	private void message(Wire wire, int end) throws IOException {
		while (at < end) {
			int tag = tag(end);
			Wire.Field field = wire.field(tag >>> 3);
			if (field == null) {
				skip(tag, end);
			} else {
				switch (field.times()) {
					case ONE -> value(tag, field.form(), field.node(), field.inner(), end);
					case LIST -> element(tag, field, end);
					case MAP -> entry(tag, field, end);
				}
			}
		}
	}

	private void element(int tag, Wire.Field field, int end) throws IOException {
		Node each = field.node().each();
		if (each == null) {
			skip(tag, end);
			return;
		}
		boolean number = field.form() == Form.WHOLE || field.form() == Form.BOOL;
		if (number && (tag & 7) == 2) { // several in one
			int last = end(end);
			while (at < last) {
				each.begin();
				value(0, field.form(), each, null, last);
				each.end();
			}
			return;
		}
		each.begin();
		value(tag, field.form(), each, field.inner(), end);
		each.end();
	}

	private void entry(int tag, Wire.Field field, int end) throws IOException {
		require(tag, 2);
		int last = end(end);
		String key = "";
		int value = -1;
		int valueTag = 0;
		while (at < last) {
			int inner = tag(last);
			if (inner == (1 << 3 | 2)) {
				int to = end(last);
				key = pool.share(bytes, at, to - at);
				at = to;
			} else if (inner >>> 3 == 2) {
				valueTag = inner;
				value = at;
				skip(inner, last);
			} else {
				skip(inner, last);
			}
		}
		entry(field, key, valueTag, value, last);
		at = last;
	}

	private void entry(Wire.Field field, String key, int tag, int value, int last) throws IOException {
		Node any = field.node().any();
		Node named = field.node().field(key);
		if (any != null) {
			any.begin();
			any.key(key);
			entryValue(field, any, tag, value, last);
			any.end();
		}
		if (named != null) {
			entryValue(field, named, tag, value, last);
		}
	}

	private void entryValue(Wire.Field field, Node node, int tag, int value, int last) throws IOException {
		if (value >= 0 && node.taken() && field.form() != Form.MESSAGE) {
			at = value;
			value(tag, field.form(), node, null, last);
		}
	}

	private void value(int tag, Form form, Node node, @Nullable Wire inner, int end) throws IOException {
		switch (form) {
			case WHOLE -> {
				require(tag, 0);
				node.take(varint(end));
			}
			case BOOL -> {
				require(tag, 0);
				node.take(varint(end) != 0);
			}
			case DOUBLE -> {
				require(tag, 1);
				node.take(Double.longBitsToDouble(fixed(8, end)));
			}
			case FLOAT -> {
				require(tag, 5);
				node.take((double) Float.intBitsToFloat((int) fixed(4, end)));
			}
			default -> {
				require(tag, 2);
				int to = end(end);
				sized(form, node, inner, to);
				at = to;
			}
		}
	}

	private void sized(Form form, Node node, @Nullable Wire inner, int end) throws IOException {
		switch (form) {
			case STRING -> node.take(bytes, at, end - at);
			case TIME -> node.time(time(end));
			case QUANTITY -> quantity(node, end);
			case INT_OR_STRING -> intOrString(node, end);
			case MESSAGE -> {
				node.present();
				if (inner != null) {
					message(inner, end);
				}
			}
			default -> node.bytes(bytes, at, end - at);
		}
	}

	private void quantity(Node node, int end) throws IOException {
		while (at < end) {
			int tag = tag(end);
			if (tag == (1 << 3 | 2)) {
				int to = end(end);
				node.take(bytes, at, to - at);
				at = to;
			} else {
				skip(tag, end);
			}
		}
	}

	private void intOrString(Node node, int end) throws IOException {
		long type = 0;
		long number = 0;
		int from = at;
		int to = at;
		while (at < end) {
			int tag = tag(end);
			switch (tag) {
				case 1 << 3 -> type = varint(end);
				case 2 << 3 -> number = varint(end);
				case 3 << 3 | 2 -> {
					to = end(end);
					from = at;
					at = to;
				}
				default -> skip(tag, end);
			}
		}
		if (type == 0) {
			node.take(number);
		} else {
			node.take(bytes, from, to - from);
		}
	}

	/** An empty message is no time. */
	private long time(int end) throws IOException {
		long millis = Slot.NONE;
		long nanos = 0;
		while (at < end) {
			int tag = tag(end);
			switch (tag) {
				case 1 << 3 -> millis = varint(end) * 1000;
				case 2 << 3 -> nanos = varint(end);
				default -> skip(tag, end);
			}
		}
		return millis == Slot.NONE ? millis : millis + nanos / NANOS_PER_MILLI;
	}

	private int tag(int end) throws IOException {
		long tag = varint(end);
		if (tag < 8 || tag > Integer.MAX_VALUE) {
			throw WireInput.malformed();
		}
		return (int) tag;
	}

	private long varint(int end) throws IOException {
		if (at < end && bytes[at] >= 0) {
			return bytes[at++];
		}
		long value = 0;
		for (int shift = 0; shift < 64 && at < end; shift += 7) {
			byte next = bytes[at++];
			value |= (next & 0x7FL) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw WireInput.malformed();
	}

	private long fixed(int size, int end) throws IOException {
		if (end - at < size) {
			throw WireInput.malformed();
		}
		long value = 0;
		for (int i = 0; i < size; i++) {
			value |= (bytes[at++] & 0xFFL) << 8 * i;
		}
		return value;
	}

	/** Reads a length and says where what is so long ends. */
	private int end(int outer) throws IOException {
		long length = varint(outer);
		if (length < 0 || length > outer - at) {
			throw WireInput.malformed();
		}
		return at + (int) length;
	}

	private void skip(int tag, int end) throws IOException {
		switch (tag & 7) {
			case 0 -> varint(end);
			case 1 -> fixed(8, end);
			case 2 -> at = end(end);
			case 5 -> fixed(4, end);
			default -> throw WireInput.malformed();
		}
	}

	private static void require(int tag, int type) throws IOException {
		if ((tag & 7) != type) {
			throw WireInput.malformed();
		}
	}
}
