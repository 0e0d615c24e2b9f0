package org.fleetdesk.core.revisions;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.kinds.Revisions;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.read.TreePath;

/** Finds the revisions of an object among the objects it owns. */
public final class RevisionHistory {
	private static final String CAUSE = "kubernetes.io/change-cause";
	/** How the controllers of Kubernetes tell apart the pods of revisions: no part of what somebody wrote. */
	private static final List<String> HASHES = List.of("pod-template-hash", "controller-revision-hash");
	private static final List<String> CONTAINERS = List.of("containers", "initContainers");
	private static final RowPlan SELECTOR = new RowPlan(List.of(
			new RowPlan.Cell(new Column("Selector", "string", false, ""), "selector", List.of("spec.selector"))));

	private RevisionHistory() {
	}

	/**
	 * Reads the revisions from a cluster, the newest first; none if it does not serve the kind that keeps them. Remote: blocks
	 * for one list, and throws what {@link Reader} does.
	 */
	public static List<Revision> read(JsonNode object, Revisions where, Catalogue catalogue, Reader reader)
			throws InterruptedException {
		Optional<ResourceType> type = where.kind().in(catalogue);
		if (type.isEmpty()) {
			return List.of();
		}
		Object selector = SELECTOR.read(object).cell(0);
		Scope scope = new Scope(type.get(), object.path("metadata").path("namespace").asText(),
				selector == null ? "" : selector.toString(), "");
		List<JsonNode> keepers = new ArrayList<>();
		ListOptions options = ListOptions.page(500);
		for (boolean more = true; more;) {
			Page page = reader.objects(scope, options, keepers::add);
			more = page.next().isPresent();
			options = options.after(page.next().orElse(""));
		}
		return of(object, keepers, where);
	}

	/**
	 * The revisions of an object, the newest first.
	 *
	 * @param keepers objects that keep revisions, those of others too
	 */
	public static List<Revision> of(JsonNode object, List<JsonNode> keepers, Revisions where) {
		String uid = object.path("metadata").path("uid").asText();
		List<JsonNode> own = keepers.stream().filter(keeper -> owned(keeper, uid))
				.sorted(Comparator.comparingLong((JsonNode keeper) -> number(keeper, where)).reversed()).toList();
		List<Revision> revisions = new ArrayList<>();
		for (JsonNode keeper : own) {
			JsonNode template = TreePath.parse(where.template()).in(keeper).stream().map(TreePath.Place::node)
					.findFirst().orElse(JsonNodeFactory.instance.objectNode());
			JsonNode metadata = keeper.path("metadata");
			revisions.add(new Revision(number(keeper, where), metadata.path("name").asText(),
					time(metadata.path("creationTimestamp").asText()),
					metadata.path("annotations").path(CAUSE).asText(), images(template), revisions.isEmpty(),
					at(where.in(), written(template))));
		}
		return List.copyOf(revisions);
	}

	private static boolean owned(JsonNode keeper, String uid) {
		for (JsonNode owner : keeper.path("metadata").path("ownerReferences")) {
			if (owner.path("uid").asText().equals(uid) && owner.path("controller").asBoolean()) {
				return true;
			}
		}
		return false;
	}

	private static long number(JsonNode keeper, Revisions where) {
		return TreePath.parse(where.number()).in(keeper).stream().mapToLong(place -> place.node().asLong()).findFirst()
				.orElse(0);
	}

	/** What was kept without what controllers put to it. */
	private static JsonNode written(JsonNode template) {
		JsonNode copy = template.deepCopy();
		if (copy instanceof ObjectNode map) {
			map.remove("$patch"); // a ControllerRevision keeps a patch
			if (map.path("metadata").path("labels") instanceof ObjectNode labels) {
				labels.remove(HASHES);
			}
		}
		return copy;
	}

	private static JsonNode at(String path, JsonNode kept) {
		JsonNode node = kept;
		String[] names = path.split("\\.");
		for (int i = names.length - 1; i >= 0; i--) {
			node = JsonNodeFactory.instance.objectNode().set(names[i], node);
		}
		return node;
	}

	private static List<String> images(JsonNode template) {
		Set<String> images = new LinkedHashSet<>();
		for (String containers : CONTAINERS) {
			template.findValues(containers).forEach(list -> list.forEach(container -> {
				if (container.path("image").isTextual()) {
					images.add(container.path("image").textValue());
				}
			}));
		}
		return List.copyOf(images);
	}

	private static Optional<Instant> time(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
		} catch (DateTimeParseException e) {
			return Optional.empty(); // not known
		}
	}
}
