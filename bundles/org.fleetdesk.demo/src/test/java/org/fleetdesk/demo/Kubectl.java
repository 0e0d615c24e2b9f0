package org.fleetdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** kubectl as built for the control plane of the tests, on both demo clusters. */
final class Kubectl implements AutoCloseable {

	private final Path folder;
	private final Path program;
	private final DemoFleet fleet = DemoFleet.start();

	private Kubectl(Path folder, Path program) throws IOException {
		this.folder = folder;
		this.program = program;
		Files.writeString(folder.resolve("kubeconfig"), fleet.kubeconfig());
	}

	/** Starts the clusters; without a kubectl the tests are skipped and say so, but in continuous integration. */
	static Kubectl start(Path folder) throws IOException {
		Path program = find();
		if (program == null) {
			assertThat(System.getenv("CI")).as("no kubectl in the cache in CI").isNull();
			System.out.println("kubectl is not tried on the demo clusters: there is none in the cache, see "
					+ "tests/controlplane/README.md");
		}
		Assumptions.assumeTrue(program != null, "no kubectl in the cache");
		return new Kubectl(folder, program);
	}

	private static Path find() throws IOException {
		String cache = System.getenv().getOrDefault("FLEETDESK_CACHE",
				System.getProperty("user.home") + "/.cache/fleetdesk");
		Path folder = Path.of(cache, "controlplane");
		if (!Files.isDirectory(folder)) {
			return null;
		}
		try (Stream<Path> versions = Files.list(folder)) {
			return versions.map(version -> version.resolve("bin/kubectl")).filter(Files::isExecutable).findFirst()
					.orElse(null);
		}
	}

	/** Runs it; gives all it printed. */
	String run(String... arguments) throws Exception {
		return run(0, arguments);
	}

	/** Runs it and expects an exit code. */
	String run(int expected, String... arguments) throws Exception {
		Path out = Files.createTempFile(folder, "out", "");
		Process process = start(out, arguments);
		assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("kubectl ends").isTrue();
		String text = Files.readString(out);
		assertThat(process.exitValue()).as(String.join(" ", arguments) + "\n" + text).isEqualTo(expected);
		return text;
	}

	/** Starts it and lets it print to a file. */
	Process start(Path out, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(program.toString(), "--kubeconfig",
				folder.resolve("kubeconfig").toString(), "--cache-dir", folder.resolve("cache").toString()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
	}

	/** Writes a manifest; gives its path. */
	String file(String yaml) throws IOException {
		return Files.writeString(Files.createTempFile(folder, "object", ".yaml"), yaml).toString();
	}

	/** An empty file to print to. */
	Path out() throws IOException {
		return Files.createTempFile(folder, "out", "");
	}

	@Override
	public void close() {
		fleet.close();
	}
}
