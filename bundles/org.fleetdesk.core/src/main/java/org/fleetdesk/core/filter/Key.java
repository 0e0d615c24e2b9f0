package org.fleetdesk.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of the language that is more than a heading. */
enum Key {
	NAMESPACE("ns", "namespace"), CLUSTER("cluster"), KIND("kind"), NAME("name"), NODE("node"), STATUS("status"), IMAGE(
			"image", "images"), IP("ip"), LABEL("label", "labels"), OWNER("owner");

	private final List<String> words;

	Key(String... words) {
		this.words = List.of(words);
	}

	/** What people write. */
	String word() {
		return words.getFirst();
	}

	/** The key of a word. */
	static Optional<Key> of(String word) {
		String plain = Heading.plain(word);
		for (Key key : values()) {
			if (key.words.contains(plain)) {
				return Optional.of(key);
			}
		}
		return Optional.empty();
	}

	/** The headings whose cells it looks at; none for those that rows know without. */
	List<Integer> columns(List<Heading> headings) {
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < headings.size(); i++) {
			String plain = Heading.plain(headings.get(i).name());
			boolean here = switch (this) {
				case NODE -> plain.equals("node") || plain.equals("nodename");
				case STATUS -> plain.equals("status") || plain.equals("phase") || plain.equals("state");
				case IMAGE -> plain.equals("image") || plain.equals("images");
				case IP -> plain.endsWith("ip") || plain.endsWith("ips") || plain.equals("endpoints")
						|| plain.equals("address") || plain.equals("addresses");
				default -> false;
			};
			if (here) {
				found.add(i);
			}
		}
		if (this == STATUS && found.isEmpty()) { // custom resources show their Ready condition
			for (int i = 0; i < headings.size(); i++) {
				if (Heading.plain(headings.get(i).name()).equals("ready")) {
					found.add(i);
				}
			}
		}
		return found;
	}
}
