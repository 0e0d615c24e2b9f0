package org.fleetdesk.core.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.relations.RelationGraph.Node;

/**
 * Words, each of which must occur in kind, name, namespace, state or health of an object, whatever their case. Immutable.
 *
 * @param all the words, in small letters; none fit all
 */
record Words(List<String> all) {
	static Words of(String text) {
		return new Words(Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty())
				.toList());
	}

	boolean fit(Node node) {
		String text = String.join("\n", node.type(), node.id().kind().toString(), node.id().namespace(),
				node.id().name(), node.state(), Folding.health(node).map(Health::word).orElse(""))
				.toLowerCase(Locale.ROOT);
		return all.stream().allMatch(text::contains);
	}
}
