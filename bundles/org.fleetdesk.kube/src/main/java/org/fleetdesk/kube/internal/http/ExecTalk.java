package org.fleetdesk.kube.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser.Exec;

/** A login plugin talking with somebody. But for {@link ExecConsole.Run}, for the thread that waits for the plugin. */
final class ExecTalk implements ExecConsole.Run, AutoCloseable {

	private static final int LONGEST_LINE = 8 << 10;

	private final KubeContext context;
	private final Exec exec;
	private final Duration limit;
	private final Queue<String> typed = new ConcurrentLinkedQueue<>();
	private final ExecConsole.Talk talk;
	private final CharsetDecoder decoder = Charset.defaultCharset().newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
	private ByteBuffer rest = ByteBuffer.allocate(0);
	private boolean asking;
	private volatile boolean cancelled;

	ExecTalk(KubeContext context, Exec exec, Duration limit, ExecConsole.Lines console) {
		this.context = context;
		this.exec = exec;
		this.limit = limit;
		this.asking = exec.interactiveMode().equals("Always");
		this.talk = console.talk(this);
	}

	/** Whether the plugin has something to ask, as far as can be told. */
	boolean asking() {
		return asking;
	}

	boolean cancelled() {
		return cancelled;
	}

	/** Hands on what it said, whole characters only. */
	void said(byte[] bytes) {
		ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.length).put(rest).put(bytes).flip();
		CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
		decoder.decode(all, text, false);
		rest = all;
		if (text.position() > 0) {
			asking = true;
			talk.said(text.flip().toString());
		}
	}

	/** Writes what was typed. */
	void feed(OutputStream input) {
		for (String line = typed.poll(); line != null; line = typed.poll()) {
			try {
				input.write((line + System.lineSeparator()).getBytes(Charset.defaultCharset()));
				input.flush();
			} catch (IOException e) {
				typed.clear(); // it takes no input any more; how it ends says why
			}
		}
	}

	@Override
	public KubeContext context() {
		return context;
	}

	@Override
	public Exec exec() {
		return exec;
	}

	@Override
	public Duration limit() {
		return limit;
	}

	@Override
	public void type(String line) {
		typed.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
	}

	@Override
	public void cancel() {
		cancelled = true;
	}

	@Override
	public void close() {
		talk.close();
	}
}
