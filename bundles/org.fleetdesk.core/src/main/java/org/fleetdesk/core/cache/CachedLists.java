package org.fleetdesk.core.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.search.Remembered;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

/** The lists of a cache as a search reads them. */
public final class CachedLists implements Remembered {
	private final Cache cache;

	/** The lists of this cache. */
	public CachedLists(Cache cache) {
		this.cache = Objects.requireNonNull(cache);
	}

	@Override
	public List<Kept> lists() {
		return cache.remembered().stream().map(CachedLists::kept).toList();
	}

	private static Kept kept(CachedList list) {
		return new Kept(list.number(), list.cluster(), list.server(),
				new Scope(list.type(), list.namespace(), list.labels(), ""), list.known());
	}

	@Override
	public Rows rows(Kept list) {
		Optional<CachedList> found = cache.remembered().stream()
				.filter(l -> l.number() == list.number()).findFirst();
		if (found.isEmpty()) {
			return Rows.NONE;
		}
		List<Row> rows = new ArrayList<>(found.get().rows());
		return cache.rows(found.get(), rows::add) ? new Rows(found.get().columns(), rows) : Rows.NONE;
	}
}
