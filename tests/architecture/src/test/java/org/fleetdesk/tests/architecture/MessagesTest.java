package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MessagesTest {

	private static final List<Path> FILES = SourceTree.filesNamed("([mM]essages|plugin)\\.properties");

	@Test
	void everyLanguageHasTheSameKeys() {
		for (Path file : FILES) {
			String name = file.getFileName().toString().replace(".properties", "");
			List<Path> translations = SourceTree.files(other -> file.getParent().equals(other.getParent())
					&& other.getFileName().toString().matches(name + "_.*\\.properties"));
			System.out.printf("messages: %s has %d keys and %d translations%n", file, keys(file).size(),
					translations.size());
			for (Path translation : translations) {
				assertThat(keys(translation)).as("keys of %s", translation).isEqualTo(keys(file));
			}
		}
		assertThat(FILES).isNotEmpty();
	}

	@Test
	void pluginXmlUsesExactlyItsKeys() {
		for (Path file : SourceTree.filesNamed("plugin\\.properties")) {
			assertThat(keys(file)).as("keys of %s", file)
					.isEqualTo(matches(SourceTree.text(file.resolveSibling("plugin.xml")), "\"%([\\w.]+)\""));
		}
	}

	@Test
	void constantsOfTheWindowAreExactlyTheKeysAndAllAreUsed() {
		for (Path file : SourceTree.filesNamed("messages\\.properties")) {
			String constants = SourceTree.text(file.resolveSibling("Messages.java"));
			assertThat(keys(file)).as("keys and constants of %s", file)
					.isEqualTo(matches(constants, "public static String (\\w+);"));
			String imported = "import " + matches(constants, "(?m)^package ([\\w.]+);").iterator().next()
					+ ".Messages;";
			String users = sources(other -> other.getParent().equals(file.getParent())
					|| SourceTree.text(other).contains(imported));
			assertThat(keys(file)).as("keys that nothing uses in %s", file)
					.isSubsetOf(matches(users, "\\bMessages\\.(\\w+)\\b"));
		}
	}

	/** A key stands in a class as it is, as the option it describes, or by its first part, put together with the last. */
	@Test
	void everyKeyOfTheCommandLineIsUsed() {
		for (Path file : SourceTree.filesNamed("Messages\\.properties")) {
			String users = sources(
					other -> other.startsWith(file.subpath(0, 2)) && !other.toString().contains("/src/test/"));
			assertThat(keys(file)).as("keys that nothing uses in %s", file).allMatch(key -> {
				int dot = key.lastIndexOf('.') + 1;
				return Stream.of(key, "--" + key.substring(dot), dot > 0 ? key.substring(0, dot) : key)
						.anyMatch(form -> users.contains('"' + form + '"'));
			});
		}
	}

	private static String sources(Predicate<Path> condition) {
		return SourceTree.files(file -> file.toString().matches("bundles/.*\\.java") && !file.endsWith("Messages.java")
				&& condition.test(file)).stream().map(SourceTree::text).collect(Collectors.joining("\n"));
	}

	private static Set<String> matches(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> keys(Path file) {
		Properties properties = new Properties();
		try {
			properties.load(new StringReader(SourceTree.text(file)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return new TreeSet<>(properties.stringPropertyNames());
	}
}
