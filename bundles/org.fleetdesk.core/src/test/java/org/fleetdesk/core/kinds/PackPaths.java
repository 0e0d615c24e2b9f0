package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Every path that the files of a pack name, with what they take to stand there. */
final class PackPaths {
	static final Path PACKS = Path.of("src/main/resources/org/fleetdesk/core/kinds/packs");
	/** The words that want a map or a list, and not a value. */
	private static final Set<String> WHOLE = Set.of("count", "has", "pairs", "selector");
	private static final YAMLMapper YAML = new YAMLMapper();

	/**
	 * A path.
	 *
	 * @param where what it is for, for people
	 * @param each the path of the elements at which it begins, or empty
	 * @param path the path
	 * @param wanted what may stand there: a form of {@link FieldShapes}
	 */
	record Used(String where, String each, String path, Predicate<String> wanted) {
	}

	/**
	 * A file of a pack.
	 *
	 * @param kind the kind
	 * @param versions the versions that the paths are for
	 * @param tree what stands in it
	 */
	record File(String kind, List<String> versions, JsonNode tree) {
	}

	private PackPaths() {
	}

	/** The packs whose kinds are no built-in ones. */
	static List<String> packs() throws IOException {
		try (Stream<Path> folders = Files.list(PACKS)) {
			return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
					.filter(name -> !name.equals("core")).sorted().toList();
		}
	}

	/** The files of a pack in its order. */
	static List<File> files(String pack) throws IOException {
		List<File> files = new ArrayList<>();
		for (JsonNode kind : YAML.readTree(PACKS.resolve(pack).resolve("pack.yaml").toFile()).path("kinds")) {
			JsonNode tree = YAML.readTree(PACKS.resolve(pack).resolve(kind.asText() + ".yaml").toFile());
			List<String> versions = new ArrayList<>();
			tree.path("versions").forEach(version -> versions.add(version.asText()));
			files.add(new File(kind.asText(), versions, tree));
		}
		return files;
	}

	/** Every path of a file. */
	static List<Used> of(File file) {
		List<Used> used = new ArrayList<>();
		file.tree().path("columns").forEach(column -> cell("column " + column.path("name").asText(), "", column, used));
		for (JsonNode section : file.tree().path("details")) {
			String each = section.path("each").asText();
			for (JsonNode field : section.path("fields")) {
				cell(section.path("title").asText() + ", " + field.path("name").asText(), each, field, used);
			}
		}
		for (JsonNode relation : file.tree().path("relations")) {
			String where = "relation " + relation.path("name").asText();
			take(where, "", relation, "path", PackPaths::value, used);
			take(where, "", relation, "paths", PackPaths::value, used);
			take(where, "", relation, "namespace", PackPaths::value, used);
			take(where, "", relation, "cluster", PackPaths::value, used);
			if (relation.has("optional")) {
				Stream.concat(Stream.of(relation.path("path")), relation.path("paths").valueStream())
						.map(JsonNode::asText).filter(path -> !path.isEmpty())
						.map(path -> path.substring(0, path.lastIndexOf('.') + 1) + relation.path("optional").asText())
						.forEach(path -> used.add(new Used(where, "", path, "b"::equals)));
			}
			take(where, "", relation, "reference", form -> !value(form) || form.equals("?"), used);
			take(where, "", relation, "selector", form -> !value(form) || form.equals("?"), used);
		}
		for (JsonNode link : file.tree().path("links")) {
			WebLink.parts(link.path("url").asText()).orElseThrow().stream().filter(WebLink.Part::path)
					.forEach(part -> used.add(new Used("link " + link.path("title").asText(), "", part.text(),
							PackPaths::value)));
		}
		take("revisions", "", file.tree().path("revisions"), "in", form -> true, used);
		return used;
	}

	private static void cell(String where, String each, JsonNode cell, List<Used> used) {
		String word = cell.path("reduce").asText("first").split(" ")[0];
		boolean date = List.of("date", "deadline").contains(cell.path("type").asText()) || word.equals("duration");
		Predicate<String> wanted = WHOLE.contains(word)
				? form -> true
				: date ? form -> form.equals("t") || form.equals("s") || form.equals("?") : PackPaths::value;
		take(where, each, cell, "path", wanted, used);
		take(where, each, cell, "paths", wanted, used);
	}

	/** Whether a form is one value, not a list or a map. */
	private static boolean value(String form) {
		return form.length() == 1 && "stinbx?".contains(form);
	}

	private static void take(String where, String each, JsonNode from, String key, Predicate<String> wanted,
			List<Used> used) {
		JsonNode said = from.path(key);
		if (said.isTextual()) {
			used.add(new Used(where, each, said.asText(), wanted));
		}
		said.forEach(path -> used.add(new Used(where, each, path.asText(), wanted)));
	}
}
