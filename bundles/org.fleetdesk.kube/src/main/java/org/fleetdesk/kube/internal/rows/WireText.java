package org.fleetdesk.kube.internal.rows;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * A small protobuf message whose fields are looked up one by one.
 *
 * @param bytes where it stands
 * @param from its first byte
 * @param end the byte after its last
 */
record WireText(byte[] bytes, int from, int end) {

	boolean empty() {
		return from == end;
	}

	/** The text of a field, or empty. */
	String field(int number) throws IOException {
		WireText found = message(number);
		return StringPool.string(bytes, found.from, found.end - found.from);
	}

	/** The message in a field; empty if there is none. */
	WireText message(int number) throws IOException {
		Cursor cursor = new Cursor();
		while (cursor.at < end) {
			long tag = cursor.varint();
			if ((tag & 7) == 2) {
				long length = cursor.varint();
				if (length < 0 || length > end - cursor.at) {
					throw WireInput.malformed();
				}
				if (tag >>> 3 == number) {
					return new WireText(bytes, cursor.at, cursor.at + (int) length);
				}
				cursor.at += (int) length;
			} else {
				cursor.skip(tag);
			}
		}
		return new WireText(bytes, end, end);
	}

	/** The number in a field. */
	OptionalLong number(int number) throws IOException {
		Cursor cursor = new Cursor();
		while (cursor.at < end) {
			long tag = cursor.varint();
			if ((tag & 7) == 2) {
				long length = cursor.varint();
				if (length < 0 || length > end - cursor.at) {
					throw WireInput.malformed();
				}
				cursor.at += (int) length;
			} else if (tag == (long) number << 3) {
				return OptionalLong.of(cursor.varint());
			} else {
				cursor.skip(tag);
			}
		}
		return OptionalLong.empty();
	}

	private final class Cursor {
		private int at = from;

		private long varint() throws IOException {
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

		private void skip(long tag) throws IOException {
			switch ((int) tag & 7) {
				case 0 -> varint();
				case 1 -> at += 8;
				case 5 -> at += 4;
				default -> throw WireInput.malformed();
			}
			if (at > end) {
				throw WireInput.malformed();
			}
		}
	}
}
