package org.fleetdesk.core.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.object.Difference;
import org.fleetdesk.core.operation.Edit;

/**
 * Two sides being brought together: each as it was begun and as it is now, compared as soon as both are known, and what can
 * be undone. Immutable; making one takes the moment that a {@link SideBySide} takes.
 */
public final class Merge {
	/** How many changes can be undone. */
	static final int MOST_STEPS = 50;

	private final Map<Hand, Side> begun;
	private final Map<Hand, Side> now;
	private final List<Step> done;
	private final List<Step> undone;
	private final boolean placeless;
	private final Optional<SideBySide> compared;

	/** One change of a side. */
	private record Step(Hand hand, Side before, Side after) {
	}

	private Merge(Map<Hand, Side> begun, Map<Hand, Side> now, List<Step> done, List<Step> undone, boolean placeless) {
		this.begun = Map.copyOf(begun);
		this.now = Map.copyOf(now);
		this.done = List.copyOf(done);
		this.undone = List.copyOf(undone);
		this.placeless = placeless;
		this.compared = now.size() == Hand.values().length
				? Optional.of(SideBySide.of(now.get(Hand.LEFT), now.get(Hand.RIGHT), placeless))
				: Optional.empty();
	}

	/**
	 * Of nothing yet.
	 *
	 * @param placeless whether what belongs to the places is no difference
	 */
	public static Merge empty(boolean placeless) {
		return new Merge(Map.of(), Map.of(), List.of(), List.of(), placeless);
	}

	/** The same with or without what belongs to the places. */
	public Merge placeless(boolean wanted) {
		return new Merge(begun, now, done, undone, wanted);
	}

	/** Whether what belongs to the places is no difference. */
	public boolean placeless() {
		return placeless;
	}

	/** A side begun from an object of a cluster, in the order of the other side. */
	public Merge begin(Hand hand, JsonNode object) {
		Side other = now.get(hand.other());
		return begin(hand, other == null ? Side.of(object) : Side.of(object, other.tree()));
	}

	/** A side begun anew; what was changed in it is forgotten. */
	public Merge begin(Hand hand, Side side) {
		Map<Hand, Side> newest = new EnumMap<>(Map.of(hand, side));
		now.forEach(newest::putIfAbsent);
		Map<Hand, Side> bases = new EnumMap<>(Map.of(hand, side));
		begun.forEach(bases::putIfAbsent);
		Side other = newest.get(hand.other());
		if (side.base().isEmpty() && other != null && other.base().isPresent() && !changed(hand.other())) {
			Side arranged = Side.of(other.base().get(), side.tree()); // an object has no order of its own, a file has
			newest.put(hand.other(), arranged);
			bases.put(hand.other(), arranged);
		}
		return new Merge(bases, newest, without(done, hand), without(undone, hand), placeless);
	}

	private static List<Step> without(List<Step> steps, Hand hand) {
		return steps.stream().filter(step -> step.hand() != hand).toList();
	}

	/** A side's object has changed on its cluster: what was changed here is put into it as it is now. */
	public Merge rebased(Hand hand, JsonNode newest) {
		Side side = now.get(hand);
		if (side == null || side.base().isEmpty()) {
			throw new IllegalArgumentException("no object " + hand);
		}
		Side fresh = Side.of(newest, side.tree());
		JsonNode mine = Edit.rebased(side.base().get(), side.tree(), newest);
		return begin(hand, fresh).with(new Step(hand, fresh, fresh.with(Side.of(mine, side.tree()).text())));
	}

	/** Both sides, as soon as both are known. */
	public Optional<SideBySide> compared() {
		return compared;
	}

	/** A side as it is now. */
	public Optional<Side> side(Hand hand) {
		return Optional.ofNullable(now.get(hand));
	}

	/** A side as it was begun. */
	public Optional<Side> begun(Hand hand) {
		return Optional.ofNullable(begun.get(hand));
	}

	/** Whether something was taken over to a side. */
	public boolean changed(Hand hand) {
		return now.containsKey(hand) && !now.get(hand).text().equals(begun.get(hand).text());
	}

	/** With differences taken over to a side. */
	public Merge copied(Collection<Difference> which, Hand to) {
		return compared.map(both -> with(new Step(to, both.side(to), both.copied(which, to)))).orElse(this);
	}

	private Merge with(Step step) {
		if (step.before().text().equals(step.after().text())) {
			return this;
		}
		return moved(step.hand(), step.after(), longer(done, step), List.of());
	}

	/** Whether there is something to undo. */
	public boolean undoable() {
		return !done.isEmpty();
	}

	/** Whether there is something to do again. */
	public boolean redoable() {
		return !undone.isEmpty();
	}

	/** Without the last change. */
	public Merge undo() {
		if (done.isEmpty()) {
			return this;
		}
		Step step = done.getLast();
		return moved(step.hand(), step.before(), done.subList(0, done.size() - 1), longer(undone, step));
	}

	/** With the change that was undone last. */
	public Merge redo() {
		if (undone.isEmpty()) {
			return this;
		}
		Step step = undone.getLast();
		return moved(step.hand(), step.after(), longer(done, step), undone.subList(0, undone.size() - 1));
	}

	/** Without all changes of a side. */
	public Merge reverted(Hand hand) {
		return begun.containsKey(hand) ? begin(hand, begun.get(hand)) : this;
	}

	private Merge moved(Hand hand, Side side, List<Step> before, List<Step> after) {
		Map<Hand, Side> newest = new EnumMap<>(now);
		newest.put(hand, side);
		return new Merge(begun, newest, before, after, placeless);
	}

	private static List<Step> longer(List<Step> steps, Step step) {
		List<Step> all = new ArrayList<>(steps);
		all.add(step);
		return all.size() > MOST_STEPS ? all.subList(1, all.size()) : all;
	}
}
