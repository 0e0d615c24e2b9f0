package org.fleetdesk.ui.table;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.watch.Freshness.State;

/** Says in words how true a list is. */
public final class FreshnessText {
	private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
	private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final ZoneId zone;
	private final Instant now;

	/** Words for a moment, in a zone's times. */
	public FreshnessText(ZoneId zone, Instant now) {
		this.zone = zone;
		this.now = now;
	}

	/** Counts and truth in one line: "37 of 1,000 · live, 3 clusters · prod-us stale since 09:40: …". */
	public String status(ListContent content) {
		return count(content) + " \u00B7 " + truth(content.parts());
	}

	/** "37 of 1,000", or "1,000". */
	public String count(ListContent content) {
		String total = number(content.total());
		return content.lines().size() == content.total()
				? total
				: NLS.bind(Messages.of, number(content.lines().size()), total);
	}

	/** A number as people here write it. */
	public static String number(long number) {
		return NumberFormat.getIntegerInstance().format(number);
	}

	/** How true the parts are, in one line. */
	public String truth(List<Part> parts) {
		List<Part> troubled = troubled(parts);
		Set<String> away = troubled.stream().map(p -> p.cluster().id()).collect(Collectors.toSet());
		List<Part> remembered = parts.stream()
				.filter(p -> p.freshness().state() == State.LOADING && p.cached().isPresent()).toList();
		Set<String> loading = clusters(parts, State.LOADING);
		Set<String> live = clusters(parts, State.LIVE);
		loading.removeAll(away);
		live.removeAll(loading);
		remembered.forEach(part -> loading.remove(part.cluster().id()));
		List<String> all = new ArrayList<>();
		if (!live.isEmpty()) {
			all.add(NLS.bind(Messages.live, clusters(live.size())));
		}
		if (!loading.isEmpty()) {
			all.add(NLS.bind(Messages.loading, clusters(loading.size())));
		}
		remembered.stream().map(part -> NLS.bind(Messages.part_cached, where(part), cached(part))).distinct()
				.forEach(all::add);
		all.addAll(troubles(parts));
		if (parts.stream().anyMatch(part -> part.cluster().demo())) {
			all.add(Messages.demo);
		}
		return String.join(" \u00B7 ", all);
	}

	private static Set<String> clusters(List<Part> parts, State state) {
		return parts.stream().filter(p -> p.freshness().state() == state).map(p -> p.cluster().id())
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** "1 cluster", "3 clusters". */
	public static String clusters(int count) {
		return count == 1 ? Messages.clusters_one : NLS.bind(Messages.clusters_many, number(count));
	}

	/** The parts that are not live and not on their way to it. */
	public static List<Part> troubled(List<Part> parts) {
		return parts.stream().filter(p -> p.freshness().state() == State.STALE || p.freshness().state() == State.FAILED)
				.toList();
	}

	/** What is wrong, each thing once: several kinds of one cluster fail for the same reason mostly. */
	public List<String> troubles(List<Part> parts) {
		return troubled(parts).stream().map(this::trouble).distinct().toList();
	}

	private String cached(Part part) {
		return part.cached().map(this::time).orElse("");
	}

	private static String where(Part part) {
		return part.namespace().isEmpty()
				? part.cluster().name()
				: NLS.bind(Messages.where_namespace, part.cluster().name(), part.namespace());
	}

	/** What is wrong with a part: where, since when, why and what to do, and of when what is shown is. */
	public String trouble(Part part) {
		String where = where(part);
		String why = part.freshness().problem().map(KubeException::explanation).orElse("");
		if (part.cached().isPresent()) {
			String since = time(part.freshness().since());
			return why.isEmpty()
					? NLS.bind(Messages.part_cached_since, new Object[]{where, cached(part), since})
					: NLS.bind(Messages.part_cached_why, new Object[]{where, cached(part), since, why});
		}
		if (part.freshness().state() == State.FAILED) {
			return why.isEmpty()
					? NLS.bind(Messages.part_failed, where)
					: NLS.bind(Messages.part_failed_why, where, why);
		}
		String since = time(part.freshness().since());
		return why.isEmpty()
				? NLS.bind(Messages.part_stale, where, since)
				: NLS.bind(Messages.part_stale_why, new Object[]{where, since, why});
	}

	/** A moment: the time of today, else the day too. */
	public String time(Instant then) {
		var local = then.atZone(zone);
		return (local.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TODAY : EARLIER).format(local);
	}
}
