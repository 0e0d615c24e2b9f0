package org.fleetdesk.cli.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.cli.terminal.Terminal;

/** A workstation of one test: its home, settings and files, and commands run on it. */
final class Desk {
	private final Path home;
	private final Path kubeconfig;
	private boolean attended;
	private String typed = "";

	/** A workstation with a kubeconfig. */
	Desk(Path home, Path kubeconfig) {
		this.home = home;
		this.kubeconfig = kubeconfig;
	}

	/** From now on a person sits there who types this. */
	void person(String types) {
		attended = true;
		typed = types;
	}

	/** From now on this stands on standard input, and nobody sits there. */
	void input(String text) {
		attended = false;
		typed = text;
	}

	Map<String, String> environment() {
		return Map.of("KUBECONFIG", kubeconfig.toString(), "FLEETDESK_CONFIG", home.resolve("config").toString(),
				"XDG_DATA_HOME", home.resolve("data").toString());
	}

	Ran run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8),
				new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), attended);
		int code = InProcess.run(terminal, environment(), home, List.of(arguments));
		return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/** Runs kubectl, which lies beside the kubeconfig of a control plane. */
	Ran kubectl(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(kubeconfig.resolveSibling("kubectl").toString(), "--cache-dir=" + home.resolve("kube")));
		command.addAll(List.of(arguments));
		Path out = Files.createTempFile(home, "out", "");
		Path err = Files.createTempFile(home, "err", "");
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
		builder.environment().putAll(environment());
		Process process = builder.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
	}

	/** Runs a command in a process of its own, which can be interrupted. */
	Process process(String... arguments) throws IOException {
		String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		// whoever started the tests in the background made them, and so their children, deaf to interrupts
		List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
				System.getProperty("java.home") + "/bin/java", "-cp", classes, "org.fleetdesk.cli.Main"));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().putAll(environment());
		return builder.start();
	}

	/** Writes a file, and gives its name. */
	String file(String name, String content) throws IOException {
		return Files.writeString(home.resolve(name), content).toString();
	}

	/** Every byte this workstation's programs have kept. */
	String kept() throws IOException {
		StringBuilder all = new StringBuilder();
		for (String folder : List.of("config", "data")) {
			if (Files.isDirectory(home.resolve(folder))) {
				try (Stream<Path> files = Files.walk(home.resolve(folder))) {
					for (Path file : files.filter(Files::isRegularFile).toList()) {
						all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
					}
				}
			}
		}
		return all.toString();
	}

	/** A config map. */
	static String configMap(String name, String value) {
		return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\ndata:\n  key: \"" + value + "\"\n";
	}
}
