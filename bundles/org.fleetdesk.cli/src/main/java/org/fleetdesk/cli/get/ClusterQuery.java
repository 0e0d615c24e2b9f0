package org.fleetdesk.cli.get;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.jspecify.annotations.Nullable;

/** Asks one cluster a query. Blocks; for one thread. */
final class ClusterQuery {
	private final Target target;
	private final Query query;

	ClusterQuery(Target target, Query query) {
		this.target = target;
		this.query = query;
	}

	Target target() {
		return target;
	}

	/** What the query means on this cluster; a {@link Failure} for a type it does not have. */
	List<Part> parts() throws InterruptedException {
		if (query.wanted().items().stream().allMatch(item -> BuiltIn.find(item.type()).isPresent())) {
			return query.wanted().items().stream().map(i -> part(BuiltIn.find(i.type()).orElseThrow(), i.name()))
					.toList();
		}
		Catalogue catalogue = target.catalogue();
		return query.wanted().items().stream()
				.flatMap(item -> types(catalogue, item).map(type -> part(type, item.name()))).toList();
	}

	private static Stream<ResourceType> types(Catalogue catalogue, Wanted.Item item) {
		if (item.name().isEmpty()) {
			List<ResourceType> category = catalogue.preferred().stream()
					.filter(t -> t.categories().contains(item.type()) && t.verbs().contains("list")).toList();
			if (!category.isEmpty()) {
				return category.stream();
			}
		}
		return Stream.of(catalogue.find(item.type()).orElseThrow(() -> Failure.of("type.unknown", item.type())));
	}

	private Part part(ResourceType type, Optional<String> name) {
		String namespace = query.everywhere() ? "" : query.namespace().orElseGet(target::defaultNamespace);
		return name.isPresent()
				? new Part(new Scope(type, namespace, "", ""), name)
				: new Part(new Scope(type, namespace, query.labels(), query.fields()), name);
	}

	/** The rows of a part. */
	Sheet rows(Part part) throws InterruptedException {
		Sheet sheet = new Sheet(target, part.type());
		try {
			pages(options -> target.reader().list(part.list(), options, sheet));
		} catch (KubeException.Forbidden e) {
			if (part.name().isEmpty()) {
				throw e;
			}
			return nameAndAge(part, sheet); // may get what it may not list
		}
		return sheet;
	}

	private Sheet nameAndAge(Part part, Sheet sheet) throws InterruptedException {
		JsonNode metadata = target.reader().get(part.key()).path("metadata");
		sheet.columns(List.of(new Column("Name", "string", false, ""), new Column("Age", "date", false, "")));
		String name = metadata.path("name").asText();
		sheet.row(new Row(metadata.path("uid").asText(), metadata.path("namespace").asText(), name,
				metadata.path("resourceVersion").asText(), millis(metadata.path("creationTimestamp").asText()),
				new @Nullable Object[]{name, null}));
		return sheet;
	}

	private static long millis(String time) {
		try {
			return Instant.parse(time).toEpochMilli();
		} catch (DateTimeParseException e) {
			return Row.NO_TIME;
		}
	}

	/** The whole objects of a part, each with its version and kind, as they come; with a filter, after a list of its rows. */
	void objects(Part part, Consumer<JsonNode> sink) throws InterruptedException {
		if (!query.filter().all()) {
			Set<String> passing = query.filter().passing(rows(part));
			unfiltered(part, object -> {
				if (passing.contains(place(object))) {
					sink.accept(object);
				}
			});
		} else {
			unfiltered(part, sink);
		}
	}

	private static String place(JsonNode object) {
		JsonNode metadata = object.path("metadata");
		return metadata.path("namespace").asText() + "/" + metadata.path("name").asText();
	}

	private void unfiltered(Part part, Consumer<JsonNode> sink) throws InterruptedException {
		if (part.name().isPresent()) {
			sink.accept(complete(part, target.reader().get(part.key())));
		} else {
			pages(options -> target.reader().objects(part.scope(), options, o -> sink.accept(complete(part, o))));
		}
	}

	/** Objects in the list of a built-in type do not say what they are. */
	private static JsonNode complete(Part part, JsonNode object) {
		if (object instanceof ObjectNode node && !node.has("kind")) {
			node.put("apiVersion", part.type().apiVersion());
			node.put("kind", part.type().kind());
		}
		return object;
	}

	/** One request for one page. */
	@FunctionalInterface
	interface Request {
		Page page(ListOptions options) throws InterruptedException;
	}

	private void pages(Request request) throws InterruptedException {
		ListOptions options = ListOptions.page(query.chunk());
		Page page = request.page(options);
		while (page.next().isPresent()) {
			page = request.page(options.after(page.next().get()));
		}
	}
}
