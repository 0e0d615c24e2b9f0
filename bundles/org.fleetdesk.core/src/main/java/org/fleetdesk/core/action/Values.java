package org.fleetdesk.core.action;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.core.internal.Texts;

/** What an action was told, each value of its argument's type. Immutable. */
public final class Values {
	private static final Pattern QUANTITY = Pattern
			.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+|[KMGTPE]i|[numkMGTPE])?");
	private static final Pattern DURATION = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s?)?");
	private final Map<String, List<String>> given;

	private Values(Map<String, List<String>> given) {
		this.given = given;
	}

	/** Nothing is told but what goes without saying. */
	public static Values of(Action action) {
		return of(action, Map.of());
	}

	/**
	 * What is told to an action, by the names of its arguments; several texts for those that can be several.
	 *
	 * @throws BadArgument if one is not of its type, not known, or missing
	 */
	public static Values of(Action action, Map<String, List<String>> told) {
		Map<String, List<String>> all = new LinkedHashMap<>();
		told.keySet().stream().filter(name -> action.arguments().stream().noneMatch(a -> a.name().equals(name)))
				.findFirst().ifPresent(name -> {
					throw new BadArgument(name, Texts.text("argument.unknown", action.title(), name));
				});
		for (Argument argument : action.arguments()) {
			List<String> texts = told.getOrDefault(argument.name(), List.of()).stream()
					.filter(text -> !text.isEmpty()).toList();
			if (texts.isEmpty() && argument.required()) {
				throw new BadArgument(argument.name(), Texts.text("argument.missing", argument.title()));
			}
			if (texts.size() > 1 && !argument.type().many()) {
				throw new BadArgument(argument.name(), Texts.text("argument.several", argument.title()));
			}
			texts.forEach(text -> check(argument, text));
			all.put(argument.name(), texts.isEmpty() && !argument.fallback().isEmpty()
					? List.of(argument.fallback())
					: texts);
		}
		return new Values(all);
	}

	private static void check(Argument argument, String text) {
		boolean right = switch (argument.type()) {
			case TEXT, LIST -> text.lines().count() == 1;
			case COUNT -> text.matches("\\d{1,9}");
			case FLAG -> text.equals("true") || text.equals("false");
			case QUANTITY -> QUANTITY.matcher(text).matches();
			case DURATION -> DURATION.matcher(text).matches();
			case CHOICE -> argument.choices().contains(text);
			case PAIRS -> text.indexOf('=') > 0;
			case CHANGES -> text.indexOf('=') > 0 || text.endsWith("-") && text.length() > 1;
		};
		if (!right) {
			String key = switch (argument.type()) {
				case TEXT, LIST -> "argument.lines";
				case COUNT -> "argument.count";
				case FLAG -> "argument.flag";
				case QUANTITY -> "argument.quantity";
				case DURATION -> "argument.duration";
				case CHOICE -> "argument.choice";
				case PAIRS -> "argument.pairs";
				case CHANGES -> "argument.changes";
			};
			throw new BadArgument(argument.name(),
					Texts.text(key, argument.title(), text, String.join(", ", argument.choices())));
		}
	}

	/** All texts of an argument. */
	List<String> all(String argument) {
		return given.getOrDefault(argument, List.of());
	}

	/** The one text of an argument, or an empty one. */
	String text(String argument) {
		return all(argument).stream().findFirst().orElse("");
	}

	boolean has(String argument) {
		return !all(argument).isEmpty();
	}

	int count(String argument) {
		return Integer.parseInt(text(argument));
	}

	boolean flag(String argument) {
		return text(argument).equals("true");
	}

	/** No time at all is none. */
	Optional<Duration> duration(String argument) {
		Matcher parts = DURATION.matcher(text(argument));
		if (!parts.matches()) {
			return Optional.empty();
		}
		Duration time = Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2)))
				.plusSeconds(number(parts.group(3)));
		return Optional.of(time).filter(t -> !t.isZero());
	}

	private static long number(String digits) {
		return digits == null ? 0 : Long.parseLong(digits);
	}

	/** "key=value" and "key-" by their keys, what shall go without a value. */
	Map<String, Optional<String>> changes(String argument) {
		Map<String, Optional<String>> changes = new LinkedHashMap<>();
		for (String text : all(argument)) {
			int equals = text.indexOf('=');
			changes.put(equals < 0 ? text.substring(0, text.length() - 1) : text.substring(0, equals),
					equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
		}
		return changes;
	}

	/** "key=value" by their keys. */
	Map<String, String> pairs(String argument) {
		Map<String, String> pairs = new LinkedHashMap<>();
		changes(argument).forEach((key, value) -> value.ifPresent(v -> pairs.put(key, v)));
		return pairs;
	}
}
