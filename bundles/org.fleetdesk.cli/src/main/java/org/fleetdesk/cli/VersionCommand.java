package org.fleetdesk.cli;

import java.util.ResourceBundle;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.terminal.Texts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}: the program's version and the Java it runs on; contacts nothing. */
@Command(name = "version", resourceBundle = Texts.BUNDLE)
final class VersionCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Option(names = {"-h", "--help"}, usageHelp = true)
	boolean help;

	VersionCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() {
		String version = ResourceBundle.getBundle("org.fleetdesk.cli.version").getString("version");
		assembly.terminal().out().line(Texts.text("version", version, Runtime.version()));
		return 0;
	}
}
