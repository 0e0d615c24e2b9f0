package org.fleetdesk.kube.internal.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps what was taken of an element of a list, or of an entry of a map, only if one of its texts is as wanted. For one thread. */
final class Filter {

	private static final int MOST_KNOWN = 1_000;
	private static final String ANY = "*";

	private final Slot tested;
	private final Predicate<String> wanted;
	private Slot[] slots = {};
	private int[] marks = {};

	private Filter(Slot tested, Predicate<String> wanted) {
		this.tested = tested;
		this.wanted = wanted;
	}

	/** Lets pass where the text is this one; with a "*" in it where it matches. */
	static Filter like(Slot tested, String value) {
		return value.contains(ANY) ? globs(tested, value) : new Filter(tested, value::equals);
	}

	/** Whether a text is this one; with a "*" in it whether it matches. */
	static boolean like(String text, String value) {
		return value.contains(ANY) ? pattern(value).matcher(text).matches() : value.equals(text);
	}

	/** Lets pass where the text matches one of these, with commas between them and "*" standing for anything. */
	static Filter globs(Slot tested, String globs) {
		Pattern pattern = pattern(globs);
		Map<String, Boolean> known = new HashMap<>();
		return new Filter(tested, text -> {
			if (known.size() > MOST_KNOWN) {
				known.clear();
			}
			return known.computeIfAbsent(text, t -> pattern.matcher(t).matches());
		});
	}

	/** What matches one of these, with commas between them and "*" standing for anything. */
	static Pattern pattern(String globs) {
		return Pattern.compile(Arrays.stream(globs.split(","))
				.map(glob -> Pattern.quote(glob).replace(ANY, "\\E.*\\Q")).collect(Collectors.joining("|")),
				Pattern.DOTALL);
	}

	/** One more slot whose values it keeps or drops. */
	void add(Slot slot) {
		slots = Arrays.copyOf(slots, slots.length + 1);
		slots[slots.length - 1] = slot;
		marks = new int[slots.length];
	}

	/** The element begins. */
	void begin() {
		for (int i = 0; i < slots.length; i++) {
			marks[i] = slots[i].count();
		}
	}

	/** The element ends; all its slots hold their place. */
	void end() {
		if (!wanted.test(tested.text(tested.count() - 1))) {
			for (int i = 0; i < slots.length; i++) {
				slots[i].back(marks[i]);
			}
		}
	}
}
