package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.core.operation.Apply;
import org.fleetdesk.core.operation.Edit;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Cause;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.ui.change.ChangeFlow;
import org.fleetdesk.ui.change.Resolution;
import org.fleetdesk.ui.yaml.TextMark;
import org.fleetdesk.ui.yaml.YamlChecker;

/** Brings an object's text to its cluster: reads it, previews it, asks, applies it; says what is wrong at its line. Belongs to the UI thread. */
final class ObjectSaving {
	/** Told how it went. */
	interface Owner {
		/** It cannot be, for now, and why: one sentence. */
		void refused(String sentence);

		/** The object is now as the text says. */
		void saved(Optional<JsonNode> object);

		/** Nothing was done. */
		void left();
	}

	private final IWorkbenchPartSite site;
	private final ObjectRef ref;
	private final YamlPage page;
	private final YamlChecker checker;
	private final Fleet fleet;
	private final Owner owner;
	private boolean busy;

	ObjectSaving(IWorkbenchPartSite site, ObjectRef ref, YamlPage page, Owner owner) {
		this.site = site;
		this.ref = ref;
		this.page = page;
		this.owner = owner;
		this.fleet = site.getService(Fleet.class);
		this.checker = new YamlChecker(page.pane(), site.getService(Background.class));
	}

	YamlChecker checker() {
		return checker;
	}

	/**
	 * Begins to save.
	 *
	 * @param anew whether the object is gone and shall be made again
	 */
	void save(boolean anew) {
		if (!busy) {
			busy = true;
			checker.read(documents -> begin(documents, anew));
		}
	}

	/** Someone typed: nothing that was read before is saved. */
	void typed() {
		busy = false;
	}

	private void begin(Documents documents, boolean anew) {
		Optional<TextMark> error = YamlChecker.firstError(documents);
		Optional<Cluster> cluster = fleet.cluster(ref.cluster());
		Optional<String> guarded = cluster.flatMap(c -> GuardedWriter.refusal(c.name(), fleet.mark(c)));
		if (error.isPresent()) {
			refuse(NLS.bind(Messages.save_wrong, error.get().line(), error.get().message()));
			page.pane().go(error.get());
		} else if (documents.documents().size() != 1) {
			refuse(NLS.bind(Messages.save_one, documents.documents().size()));
		} else if (guarded.isPresent()) {
			refuse(guarded.get());
		} else {
			ref.target(fleet).ifPresentOrElse(
					target -> start(new Saving(documents, documents.documents().getFirst(), target, anew)),
					() -> refuse(NLS.bind(Messages.save_closed, ref.place(fleet))));
		}
	}

	private void refuse(String sentence) {
		busy = false;
		owner.refused(sentence);
	}

	private void start(Saving saving) {
		new ChangeFlow(site, page.control(), NLS.bind(Messages.save_title, ref.kind(), ref.name()), saving).start();
	}

	/** One text on its way. */
	private final class Saving implements ChangeFlow.Owner {
		private final Documents documents;
		private final Document document;
		private final Target target;
		private final boolean anew;

		Saving(Documents documents, Document document, Target target, boolean anew) {
			this.documents = documents;
			this.document = document;
			this.target = target;
			this.anew = anew;
		}

		@Override
		public Operation operation(Resolution decided) {
			ObjectNode text = document.tree().orElseThrow();
			JsonNode base = page.base().orElseThrow();
			if (anew) {
				return new Apply(List.of(new Apply.Desired(target, ServerOwned.without(text))),
						WriteOptions.REAL.forced(decided.takeOver()));
			}
			JsonNode mine = Edit.without(base, text, decided.theirs());
			return new Edit(target, base, mine, decided.takeOver());
		}

		@Override
		public boolean keepable() {
			return !anew;
		}

		@Override
		public void refused(Outcome outcome) {
			KubeException problem = outcome.problem().orElseThrow();
			List<TextMark> marks = problem.causes().stream().filter(cause -> !cause.field().isEmpty())
					.map(this::mark).toList();
			checker.mark(documents, marks);
			refuse(problem.getMessage());
			marks.stream().findFirst().ifPresent(page.pane()::go);
		}

		private TextMark mark(Cause cause) {
			var place = document.position(FieldPath.parse(cause.field(), document.tree().orElseThrow()));
			return new TextMark(place.line(), place.column(), true, cause.message());
		}

		@Override
		public void done(List<Outcome> outcomes) {
			busy = false;
			boolean all = outcomes.stream().map(Outcome::state)
					.allMatch(Set.of(Outcome.State.DONE, Outcome.State.UNCHANGED)::contains);
			if (all) {
				owner.saved(outcomes.getFirst().change().flatMap(change -> change.after()));
			} else {
				owner.refused(Messages.save_cancelled);
			}
		}

		@Override
		public void left() {
			busy = false;
			owner.left();
		}
	}
}
