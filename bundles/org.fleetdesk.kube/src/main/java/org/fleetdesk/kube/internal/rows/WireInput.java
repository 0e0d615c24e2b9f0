package org.fleetdesk.kube.internal.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.fleetdesk.kube.internal.json.JsonAnswers;
import org.fleetdesk.kube.internal.json.Malformed;
import org.fleetdesk.kube.internal.text.Texts;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** The bytes of a protobuf answer as they arrive; holds one object of it at a time, within a bound. For one thread. */
final class WireInput {

	private static final int USUAL = 1 << 20;

	private final InputStream in;
	private final int first;
	private byte[] buffer;
	private int position;
	private int limit;
	private long before;

	/** Reads a stream that belongs to the caller, in steps of so many bytes. */
	WireInput(InputStream in, int step) {
		this.in = in;
		this.first = step;
		this.buffer = new byte[step];
	}

	/** The bytes that are here; those asked for stand where {@link #take} says. */
	byte[] buffer() {
		return buffer;
	}

	/** How many bytes were taken. */
	long taken() {
		return before + position;
	}

	/** Whether nothing follows; waits for the next byte. */
	boolean ended() throws IOException {
		return position == limit && !more();
	}

	private boolean more() throws IOException {
		if (position == limit) {
			before += position;
			position = 0;
			limit = 0;
			if (buffer.length > USUAL) {
				buffer = new byte[first];
			}
		}
		int read = in.read(buffer, limit, buffer.length - limit);
		if (read > 0) {
			limit += read;
		}
		return read > 0;
	}

	/** Takes the next bytes and says where they begin in the buffer, until the next call. */
	int take(long count) throws IOException {
		if (count > JsonAnswers.LARGEST_TREE) {
			throw new StreamConstraintsException("large");
		}
		if (limit - position < count) {
			hold((int) count);
		}
		int from = position;
		position += (int) count;
		return from;
	}

	private void hold(int count) throws IOException {
		if (buffer.length - position < count) {
			// grows as bytes come, so that a wrong length costs no memory
			System.arraycopy(buffer, position, buffer, 0, limit - position);
			limit -= position;
			before += position;
			position = 0;
		}
		while (limit - position < count) {
			if (limit == buffer.length) {
				buffer = Arrays.copyOf(buffer, Math.min(Math.max(count, first), 2 * buffer.length));
			}
			int read = in.read(buffer, limit, buffer.length - limit);
			if (read < 0) {
				throw cut();
			}
			limit += read;
		}
	}

	/** Leaves out bytes, which are never held. */
	void skip(long count) throws IOException {
		long left = count;
		while (left > limit - position) {
			left -= limit - position;
			position = limit;
			if (!more()) {
				throw cut();
			}
		}
		position += (int) left;
	}

	/** The next number. */
	long varint() throws IOException {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte next = buffer()[take(1)];
			value |= (next & 0x7FL) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw malformed();
	}

	/** The length of what follows. */
	long length() throws IOException {
		long length = varint();
		if (length < 0) {
			throw malformed();
		}
		return length;
	}

	/** Leaves out the value of a field of a tag. */
	void skipField(long tag) throws IOException {
		switch ((int) tag & 7) {
			case 0 -> varint();
			case 1 -> skip(8);
			case 2 -> skip(length());
			case 5 -> skip(4);
			default -> throw malformed();
		}
	}

	/** It ended in the middle. */
	static JsonEOFException cut() {
		return new JsonEOFException(null, JsonToken.NOT_AVAILABLE, "cut");
	}

	/** It is no protobuf. */
	static Malformed malformed() {
		return new Malformed(Texts.text("wire.malformed"));
	}
}
