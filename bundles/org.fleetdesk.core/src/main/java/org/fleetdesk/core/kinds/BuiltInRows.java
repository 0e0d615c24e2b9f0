package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;

/**
 * How rows of Kubernetes' own kinds are read from their objects: a file in {@code rows} for each kind, such as
 * {@code deployments.apps.yaml}, says the versions that the plan fits and its columns, with the words and paths of
 * {@link RowPlan.Cell}. A file is read when its kind is asked for first. Safe for any thread.
 */
public final class BuiltInRows implements RowPlans {
	private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+");

	/** By type, empty for a type without a plan. */
	private final Map<ResourceType, Optional<RowPlan>> plans = new ConcurrentHashMap<>();

	@Override
	public Optional<RowPlan> of(ResourceType type) {
		return plans.computeIfAbsent(type, BuiltInRows::read);
	}

	private static Optional<RowPlan> read(ResourceType type) {
		String name = KindKey.of(type).toString();
		if (!NAME.matcher(name).matches()) {
			return Optional.empty();
		}
		try (InputStream yaml = BuiltInRows.class.getResourceAsStream("internal/rows/" + name + ".yaml")) {
			if (yaml == null) {
				return Optional.empty();
			}
			JsonNode file = new YAMLMapper().readTree(yaml);
			for (JsonNode version : file.path("versions")) {
				if (version.asText().equals(type.version())) {
					return Optional.of(plan(file.path("columns")));
				}
			}
			return Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static RowPlan plan(JsonNode columns) {
		List<RowPlan.Cell> cells = new ArrayList<>();
		for (JsonNode said : columns) {
			Column column = new Column(said.path("name").asText(), said.path("type").asText("string"),
					said.path("wide").asBoolean(), "");
			List<String> paths = new ArrayList<>();
			if (said.has("path")) {
				paths.add(said.path("path").asText());
			}
			said.path("paths").forEach(path -> paths.add(path.asText()));
			cells.add(new RowPlan.Cell(column, said.path("reduce").asText("first"), paths));
		}
		return new RowPlan(cells);
	}
}
