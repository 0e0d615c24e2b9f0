package org.fleetdesk.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Programs of their own, that tests start and kill. */
public final class Children {
	private Children() {
	}

	/**
	 * Starts a class of the tests; what it says on standard error is this program's.
	 *
	 * @param prefix what a shell does before, such as "ulimit -f 200"; or nothing
	 */
	public static Process start(Class<?> main, String prefix, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (!prefix.isEmpty()) {
			command.addAll(List.of("bash", "-c", prefix + "; exec \"$@\"", "child"));
		}
		command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xshare:auto", "-XX:TieredStopAtLevel=1",
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				main.getName()));
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}
}
