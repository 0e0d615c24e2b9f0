package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.RowPlan;

/**
 * What the product knows of a kind: read from a file of a pack (docs/descriptors.md), and all that lists, pages, relations
 * and the command line know of it. Immutable.
 *
 * @param kind the kind
 * @param versions the versions that its paths fit, none for all
 * @param columns the columns of its lists; none for the server's own
 * @param bars columns that are drawn as a part of another: the name of the one, then of the whole
 * @param health how its objects do; none for the rules of every kind
 * @param relations what its objects hang together with
 * @param details the sections of an object's page
 * @param revisions where earlier versions are
 * @param capabilities what can be done with it beyond reading, editing and deleting: "scale", "logs", …
 * @param links the pages in the browser
 * @param pack the pack it came with
 */
public record Descriptor(KindKey kind, List<String> versions, List<RowPlan.Cell> columns, Map<String, String> bars,
		List<HealthRule> health, List<Relation> relations, List<DetailSection> details, Optional<Revisions> revisions,
		Set<String> capabilities, List<WebLink> links, String pack) {
	public Descriptor {
		Objects.requireNonNull(kind);
		versions = List.copyOf(versions);
		columns = List.copyOf(columns);
		bars = Map.copyOf(bars);
		health = List.copyOf(health);
		relations = List.copyOf(relations);
		details = List.copyOf(details);
		Objects.requireNonNull(revisions);
		capabilities = Set.copyOf(capabilities);
		links = List.copyOf(links);
		Objects.requireNonNull(pack);
	}

	/** Whether its paths fit a version of the kind. */
	public boolean fits(ResourceType type) {
		return kind.equals(KindKey.of(type)) && (versions.isEmpty() || versions.contains(type.version()));
	}
}
