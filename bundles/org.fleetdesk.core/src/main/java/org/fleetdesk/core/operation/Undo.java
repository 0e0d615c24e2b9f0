package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.object.ManagedFields;
import org.fleetdesk.core.object.ServerOwned;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What takes changes back that the journal has, the last first: it brings each object's changed fields to what they were,
 * makes again what was deleted, deletes what was made. Fields that have changed since are clashes.
 *
 * @param operation what does it, an operation like any other; empty if nothing can be taken back
 * @param refusals what cannot be taken back, and why
 */
public record Undo(Optional<Operation> operation, List<Refusal> refusals) {
	private static final String NAME = "undo";
	/** What leaves a Secret's values alone, which the journal does not have. */
	private static final Set<String> METADATA = Set.of("label", "annotate");
	/** What takes pods away as a part of more. */
	private static final Set<String> PODS = Set.of("evict", "drain", "move-off");

	/**
	 * A change that cannot be taken back.
	 *
	 * @param entry the change
	 * @param why a sentence
	 */
	public record Refusal(Entry entry, String why) {
		public Refusal {
			Objects.requireNonNull(entry);
			Objects.requireNonNull(why);
		}
	}

	public Undo {
		Objects.requireNonNull(operation);
		refusals = List.copyOf(refusals);
	}

	/** What takes one change back. */
	public static Undo of(Entry entry, ClusterAccess cluster) {
		return of(List.of(entry), id -> Optional.of(cluster), false);
	}

	/**
	 * What takes several changes back.
	 *
	 * @param entries the parts of a group, or any others, the newest first
	 * @param clusters gives a cluster by its id, if it is known and open
	 * @param takeOver whether fields that have changed since go back as well
	 */
	public static Undo of(List<Entry> entries, Function<String, Optional<ClusterAccess>> clusters, boolean takeOver) {
		List<Step> steps = new ArrayList<>();
		List<Refusal> refusals = new ArrayList<>();
		for (Entry entry : entries) {
			Optional<String> why = whyNot(entry);
			Optional<Recorded> recorded = clusters.apply(entry.place().cluster())
					.flatMap(cluster -> Recorded.of(entry, cluster));
			if (why.isPresent() || recorded.isEmpty()) {
				refusals.add(new Refusal(entry, why.orElseGet(
						() -> Texts.text("undo.cluster", entry.place().name(), entry.subject().type()))));
			} else {
				steps.add(step(entry, recorded.get(), takeOver));
			}
		}
		return new Undo(steps.isEmpty() ? Optional.empty() : Optional.of(new Steps(NAME, steps)), refusals);
	}

	/** Why a change cannot be taken back, in a sentence; empty if it can, for all that the journal knows. Asks no cluster. */
	public static Optional<String> whyNot(Entry entry) {
		if (entry.outcome() == Entry.Outcome.RUNNING || entry.outcome() == Entry.Outcome.UNKNOWN) {
			return Optional.of(Texts.text("undo.unknown"));
		}
		if (entry.outcome() != Entry.Outcome.DONE) {
			return Optional.of(Texts.text("undo.nothing"));
		}
		if (entry.before().isEmpty() && entry.after().isEmpty()) {
			return Optional.of(Texts.text("undo.unkept"));
		}
		if (entry.subject().type().equals("secrets") && entry.before().isPresent()
				&& !METADATA.contains(entry.subject().operation())) {
			return Optional.of(Texts.text("undo.secret"));
		}
		return entry.after().isEmpty() && PODS.contains(entry.subject().operation())
				? Optional.of(Texts.text("undo.pods"))
				: lasting(entry.subject().operation());
	}

	/** Why what an operation does cannot be taken back, in a sentence; empty if it can, but for single objects. */
	public static Optional<String> lasting(String operation) {
		return switch (operation) {
			case "restart" -> Optional.of(Texts.text("undo.restart"));
			case "evict" -> Optional.of(Texts.text("undo.pods"));
			case "expand" -> Optional.of(Texts.text("undo.expand"));
			default -> Optional.empty();
		};
	}

	private static Step step(Entry entry, Recorded recorded, boolean takeOver) {
		if (entry.before().isEmpty()) {
			return Delete.only(recorded.target(), entry.after().orElseThrow().path("metadata").path("uid").asText());
		}
		JsonNode before = ServerOwned.without(entry.before().get());
		if (entry.after().isEmpty()) {
			return Creating.of(recorded.target(), (ObjectNode) before);
		}
		Back back = new Back(before, ServerOwned.without(entry.after().get()), takeOver);
		return recorded.patching(back, Kubectl.patch(recorded.target(), recorded.subresource(),
				MergePatch.between(back.after(), before)));
	}

	private record Back(JsonNode before, JsonNode after, boolean takeOver) implements Patching.Aim {

		@Override
		public void change(ObjectNode object) {
			changes(object).forEach(change -> change.in(object));
		}

		private List<FieldChange> changes(JsonNode now) {
			return FieldChange.keyByKey(after, before, ManagedFields.of(now));
		}

		@Override
		public List<Clash> clashes(JsonNode now) {
			if (takeOver) {
				return List.of();
			}
			List<Clash> clashes = new ArrayList<>();
			for (FieldChange change : changes(now)) {
				Optional<JsonNode> theirs = change.path().in(now);
				if (!theirs.equals(change.path().in(after)) && !theirs.equals(change.value())) {
					String manager = ManagedFields.of(now).of(change.path()).stream().map(ManagedFields.Manager::name)
							.findFirst().orElse("");
					clashes.add(new Clash(change.path(), manager, true, theirs, change.value()));
				}
			}
			return clashes;
		}
	}
}
