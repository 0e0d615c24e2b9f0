package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class FilesTest {

	private static final int LIMIT = 500;

	@Test
	void noSourceFileIsLongerThanItsLimit() {
		List<Path> sources = SourceTree.files(FilesTest::isSource);
		System.out.printf("length: %d source files seen%n", sources.size());
		assertThat(sources).hasSizeGreaterThan(20);
		assertThat(
				sources.stream().filter(file -> lines(file) > LIMIT).map(file -> file + ": " + lines(file) + " lines"))
				.as("longer than %d lines", LIMIT).isEmpty();
	}

	@Test
	void sourcesNameNoAuthorAndLeaveNothingForLater() {
		assertThat(SourceTree.filesNamed(".*\\.java").stream().filter(file -> !file.endsWith("FilesTest.java"))
				.filter(file -> SourceTree.text(file).matches("(?s).*(@author|\\b(TODO|FIXME)\\b|@Disabled\\b).*")))
				.isEmpty();
	}

	private static boolean isSource(Path file) {
		String name = file.getFileName().toString();
		return name.matches(".*\\.(java|sh|py|ts|tsx|js|css|go)") || !name.contains(".") && isScript(file);
	}

	private static boolean isScript(Path file) {
		return file.toFile().length() < 1_000_000 && SourceTree.ROOT.resolve(file).toFile().canExecute()
				&& SourceTree.text(file).startsWith("#!");
	}

	private static long lines(Path file) {
		return SourceTree.text(file).lines().count();
	}
}
