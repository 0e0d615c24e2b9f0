package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * One platform's archive as it was built.
 *
 * @param platform operating system, window system and processor as in its name
 * @param start    the program that starts it
 * @param root     the folder of its plugins, inside
 */
record Archive(String platform, String start, String root) {

	private static final Map<String, Map<String, String>> LISTED = new ConcurrentHashMap<>();
	private static final Path PRODUCTS = Path.of("../../product/target/products").toAbsolutePath().normalize();

	static final Archive LINUX = new Archive("linux.gtk.x86_64", "fleetdesk/fleetdesk", "fleetdesk/");
	static final List<Archive> ALL = List.of(LINUX,
			new Archive("linux.gtk.aarch64", "fleetdesk/fleetdesk", "fleetdesk/"),
			new Archive("win32.win32.x86_64", "fleetdesk/fleetdesk.cmd", "fleetdesk/"),
			new Archive("macosx.cocoa.x86_64", "Fleetdesk.app/Contents/MacOS/Fleetdesk",
					"Fleetdesk.app/Contents/Eclipse/"),
			new Archive("macosx.cocoa.aarch64", "Fleetdesk.app/Contents/MacOS/Fleetdesk",
					"Fleetdesk.app/Contents/Eclipse/"));

	/** Where it stands. */
	Path file() {
		String end = platform + (zipped() ? ".zip" : ".tar.gz");
		try (Stream<Path> files = Files.list(PRODUCTS)) {
			List<Path> found = files.filter(file -> file.getFileName().toString().endsWith(end)).toList();
			assertThat(found).as("archives for %s in %s", platform, PRODUCTS).hasSize(1);
			return found.getFirst();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	boolean zipped() {
		return platform.startsWith("win32");
	}

	/** Its files, each with its mode as tar prints it, or none in a zip; listed once. */
	Map<String, String> files(Path work) throws IOException, InterruptedException {
		Map<String, String> known = LISTED.get(platform);
		if (known == null) {
			known = listed(work);
			LISTED.put(platform, known);
		}
		return known;
	}

	private Map<String, String> listed(Path work) throws IOException, InterruptedException {
		if (zipped()) {
			try (ZipFile zip = new ZipFile(file().toFile())) {
				return zip.stream().filter(entry -> !entry.isDirectory())
						.collect(Collectors.toMap(entry -> entry.getName(), entry -> ""));
			}
		}
		Run listing = Run.of(work, Map.of(), List.of("tar", "-tvzf", file().toString()));
		assertThat(listing.code()).isZero();
		return listing.out().lines().filter(line -> line.startsWith("-"))
				.collect(Collectors.toMap(line -> line.split(" +", 6)[5], line -> line.substring(0, 10)));
	}

	/** The bundles in it, without versions' ends: names of jars and folders below plugins. */
	Set<String> bundles(Map<String, String> files) {
		String plugins = root + "plugins/";
		return files.keySet().stream().filter(name -> name.startsWith(plugins))
				.map(name -> name.substring(plugins.length()).replaceFirst("/.*", ""))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The text of one of its files. */
	String text(String name, Path work) throws IOException, InterruptedException {
		if (zipped()) {
			try (ZipFile zip = new ZipFile(file().toFile())) {
				return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes());
			}
		}
		return Run.of(work, Map.of(), List.of("tar", "-xzOf", file().toString(), name)).out();
	}

	@Override
	public String toString() {
		return platform;
	}
}
