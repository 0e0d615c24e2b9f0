package org.fleetdesk.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.ResourceType;

/** The lists and clusters that words name: "pods", "deploy prod-eu", "prod". Immutable. */
final class Targets {
	private static final KindKey PODS = new KindKey("", "pods");
	private static final int MOST_KINDS = 4;
	private static final int MOST_CLUSTERS = 5;

	private record Served(ResourceType type, List<Cluster> clusters) {
	}

	private final List<Cluster> clusters;
	private final List<Word> words;
	private final List<Served> served;

	Targets(List<Cluster> clusters, List<Word> words) {
		this.clusters = clusters;
		this.words = words;
		Map<KindKey, Served> kinds = new LinkedHashMap<>();
		for (Cluster cluster : clusters) {
			for (ResourceType type : cluster.state().catalogue().types()) {
				if (type.preferred() && type.verbs().contains("list")
						&& words.stream().anyMatch(word -> KindWord.names(word, type))) {
					kinds.computeIfAbsent(KindKey.of(type), key -> new Served(type, new ArrayList<>())).clusters()
							.add(cluster);
				}
			}
		}
		served = kinds.values().stream().sorted(Comparator.comparing((Served s) -> !inFull(s.type()))
				.thenComparing(s -> !s.type().group().isEmpty())).toList();
	}

	private boolean inFull(ResourceType type) {
		return words.stream().anyMatch(word -> KindWord.is(word, type));
	}

	/** The kind that the words name; pods if they name none. */
	KindKey kind() {
		Optional<Served> first = served.stream().findFirst();
		return first.map(s -> KindKey.of(s.type())).orElse(PODS);
	}

	/** Lists and clusters, best first; only those that every word is about. */
	List<Hit> hits() {
		List<Hit> hits = new ArrayList<>();
		clusters.stream().filter(cluster -> words.stream().allMatch(word -> word.in(cluster.name())))
				.limit(MOST_CLUSTERS).map(Hit.OfCluster::new).forEach(hits::add);
		served.stream().limit(MOST_KINDS).forEach(kind -> lists(kind, hits));
		return hits;
	}

	private void lists(Served kind, List<Hit> hits) {
		List<Cluster> meant = kind.clusters().stream().filter(cluster -> words.stream()
				.allMatch(word -> KindWord.names(word, kind.type()) || word.in(cluster.name()))).toList();
		if (meant.size() > 1) {
			hits.add(new Hit.OfList(kind.type(), meant));
		}
		if (meant.size() == 1 || inFull(kind.type())) {
			meant.stream().limit(MOST_CLUSTERS).map(cluster -> new Hit.OfList(kind.type(), List.of(cluster)))
					.forEach(hits::add);
		}
	}
}
