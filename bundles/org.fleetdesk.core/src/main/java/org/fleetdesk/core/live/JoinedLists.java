package org.fleetdesk.core.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;

/**
 * The lists of other kinds from which columns of a list come: borrowed while somebody asks for such a column, so that nothing
 * is read for what nobody sees. What can only be listed, as measurements, is read every 15 seconds. For one thread at a time.
 */
final class JoinedLists {
	private record Joint(LiveStore store, KindKey kind) {
	}

	private record Held(LiveLists.Loan loan, Registration registration) {
	}

	private final Fleet fleet;
	private final Runnable changed;
	private final Map<Joint, Held> held = new LinkedHashMap<>();
	private final Map<Joint, Held> unused = new LinkedHashMap<>();
	private Predicate<String> wanted = heading -> false;

	/** Lists of nothing yet; {@code changed} is told on any thread of every change of one. */
	JoinedLists(Fleet fleet, Runnable changed) {
		this.fleet = fleet;
		this.changed = changed;
	}

	/** Begins a round: what {@link #join} is not told of in it is given back. */
	void begin(Predicate<String> columns) {
		wanted = columns;
		unused.putAll(held);
	}

	/** Borrows what is asked for of the columns of a store. */
	void join(ClusterSession session, Scope scope, LiveStore store) {
		Catalogue catalogue = session.cluster().state().catalogue();
		store.serve(kind -> type(kind, catalogue).isPresent());
		for (KindKey kind : store.joined(wanted)) {
			type(kind, catalogue).ifPresent(type -> {
				Joint joint = new Joint(store, kind);
				unused.remove(joint);
				held.computeIfAbsent(joint, j -> borrow(session, type, scope, j));
			});
		}
	}

	/** The type of a kind that a cluster lists and whose columns are known. */
	private Optional<ResourceType> type(KindKey kind, Catalogue catalogue) {
		return kind.in(catalogue)
				.filter(type -> type.verbs().contains("list") && fleet.kinds().of(type).isPresent());
	}

	private Held borrow(ClusterSession session, ResourceType type, Scope scope, Joint joint) {
		RowPlan plan = fleet.kinds().of(type).orElseThrow();
		LiveLists.Loan loan = fleet.lists().borrow(session,
				new Scope(type, type.namespaced() ? scope.namespace() : "", scope.labels(), ""), plan,
				Integer.MAX_VALUE);
		joint.store().hold(joint.kind());
		return new Held(loan, loan.store().listen(changed));
	}

	/** Ends the round: gives back what nobody asked for, and has the stores take in what changed in the others. */
	void end() {
		unused.forEach(this::giveBack);
		unused.clear();
		held.forEach((joint, other) -> joint.store().join(joint.kind(), other.loan().store()));
	}

	private void giveBack(Joint joint, Held other) {
		held.remove(joint);
		other.registration().close();
		other.loan().close();
		joint.store().release(joint.kind());
	}

	/** Gives all lists back. */
	void letGo() {
		Map.copyOf(held).forEach(this::giveBack);
	}
}
