package org.fleetdesk.core.filter;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of the language that is more than a heading. */
enum Key {
	/** The namespace. */
	NAMESPACE("filter.key.ns", "ns", "namespace"),
	/** The cluster's name. */
	CLUSTER("filter.key.cluster", "cluster"),
	/** The kind or its plural. */
	KIND("filter.key.kind", "kind"),
	/** The name. */
	NAME("filter.key.name", "name"),
	/** The node. */
	NODE("filter.key.node", "node"),
	/** Status, phase or state. */
	STATUS("filter.key.status", "status"),
	/** How it does. */
	HEALTH("filter.key.health", "health"),
	/** The images. */
	IMAGE("filter.key.image", "image", "images"),
	/** The addresses. */
	IP("filter.key.ip", "ip"),
	/** The labels. */
	LABEL("filter.key.label", "label", "labels"),
	/** The controlling owner. */
	OWNER("filter.key.owner", "owner");

	private final String message;
	private final List<String> words;

	Key(String message, String... words) {
		this.message = message;
		this.words = List.of(words);
	}

	/** What it looks at, for people. */
	String meaning() {
		return text(message);
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
				case HEALTH -> plain.equals("health"); // clusters of storage have one of their own
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
