package org.fleetdesk.core.kinds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.Range;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.kube.read.RowPlan;

/**
 * A map in a file of a pack: gives the values that are asked for, and tells what is wrong with them at their place. What is
 * wrong is given as if it were not there. For one thread.
 */
final class Fields {
	private final String file;
	private final Document document;
	private final JsonNode map;
	private final FieldPath path;
	private final Consumer<PackProblem> problems;
	private final Set<String> known = new HashSet<>();

	private Fields(String file, Document document, JsonNode map, FieldPath path, Consumer<PackProblem> problems) {
		this.file = file;
		this.document = document;
		this.map = map;
		this.path = path;
		this.problems = problems;
	}

	/** The map that a file is; none if it is another thing. */
	static Optional<Fields> of(String file, String text, Consumer<PackProblem> problems) {
		Documents documents = Documents.values(text);
		documents.problems().forEach(p -> problems.accept(problem(file, p.range(), p.message())));
		if (!documents.problems().isEmpty()) {
			return Optional.empty();
		}
		if (documents.documents().size() != 1 || documents.documents().getFirst().tree().isEmpty()) {
			Range where = documents.documents().isEmpty()
					? new Range(0, 0, 1, 1)
					: documents.documents().getLast().range();
			problems.accept(problem(file, where, Texts.text("pack.map")));
			return Optional.empty();
		}
		Document document = documents.documents().getFirst();
		return document.tree().map(tree -> new Fields(file, document, tree, FieldPath.ROOT, problems));
	}

	private static PackProblem problem(String file, Range where, String sentence) {
		return new PackProblem(file, where.line(), where.column(), sentence);
	}

	/** Tells what is wrong with the map itself. */
	void wrong(String key, Object... places) {
		problems.accept(problem(file, document.position(path), Texts.text(key, places)));
	}

	/** Tells what is wrong with one of its values. */
	void wrongAt(String field, String key, Object... places) {
		problems.accept(problem(file, document.position(path.with(field)), Texts.text(key, places)));
	}

	/** The same in a sentence. */
	void saidAt(String field, String sentence) {
		problems.accept(problem(file, document.position(path.with(field)), sentence));
	}

	/** Whether it has a value; that one is asked for may be said by this alone. */
	boolean has(String field) {
		known.add(field);
		return map.has(field);
	}

	/** A text. */
	Optional<String> text(String field) {
		if (!has(field)) {
			return Optional.empty();
		}
		return text(map.path(field), path.with(field), field);
	}

	private Optional<String> text(JsonNode value, FieldPath where, String field) {
		if (!value.isTextual() || value.textValue().isBlank()) {
			problems.accept(problem(file, document.position(where), Texts.text("pack.text", field)));
			return Optional.empty();
		}
		return Optional.of(value.textValue());
	}

	/** A text without which the map is of no use; empty if it is wrong. */
	String needed(String field) {
		if (!has(field)) {
			wrong("pack.missing", field);
		}
		return text(field).orElse("");
	}

	/** Texts. */
	List<String> texts(String field) {
		List<String> texts = new ArrayList<>();
		if (has(field) && list(field)) {
			JsonNode list = map.path(field);
			for (int i = 0; i < list.size(); i++) {
				text(list.get(i), path.with(field).with(i), field).ifPresent(texts::add);
			}
		}
		return texts;
	}

	private boolean list(String field) {
		boolean list = map.path(field).isArray() && !map.path(field).isEmpty();
		if (!list) {
			wrongAt(field, "pack.list", field);
		}
		return list;
	}

	/** A truth value. */
	boolean truth(String field) {
		if (!has(field)) {
			return false;
		}
		if (!map.path(field).isBoolean()) {
			wrongAt(field, "pack.truth", field);
		}
		return map.path(field).asBoolean();
	}

	/** A path in objects. */
	Optional<String> path(String field) {
		Optional<String> found = text(field);
		found.ifPresent(p -> checked(field, p));
		return found;
	}

	/** Paths in objects. */
	List<String> paths(String field) {
		List<String> found = texts(field);
		found.forEach(p -> checked(field, p));
		return found;
	}

	/** A path in objects without which the map is of no use. */
	String neededPath(String field) {
		String found = needed(field);
		if (!found.isEmpty()) {
			checked(field, found);
		}
		return found;
	}

	private void checked(String field, String found) {
		try {
			RowPlan.checkPath(found);
		} catch (IllegalArgumentException e) {
			wrongAt(field, "pack.path", e.getMessage());
		}
	}

	/** One of some words. */
	<E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
		String said = needed(field);
		if (said.isEmpty()) {
			return Optional.empty();
		}
		Set<String> all = new TreeSet<>();
		for (E each : words.getEnumConstants()) {
			if (each.name().toLowerCase(Locale.ROOT).equals(said)) {
				return Optional.of(each);
			}
			all.add(each.name().toLowerCase(Locale.ROOT));
		}
		wrongAt(field, "pack.word", said, String.join(", ", all));
		return Optional.empty();
	}

	/** Maps in a list. */
	List<Fields> maps(String field) {
		List<Fields> maps = new ArrayList<>();
		if (has(field) && list(field)) {
			JsonNode list = map.path(field);
			for (int i = 0; i < list.size(); i++) {
				below(list.get(i), path.with(field).with(i), field).ifPresent(maps::add);
			}
		}
		return maps;
	}

	/** A map in it. */
	Optional<Fields> map(String field) {
		return has(field) ? below(map.path(field), path.with(field), field) : Optional.empty();
	}

	private Optional<Fields> below(JsonNode value, FieldPath where, String field) {
		if (!value.isObject()) {
			problems.accept(problem(file, document.position(where), Texts.text("pack.entry", field)));
			return Optional.empty();
		}
		return Optional.of(new Fields(file, document, value, where, problems));
	}

	/** The keys it has. */
	List<String> keys() {
		List<String> keys = new ArrayList<>();
		map.fieldNames().forEachRemaining(keys::add);
		return keys;
	}

	/** Tells of every key that was not asked for. */
	void done() {
		for (Iterator<String> keys = map.fieldNames(); keys.hasNext();) {
			String key = keys.next();
			if (!known.contains(key)) {
				wrongAt(key, "pack.key", key, String.join(", ", new TreeSet<>(known)));
			}
		}
	}
}
