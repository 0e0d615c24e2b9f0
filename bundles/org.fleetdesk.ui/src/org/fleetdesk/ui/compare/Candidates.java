package org.fleetdesk.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.ui.object.ObjectRef;

/**
 * What an object can be compared with: the same object of other open clusters, then all of its kind that fit a filter. Live
 * until it is closed; filters on other threads.
 */
final class Candidates implements AutoCloseable {
	/** How many of a kind are told, besides those of other clusters that are the same. */
	static final int MOST = 300;
	private final ObjectRef ref;
	private final ListModel same;
	private final ListModel all;

	/**
	 * One of them.
	 *
	 * @param ref the object
	 * @param cluster its cluster's name
	 * @param same whether it is the same object in another cluster
	 */
	record Candidate(ObjectRef ref, String cluster, boolean same) {
	}

	Candidates(ObjectRef ref, Fleet fleet, Background background) {
		this.ref = ref;
		List<Cluster> having = fleet.clusters().stream().filter(cluster -> cluster.session().isPresent()
				&& ref.type().in(cluster.state().catalogue()).isPresent()).toList();
		Set<String> namespaces = ref.namespace().isEmpty() ? Set.of() : Set.of(ref.namespace());
		same = new ListModel(fleet,
				new ListQuery(ref.type(), having, namespaces, "", "metadata.name=" + ref.name()), background);
		all = new ListModel(fleet, ListQuery.all(ref.type(), having), background);
	}

	/** Tells of every change, on any thread. */
	Registration listen(Runnable listener) {
		Registration first = same.listen(listener);
		Registration second = all.listen(listener);
		return () -> {
			first.close();
			second.close();
		};
	}

	/** Shows only those that fit a filter, soon. */
	void filter(String text) {
		all.filter(text);
	}

	/** How many more fit the filter than are told. */
	int left() {
		return Math.max(0, all.content().lines().size() - MOST);
	}

	/** Those that are known now, the first of them if they are many. */
	List<Candidate> known(boolean filtered) {
		Set<Candidate> found = new LinkedHashSet<>();
		ListContent others = all.content();
		for (Line line : filtered ? List.<Line>of() : same.content().lines()) {
			add(line, found);
		}
		for (int index = 0; index < Math.min(MOST, others.lines().size()); index++) {
			add(others.lines().get(index), found);
		}
		return new ArrayList<>(found);
	}

	private void add(Line line, Set<Candidate> found) {
		ObjectRef other = ObjectRef.of(line);
		if (!other.equals(ref)) {
			found.add(new Candidate(other, line.cluster().name(), other.path().equals(ref.path())));
		}
	}

	@Override
	public void close() {
		same.close();
		all.close();
	}
}
