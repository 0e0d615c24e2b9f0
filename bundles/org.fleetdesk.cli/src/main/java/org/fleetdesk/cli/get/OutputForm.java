package org.fleetdesk.cli.get;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;

/** The values of {@code -o}. */
enum OutputForm {
	/** The columns for everybody. */
	TABLE,
	/** All columns. */
	WIDE,
	/** Type and name. */
	NAME,
	/** All columns as comma-separated values. */
	CSV,
	/** Whole objects. */
	JSON,
	/** Whole objects. */
	YAML;

	static OutputForm of(String word) {
		return word.isEmpty()
				? TABLE
				: Stream.of(values()).filter(f -> f != TABLE && f.word().equals(word)).findFirst()
						.orElseThrow(() -> Failure.of("output.unknown", word, Stream.of(values())
								.filter(f -> f != TABLE).map(OutputForm::word).sorted()
								.collect(Collectors.joining(","))));
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean wholeObjects() {
		return this == JSON || this == YAML;
	}
}
