package org.fleetdesk.demo.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

/** Compresses what is longer than 128 KB, as the real server does, and lets shorter things be. One thread. */
final class LateGzip extends OutputStream {

	private static final int SHORT = 128 * 1024;

	private final OutputStream out;
	private final Runnable compressing;
	private final ByteArrayOutputStream held = new ByteArrayOutputStream();
	private @Nullable OutputStream gzip;
	private boolean closed;

	/** {@code compressing} is run before the first compressed byte. */
	LateGzip(OutputStream out, Runnable compressing) {
		this.out = out;
		this.compressing = compressing;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[]{(byte) b}, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int from, int count) throws IOException {
		OutputStream target = gzip;
		if (target == null && held.size() + count > SHORT) {
			compressing.run();
			target = new GZIPOutputStream(out, 1 << 15) {
				{
					def.setLevel(1);
				}
			};
			gzip = target;
			held.writeTo(target);
		}
		if (target == null) {
			held.write(bytes, from, count);
		} else {
			target.write(bytes, from, count);
		}
	}

	@Override
	public void close() throws IOException {
		if (!closed) {
			closed = true;
			OutputStream target = gzip;
			if (target == null) {
				held.writeTo(out);
				out.close();
			} else {
				target.close();
			}
		}
	}
}
