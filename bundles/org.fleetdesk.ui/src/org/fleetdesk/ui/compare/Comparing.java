package org.fleetdesk.ui.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.compare.Merge;
import org.fleetdesk.core.compare.Side;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.ui.UiExecutor;

/**
 * The comparison of one editor as it goes on: every change of it is worked out on a thread of the background, one after the
 * other, and told on the UI thread, to which it belongs.
 */
final class Comparing {
	/** Told what came of it. */
	interface Owner {
		/** The comparison is another. */
		void compared();

		/** A side that something was taken over to is another now where it comes from. */
		void meanwhile(Hand hand, SideSource.Newest newest);

		/** A change of it could not be made, and why: one sentence. */
		void failed(String sentence);
	}

	private final Background background;
	private final UiExecutor ui;
	private final Owner owner;
	private final Deque<UnaryOperator<Merge>> waiting = new ArrayDeque<>();
	private final Map<Hand, String> versions = new EnumMap<>(Hand.class);
	private Merge merge;
	private CompareContent content = CompareContent.NOTHING;
	private boolean busy;

	Comparing(Background background, UiExecutor ui, boolean placeless, Owner owner) {
		this.background = background;
		this.ui = ui;
		this.owner = owner;
		this.merge = Merge.empty(placeless);
	}

	/** What there is now. */
	Merge merge() {
		return merge;
	}

	/** The same for the screen. */
	CompareContent content() {
		return content;
	}

	/** Takes what is known of a side; of one that something was taken over to it is only said that it has changed. */
	void take(Hand hand, SideSource.Newest newest) {
		if (newest.version().isEmpty() || newest.version().equals(versions.get(hand))) {
			return;
		}
		if (!merge.changed(hand)) {
			renew(hand, newest);
			return;
		}
		versions.put(hand, newest.version());
		Optional<JsonNode> base = merge.side(hand).flatMap(Side::base);
		background.threads().newThread(() -> {
			boolean same = base.isPresent() && newest.object().isPresent()
					&& Differences.of(base.get(), newest.object().get()).isEmpty();
			ui.execute(() -> {
				if (!merge.changed(hand)) { // what was taken over is applied or given up by now
					renew(hand, newest);
				} else if (!same) {
					owner.meanwhile(hand, newest);
				}
			});
		}).start();
	}

	/** Begins a side from what is known of it. */
	void renew(Hand hand, SideSource.Newest newest) {
		versions.put(hand, newest.version());
		work(now -> newest.file().isPresent()
				? now.begin(hand, Side.of(newest.file().get(), newest.document()))
				: now.begin(hand, newest.object().orElseThrow()));
	}

	/** Puts what was taken over to a side into its object as it is now. */
	void rebase(Hand hand, SideSource.Newest newest) {
		versions.put(hand, newest.version());
		work(now -> now.rebased(hand, newest.object().orElseThrow()));
	}

	/** A side's file has its text now. */
	void written(Hand hand, Side side) {
		versions.put(hand, side.text());
		work(now -> now.begin(hand, side));
	}

	/** Changes the comparison. */
	void work(UnaryOperator<Merge> change) {
		waiting.add(change);
		next();
	}

	private void next() {
		if (busy || waiting.isEmpty()) {
			return;
		}
		busy = true;
		UnaryOperator<Merge> change = waiting.remove();
		Merge before = merge;
		CompareContent shown = content;
		background.threads().newThread(() -> {
			try {
				Merge after = change.apply(before);
				CompareContent newest = after.compared().map(CompareContent::of).orElse(shown);
				ui.execute(() -> done(after, newest));
			} catch (IllegalArgumentException e) { // a text that cannot be read, or not be changed so
				ui.execute(() -> failed(before, shown));
			} catch (RuntimeException e) { // a fault of ours, for the log
				ui.execute(() -> failed(before, shown));
				throw e;
			}
		}).start();
	}

	private void failed(Merge before, CompareContent shown) {
		done(before, shown);
		owner.failed(Messages.impossible);
	}

	private void done(Merge after, CompareContent newest) {
		busy = false;
		merge = after;
		content = newest;
		owner.compared();
		next();
	}
}
