package org.fleetdesk.kube.internal.read;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Bodies as they arrive over a network. */
final class Streams {

	private Streams() {
	}

	static InputStream of(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The same bytes in two parts: no read crosses the boundary. */
	static InputStream split(byte[] bytes, int boundary) {
		return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, boundary),
				new ByteArrayInputStream(bytes, boundary, bytes.length - boundary));
	}

	/** One byte a read. */
	static InputStream drops(byte[] bytes) {
		return new ByteArrayInputStream(bytes) {
			@Override
			public synchronized int read(byte[] into, int offset, int length) {
				return super.read(into, offset, Math.min(1, length));
			}
		};
	}

	/** A head, a character so many times, a tail; nothing of it is held. */
	static InputStream huge(String head, char filling, long times, String tail) {
		InputStream filled = new InputStream() {
			private long left = times;

			@Override
			public int read() {
				return left-- > 0 ? filling : -1;
			}

			@Override
			public int read(byte[] into, int offset, int length) {
				if (left <= 0) {
					return -1;
				}
				int given = (int) Math.min(left, length);
				Arrays.fill(into, offset, offset + given, (byte) filling);
				left -= given;
				return given;
			}
		};
		return new SequenceInputStream(Collections.enumeration(List.of(of(head), filled, of(tail))));
	}

	/** Bytes and then a broken connection. */
	static InputStream broken(String text) {
		return new FilterInputStream(of(text)) {
			@Override
			public int read(byte[] into, int offset, int length) throws IOException {
				int given = super.read(into, offset, length);
				if (given < 0) {
					throw new IOException("reset");
				}
				return given;
			}
		};
	}
}
