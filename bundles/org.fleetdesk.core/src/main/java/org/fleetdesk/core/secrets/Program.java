package org.fleetdesk.core.secrets;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.secrets.SecretStore.Unavailable;

/** Runs the programs that reach a platform's keyring. Secrets go by their standard input and output alone. */
final class Program {
	private static final long LONGEST_SECONDS = 120; // a person may have to unlock a keyring
	private static final int MAX_OUTPUT = 1 << 20;

	/** What a program did; not shown to anyone, for it may hold a secret. */
	static final class Result {
		private final int exit;
		private final String output;

		private Result(int exit, String output) {
			this.exit = exit;
			this.output = output;
		}

		int exit() {
			return exit;
		}

		boolean good() {
			return exit == 0;
		}

		String output() {
			return output;
		}
	}

	private final Map<String, String> environment;

	Program(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	/** Whether a program is on the PATH. */
	boolean there(String name) {
		for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
			if (!folder.isEmpty() && Files.isExecutable(Path.of(folder).resolve(name))) {
				return true;
			}
		}
		return false;
	}

	/** Runs a program to its end, within two minutes. */
	Result run(List<String> command, String input) throws Unavailable, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process = null;
		try {
			process = builder.start();
			try (OutputStream in = process.getOutputStream()) {
				in.write(input.getBytes(StandardCharsets.UTF_8));
			} catch (IOException e) {
				// it ended without reading, and its exit code says why
			}
			if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
				throw new Unavailable(Texts.text("secrets.keyring.slow", command.getFirst()), null);
			}
			try (InputStream out = process.getInputStream()) {
				return new Result(process.exitValue(),
						new String(out.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8));
			}
		} catch (IOException e) {
			throw new Unavailable(Texts.text("secrets.keyring.failed", command.getFirst()), e);
		} finally {
			if (process != null) {
				process.destroyForcibly();
			}
		}
	}
}
