package org.fleetdesk.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MessagesTest {

	private static final List<Path> FILES = SourceTree.filesNamed("(messages|plugin)\\.properties");

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
	void everyKeyIsUsedAndEveryUsedKeyIsThere() {
		for (Path file : FILES) {
			boolean plugin = file.endsWith("plugin.properties");
			Path bundle = SourceTree.ROOT.relativize(bundleOf(SourceTree.ROOT.resolve(file)));
			String users = SourceTree.files(other -> other.startsWith(bundle) && isUser(other, plugin)).stream()
					.map(SourceTree::text).collect(Collectors.joining("\n"));
			assertThat(keys(file)).as("unused keys of %s", file)
					.allMatch(key -> users.contains(plugin ? "%" + key + '"' : '"' + key + '"')
							|| Pattern.compile("\\bMessages\\." + Pattern.quote(key) + "\\b").matcher(users).find());
			assertThat(matches(users, plugin ? "\"%([\\w.]+)\"" : "\\bMessages\\.([a-z]\\w*_\\w+)\\b"))
					.as("keys missing in %s",
							file)
					.isSubsetOf(keys(file));
		}
	}

	private static boolean isUser(Path file, boolean plugin) {
		String name = file.getFileName().toString();
		return plugin ? name.equals("plugin.xml") : name.endsWith(".java") && !name.equals("Messages.java");
	}

	private static Path bundleOf(Path file) {
		Path folder = file.getParent();
		while (!Files.exists(folder.resolve("pom.xml"))) {
			folder = folder.getParent();
		}
		return folder;
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
