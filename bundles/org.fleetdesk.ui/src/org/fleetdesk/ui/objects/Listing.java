package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.kube.discovery.ResourceType;

import org.jspecify.annotations.Nullable;

/**
 * The live list that follows what a view is asked to show; begins a new one only when kind or places change. Belongs to the
 * UI thread, which it never makes wait; its view closes it.
 */
final class Listing implements AutoCloseable {
	private final Fleet fleet;
	private final Background background;
	private final Runnable changed;
	private ViewState state = ViewState.NOTHING;
	private @Nullable ListModel model;
	private @Nullable Registration registration;

	/**
	 * A listing of nothing yet.
	 *
	 * @param changed told on any thread that there is newer content
	 */
	Listing(Fleet fleet, Background background, Runnable changed) {
		this.fleet = fleet;
		this.background = background;
		this.changed = changed;
	}

	/** Shows another state; true if another list began. */
	boolean ask(ViewState wanted) {
		ViewState before = state;
		state = wanted;
		List<Cluster> clusters = clusters();
		Optional<ListQuery> query = wanted.kinds().isEmpty() || clusters.isEmpty()
				? Optional.empty()
				: Optional.of(new ListQuery(wanted.kinds(), clusters, wanted.namespaces(),
						wanted.selectors().labels(), wanted.selectors().fields()));
		boolean other = !query.equals(Optional.ofNullable(model).map(ListModel::query));
		if (other) {
			close();
			query.ifPresent(this::begin);
		}
		if (model != null && (other || !wanted.filter().equals(before.filter()))) {
			model.filter(wanted.filter());
		}
		if (model != null && (other || !wanted.order().equals(before.order()))) {
			model.sort(wanted.order());
		}
		if (model != null && (other || !wanted.group().equals(before.group()))) {
			model.group(wanted.group());
		}
		return other;
	}

	private void begin(ListQuery query) {
		ListModel begun = new ListModel(fleet, query, background);
		model = begun;
		registration = begun.listen(changed);
	}

	/** The registered ones of the clusters that are asked for. */
	List<Cluster> clusters() {
		return state.clusters().stream().flatMap(id -> fleet.cluster(id).stream()).toList();
	}

	/** The kind as the first cluster that knows it serves it. */
	Optional<ResourceType> type() {
		return state.kind().flatMap(this::type);
	}

	/** A kind as the first cluster that knows it serves it. */
	Optional<ResourceType> type(KindKey kind) {
		return clusters().stream().flatMap(c -> kind.in(c.state().catalogue()).stream()).findFirst();
	}

	/** The newest content; nothing if nothing is asked for. */
	ListContent content() {
		return model == null ? ListContent.NOTHING : model.content();
	}

	/** Gathers what the list says on a thread of its own, and gives it back there; nothing if nothing is asked for. */
	void vocabulary(Consumer<Vocabulary> then) {
		ListModel asked = model;
		if (asked != null) {
			background.threads().newThread(() -> then.accept(asked.vocabulary())).start();
		}
	}

	/** Whether anything is asked for that can be listed. */
	boolean running() {
		return model != null;
	}

	/** Asks every cluster again now. */
	void refresh() {
		clusters().forEach(c -> c.session().ifPresentOrElse(ClusterSession::refresh, () -> fleet.open(c)));
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
