package org.fleetdesk.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.compare.Side;
import org.fleetdesk.core.document.TextFile;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.operation.Edit;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.ChangeFlow;
import org.fleetdesk.ui.change.Resolution;
import org.fleetdesk.ui.object.ObjectRef;

/**
 * Brings a side to where it belongs: an object to its cluster, previewed and asked about as any change; a file to its folder,
 * whole or not at all. Belongs to the UI thread.
 */
final class SideSaving {
	/** Told how it went, on the UI thread. */
	interface Owner {
		/** It was not done, and why: one sentence. */
		void refused(String sentence);

		/** The cluster has the object so, as far as it said how. */
		void applied(Optional<JsonNode> object);

		/** The file has the text. */
		void written(Side side);

		/** Nothing was done, and it was wanted so. */
		void left();
	}

	private final IWorkbenchPartSite site;
	private final Control control;
	private final Fleet fleet;

	SideSaving(IWorkbenchPartSite site, Control control) {
		this.site = site;
		this.control = control;
		this.fleet = site.getService(Fleet.class);
	}

	/**
	 * Begins.
	 *
	 * @param begun the side as it was read
	 * @param side what it shall be
	 */
	void save(SideRef ref, Side begun, Side side, Owner owner) {
		switch (ref) {
			case SideRef.OfFile file -> write(file.file(), begun, side, owner);
			case SideRef.OfObject object -> apply(object.ref(), side, owner);
		}
	}

	private void write(Path file, Side begun, Side side, Owner owner) {
		UiExecutor ui = UiExecutor.of(control);
		site.getService(Background.class).threads().newThread(() -> {
			try {
				boolean written = TextFile.replace(file, begun.text(), side.text());
				ui.execute(() -> {
					if (written) {
						owner.written(side);
					} else {
						owner.refused(NLS.bind(Messages.file_changed, file));
					}
				});
			} catch (IOException e) {
				ui.execute(() -> owner.refused(NLS.bind(Messages.file_unwritten, file)));
			}
		}).start();
	}

	private void apply(ObjectRef ref, Side side, Owner owner) {
		Optional<String> guarded = fleet.cluster(ref.cluster())
				.flatMap(cluster -> GuardedWriter.refusal(cluster.name(), fleet.mark(cluster)));
		Optional<Target> target = ref.target(fleet);
		if (guarded.isPresent()) {
			owner.refused(guarded.get());
		} else if (target.isEmpty()) {
			owner.refused(NLS.bind(Messages.closed,
					fleet.cluster(ref.cluster()).map(Cluster::name).orElse(ref.cluster())));
		} else {
			String title = NLS.bind(Messages.apply_title, ref.kind(), ref.path());
			new ChangeFlow(site, control, title, new Applying(target.get(), side, owner)).start();
		}
	}

	/** One object on its way. */
	private record Applying(Target target, Side side, Owner owner) implements ChangeFlow.Owner {
		@Override
		public Operation operation(Resolution decided) {
			JsonNode base = side.base().orElseThrow();
			return new Edit(target, base, Edit.without(base, side.tree(), decided.theirs()), decided.takeOver());
		}

		@Override
		public boolean keepable() {
			return true;
		}

		@Override
		public void refused(Outcome outcome) {
			owner.refused(outcome.problem().orElseThrow().getMessage());
		}

		@Override
		public void done(List<Outcome> outcomes) {
			if (outcomes.stream().map(Outcome::state)
					.allMatch(Set.of(Outcome.State.DONE, Outcome.State.UNCHANGED)::contains)) {
				owner.applied(outcomes.getFirst().change().flatMap(change -> change.after()));
			} else {
				owner.refused(Messages.cancelled);
			}
		}

		@Override
		public void left() {
			owner.left();
		}
	}
}
