package org.fleetdesk.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.demo.DemoFleet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code demo}: serves two simulated clusters until it is interrupted. The path of their kubeconfig, which is deleted at the
 * end, is all that goes to standard output.
 */
@Command(name = "demo", resourceBundle = Texts.BUNDLE)
public final class DemoCommand implements Callable<Integer> {
	private static final int MOST_PODS = 200_000;
	private final Terminal terminal;

	@Option(names = "--pods", paramLabel = "N")
	int pods;

	@Option(names = {"-v", "--verbose"})
	boolean verbose;

	@Option(names = {"-h", "--help"}, usageHelp = true)
	boolean help;

	/** The command of a program. */
	public DemoCommand(Assembly assembly) {
		terminal = assembly.terminal();
	}

	@Override
	public Integer call() throws InterruptedException {
		terminal.verbose(verbose);
		if (pods < 0 || pods > MOST_PODS) {
			throw Failure.of("demo.pods", MOST_PODS);
		}
		try (DemoFleet fleet = DemoFleet.start(pods); PrivateFile kubeconfig = new PrivateFile(fleet.kubeconfig())) {
			Runtime.getRuntime().addShutdownHook(new Thread(kubeconfig::close)); // Ctrl+C ends the process without more ado
			terminal.say(Texts.text("demo.started", fleet.healthy().name(), fleet.troubled().name(), kubeconfig.path));
			terminal.out().line(kubeconfig.path.toString());
			terminal.out().flush();
			new CountDownLatch(1).await();
			return 0;
		} catch (IOException e) {
			throw Failure.of("demo.file", e.getMessage());
		}
	}

	/** A file for its owner alone, where files have modes: what it holds lets in. */
	private static final class PrivateFile implements AutoCloseable {
		final Path path;

		PrivateFile(String text) throws IOException {
			path = Files.writeString(Files.createTempFile("fleetdesk-demo-", ".kubeconfig"), text);
		}

		@Override
		public void close() {
			try {
				Files.deleteIfExists(path);
			} catch (IOException e) {
				// it leads nowhere any more
			}
		}
	}
}
