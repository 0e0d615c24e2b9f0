package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Which kinds stand together: the built-in ones as {@code sections.yaml} says, all others by their API group. A kind that
 * is the same objects under another name ("events" of two groups) is shown once.
 */
public final class Sections {
	private static final Map<KindKey, KindKey> SAME = Map.of(KindKey.parse("events.events.k8s.io"),
			KindKey.parse("events"));

	private final Map<String, List<String>> named;

	/** The sections that the product ships. */
	public Sections() {
		try (InputStream yaml = Sections.class.getResourceAsStream("sections.yaml")) {
			named = new YAMLMapper().readValue(yaml, new TypeReference<LinkedHashMap<String, List<String>>>() {
				// carries the type
			});
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The sections of a cluster, without empty ones: only kinds that can be listed. */
	public List<Section> of(Catalogue catalogue) {
		Map<KindKey, ResourceType> left = new LinkedHashMap<>();
		catalogue.preferred().stream().filter(t -> t.verbs().contains("list"))
				.forEach(t -> left.putIfAbsent(KindKey.of(t), t));
		List<Section> sections = new ArrayList<>();
		named.forEach((id, kinds) -> {
			List<ResourceType> types = new ArrayList<>();
			for (String kind : kinds) {
				ResourceType type = left.remove(KindKey.parse(kind));
				if (type != null) {
					types.add(type);
				}
			}
			if (!types.isEmpty()) {
				sections.add(new Section(id, "", types));
			}
		});
		SAME.forEach((other, shown) -> {
			if (catalogue.types().stream().anyMatch(t -> KindKey.of(t).equals(shown))) {
				left.remove(other);
			}
		});
		left.values().stream().collect(Collectors.groupingBy(ResourceType::group, TreeMap::new, Collectors.toList()))
				.forEach((group, types) -> sections.add(new Section(Section.CUSTOM, group,
						types.stream().sorted(Comparator.comparing(ResourceType::kind)).toList())));
		return List.copyOf(sections);
	}
}
