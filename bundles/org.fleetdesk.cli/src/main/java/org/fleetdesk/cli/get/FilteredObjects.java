package org.fleetdesk.cli.get;

import java.util.List;
import java.util.Optional;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.Scope;

/** Which objects of lists pass a filter, by all that is known of their kinds. Safe for any thread. */
public final class FilteredObjects {
	private static final int PAGE = 500;
	private final Query query;

	/** A filter; a {@link org.fleetdesk.cli.terminal.Failure} if the text is wrong somewhere. */
	public FilteredObjects(String text, Assembly assembly) {
		Kinds kinds = assembly.kinds();
		query = new Query(new Wanted(List.of(), false), Optional.empty(), true, "", "", PAGE,
				new RowFilter(text, assembly.clock(), kinds), new ShownColumns("", kinds, assembly.clock()));
	}

	/** The objects of a cluster's list that pass; reads the list. */
	public List<ObjectKey> of(Target target, Scope scope) throws InterruptedException {
		Part part = new Part(scope, Optional.empty());
		ClusterQuery cluster = new ClusterQuery(target, query);
		return query.filter().of(cluster.rows(part, query.columns().described())).rows().stream()
				.map(row -> new ObjectKey(scope.type(), row.namespace(), row.name())).toList();
	}

	/** Says on standard error which keys no row has, and what is wrong in files that describe the kinds. */
	public void tell(Terminal terminal) {
		query.filter().tell(terminal);
		query.columns().tell(terminal);
	}
}
