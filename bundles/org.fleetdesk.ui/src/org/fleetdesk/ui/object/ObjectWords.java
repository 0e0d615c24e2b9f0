package org.fleetdesk.ui.object;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.table.FreshnessText;

/** Says where an object is, and how true what is known of it is. */
final class ObjectWords {
	private final Fleet fleet;
	private final ObjectRef ref;
	private final Mark mark;
	private final FreshnessText words;

	ObjectWords(Fleet fleet, ObjectRef ref, Mark mark, Instant now) {
		this.fleet = fleet;
		this.ref = ref;
		this.mark = mark;
		this.words = new FreshnessText(ZoneId.systemDefault(), now);
	}

	/** How true it is, for the status line. */
	String status(ObjectState state) {
		return state.part().map(p -> words.truth(List.of(p))).orElse(Messages.loading);
	}

	/** The kind, the namespace, the cluster, and whether that is live. */
	String where(ObjectState state) {
		String marked = MarkLook.words(mark);
		String place = marked.isEmpty() ? ref.place(fleet) : NLS.bind(Messages.marked, ref.place(fleet), marked);
		String said = state.cached().map(when -> NLS.bind(Messages.as_of, words.time(when)))
				.orElseGet(() -> state.part().map(this::truth).orElse(Messages.loading));
		return ref.namespace().isEmpty()
				? NLS.bind(Messages.where_cluster, new Object[]{ref.type(), place, said})
				: NLS.bind(Messages.where, new Object[]{ref.type(), ref.namespace(), place, said});
	}

	private String truth(Part part) {
		return switch (part.freshness().state()) {
			case LIVE -> Messages.live;
			case LOADING -> Messages.loading;
			case STALE, FAILED -> words.time(part.freshness().since());
		};
	}

	/** What is wrong with it. */
	List<String> troubles(ObjectState state) {
		List<String> all = new ArrayList<>();
		if (fleet.cluster(ref.cluster()).isEmpty()) {
			all.add(NLS.bind(Messages.unregistered, ref.cluster()));
		}
		state.deleted().ifPresent(when -> all.add(NLS.bind(Messages.deleted, words.time(when))));
		state.problem().ifPresent(all::add);
		List<Part> troubled = FreshnessText.troubled(state.part().stream().toList());
		troubled.stream().map(words::trouble).filter(t -> state.problem().filter(t::contains).isEmpty())
				.forEach(all::add);
		return all;
	}
}
