package org.fleetdesk.tests.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one message file, with their places: those of java.util.Formatter, or those of java.text.MessageFormat. */
final class MessageTexts {
	private static final Pattern FORMATTER = Pattern.compile("%(?:(\\d+)\\$)?([-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z])");
	private static final Pattern MESSAGE_FORMAT = Pattern.compile("\\{(\\d+)[^}]*\\}");

	private final Properties texts;

	private MessageTexts(Properties texts) {
		this.texts = texts;
	}

	static MessageTexts of(Path file) {
		Properties properties = new Properties();
		try {
			properties.load(new StringReader(SourceTree.text(file)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return new MessageTexts(properties);
	}

	/** The file of the same texts in Chinese. */
	static Path chinese(Path file) {
		return file.resolveSibling(file.getFileName().toString().replace(".properties", "_zh.properties"));
	}

	Set<String> keys() {
		return new TreeSet<>(texts.stringPropertyNames());
	}

	String text(String key) {
		return texts.getProperty(key);
	}

	/** Number and kind of each place: "1 s", "{0}". */
	Set<String> places(String key) {
		Set<String> places = new TreeSet<>();
		int next = 1;
		for (Matcher m = FORMATTER.matcher(text(key).replace("%%", "")); m.find();) {
			places.add((m.group(1) == null ? String.valueOf(next++) : m.group(1)) + " " + m.group(2));
		}
		MESSAGE_FORMAT.matcher(text(key)).results().forEach(m -> places.add("{" + m.group(1) + "}"));
		return places;
	}

	/** What a text says between its places. */
	String words(String key) {
		return MESSAGE_FORMAT.matcher(FORMATTER.matcher(text(key)).replaceAll(" ")).replaceAll(" ");
	}
}
