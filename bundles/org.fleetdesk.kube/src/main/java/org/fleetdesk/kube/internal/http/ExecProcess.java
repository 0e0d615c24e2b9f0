package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.fleetdesk.kube.config.KubeUser.Exec;
import org.fleetdesk.kube.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * Runs a login plugin within bounds: a limit on time and output, and killed with its children when either is passed, the
 * calling thread is interrupted, or nobody wants its answer any more. Needs no other thread.
 */
final class ExecProcess {

	private static final int MAX_OUTPUT = 1 << 20;
	private static final int KEPT_ERRORS = 16 << 10;
	private static final int CHUNK = 64 << 10;
	/** So many at a time, so that one who prints without end still meets the limits. */
	private static final int CHUNKS = 32;
	private static final long POLL_MILLIS = 10;

	/** What came of a run that ended by itself. */
	record Result(int exit, byte[] output, String lastErrorLine) {
	}

	/**
	 * The bounds of a run.
	 *
	 * @param limit how long it may take
	 * @param attended how long if somebody talks to it
	 * @param over whether nobody wants its answer any more
	 */
	record Bounds(Duration limit, Duration attended, BooleanSupplier over) {
	}

	/** A run that could not begin or was ended; the message is a clause that completes "the login plugin x ...". */
	static final class Failed extends Exception {
		private static final long serialVersionUID = 1L;

		Failed(String message) {
			super(message);
		}

		Failed(String message, Throwable cause) {
			super(message, cause);
		}
	}

	private final Process process;
	private final @Nullable ExecTalk talk;
	private final ByteArrayOutputStream output = new ByteArrayOutputStream();
	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private ExecProcess(Process process, @Nullable ExecTalk talk) {
		this.process = process;
		this.talk = talk;
	}

	/** Runs to the end, with standard input closed or from whoever talks to it. The command is an absolute path. */
	static Result run(Exec exec, Map<String, String> environment, Bounds bounds, @Nullable ExecTalk talk)
			throws Failed, InterruptedException {
		Process process = start(exec, environment, Redirect.PIPE);
		try (InputStream out = process.getInputStream();
				InputStream err = process.getErrorStream();
				OutputStream in = process.getOutputStream()) {
			if (talk == null) {
				in.close();
			}
			return new ExecProcess(process, talk).wait(bounds, out, err, in);
		} catch (IOException e) {
			throw new Failed(text("exec.lost"), e);
		} finally {
			kill(process);
		}
	}

	/** Runs to the end on the terminal of this process, which belongs to it meanwhile. */
	static Result runOnTerminal(Exec exec, Map<String, String> environment, Bounds bounds)
			throws Failed, InterruptedException {
		Process process = start(exec, environment, Redirect.INHERIT);
		try (InputStream out = process.getInputStream()) {
			return new ExecProcess(process, null).wait(bounds, out, InputStream.nullInputStream(),
					OutputStream.nullOutputStream());
		} catch (IOException e) {
			throw new Failed(text("exec.lost"), e);
		} finally {
			kill(process);
		}
	}

	private static Process start(Exec exec, Map<String, String> environment, Redirect talking) throws Failed {
		List<String> line = new ArrayList<>(List.of(exec.command()));
		line.addAll(exec.arguments());
		ProcessBuilder builder = new ProcessBuilder(line).redirectInput(talking).redirectError(talking);
		builder.environment().clear();
		builder.environment().putAll(environment);
		try {
			return builder.start();
		} catch (IOException | IllegalArgumentException e) {
			throw new Failed(text(Files.isExecutable(Path.of(exec.command())) ? "exec.start" : "exec.right"), e);
		}
	}

	private static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	private Result wait(Bounds bounds, InputStream out, InputStream err, OutputStream in)
			throws Failed, IOException, InterruptedException {
		long started = System.nanoTime();
		boolean ended = false;
		while (!ended) {
			ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
			output.writeBytes(drain(out));
			errors(drain(err));
			if (output.size() > MAX_OUTPUT) {
				throw new Failed(text("exec.large"));
			}
			if (talk != null) {
				talk.feed(in);
			}
			Duration limit = talk != null && talk.asking() ? bounds.attended() : bounds.limit();
			if (!ended && System.nanoTime() - started > limit.toNanos()) {
				throw new Failed(text("exec.slow", limit.toSeconds()));
			}
			if (talk != null && talk.cancelled()) {
				throw new Failed(text("exec.cancelled"));
			}
			if (bounds.over().getAsBoolean()) {
				throw new Failed(text("exec.closed"));
			}
		}
		String[] lines = errors.toString(StandardCharsets.UTF_8).strip().split("\\R");
		return new Result(process.exitValue(), output.toByteArray(), SafeText.redacted(lines[lines.length - 1], 200));
	}

	private void errors(byte[] more) {
		if (talk != null && more.length > 0) {
			talk.said(more);
		}
		if (errors.size() + more.length > KEPT_ERRORS) {
			errors.reset();
		}
		errors.writeBytes(more);
	}

	/** Takes what is there, never waiting: a grandchild may hold the pipe open for ever. */
	private static byte[] drain(InputStream in) throws IOException {
		ByteArrayOutputStream drained = new ByteArrayOutputStream();
		for (int i = 0; i < CHUNKS && drained.size() <= MAX_OUTPUT && in.available() > 0; i++) {
			drained.write(in.readNBytes(Math.min(in.available(), CHUNK)));
		}
		return drained.toByteArray();
	}
}
