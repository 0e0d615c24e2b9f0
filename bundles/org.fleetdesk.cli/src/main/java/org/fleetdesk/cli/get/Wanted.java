package org.fleetdesk.cli.get;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;

/**
 * What the arguments of {@code get} ask for, read as kubectl reads them: "po,svc", "pod a b", "deploy/a svc/b".
 *
 * @param items types, or types with a name, in the order given
 * @param single whether exactly one object was asked for by name
 */
public record Wanted(List<Item> items, boolean single) {

	/**
	 * One type or one object.
	 *
	 * @param type the user's word for the type
	 * @param name the object's name, if one object is meant
	 */
	public record Item(String type, Optional<String> name) {
	}

	/** Reads arguments; a {@link Failure} if they ask for nothing. */
	public static Wanted of(List<String> arguments) {
		if (arguments.isEmpty()) {
			throw Failure.plain(Texts.text("get.nothing"));
		}
		List<String> types = split(arguments.getFirst());
		List<String> names = arguments.subList(1, arguments.size());
		long slashes = arguments.stream().filter(a -> a.contains("/")).count();
		if (slashes == arguments.size()) {
			List<Item> items = arguments.stream().map(Wanted::pair).toList();
			return new Wanted(items, items.size() == 1);
		} else if (slashes > 0) {
			throw Failure.of("get.mixed");
		} else if (names.isEmpty()) {
			return new Wanted(types.stream().map(type -> new Item(type, Optional.empty())).toList(), false);
		}
		List<Item> items = types.stream().flatMap(type -> names.stream().map(n -> new Item(type, Optional.of(n))))
				.toList();
		return new Wanted(items, items.size() == 1);
	}

	private static List<String> split(String types) {
		List<String> all = Stream.of(types.split(",", -1)).toList();
		if (all.contains("")) {
			throw Failure.of("get.empty.type", types);
		}
		return all;
	}

	private static Item pair(String argument) {
		String[] parts = argument.split("/", -1);
		if (parts.length != 2) {
			throw Failure.of("get.slashes");
		}
		if (parts[0].isEmpty() || parts[1].isEmpty() || parts[0].contains(",")) {
			throw Failure.of("get.pair");
		}
		return new Item(parts[0], Optional.of(parts[1]));
	}

	/** Whether an object is named. */
	public boolean named() {
		return items.stream().anyMatch(item -> item.name().isPresent());
	}
}
