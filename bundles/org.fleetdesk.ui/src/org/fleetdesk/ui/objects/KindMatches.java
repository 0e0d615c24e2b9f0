package org.fleetdesk.ui.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/** Kinds that fit what someone types: what kubectl would understand first, then beginnings, then the rest. Immutable. */
public final class KindMatches {
	private final List<Catalogue> catalogues;
	private final List<ResourceType> types;

	/** Kinds of some clusters, each kind once. */
	public KindMatches(List<Catalogue> catalogues) {
		this.catalogues = List.copyOf(catalogues);
		Map<KindKey, ResourceType> byKey = new LinkedHashMap<>();
		catalogues.forEach(c -> c.preferred().stream().filter(t -> t.verbs().contains("list"))
				.forEach(t -> byKey.putIfAbsent(KindKey.of(t), t)));
		types = byKey.values().stream()
				.sorted(Comparator.comparing((ResourceType t) -> t.kind().toLowerCase(Locale.ROOT))
						.thenComparing(ResourceType::group))
				.toList();
	}

	/** The kinds for a text, best first; all by name for none. */
	public List<ResourceType> find(String typed) {
		String word = typed.strip().toLowerCase(Locale.ROOT);
		if (word.isEmpty()) {
			return types;
		}
		List<KindKey> exact = catalogues.stream().flatMap(c -> c.find(word).stream()).map(KindKey::of).toList();
		ToIntFunction<ResourceType> rank = type -> rank(type, word, exact);
		List<ResourceType> found = new ArrayList<>(types.stream().filter(t -> rank.applyAsInt(t) < 4).toList());
		found.sort(Comparator.comparingInt(rank));
		return found;
	}

	private static int rank(ResourceType type, String word, List<KindKey> exact) {
		if (exact.contains(KindKey.of(type))) {
			return 0;
		} else if (words(type).anyMatch(word::equals)) {
			return 1;
		} else if (words(type).anyMatch(w -> w.startsWith(word))) {
			return 2;
		}
		return type.qualifiedName().contains(word) || type.kind().toLowerCase(Locale.ROOT).contains(word) ? 3 : 4;
	}

	private static Stream<String> words(ResourceType type) {
		return Stream.concat(Stream.of(type.qualifiedName(), type.singular(), type.kind().toLowerCase(Locale.ROOT)),
				type.shortNames().stream());
	}
}
