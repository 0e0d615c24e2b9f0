package org.fleetdesk.core.search;

import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

/** Looks for one object by its name in the lists that may have it. Used once, by one thread. */
final class Lookup {
	private static final List<String> STATUS = List.of("Status", "Phase", "State", "Ready"); // what says most first

	private final KindKey kind;
	private final String namespace;
	private final String name;

	Lookup(KindKey kind, String namespace, String name) {
		this.kind = kind;
		this.namespace = namespace;
		this.name = name;
	}

	/** Whether a list has all objects of the kind in the namespace. */
	boolean covers(Scope scope) {
		return KindKey.of(scope.type()).equals(kind) && scope.labels().isEmpty() && scope.fields().isEmpty()
				&& (scope.namespace().isEmpty() || scope.namespace().equals(namespace));
	}

	/** What a live list says; empty if it says nothing. */
	Optional<Sighting> in(LiveStore store) {
		Snapshot snapshot = store.snapshot();
		boolean live = snapshot.freshness().state() == State.LIVE;
		Knowledge knowledge = new Knowledge(live,
				snapshot.cached().filter(time -> !live).orElse(snapshot.freshness().since()));
		for (Line line : snapshot.lines()) {
			if (is(line.row())) {
				return Optional.of(there(line.columns(), line.row(), knowledge));
			}
		}
		return live ? Optional.of(new Sighting(Sighting.State.GONE, "", Optional.of(knowledge))) : Optional.empty();
	}

	/** What a remembered list says; empty if it says nothing. */
	Optional<Sighting> in(Remembered.Rows rows, Knowledge knowledge) {
		return rows.rows().stream().filter(this::is).findFirst().map(row -> there(rows.columns(), row, knowledge));
	}

	private boolean is(Row row) {
		return row.name().equals(name) && row.namespace().equals(namespace);
	}

	private static Sighting there(List<Column> columns, Row row, Knowledge knowledge) {
		String status = STATUS.stream().map(heading -> text(columns, row, heading)).filter(text -> !text.isEmpty())
				.findFirst().orElse("");
		return new Sighting(Sighting.State.THERE, status, Optional.of(knowledge));
	}

	private static String text(List<Column> columns, Row row, String heading) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(heading) && row.cell(i) instanceof String text) {
				return text;
			}
		}
		return "";
	}
}
