package org.fleetdesk.core.live;

import org.fleetdesk.core.filter.Subject;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** The line of a list that a filter looks at. Used by one thread. */
final class LineSubject implements Subject {
	private final ListColumns columns;
	private @Nullable Line line;

	LineSubject(ListColumns columns) {
		this.columns = columns;
	}

	/** Moves to a line. */
	LineSubject at(Line next) {
		line = next;
		return this;
	}

	private Line line() {
		Line current = line;
		if (current == null) {
			throw new IllegalStateException("no line yet");
		}
		return current;
	}

	@Override
	public String cluster() {
		return line().cluster().name();
	}

	@Override
	public ResourceType type() {
		return line().store().scope().type();
	}

	@Override
	public Row row() {
		return line().row();
	}

	@Override
	public String health() {
		return line().health().map(Health::word).orElse("");
	}

	@Override
	public @Nullable Object cell(int heading) {
		return ListContent.kept(columns, line(), heading);
	}
}
