package org.fleetdesk.core.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.core.details.Details.Section;
import org.fleetdesk.core.kinds.DetailSection;
import org.fleetdesk.core.live.CellText;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.TreePath;
import org.fleetdesk.kube.read.TreePath.Place;

/**
 * Reads a section of a descriptor from an object. An element of a list that is no map is read as {@code value}; the key of a
 * map's entry as {@code key}, if the entry has no such field.
 */
final class FieldValues {
	/** The words whose values are names one by one. */
	private static final Set<String> NAMES = Set.of("first", "trimmed", "join", "joinUnique");

	private final DetailSection section;
	private final RowPlan plan;
	private final Links links;
	private final UnaryOperator<String> words;

	FieldValues(DetailSection section, Links links, UnaryOperator<String> words) {
		this.section = section;
		this.plan = new RowPlan(section.fields().stream().map(DetailSection.Field::cell).toList());
		this.links = links;
		this.words = words;
	}

	/** The section of an object; empty if it has nothing of it. */
	Optional<Section> of(JsonNode object) {
		String title = words.apply(section.title());
		if (section.each().isEmpty()) {
			List<Value> values = values(object, "").stream().filter(value -> !value.isEmpty()).toList();
			return values.isEmpty() ? Optional.empty() : Optional.of(new Details.Values(title, values));
		}
		List<List<Value>> rows = TreePath.parse(section.each()).in(object).stream()
				.map(place -> values(element(place), place.path())).toList();
		return table(title, plan.columns().stream().map(c -> words.apply(c.name())).toList(), rows);
	}

	/** A table without the columns and rows that say nothing; empty if nothing is left. */
	static Optional<Section> table(String title, List<String> columns, List<List<Value>> rows) {
		List<List<Value>> said = rows.stream().filter(row -> row.stream().anyMatch(v -> !v.isEmpty())).toList();
		int[] used = IntStream.range(0, columns.size())
				.filter(i -> said.stream().anyMatch(row -> !row.get(i).isEmpty())).toArray();
		return said.isEmpty()
				? Optional.empty()
				: Optional.of(new Details.Table(title, IntStream.of(used).mapToObj(columns::get).toList(),
						said.stream().map(row -> IntStream.of(used).mapToObj(row::get).toList()).toList()));
	}

	private static JsonNode element(Place place) {
		if (place.node() instanceof ObjectNode map && (place.key().isEmpty() || map.has("key"))) {
			return map;
		}
		ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
		if (!place.key().isEmpty()) {
			wrapped.put("key", place.key());
		}
		if (place.node() instanceof ObjectNode map) {
			wrapped.setAll(map);
		} else {
			wrapped.set("value", place.node());
		}
		return wrapped;
	}

	private List<Value> values(JsonNode tree, String at) {
		Row row = plan.read(tree);
		List<Value> values = new ArrayList<>();
		for (int i = 0; i < section.fields().size(); i++) {
			values.add(value(section.fields().get(i), row.cell(i), tree, at));
		}
		return values;
	}

	private Value value(DetailSection.Field field, @Nullable Object cell, JsonNode tree, String at) {
		RowPlan.Cell said = field.cell();
		List<Place> places = said.paths().stream().flatMap(path -> TreePath.parse(path).in(tree).stream()).toList();
		String name = words.apply(said.column().name());
		String path = places.size() == 1 ? path(at, places.getFirst().path()) : "";
		Object shown = CellText.dated(cell, said.column().type());
		if (shown == null || shown.equals("") || places.isEmpty() && !said.paths().isEmpty()) {
			return new Value(name, path, List.of());
		}
		List<Value.Piece> named = linked(field, tree);
		return new Value(name, path, named.isEmpty()
				? List.of(new Value.Piece(shown, said.column().type(), page(shown)))
				: named);
	}

	private static String path(String at, String below) {
		return at.isEmpty() ? below : below.equals("value") || below.equals("key") ? at : at + "." + below;
	}

	static Optional<Link> page(Object cell) {
		return cell instanceof String text ? WebLinks.page(text).map(Link.ToPage::new) : Optional.empty();
	}

	/** The names of a field that links, one by one; none if they cannot be told apart, or none can be gone to. */
	private List<Value.Piece> linked(DetailSection.Field field, JsonNode tree) {
		String word = field.cell().reduce().split(" ", 2)[0];
		if (field.link().isEmpty() || !NAMES.contains(word)) {
			return List.of();
		}
		List<Value.Piece> pieces = new ArrayList<>();
		for (String path : field.cell().paths()) {
			for (Map.Entry<String, String> name : names(path, tree)) {
				pieces.add(new Value.Piece(name.getKey(), "string",
						links.named(field.link().get(), name.getKey(), name.getValue())));
			}
		}
		List<Value.Piece> distinct = pieces.stream().distinct().toList();
		return word.startsWith("join") || distinct.size() < 2 ? distinct : List.of(distinct.getFirst());
	}

	/** The names at a path, each with the namespace that stands beside it, or empty. */
	private static List<Map.Entry<String, String>> names(String path, JsonNode tree) {
		int last = path.endsWith(".name") ? path.length() - ".name".length() : -1;
		List<Place> places = TreePath.parse(last < 0 ? path : path.substring(0, last)).in(tree);
		return places.stream()
				.map(place -> last < 0
						? Map.entry(place.node().asText(), "")
						: Map.entry(place.node().path("name").asText(), place.node().path("namespace").asText()))
				.filter(name -> !name.getKey().isEmpty()).toList();
	}
}
