package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A finished run of a program: its exit code and what it wrote. */
record Run(int code, String out, String err) {

	private static final long LIMIT_SECONDS = 240;

	/** Runs a program to its end, with these variables beside those of the tests. */
	static Run of(Path folder, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		return end(start(folder, environment, command), folder);
	}

	/** Starts a program whose output goes to files in a folder. */
	static Process start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
				.redirectError(folder.resolve("err").toFile());
		builder.environment().putAll(environment);
		return builder.start();
	}

	/** Waits for the end of what was started with this folder. */
	static Run end(Process process, Path folder) throws IOException, InterruptedException {
		try {
			assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ended: %s", process.info()).isTrue();
		} finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		return new Run(process.exitValue(), Files.readString(folder.resolve("out")),
				Files.readString(folder.resolve("err")));
	}
}
