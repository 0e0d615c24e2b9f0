package org.fleetdesk.cli.change;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.operation.Clash;

/** Says who holds which fields, and how to go on. */
final class Clashes {
	private Clashes() {
	}

	static String sentence(String object, List<Clash> clashes) {
		return sentence("conflict", object, clashes);
	}

	/** The same in the words of a message with places for the object and for the fields. */
	static String sentence(String key, String object, List<Clash> clashes) {
		String fields = clashes.stream()
				.collect(Collectors.groupingBy(Clash::manager, TreeMap::new,
						Collectors.mapping(clash -> clash.field().toString(), Collectors.joining(", "))))
				.entrySet().stream().map(e -> Texts.text("conflict.manager", e.getKey(), e.getValue()))
				.collect(Collectors.joining("; "));
		return Texts.text(key, object, fields);
	}
}
