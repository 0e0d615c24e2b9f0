package org.fleetdesk.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.core.cell.CellOrder;
import org.fleetdesk.kube.read.Row;

/** The objects that fit so far, each once, by rank; of a rank with very many only the first. Used by one thread. */
final class Candidates {
	private static final int MOST_OF_A_RANK = 5_000;

	private record Candidate(SearchedList list, RowMatcher matcher, Row row) {
	}

	private static final Comparator<Candidate> BY_NAME = Comparator
			.comparing((Candidate c) -> c.row().name(), CellOrder.NATURAL)
			.thenComparing(c -> c.list().scope().type().kind())
			.thenComparing(c -> c.row().namespace())
			.thenComparing(c -> c.list().cluster().name());

	private final List<List<Candidate>> ranks = new ArrayList<>();
	private final Map<String, Set<String>> seen = new HashMap<>(); // uids by cluster and kind, where lists overlap
	private int count;

	Candidates() {
		for (int i = 0; i < Rank.values().length; i++) {
			ranks.add(new ArrayList<>());
		}
	}

	/** The objects that several lists of the same place may hold, each counted once. */
	Set<String> seen(String place) {
		return seen.computeIfAbsent(place, p -> new HashSet<>());
	}

	void add(int rank, SearchedList list, RowMatcher matcher, Row row) {
		count++;
		List<Candidate> same = ranks.get(rank);
		if (same.size() < MOST_OF_A_RANK) {
			same.add(new Candidate(list, matcher, row));
		}
	}

	int count() {
		return count;
	}

	/** The best, in order. */
	List<Hit> best(int most) {
		List<Hit> hits = new ArrayList<>();
		for (int rank = 0; rank < ranks.size() && hits.size() < most; rank++) {
			Rank how = RowMatcher.rank(rank);
			ranks.get(rank).stream().sorted(BY_NAME).limit(most - hits.size())
					.forEach(c -> hits.add(new Hit.OfObject(c.list().cluster(), c.list().scope().type(), c.row(), how,
							c.matcher().matches(c.row()), c.list().knowledge())));
		}
		return hits;
	}
}
