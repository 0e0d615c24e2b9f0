package org.fleetdesk.core.action;

import java.util.List;
import java.util.Objects;

/**
 * Something an action has to be told.
 *
 * @param name its word: "replicas"; an option of the command line
 * @param type what it is
 * @param required whether it must be given
 * @param fallback what it is if it is not given; may be empty
 * @param path where what it is at present stands in an object ("spec.replicas"), or empty
 * @param choices what it may be, of a CHOICE
 * @param key the key of its text
 */
public record Argument(String name, Type type, boolean required, String fallback, String path, List<String> choices,
		String key) {

	/** What an argument is. */
	public enum Type {
		/** One line of text. */
		TEXT,
		/** A whole number from 0. */
		COUNT,
		/** Yes or no: "true", "false". */
		FLAG,
		/** "500m", "10Gi". */
		QUANTITY,
		/** "90s", "5m", "1h30m"; "0" for none. */
		DURATION,
		/** One of its choices. */
		CHOICE,
		/** A list of texts. */
		LIST,
		/** A list of "key=value". */
		PAIRS,
		/** A list of "key=value", or "key-" to take the key away. */
		CHANGES;

		/** Whether there can be several. */
		public boolean many() {
			return this == LIST || this == PAIRS || this == CHANGES;
		}
	}

	public Argument {
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
		Objects.requireNonNull(fallback);
		Objects.requireNonNull(path);
		choices = List.copyOf(choices);
		Objects.requireNonNull(key);
	}

	/** An argument that may be left away; its name is the last part of its text's key. */
	static Argument of(String key, Type type) {
		return new Argument(key.substring(key.indexOf('.') + 1), type, false, type == Type.FLAG ? "false" : "", "",
				List.of(), key);
	}

	Argument needed() {
		return new Argument(name, type, true, fallback, path, choices, key);
	}

	Argument otherwise(String value) {
		return new Argument(name, type, required, value, path, choices, key);
	}

	/** The same, beginning with what stands at a path of the object. */
	Argument from(String present) {
		return new Argument(name, type, required, fallback, present, choices, key);
	}

	Argument among(String... words) {
		return new Argument(name, Type.CHOICE, required, fallback, path, List.of(words), key);
	}

	/** What it is called: "Replicas". */
	public String title() {
		return Titles.title(key);
	}

	/** A sentence on it. */
	public String description() {
		return Titles.description(key);
	}
}
