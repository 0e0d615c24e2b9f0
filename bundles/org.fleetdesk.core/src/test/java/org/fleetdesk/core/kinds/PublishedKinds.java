package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The published CustomResourceDefinitions, where a folder of them is at hand: the one that {@code -Dfleetdesk.crds} names, or
 * {@code shared/crds} beside the checkout. They take some seconds to read and are not part of the repository.
 */
final class PublishedKinds {
	/** The folder; it need not be there. */
	static final Path FOLDER = Path.of(System.getProperty("fleetdesk.crds", "../../../shared/crds")).toAbsolutePath()
			.normalize();
	static final String ABSENT = "no CustomResourceDefinitions at " + FOLDER
			+ ", so nothing is compared with the published ones; -Dfleetdesk.crds names another folder";

	/**
	 * A published kind.
	 *
	 * @param kind plural and group
	 * @param schemas the schema of each served version that somebody wants to know, by version
	 * @param printed what the server prints of it by itself, by served version: heading to path
	 */
	record Published(String kind, Map<String, JsonNode> schemas, Map<String, Map<String, String>> printed) {
	}

	private PublishedKinds() {
	}

	/** Whether the folder is there. */
	static boolean there() {
		return Files.isDirectory(FOLDER);
	}

	/** Every published kind; schemas only of those asked for, as they are large. */
	static Map<String, Published> read(Set<String> withSchema) throws IOException {
		LoaderOptions large = new LoaderOptions();
		large.setCodePointLimit(64 << 20);
		YAMLMapper yaml = new YAMLMapper(YAMLFactory.builder().loaderOptions(large).build());
		Map<String, Published> kinds = new TreeMap<>();
		for (Path file : files()) {
			try (InputStream in = Files.newInputStream(file)) {
				Published published = published(yaml.readTree(in), withSchema);
				kinds.put(published.kind(), published);
			}
		}
		return kinds;
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(FOLDER, 2)) {
			return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
		}
	}

	private static Published published(JsonNode definition, Set<String> withSchema) {
		JsonNode spec = definition.path("spec");
		String kind = spec.path("names").path("plural").asText() + "." + spec.path("group").asText();
		Map<String, JsonNode> schemas = new TreeMap<>();
		Map<String, Map<String, String>> printed = new TreeMap<>();
		for (JsonNode version : spec.path("versions")) {
			if (version.path("served").asBoolean()) {
				String name = version.path("name").asText();
				if (withSchema.contains(kind)) {
					schemas.put(name, version.path("schema").path("openAPIV3Schema"));
				}
				Map<String, String> columns = new TreeMap<>();
				version.path("additionalPrinterColumns").forEach(
						column -> columns.put(column.path("name").asText(), column.path("jsonPath").asText()));
				printed.put(name, columns);
			}
		}
		return new Published(kind, schemas, printed);
	}
}
