package org.fleetdesk.cli.get;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Join;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;
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

	/** The rows of a part, as they are shown if no columns are named. */
	Sheet rows(Part part) throws InterruptedException {
		return rows(part, query.columns().plans());
	}

	/** The same by these plans. */
	Sheet rows(Part part, RowPlans plans) throws InterruptedException {
		Sheet sheet = new Sheet(target, part.type());
		try {
			pages(options -> target.reader(plans).list(part.list(), options, sheet));
		} catch (KubeException.Forbidden e) {
			if (part.name().isEmpty()) {
				throw e;
			}
			return alone(part, sheet, plans); // may get what it may not list
		}
		Optional<RowPlan> plan = plans.of(part.type());
		return plan.isPresent() ? completed(part, sheet, plan.get()) : sheet;
	}

	/** With cells from lists of other kinds, where somebody asks for these columns. */
	private Sheet completed(Part part, Sheet sheet, RowPlan plan) throws InterruptedException {
		Map<String, Completed.Other> joined = new HashMap<>();
		Map<KindKey, Optional<Sheet>> others = new HashMap<>();
		for (Map.Entry<String, Join> each : Join.of(plan.cells()).entrySet()) {
			Join join = each.getValue();
			if (query.columns().names(each.getKey()) || query.filter().asks(each.getKey())) {
				if (!others.containsKey(join.kind())) {
					others.put(join.kind(), other(part, join.kind()));
				}
				others.get(join.kind()).ifPresent(o -> joined.put(each.getKey(), new Completed.Other(o, join)));
			}
		}
		return joined.isEmpty()
				? Completed.of(sheet, query.columns().now())
				: Completed.of(sheet, joined, query.columns().now());
	}

	/** The list of another kind in the same place; nothing, which is said, if it cannot be had. */
	private Optional<Sheet> other(Part part, KindKey kind) throws InterruptedException {
		Optional<ResourceType> type = kind.in(target.catalogue()).filter(t -> t.verbs().contains("list"));
		if (type.isEmpty()) {
			query.columns().without(Texts.text("columns.unserved", target.name(), kind));
			return Optional.empty();
		}
		Sheet other = new Sheet(target, type.get());
		String namespace = type.get().namespaced() ? part.scope().namespace() : "";
		Scope scope = new Scope(type.get(), namespace, part.scope().labels(), "");
		try {
			pages(options -> target.reader(query.columns().described()).list(scope, options, other));
			return Optional.of(other);
		} catch (KubeException e) {
			query.columns().without(String.valueOf(e.getMessage()));
			return Optional.empty();
		}
	}

	/** The rows of a part that pass the filter, which may ask for more than is shown. */
	Sheet passing(Part part, Sheet rows) throws InterruptedException {
		RowPlans all = query.columns().described();
		if (query.filter().answeredBy(rows) || all.of(part.type()).isEmpty()) {
			return query.filter().of(rows);
		}
		return query.filter().of(rows, rows(part, all));
	}

	private Sheet alone(Part part, Sheet sheet, RowPlans plans) throws InterruptedException {
		JsonNode object = target.reader().get(part.key());
		Optional<RowPlan> plan = plans.of(part.type());
		if (plan.isPresent()) {
			sheet.columns(plan.get().columns());
			sheet.row(plan.get().read(object));
			return sheet;
		}
		JsonNode metadata = object.path("metadata");
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
			Set<String> passing = RowFilter.places(passing(part, rows(part)));
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
