package org.fleetdesk.tests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The checked-out tree: its files without what is built, and its bundles. */
final class SourceTree {

	static final Path ROOT = root();
	private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules");

	private SourceTree() {
	}

	/** Files whose path relative to the root satisfies a condition. */
	static List<Path> files(Predicate<Path> condition) {
		return walk(ROOT).map(ROOT::relativize).filter(condition).sorted().toList();
	}

	static List<Path> filesNamed(String pattern) {
		return files(path -> path.getFileName().toString().matches(pattern));
	}

	static String text(Path file) {
		try {
			return Files.readString(ROOT.resolve(file));
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read " + file, e);
		}
	}

	/** The folders of plain bundles, those with Maven's layout. */
	static List<Path> plainBundles() {
		return list(ROOT.resolve("bundles")).filter(bundle -> Files.isDirectory(bundle.resolve("src/main/java")))
				.sorted()
				.toList();
	}

	/** The manifest of a plain bundle as built. */
	static Manifest manifest(Path bundle) {
		try (InputStream in = Files.newInputStream(bundle.resolve("target/classes/META-INF/MANIFEST.MF"))) {
			return new Manifest(in);
		} catch (IOException e) {
			throw new UncheckedIOException("the bundle is not built: " + bundle, e);
		}
	}

	private static Stream<Path> walk(Path folder) {
		return list(folder).filter(path -> !LEFT_OUT.contains(path.getFileName().toString()))
				.flatMap(path -> Files.isDirectory(path) ? walk(path) : Stream.of(path));
	}

	private static Stream<Path> list(Path folder) {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path root() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.exists(folder.resolve("releng/plain/pom.xml"))) {
			folder = folder.getParent();
		}
		return folder;
	}
}
