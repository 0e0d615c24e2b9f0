package org.fleetdesk.core.search;

import org.fleetdesk.kube.discovery.ResourceType;

/** Tells which kinds a word names. */
final class KindWord {
	private static final int SHORTEST = 3;

	private KindWord() {
	}

	/** Whether a word is a kind's short name or the beginning of its name: "po", "pod", "pods", "deploy". */
	static boolean names(Word word, ResourceType type) {
		for (String abbreviation : type.shortNames()) {
			if (word.is(abbreviation)) {
				return true;
			}
		}
		boolean longEnough = word.text().length() >= SHORTEST;
		return word.is(type.plural()) || word.is(type.singular()) || word.is(type.qualifiedName())
				|| longEnough && (word.begins(type.plural()) || word.begins(type.kind()));
	}

	/** Whether a word names a kind in full. */
	static boolean is(Word word, ResourceType type) {
		return word.is(type.plural()) || word.is(type.singular()) || word.is(type.kind())
				|| word.is(type.qualifiedName()) || type.shortNames().stream().anyMatch(word::is);
	}
}
