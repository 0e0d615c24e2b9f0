package org.fleetdesk.core.search;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

import org.jspecify.annotations.Nullable;

/**
 * Finds objects by words in everything that is known of a fleet: the live lists, and what is remembered of all others.
 * Asks no server. Words are looked for in names, labels, images, addresses, nodes, owners, kinds, namespaces and clusters;
 * all must be found. It goes through all rows each time: a hundred thousand take some tens of milliseconds and leave next
 * to no garbage. Data of Secrets stand in no row, so they are not found. Safe for any thread; holds nothing to close.
 */
public final class Search {
	private static final int LOOK_UP = 0x3FF; // rows between two looks whether to go on

	private final Fleet fleet;
	private final Remembered remembered;
	private final Map<Remembered.Kept, SoftReference<Remembered.Rows>> read = new ConcurrentHashMap<>();

	/** A search of a fleet and what is remembered of it. */
	public Search(Fleet fleet, Remembered remembered) {
		this.fleet = Objects.requireNonNull(fleet);
		this.remembered = Objects.requireNonNull(remembered);
	}

	/**
	 * Searches; blocks for the files of what is remembered, if they were not read lately.
	 *
	 * @param text the words
	 * @param most how many objects to give at most
	 * @param over asked now and then whether nobody wants the answer any more
	 * @param early told what was found in memory, if looking into files takes longer
	 * @return what was found; empty if it was over before
	 */
	public Optional<Found> find(String text, int most, BooleanSupplier over, Consumer<Found> early) {
		if (text.isBlank()) {
			return Optional.of(Found.NOTHING);
		}
		Run run = new Run(text, most, over);
		run.memory();
		if (!run.over && run.reads()) {
			early.accept(run.found());
		}
		run.files();
		return run.over ? Optional.empty() : Optional.of(run.found());
	}

	/**
	 * What is known of one object without asking its server; blocks as {@link #find} does.
	 *
	 * @param cluster the id of its cluster
	 */
	public Sighting sight(String cluster, KindKey kind, String namespace, String name) {
		Lookup lookup = new Lookup(kind, namespace, name);
		return fleet.lists().stores().stream()
				.filter(store -> store.cluster().id().equals(cluster) && lookup.covers(store.scope()))
				.flatMap(store -> lookup.in(store).stream()).findFirst()
				.or(() -> remembered.lists().stream()
						.filter(list -> list.cluster().equals(cluster) && lookup.covers(list.scope()) && same(list))
						.max(Comparator.comparing(Remembered.Kept::known))
						.flatMap(list -> lookup.in(rows(list), new Knowledge(false, list.known()))))
				.orElse(Sighting.UNKNOWN);
	}

	/** One search, by one thread. */
	private final class Run {
		private final String text;
		private final int most;
		private final BooleanSupplier asked;
		private final List<Word> words;
		private final List<Cluster> clusters = fleet.clusters();
		private final Targets targets;
		private final Candidates candidates = new Candidates();
		private final List<SearchedList> searched = new ArrayList<>();
		private final List<SearchedList> whole = new ArrayList<>();
		private final List<LiveStore> stores;
		private final List<Remembered.Kept> kept;
		private final Map<String, Integer> overlaps = new HashMap<>();
		private int rows;
		private boolean over;

		private Run(String text, int most, BooleanSupplier asked) {
			this.text = text;
			this.most = most;
			this.asked = asked;
			words = Arrays.stream(text.strip().split("\\s+")).map(Word::new).toList();
			targets = new Targets(clusters, words);
			stores = fleet.lists().stores().stream().filter(store -> fleet.cluster(store.cluster().id()).isPresent())
					.sorted(Comparator.comparing(store -> !narrow(store.scope()).isEmpty())).toList();
			kept = remembered.lists().stream().filter(Search.this::same)
					.sorted(Comparator.comparing(Remembered.Kept::known).reversed()).toList();
			read.keySet().retainAll(kept);
			stores.forEach(store -> overlaps.merge(place(store.cluster().id(), store.scope()), 1, Integer::sum));
			kept.forEach(list -> overlaps.merge(place(list.cluster(), list.scope()), 1, Integer::sum));
		}

		private void memory() {
			for (LiveStore store : stores) {
				Snapshot snapshot = store.snapshot();
				Cluster cluster = fleet.cluster(store.cluster().id()).orElse(store.cluster());
				State state = snapshot.freshness().state();
				boolean live = state == State.LIVE;
				Knowledge knowledge = new Knowledge(live,
						snapshot.cached().filter(time -> !live).orElse(snapshot.freshness().since()));
				SearchedList list = new SearchedList(cluster, store.scope(), knowledge, snapshot.lines().size());
				if (!over && !known(list) && (live || !snapshot.lines().isEmpty())) {
					search(list, snapshot);
					if (store.whole() || snapshot.cached().isPresent()) { // then it has all that was remembered
						whole.add(list);
					}
				}
			}
		}

