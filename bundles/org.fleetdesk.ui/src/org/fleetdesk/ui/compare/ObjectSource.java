package org.fleetdesk.ui.compare;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.object.ObjectState;
import org.fleetdesk.ui.object.ObjectWatch;
import org.fleetdesk.ui.table.FreshnessText;

/** An object of a cluster, live. */
final class ObjectSource implements SideSource {
	private final Fleet fleet;
	private final ObjectRef ref;
	private final Background background;
	private final ObjectWatch watch;

	ObjectSource(Fleet fleet, ObjectRef ref, Background background, Cache cache) {
		this.fleet = fleet;
		this.ref = ref;
		this.background = background;
		this.watch = new ObjectWatch(fleet, ref, background, cache);
	}

	@Override
	public void begin() {
		watch.begin();
	}

	@Override
	public Newest newest() {
		ObjectState state = watch.state();
		FreshnessText words = new FreshnessText(ZoneId.systemDefault(), background.clock().instant());
		String said = state.cached().map(when -> NLS.bind(Messages.as_of, words.time(when)))
				.orElseGet(() -> state.part().map(part -> switch (part.freshness().state()) {
					case LIVE -> Messages.live;
					case LOADING -> Messages.loading;
					case STALE, FAILED -> NLS.bind(Messages.as_of, words.time(part.freshness().since()));
				}).orElse(Messages.loading));
		String mark = fleet.cluster(ref.cluster()).map(fleet::mark).map(MarkLook::words).orElse("");
		String place = mark.isEmpty() ? ref.place(fleet) : NLS.bind(Messages.marked, ref.place(fleet), mark);
		return new Newest(state.object(), Optional.empty(), 1, NLS.bind(Messages.place, place, said),
				problems(state, words), state.cached().isPresent());
	}

	private List<String> problems(ObjectState state, FreshnessText words) {
		List<String> all = new ArrayList<>();
		if (fleet.cluster(ref.cluster()).isEmpty()) {
			all.add(NLS.bind(Messages.unregistered, ref.cluster()));
		}
		state.deleted().ifPresent(
				when -> all.add(NLS.bind(Messages.deleted, title(), words.time(when))));
		state.problem().ifPresent(all::add);
		List<Part> troubled = FreshnessText.troubled(state.part().stream().toList());
		troubled.stream().map(words::trouble).filter(t -> state.problem().filter(t::contains).isEmpty())
				.forEach(all::add);
		return all;
	}

	private String title() {
		return ref.kind() + " " + ref.path();
	}

	@Override
	public Registration listen(Runnable listener) {
		return watch.listen(listener);
	}

	@Override
	public void refresh() {
		watch.refresh();
	}

	@Override
	public void close() {
		watch.close();
	}
}
