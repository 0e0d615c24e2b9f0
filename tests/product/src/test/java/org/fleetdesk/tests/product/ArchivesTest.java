package org.fleetdesk.tests.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchivesTest {

	private static final Path SCRIPTS = Path.of("../../features/org.fleetdesk.feature/rootfiles");
	/** Bundles that are for one platform only. */
	private static final String NATIVE = ".*(swt\\.(gtk|win32|cocoa)|\\.cocoa).*";

	@TempDir
	Path work;

	static List<Archive> archives() {
		return Archive.ALL;
	}

	@ParameterizedTest
	@MethodSource("archives")
	void everyPlatformHasItsWindowSystemAndNoOther(Archive archive) throws Exception {
		String[] parts = archive.platform().split("\\.");
		String fragment = "org.eclipse.swt." + parts[1] + "." + parts[0] + "." + parts[2] + "_";
		List<String> natives = archive.bundles(archive.files(work)).stream()
				.filter(name -> name.startsWith("org.eclipse.swt.") && name.matches(NATIVE)).toList();

		assertThat(natives).singleElement().asString().startsWith(fragment);
	}

	@ParameterizedTest
	@MethodSource("archives")
	void itsStartScriptIsThereAndMayBeRun(Archive archive) throws Exception {
		Map<String, String> files = archive.files(work);

		assertThat(files).containsKeys(archive.start(), archive.root() + "LICENSE",
				archive.root() + "logging.properties");
		if (archive.zipped()) {
			assertThat(archive.text(archive.start(), work).replace("\r\n", "")).as("lines end as Windows wants them")
					.doesNotContain("\n");
		} else {
			for (String program : List.of(archive.start(), archive.root() + "fleetdesk",
					archive.root() + "java-home")) {
				assertThat(files.get(program)).as(program).isEqualTo("-rwxr-xr-x");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("archives")
	void everyPlatformHasTheSameBundlesBesideItsOwn(Archive archive) throws Exception {
		assertThat(common(archive)).hasSizeGreaterThan(80).isEqualTo(common(Archive.LINUX));
	}

	private Set<String> common(Archive archive) throws Exception {
		return archive.bundles(archive.files(work)).stream().filter(name -> !name.matches(NATIVE))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	@ParameterizedTest
	@MethodSource("archives")
	void theListOfBundlesToStartNamesExactlyThoseThatAreThere(Archive archive) throws Exception {
		String list = archive.text(
				archive.root() + "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info", work);
		Set<String> named = Pattern.compile("(?m)^[^#,]+,[^,]+,plugins/([^,/]+)/?,").matcher(list).results()
				.map((MatchResult match) -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));

		assertThat(named).isEqualTo(archive.bundles(archive.files(work)));
	}

	/** Two languages of scripts say the same: this keeps them so. */
	@Test
	void windowsHasTheCommandLinesJarsOfTheOthers() throws IOException {
		String unix = Files.readString(SCRIPTS.resolve("fleetdesk"));
		String windows = Files.readString(SCRIPTS.resolve("fleetdesk.cmd"));
		Set<String> here = new TreeSet<>();
		Pattern.compile("\"\\$plugins\"/([\\w.]*)\\{([^}]*)}([_*.\\w]*)").matcher(unix).results().forEach(match -> {
			for (String part : match.group(2).split(",")) {
				here.add(match.group(1) + part + match.group(3).replace("*.jar", ""));
			}
		});
		String there = Pattern.compile("for %%p in \\(([^)]*)\\)").matcher(windows).results()
				.map(match -> match.group(1)).filter(list -> list.contains("org.fleetdesk.cli")).findFirst()
				.orElseThrow();

		assertThat(here).hasSizeGreaterThan(5).isEqualTo(new TreeSet<>(List.of(there.split(" "))));
	}
}
