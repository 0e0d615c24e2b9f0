package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.kube.config.KubeUser.Exec;

/**
 * Runs a login plugin within bounds: standard input closed, a limit on time and output, and killed with its children
 * when either is passed or the calling thread is interrupted. Needs no other thread.
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
	private final ByteArrayOutputStream output = new ByteArrayOutputStream();
	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private ExecProcess(Process process) {
		this.process = process;
	}

	/** Runs to the end. */
	static Result run(Exec exec, Map<String, String> environment, Duration limit)
			throws Failed, InterruptedException {
		List<String> line = new ArrayList<>();
		line.add(binary(exec.command(), environment.getOrDefault("PATH", ""))
				.orElseThrow(() -> new Failed(missing(exec))));
		line.addAll(exec.arguments());
		ProcessBuilder builder = new ProcessBuilder(line);
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process;
		try {
			process = builder.start();
		} catch (IOException | IllegalArgumentException e) {
			throw new Failed(text("exec.start"), e);
		}
		try (InputStream out = process.getInputStream(); InputStream err = process.getErrorStream()) {
			process.getOutputStream().close();
			return new ExecProcess(process).wait(limit, out, err);
		} catch (IOException e) {
			throw new Failed(text("exec.lost"), e);
		} finally {
			kill(process);
		}
	}

	private static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	private static String missing(Exec exec) {
		String hint = SafeText.line(exec.installHint(), 300);
		return text("exec.missing", hint.isEmpty() ? text("exec.missing.hint") : hint);
	}

	/** As Go's LookPath: never out of the current folder. */
	private static Optional<String> binary(String command, String path) {
		if (Path.of(command).isAbsolute()) {
			return Files.isRegularFile(Path.of(command)) ? Optional.of(command) : Optional.empty();
		}
		List<String> endings = File.separatorChar == '\\' ? List.of(".exe", ".cmd", ".bat", "") : List.of("");
		for (String folder : path.split(File.pathSeparator)) {
			for (String ending : endings) {
				File file = new File(folder, command + ending);
				if (new File(folder).isAbsolute() && file.isFile() && file.canExecute()) {
					return Optional.of(file.getPath());
				}
			}
		}
		return Optional.empty();
	}

	private Result wait(Duration limit, InputStream out, InputStream err)
			throws Failed, IOException, InterruptedException {
		long started = System.nanoTime();
		boolean ended = false;
		while (!ended) {
			ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
			drain(out, output, MAX_OUTPUT + 1, false);
			drain(err, errors, KEPT_ERRORS, true);
			if (output.size() > MAX_OUTPUT) {
				throw new Failed(text("exec.large"));
			}
			if (!ended && System.nanoTime() - started > limit.toNanos()) {
				throw new Failed(text("exec.slow", limit.toSeconds()));
			}
		}
		String[] lines = errors.toString(StandardCharsets.UTF_8).strip().split("\\R");
		return new Result(process.exitValue(), output.toByteArray(), SafeText.redacted(lines[lines.length - 1], 200));
	}

	/** Takes what is there, never waiting: a grandchild may hold the pipe open for ever. */
	private static void drain(InputStream in, ByteArrayOutputStream into, int keep, boolean tail) throws IOException {
		for (int i = 0; i < CHUNKS && into.size() <= MAX_OUTPUT && in.available() > 0; i++) {
			byte[] bytes = in.readNBytes(Math.min(in.available(), CHUNK));
			if (tail && into.size() + bytes.length > keep) {
				into.reset();
			}
			into.write(bytes);
		}
	}
}
