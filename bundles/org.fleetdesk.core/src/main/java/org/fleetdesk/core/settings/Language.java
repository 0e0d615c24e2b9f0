package org.fleetdesk.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/**
 * The language a person wants the program in. It stands as one word in a text file of the settings, because start scripts
 * read it before there is a program; it counts from the next start on. Files are read and written on the caller's thread.
 */
public enum Language {
	/** The platform's, where there are texts in it. */
	SYSTEM(""),
	/** English. */
	ENGLISH("en"),
	/** Simplified Chinese. */
	CHINESE("zh");

	private static final String FILE = "language";

	private final String word;

	Language(String word) {
		this.word = word;
	}

	/** What was chosen; the platform's if nothing was, or nothing that is known. */
	public static Language chosen(SettingsFolder settings) {
		try {
			String text = Files.readString(settings.file(FILE)).strip();
			return Stream.of(values()).filter(l -> l.word.equals(text)).findFirst().orElse(SYSTEM);
		} catch (IOException e) {
			return SYSTEM; // nothing was chosen, or settings are no reason to stop
		}
	}

	/**
	 * Chooses this one.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be kept
	 */
	public void choose(SettingsFolder settings) {
		if (this == SYSTEM) {
			settings.delete(FILE);
		} else {
			settings.writeText(FILE, word + "\n");
		}
	}
}
