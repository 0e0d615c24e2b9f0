package org.fleetdesk.ui.events;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;

import org.jspecify.annotations.Nullable;

/**
 * The live list of events that follows what a view is asked to show; begins a new one only when places or object change.
 * Belongs to the UI thread, which it never makes wait; its view closes it.
 */
final class EventsListing implements AutoCloseable {
	private final Fleet fleet;
	private final Background background;
	private final Runnable changed;
	private EventsState state = EventsState.NOTHING;
	private @Nullable ListModel model;
	private @Nullable Registration registration;

	/**
	 * A listing of nothing yet.
	 *
	 * @param changed told on any thread that there is newer content
	 */
	EventsListing(Fleet fleet, Background background, Runnable changed) {
		this.fleet = fleet;
		this.background = background;
		this.changed = changed;
	}

	/** Shows another state; true if another list began. */
	boolean ask(EventsState wanted) {
		EventsState before = state;
		state = wanted;
		Optional<ListQuery> query = wanted.query(fleet);
		boolean other = !query.equals(Optional.ofNullable(model).map(ListModel::query));
		if (other) {
			close();
			query.ifPresent(this::begin);
		}
		if (model != null && (other || !wanted.words().equals(before.words()))) {
			model.filter(wanted.words());
		}
		if (model != null && (other || !wanted.order().equals(before.order()))) {
			model.sort(wanted.order());
		}
		return other;
	}

	private void begin(ListQuery query) {
		ListModel begun = new ListModel(fleet, query, background);
		model = begun;
		registration = begun.listen(changed);
	}

	/** The newest content; nothing if nothing is asked for. */
	ListContent content() {
		return model == null ? ListContent.NOTHING : model.content();
	}

	/** Whether anything is asked for that can be listed. */
	boolean running() {
		return model != null;
	}

	/** Asks every cluster again now. */
	void refresh() {
		state.clusters(fleet).forEach(c -> c.session().ifPresentOrElse(ClusterSession::refresh, () -> fleet.open(c)));
	}

	@Override
	public void close() {
		if (model != null) {
			Objects.requireNonNull(registration).close();
			model.close();
			model = null;
		}
	}
}
