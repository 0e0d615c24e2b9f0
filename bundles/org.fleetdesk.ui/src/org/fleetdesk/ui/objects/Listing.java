package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.SortKey;

import org.jspecify.annotations.Nullable;

/**
 * The live list that follows what a view is asked to show; begins a new one only when kinds or places change. Belongs to the
 * UI thread, which it never makes wait; its view closes it.
 */
public final class Listing implements AutoCloseable {

	/**
	 * What to show.
	 *
	 * @param query kinds and places; empty for nothing
	 * @param filter what lines pass
	 * @param order the columns to sort by
	 * @param group the column to group by, or empty
	 */
	public record Wanted(Optional<ListQuery> query, Filter filter, List<SortKey> order, String group) {
		private static final Wanted NOTHING = new Wanted(Optional.empty(), Filter.ALL, List.of(), "");
	}

	private final Fleet fleet;
	private final Background background;
	private final Runnable changed;
	private Wanted shown = Wanted.NOTHING;
	private Filter running = Filter.ALL;
	private Set<String> looked = Set.of();
	private @Nullable ListModel model;
	private @Nullable Registration registration;

	/**
	 * A listing of nothing yet.
	 *
	 * @param changed told on any thread that there is newer content
	 */
	public Listing(Fleet fleet, Background background, Runnable changed) {
		this.fleet = fleet;
		this.background = background;
		this.changed = changed;
	}

	/** Shows something else; true if another list began. */
	public boolean ask(Wanted wanted) {
		Wanted before = shown;
		shown = wanted;
		boolean other = !wanted.query().equals(Optional.ofNullable(model).map(ListModel::query));
		if (other) {
			close();
			wanted.query().ifPresent(this::begin);
		}
		if (model != null && (other || !wanted.filter().equals(before.filter()))) {
			running = wanted.filter();
			model.filter(running);
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
		begun.show(looked);
		model = begun;
		registration = begun.listen(changed);
	}

	/** The newest content; nothing if nothing is asked for. */
	public ListContent content() {
		return model == null ? ListContent.NOTHING : model.content();
	}

	/** Which columns are looked at, by their names. */
	public void look(List<ListColumn> columns) {
		looked = columns.stream().map(ListColumn::name).collect(Collectors.toSet());
		if (model != null) {
			model.show(looked);
		}
	}

	/** Gathers what the list says on a thread of its own, and gives it back there; nothing if nothing is asked for. */
	public void vocabulary(Consumer<Vocabulary> then) {
		ListModel asked = model;
		if (asked != null) {
			background.threads().newThread(() -> then.accept(asked.vocabulary())).start();
		}
	}

	/** The filter that the list runs, which knows after a run what is wrong with it. */
	public Filter filter() {
		return running;
	}

	/** Whether anything is asked for that can be listed. */
	public boolean running() {
		return model != null;
	}

	/** Asks clusters again now; those that are not open are opened. */
	public void refresh(List<Cluster> clusters) {
		clusters.forEach(c -> c.session().ifPresentOrElse(ClusterSession::refresh, () -> fleet.open(c)));
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
