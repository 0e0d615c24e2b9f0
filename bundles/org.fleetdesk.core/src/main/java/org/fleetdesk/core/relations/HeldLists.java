package org.fleetdesk.core.relations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.live.LiveLists;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.read.Scope;

/**
 * The lists of a cluster that are held as long as they are wanted. Of a list that is too large only the beginning is read, now
 * and then, until it is not. For one thread at a time.
 */
final class HeldLists {
	private record Held(RelationPlan plan, LiveLists.Loan loan, Registration registration) {
		private void letGo() {
			registration.close();
			loan.close();
		}
	}

	private final LiveLists lists;
	private final ClusterSession session;
	private final Runnable changed;
	private final int most;
	private final Map<Scope, Held> held = new HashMap<>();
	private final Set<Scope> refused = new HashSet<>();

	/**
	 * No lists yet.
	 *
	 * @param changed told of every change of a list, on any thread
	 * @param most how many objects a list may have
	 */
	HeldLists(LiveLists lists, ClusterSession session, Runnable changed, int most) {
		this.lists = lists;
		this.session = session;
		this.changed = changed;
		this.most = most;
	}

	ClusterSession session() {
		return session;
	}

	/** The list of a scope as it is now; begins it if need be. */
	Listed list(Scope scope, RelationPlan plan) {
		Held known = held.get(scope);
		if (known != null && !known.plan().rows().equals(plan.rows())) {
			held.remove(scope).letGo();
			known = null;
		}
		if (known == null) {
			LiveLists.Loan loan = lists.borrow(session, scope, plan.rows(), most);
			known = new Held(plan, loan, loan.store().listen(changed));
			held.put(scope, known);
		}
		Listed listed = Listed.of(known.loan().store(), plan);
		if (!scope.fields().isEmpty() && listed.snapshot().freshness().problem()
				.filter(KubeException.Invalid.class::isInstance).isPresent() && refused.add(scope)) {
			changed.run(); // another list is wanted instead, and nothing else may change
		}
		return listed;
	}

	/** Whether a list that is held has more objects than are looked through. */
	boolean tooLarge(Scope scope) {
		Held known = held.get(scope);
		return known != null && known.loan().store().tooLarge();
	}

	/** Whether the server does not select by these fields. */
	boolean refused(Scope scope) {
		return refused.contains(scope);
	}

	/** Gives back all but these. */
	void keep(Set<Scope> wanted) {
		held.entrySet().removeIf(each -> {
			boolean unwanted = !wanted.contains(each.getKey());
			if (unwanted) {
				each.getValue().letGo();
			}
			return unwanted;
		});
	}
}
