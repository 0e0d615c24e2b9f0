package org.fleetdesk.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.kube.HttpConnector;

/** The command line on real clusters, within the test's own process: nobody to ask, output kept. */
public final class InProcess {

	/** What a command did. */
	public record Ran(int code, String out, String err) {
	}

	private InProcess() {
	}

	/** Runs a command to its end. */
	public static Ran run(Map<String, String> environment, Path home, List<String> arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8),
				new ByteArrayInputStream(new byte[0]), false);
		int code = run(terminal, environment, home, arguments);
		return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/** Runs a command on a terminal to its end; gives its exit code. */
	public static int run(Terminal terminal, Map<String, String> environment, Path home, List<String> arguments) {
		return new Main(new Assembly(terminal, environment, home,
				consent -> new HttpConnector(consent, environment, InstantSource.system()))).run(arguments);
	}
}
