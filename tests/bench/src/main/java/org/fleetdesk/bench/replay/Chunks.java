package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/** A body in HTTP/1.1's chunks, which go out when the buffer is full or at a flush. */
final class Chunks extends OutputStream {
	private static final int ROOM = 12; // for the length before a chunk
	private static final byte[] END = "0\r\n\r\n".getBytes(US_ASCII);

	private final OutputStream out;
	private final byte[] buffer = new byte[1 << 16];
	private int used = ROOM;

	Chunks(OutputStream out) {
		this.out = out;
	}

	@Override
	public void write(int b) throws IOException {
		if (used == buffer.length - 2) {
			flush();
		}
		buffer[used++] = (byte) b;
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		int from = offset;
		int left = length;
		while (left > 0) {
			if (used == buffer.length - 2) {
				flush();
			}
			int part = Math.min(left, buffer.length - 2 - used);
			System.arraycopy(bytes, from, buffer, used, part);
			used += part;
			from += part;
			left -= part;
		}
	}

	@Override
	public void flush() throws IOException {
		if (used > ROOM) {
			byte[] head = (Integer.toHexString(used - ROOM) + "\r\n").getBytes(US_ASCII);
			System.arraycopy(head, 0, buffer, ROOM - head.length, head.length);
			buffer[used] = '\r';
			buffer[used + 1] = '\n';
			out.write(buffer, ROOM - head.length, used + 2 - ROOM + head.length);
			used = ROOM;
		}
	}

	/** Ends the body. */
	void end() throws IOException {
		flush();
		out.write(END);
	}
}
