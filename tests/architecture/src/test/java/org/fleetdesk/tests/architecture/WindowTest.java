package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class WindowTest {

	private static final String DISPLAY = "(?s).*(\\bDisplay\\.(getDefault|getCurrent|findDisplay)|\\.(syncExec|asyncExec|"
			+ "timerExec)\\(|\\bnew Display\\().*";

	@Test
	void oneClassReachesTheUiThread() {
		List<Path> sources = SourceTree
				.files(file -> file.startsWith("bundles")
						&& file.toString().matches(".*/org\\.fleetdesk\\.ui[^/]*/src/.*\\.java"));
		System.out.printf("window: %d classes seen%n", sources.size());
		assertThat(sources).isNotEmpty();
		assertThat(sources.stream().filter(file -> SourceTree.text(file).matches(DISPLAY))
				.map(file -> file.getFileName().toString())).as("classes that reach the UI thread")
				.isSubsetOf("UiExecutor.java");
	}
}
