package org.fleetdesk.demo.internal.simulation;

import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The templates that StatefulSets and DaemonSets have had, as ControllerRevisions: the present one has the greatest number. */
final class History {
	private static final String REVISIONS = "apps/controllerrevisions";

	private History() {
	}

	/** Keeps the template of a set under a name. */
	static void remember(World world, ObjectNode set, String name) {
		List<ObjectNode> known = world.owned(REVISIONS, set);
		int newest = known.stream().mapToInt(revision -> Trees.number(revision, "revision", 0)).max().orElse(0);
		ObjectNode own = known.stream().filter(revision -> Trees.name(revision).equals(name)).findFirst().orElse(null);
		if (own != null) {
			if (Trees.number(own, "revision", 0) < newest) {
				world.update(Key.of(REVISIONS, own), each -> each.put("revision", newest + 1));
			}
			return;
		}
		if (world.get(REVISIONS, Trees.namespace(set), name).isPresent()) {
			return; // of a set of this name that is going
		}
		ObjectNode revision = World.child(set, "apps/v1", "ControllerRevision", name);
		((ObjectNode) revision.get("metadata")).set("labels", Trees.at(set, "spec.selector.matchLabels").deepCopy());
		revision.putObject("data").putObject("spec").set("template", Trees.at(set, "spec.template"));
		world.create(revision.put("revision", newest + 1));
	}
}
