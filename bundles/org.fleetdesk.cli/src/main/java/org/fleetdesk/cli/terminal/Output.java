package org.fleetdesk.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Serial;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Standard output as UTF-8 text, buffered until {@link #flush}. For one thread. */
public final class Output {
	private static final int BUFFER = 1 << 16;
	private final Writer writer;
	private boolean anything;

	/** Nobody reads the output any more, or it cannot be written. */
	public static final class Closed extends RuntimeException {
		@Serial
		private static final long serialVersionUID = 1L;

		Closed(IOException cause) {
			super(cause.getMessage(), cause);
		}

		/** Whether the reader went away, as {@code head} does; then there is nothing to say. */
		public boolean brokenPipe() {
			return String.valueOf(getMessage()).contains("Broken pipe");
		}
	}

	/** Writes to a stream, which is never closed. */
	public Output(OutputStream stream) {
		writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
	}

	/** Writes text. */
	public void text(CharSequence text) {
		try {
			writer.append(text);
			anything |= !text.isEmpty();
		} catch (IOException e) {
			throw new Closed(e);
		}
	}

	/** Writes text and ends the line. */
	public void line(CharSequence text) {
		text(text);
		text("\n");
	}

	/** Whether anything was written. */
	public boolean anything() {
		return anything;
	}

	/** Hands over what is buffered. */
	public void flush() {
		try {
			writer.flush();
		} catch (IOException e) {
			throw new Closed(e);
		}
	}
}
