package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;

import org.jspecify.annotations.Nullable;

/**
 * How rows of Kubernetes' own kinds are read from their objects, as the files in {@code rows} say: for each kind the versions
 * that the plan fits and its columns, with the words and paths of {@link RowPlan.Cell}. Made without reading anything; the
 * files are read when the first plan is asked for. Safe for any thread.
 */
public final class BuiltInRows implements RowPlans {
	private static final List<String> FILES = List.of("workloads.yaml", "network.yaml", "storage.yaml", "access.yaml",
			"cluster.yaml");

	/** A column as a file says it. */
	private record Said(String name, @Nullable String type, boolean wide, @Nullable String reduce,
			@Nullable String path, @Nullable List<String> paths) {
		private RowPlan.Cell cell() {
			Column column = new Column(name, Objects.requireNonNullElse(type, "string"), wide, "");
			List<String> from = paths != null ? paths : Stream.ofNullable(path).toList();
			return new RowPlan.Cell(column, Objects.requireNonNullElse(reduce, "first"), from);
		}
	}

	private record Kind(List<String> versions, List<Said> columns) {
	}

	private record Key(KindKey kind, String version) {
	}

	private @Nullable Map<Key, RowPlan> plans; // guarded by this

	@Override
	public Optional<RowPlan> of(ResourceType type) {
		return Optional.ofNullable(plans().get(new Key(KindKey.of(type), type.version())));
	}

	/** The kinds that have plans, each with the versions that it fits. */
	public Map<KindKey, List<String>> kinds() {
		Map<KindKey, List<String>> kinds = new HashMap<>();
		plans().keySet().forEach(key -> kinds.merge(key.kind(), List.of(key.version()),
				(some, one) -> Stream.concat(some.stream(), one.stream()).toList()));
		return kinds;
	}

	private synchronized Map<Key, RowPlan> plans() {
		Map<Key, RowPlan> known = plans;
		if (known == null) {
			Map<Key, RowPlan> read = new HashMap<>();
			FILES.forEach(file -> read(file, read));
			known = read;
			plans = read;
		}
		return known;
	}

	private static void read(String file, Map<Key, RowPlan> into) {
		try (InputStream yaml = BuiltInRows.class.getResourceAsStream("rows/" + file)) {
			Map<String, Kind> kinds = new YAMLMapper().readValue(yaml, new TypeReference<>() {
				// carries the type
			});
			kinds.forEach((name, kind) -> {
				RowPlan plan = new RowPlan(kind.columns().stream().map(Said::cell).toList());
				kind.versions().forEach(version -> into.put(new Key(KindKey.parse(name), version), plan));
			});
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