		private void search(SearchedList list, Snapshot snapshot) {
			RowMatcher matcher = new RowMatcher(list, snapshot.columns(), words);
			if (matcher.hidden()) {
				return;
			}
			searched.add(list);
			Optional<Set<String>> seen = seen(list);
			List<Column> columns = snapshot.columns();
			for (Line line : snapshot.lines()) {
				if (line.columns() != columns) {
					columns = line.columns();
					matcher = new RowMatcher(list, columns, words);
				}
				if (look(list, matcher, line.row(), seen)) {
					return;
				}
			}
		}

		/** Whether what is remembered must be read from files. */
		private boolean reads() {
			return kept.stream().anyMatch(list -> !known(listed(list, 0)) && inMemory(list) == null);
		}

		private SearchedList listed(Remembered.Kept list, int objects) {
			return new SearchedList(fleet.cluster(list.cluster()).orElseThrow(), list.scope(),
					new Knowledge(false, list.known()), objects);
		}

		private void files() {
			for (Remembered.Kept each : kept) {
				SearchedList list = listed(each, 0);
				if (over || known(list) || new RowMatcher(list, List.of(), words).hidden()) {
					continue;
				}
				Remembered.Rows had = rows(each);
				list = listed(each, had.rows().size());
				searched.add(list);
				Optional<Set<String>> seen = seen(list);
				RowMatcher matcher = new RowMatcher(list, had.columns(), words);
				for (Row row : had.rows()) {
					if (look(list, matcher, row, seen)) {
						return;
					}
				}
			}
		}

		/** Looks at a row; true if the search is over. */
		private boolean look(SearchedList list, RowMatcher matcher, Row row, Optional<Set<String>> seen) {
			if ((++rows & LOOK_UP) == 0 && asked.getAsBoolean()) {
				over = true;
				return true;
			}
			int rank = matcher.rank(row);
			if (rank != RowMatcher.NONE && (seen.isEmpty() || seen.get().add(row.uid()))) {
				candidates.add(rank, list, matcher, row);
			}
			return false;
		}

		/** Where it is noted what was found already, for lists of the same place as others. */
		private Optional<Set<String>> seen(SearchedList list) {
			String place = place(list.cluster().id(), list.scope());
			return overlaps.getOrDefault(place, 0) < 2 ? Optional.empty() : Optional.of(candidates.seen(place));
		}

		/** Whether a list that is known better says all that this one does. */
		private boolean known(SearchedList list) {
			Scope scope = list.scope();
			return whole.stream().anyMatch(other -> other.cluster().id().equals(list.cluster().id())
					&& KindKey.of(other.scope().type()).equals(KindKey.of(scope.type()))
					&& (narrow(other.scope()).isEmpty() || narrow(other.scope()).equals(narrow(scope))
							|| narrow(other.scope()).equals(scope.namespace())));
		}

		private Found found() {
			List<Hit> hits = new ArrayList<>(targets.hits());
			hits.addAll(candidates.best(most));
			KindKey kind = targets.kind();
			List<Cluster> missing = clusters.stream().filter(cluster -> served(cluster, kind) && searched.stream()
					.noneMatch(list -> list.cluster().id().equals(cluster.id())
							&& KindKey.of(list.scope().type()).equals(kind)))
					.toList();
			return new Found(text, hits, candidates.count(), searched, kind, missing);
		}
	}

	/** Whether a list is of a cluster as it is registered: not one that once had its name. */
	private boolean same(Remembered.Kept list) {
		return fleet.cluster(list.cluster())
				.filter(cluster -> cluster.context().server().url().toString().equals(list.server())).isPresent();
	}

	private static boolean served(Cluster cluster, KindKey kind) {
		return cluster.state().catalogue().types().isEmpty() || kind.in(cluster.state().catalogue()).isPresent();
	}

	private static String place(String cluster, Scope scope) {
		return scope.type().plural() + '\n' + cluster; // not the group: events of two groups are the same objects
	}

	/** What makes a scope less than all objects of its kind; empty if nothing does. */
	private static String narrow(Scope scope) {
		String selectors = scope.labels() + '\n' + scope.fields();
		return selectors.length() == 1 ? scope.namespace() : scope.namespace() + '\n' + selectors;
	}

	private Remembered.@Nullable Rows inMemory(Remembered.Kept list) {
		SoftReference<Remembered.Rows> reference = read.get(list);
		return reference == null ? null : reference.get();
	}

	private Remembered.Rows rows(Remembered.Kept list) {
		Remembered.Rows had = inMemory(list);
		if (had == null) {
			had = remembered.rows(list);
			read.put(list, new SoftReference<>(had));
		}
		return had;
	}
}
