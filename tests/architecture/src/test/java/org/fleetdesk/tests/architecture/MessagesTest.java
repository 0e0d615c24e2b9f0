package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MessagesTest {

	private static final List<Path> FILES = SourceTree.filesNamed("([mM]essages|plugin)\\.properties");
	/** What reads the same in every language: names, and words that scripts read. */
	private static final Set<String> SAME = Set.of("Fleetdesk", "core", "open", "away", "error: %s",
			"warning: %s", "Warning: %s", "Error from server (%s): %s", "fleetdesk %s (Java %s)");
	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
	private static final Pattern WORD = Pattern.compile("[A-Za-z]*[a-z]{2,}");

	@Test
	void everyTextIsThereInChineseWithTheSamePlaces() {
		for (Path file : FILES) {
			Path chinese = MessageTexts.chinese(file);
			assertThat(SourceTree.ROOT.resolve(chinese)).as("the Chinese of %s", file).exists();
			MessageTexts english = MessageTexts.of(file);
			MessageTexts translated = MessageTexts.of(chinese);
			assertThat(translated.keys()).as("keys of %s", chinese).isEqualTo(english.keys());
			for (String key : english.keys()) {
				assertThat(translated.places(key)).as("places of %s in %s", key, chinese)
						.isEqualTo(english.places(key));
			}
			System.out.printf("messages: %s has %d keys%n", file, english.keys().size());
		}
		assertThat(FILES).isNotEmpty();
	}

	@Test
	void chineseTextsAreChinese() {
		for (Path file : FILES) {
			MessageTexts english = MessageTexts.of(file);
			MessageTexts chinese = MessageTexts.of(MessageTexts.chinese(file));
			for (String key : english.keys()) {
				boolean language = key.contains("language"); // each is named in itself, too
				assertThat(HAN.matcher(english.text(key)).find() && !language).as("%s in %s is English", key, file)
						.isFalse();
				String words = english.words(key);
				boolean same = SAME.contains(english.text(key)) && english.text(key).equals(chinese.text(key));
				if (WORD.matcher(words).find() && !same) {
					assertThat(HAN.matcher(chinese.text(key)).find())
							.as("%s in %s says in Chinese: %s", key, file, english.text(key)).isTrue();
				}
			}
		}
	}

	@Test
	void chineseTextsOfThePlatformAreChinese() {
		List<Path> files = SourceTree
				.files(file -> file.toString().matches("bundles/org\\.fleetdesk\\.zh\\..*_zh\\.properties")
						&& !file.toString().contains("/target/"));
		assertThat(files).isNotEmpty();
		for (Path file : files) {
			MessageTexts chinese = MessageTexts.of(file);
			assertThat(chinese.keys()).as("Chinese texts of %s", file)
					.allMatch(key -> HAN.matcher(chinese.text(key)).find() || !WORD.matcher(chinese.words(key)).find());
		}
	}

	@Test
	void pluginXmlUsesExactlyItsKeys() {
		for (Path file : SourceTree.filesNamed("plugin\\.properties")) {
			assertThat(MessageTexts.of(file).keys()).as("keys of %s", file)
					.isEqualTo(matches(SourceTree.text(file.resolveSibling("plugin.xml")), "\"%([\\w.]+)\""));
		}
	}

	@Test
	void chineseTextsOfAPluginAreInItsJar() {
		for (Path file : SourceTree.filesNamed("plugin\\.properties")) {
			assertThat(SourceTree.text(file.resolveSibling("build.properties"))).contains("plugin_zh.properties");
		}
	}

	@Test
	void constantsOfTheWindowAreExactlyTheKeysAndAllAreUsed() {
		for (Path file : SourceTree.filesNamed("messages\\.properties")) {
			String constants = SourceTree.text(file.resolveSibling("Messages.java"));
			Set<String> keys = MessageTexts.of(file).keys();
			assertThat(keys).as("keys and constants of %s", file)
					.isEqualTo(matches(constants, "public static String (\\w+);"));
			String imported = "import " + matches(constants, "(?m)^package ([\\w.]+);").iterator().next()
					+ ".Messages;";
			String users = sources(other -> other.getParent().equals(file.getParent())
					|| SourceTree.text(other).contains(imported));
			assertThat(keys).as("keys that nothing uses in %s", file)
					.isSubsetOf(matches(users, "\\bMessages\\.(\\w+)\\b"));
		}
	}

	/**
	 * In the command line a key may also stand as the option it describes, or by its first part, put together with the
	 * last.
	 */
	@Test
	void everyKeyOfABundleWithoutAWindowIsUsed() {
		for (Path file : SourceTree.filesNamed("Messages\\.properties")) {
			String users = bundleOf(file);
			boolean commandLine = file.startsWith("bundles/org.fleetdesk.cli");
			assertThat(MessageTexts.of(file).keys()).as("keys that nothing uses in %s", file).allMatch(key -> {
				int dot = key.lastIndexOf('.') + 1;
				Stream<String> forms = commandLine
						? Stream.of(key, "--" + key.substring(dot), dot > 0 ? key.substring(0, dot) : key)
						: Stream.of(key);
				return forms.anyMatch(form -> users.contains('"' + form + '"'));
			});
		}
	}

	@Test
	void everyKeyThatABundleWithoutAWindowAsksForIsThere() {
		for (Path file : SourceTree.filesNamed("Messages\\.properties")) {
			Set<String> asked = matches(bundleOf(file), "(?:(?<![\\w.])text|Texts\\.text)\\(\"([\\w.-]+)\"[,)]");
			assertThat(asked).isNotEmpty();
			assertThat(MessageTexts.of(file).keys()).as("keys of %s", file).containsAll(asked);
		}
	}

	private static String bundleOf(Path file) {
		return sources(other -> other.startsWith(file.subpath(0, 2)) && !other.toString().contains("/src/test/"));
	}

	private static String sources(Predicate<Path> condition) {
		return SourceTree.files(file -> file.toString().matches("bundles/.*\\.java") && !file.endsWith("Messages.java")
				&& condition.test(file)).stream().map(SourceTree::text).collect(Collectors.joining("\n"));
	}

	private static Set<String> matches(String text, String pattern) {
		return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}
}
