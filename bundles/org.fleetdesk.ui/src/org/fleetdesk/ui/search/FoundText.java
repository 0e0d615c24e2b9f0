package org.fleetdesk.ui.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.search.Found;
import org.fleetdesk.core.search.SearchedList;
import org.fleetdesk.ui.table.FreshnessText;

/** What is said of a search as a whole: how much was found, in what, and in what it could not look. Immutable. */
final class FoundText {
	private static final int MOST_NAMES = 4;

	private final Found found;
	private final FreshnessText words;

	FoundText(Found found, FreshnessText words) {
		this.found = found;
		this.words = words;
	}

	/** How many objects: "37 objects", "the best 300 of 12,408 objects", "Searching…". */
	String count(boolean searching) {
		if (found.text().isBlank()) {
			return searching ? Messages.searching : "";
		}
		String all = FreshnessText.number(found.objects());
		String count = found.shown() < found.objects()
				? NLS.bind(Messages.count_best, FreshnessText.number(found.shown()), all)
				: found.objects() == 1 ? Messages.count_one : NLS.bind(Messages.count_many, all);
		return searching ? NLS.bind(Messages.count_searching, count) : count;
	}

	/** In what was searched: "live: prod-eu · from the cache of 09:41: prod-us". */
	String places() {
		Set<String> live = new LinkedHashSet<>();
		Map<String, Instant> cached = new LinkedHashMap<>();
		for (SearchedList list : found.searched()) {
			if (list.knowledge().live()) {
				live.add(list.cluster().name());
			} else {
				cached.merge(list.cluster().name(), list.knowledge().since(), (a, b) -> a.isBefore(b) ? b : a);
			}
		}
		List<String> all = new ArrayList<>();
		if (!live.isEmpty()) {
			all.add(NLS.bind(Messages.places_live, names(List.copyOf(live))));
		}
		cached.entrySet().stream()
				.collect(Collectors.groupingBy(e -> words.time(e.getValue()), LinkedHashMap::new,
						Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
				.forEach((time, names) -> all.add(NLS.bind(Messages.places_cached, time, names(names))));
		return String.join(" \u00B7 ", all);
	}

	/** "pods of prod-us were never listed here."; empty if they were listed everywhere. */
	String missing() {
		return found.missing().isEmpty()
				? ""
				: NLS.bind(Messages.missing, found.kind(), names(found.missing().stream().map(Cluster::name).toList()));
	}

	/**
	 * What stands where there are no results.
	 *
	 * @param whole whether what was never listed is not said elsewhere
	 */
	String nothing(boolean whole) {
		if (found.text().isBlank()) {
			return Messages.empty_hint;
		}
		List<String> lines = new ArrayList<>(List.of(NLS.bind(Messages.empty_none, found.text().strip())));
		String places = places();
		lines.add(places.isEmpty() ? Messages.empty_nowhere : NLS.bind(Messages.empty_searched, places));
		if (whole && !found.missing().isEmpty()) {
			lines.add(missing());
		}
		return String.join("\n", lines);
	}

	/** What the offer to list a kind says. */
	static String list(KindKey kind) {
		return NLS.bind(Messages.list_now, kind);
	}

	private static String names(List<String> names) {
		return names.size() <= MOST_NAMES
				? String.join(", ", names)
				: NLS.bind(Messages.names_more, String.join(", ", names.subList(0, MOST_NAMES - 1)),
						FreshnessText.number(names.size() - MOST_NAMES + 1L));
	}
}
