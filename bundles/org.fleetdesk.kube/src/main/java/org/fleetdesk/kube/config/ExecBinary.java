package org.fleetdesk.kube.config;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.config.KubeUser.Exec;

/** Finds the programs of login plugins, as Go does: on the PATH of this program, never in the current folder. */
public final class ExecBinary {

	private ExecBinary() {
	}

	/**
	 * The plugin with its command made absolute, which is what a person consents to; empty if there is no such program.
	 * Looks at files. Links are not followed, so that an update behind one asks nobody again.
	 */
	public static Optional<Exec> resolved(Exec exec, Map<String, String> environment) {
		return find(exec.command(), environment.getOrDefault("PATH", "")).map(exec::at);
	}

	private static Optional<String> find(String command, String path) {
		try {
			if (Path.of(command).isAbsolute()) {
				return Files.isRegularFile(Path.of(command)) ? Optional.of(command) : Optional.empty();
			}
		} catch (InvalidPathException e) {
			return Optional.empty();
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
}
