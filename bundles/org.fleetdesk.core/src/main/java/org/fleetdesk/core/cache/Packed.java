package org.fleetdesk.core.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made small, quickly rather than well: a version, how many they were, and a sum that shows whether they are whole. */
final class Packed {
	private static final byte VERSION = 1;
	private static final int HEAD = 1 + Integer.BYTES;
	private static final int MOST = 64 << 20;

	private Packed() {
	}

	/** Makes bytes small. */
	static byte[] pack(byte[] bytes) {
		Deflater deflater = new Deflater(Deflater.BEST_SPEED);
		try {
			deflater.setInput(bytes);
			deflater.finish();
			byte[] packed = new byte[HEAD + bytes.length / 3 + 64];
			ByteBuffer.wrap(packed).put(VERSION).putInt(bytes.length);
			int length = HEAD;
			while (!deflater.finished()) {
				if (length == packed.length) {
					packed = Arrays.copyOf(packed, 2 * length);
				}
				length += deflater.deflate(packed, length, packed.length - length);
			}
			return Arrays.copyOf(packed, length);
		} finally {
			deflater.end();
		}
	}

	/**
	 * The bytes as they were.
	 *
	 * @throws IOException if they are damaged, or of a version that is not known here
	 */
	static byte[] unpack(byte[] packed) throws IOException {
		if (packed.length < HEAD || packed[0] != VERSION) {
			throw new IOException("version");
		}
		int length = ByteBuffer.wrap(packed).getInt(1);
		if (length < 0 || length > MOST) {
			throw new IOException("length");
		}
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed, HEAD, packed.length - HEAD);
			byte[] bytes = new byte[length];
			int done = inflater.inflate(bytes);
			boolean end = inflater.inflate(new byte[1]) == 0 && inflater.finished(); // reads the sum
			if (done != length || !end) {
				throw new IOException("length");
			}
			return bytes;
		} catch (DataFormatException e) {
			throw new IOException(e);
		} finally {
			inflater.end();
		}
	}
}
