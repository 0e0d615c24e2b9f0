package org.fleetdesk.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.cli.InProcess;
import org.fleetdesk.cli.InProcess.Ran;
import org.fleetdesk.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
	@TempDir
	Path folder;

	private Ran run(String... arguments) {
		return InProcess.run(environment(), folder, List.of(arguments));
	}

	private Map<String, String> environment() {
		return Map.of("FLEETDESK_CONFIG", folder.resolve("config").toString());
	}

	@Test
	void servesTwoClustersUntilItIsInterruptedAndLeavesNothingBehind() throws Exception {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		AtomicInteger code = new AtomicInteger(-1);
		try (PipedInputStream pipe = new PipedInputStream();
				BufferedReader out = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
			Terminal terminal = new Terminal(new PipedOutputStream(pipe), new PrintStream(err, true,
					StandardCharsets.UTF_8), new ByteArrayInputStream(new byte[0]), false);
			Thread command = Thread.ofPlatform()
					.start(() -> code
							.set(InProcess.run(terminal, environment(), folder, List.of("demo", "--pods", "50"))));
			Path kubeconfig = Path.of(out.readLine());
			assertThat(err.toString(StandardCharsets.UTF_8)).contains("demo-healthy", "demo-troubled", "Ctrl+C",
					kubeconfig.toString(), "nothing in them is real");
			Ran clusters = run("clusters", "--check", "--kubeconfig", kubeconfig.toString());
			assertThat(clusters.code()).as(clusters.err()).isZero();
			assertThat(clusters.out()).contains("fleetdesk-demo").hasLineCount(3);
			Ran crashing = run("get", "pods", "-A", "--clusters", "*troubled", "--kubeconfig", kubeconfig.toString());
			assertThat(crashing.out()).contains("demo-troubled", "CrashLoopBackOff");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kubeconfig))).isEqualTo("rw-------");
			String token = Files.readString(kubeconfig).replaceAll("(?s).*?token: (\\S+).*", "$1");
			assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(token);
			command.interrupt();
			assertThat(command.join(Duration.ofSeconds(30))).isTrue();
			assertThat(code).hasValue(130);
			assertThat(kubeconfig).doesNotExist();
		}
	}

	@Test
	void asksForAsManyPodsAsItCanHold() {
		assertThat(run("demo", "--pods", "-1").err()).startsWith("error: --pods").contains("200,000");
		assertThat(run("demo", "--pods", "many").code()).isEqualTo(1);
	}
}
