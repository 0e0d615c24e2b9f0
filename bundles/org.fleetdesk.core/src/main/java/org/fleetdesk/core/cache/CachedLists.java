package org.fleetdesk.core.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.core.search.Remembered;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

/** The lists of a cache as a search reads them. */
public final class CachedLists implements Remembered {
	private final Cache cache;
	private volatile Map<Long, CachedList> known = Map.of(); // by number, as they were last asked for

	/** The lists of this cache. */
	public CachedLists(Cache cache) {
		this.cache = Objects.requireNonNull(cache);
	}

	@Override
	public List<Kept> lists() {
		List<CachedList> fresh = cache.remembered();
		known = fresh.stream().collect(Collectors.toUnmodifiableMap(CachedList::number, Function.identity()));
		return fresh.stream().map(CachedLists::kept).toList();
	}

	private static Kept kept(CachedList list) {
		return new Kept(list.number(), list.cluster(), list.server(),
				new Scope(list.type(), list.namespace(), list.labels(), ""), list.known());
	}

	@Override
	public Rows rows(Kept list) {
		if (!known.containsKey(list.number())) {
			lists();
		}
		CachedList found = known.get(list.number());
		if (found == null) {
			return Rows.NONE;
		}
		List<Row> rows = new ArrayList<>(found.rows());
		return cache.rows(found, rows::add) ? new Rows(found.columns(), rows) : Rows.NONE;
	}
}
