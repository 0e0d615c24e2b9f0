package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The host's archive, unpacked as somebody would, with a user's folders of its own. */
record Installation(Path program, Path home) {

	/** Unpacks it into a folder whose name has a space. */
	static Installation unpacked(Path work) throws IOException, InterruptedException {
		Path folder = Files.createDirectories(work.resolve("some programs"));
		assertThat(Run.of(work, Map.of(), List.of("tar", "-xzf", Archive.LINUX.file().toString(), "-C",
				folder.toString())).code()).isZero();
		return new Installation(folder.resolve("fleetdesk/fleetdesk"), Files.createDirectories(work.resolve("home")));
	}

	/** Runs it with these arguments to its end. */
	Run run(String... arguments) throws IOException, InterruptedException {
		return Run.end(start(home, arguments), home);
	}

	/** Starts it; its output goes to files in a folder. */
	Process start(Path output, String... arguments) throws IOException {
		return Run.start(output, environment(),
				Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
	}

	private Map<String, String> environment() {
		return Map.of("HOME", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(), "XDG_DATA_HOME",
				home.resolve("data").toString(), "FLEETDESK_CONFIG", home.resolve("config").toString(), "KUBECONFIG",
				home.resolve("kubeconfig").toString(), "JAVA_HOME", System.getProperty("java.home"), "LC_ALL",
				"C.UTF-8",
				"GDK_BACKEND", "x11", "NO_AT_BRIDGE", "1");
	}

	/** Gives its user a kubeconfig. */
	void use(String kubeconfig) throws IOException {
		Files.writeString(home.resolve("kubeconfig"), kubeconfig);
	}

	/** The archives of classes that it has made. */
	List<Path> archives() throws IOException {
		try (Stream<Path> files = Files.walk(home.resolve("cache"))) {
			return files.filter(file -> file.toString().endsWith(".jsa")).toList();
		}
	}

	/** Its files with the times they were changed. */
	Map<Path, Object> content() throws IOException {
		Map<Path, Object> content = new TreeMap<>();
		try (Stream<Path> files = Files.walk(program.getParent())) {
			for (Path file : (Iterable<Path>) files::iterator) {
				content.put(file, Files.getLastModifiedTime(file));
			}
		}
		return content;
	}
}
