package org.fleetdesk.ui.object;

import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.details.Around;
import org.fleetdesk.core.details.Details;
import org.fleetdesk.core.details.DetailsReader;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/** Makes what an object's page shows on threads of its own, one at a time, whenever something of it is new. Belongs to the UI thread. */
final class DetailsFeed {
	private record Asked(JsonNode object, Around around) {
		/** Whether it is the very same object, in the same circumstances. */
		boolean same(@Nullable Asked other) {
			return other != null && object == other.object && around.equals(other.around);
		}
	}

	private final Background background;
	private final UiExecutor ui;
	private final Consumer<Details> shown;
	private @Nullable Asked newest;
	private boolean working;

	/**
	 * A feed.
	 *
	 * @param shown takes what was made, on the UI thread
	 */
	DetailsFeed(Background background, UiExecutor ui, Consumer<Details> shown) {
		this.background = background;
		this.ui = ui;
		this.shown = shown;
	}

	/** Makes the details of an object, unless these are made already. */
	void ask(JsonNode object, Around around) {
		Asked asked = new Asked(object, around);
		if (!asked.same(newest)) {
			newest = asked;
			if (!working) {
				make(asked);
			}
		}
	}

	private void make(Asked asked) {
		working = true;
		background.threads().newThread(() -> {
			Optional<Details> made = Optional.empty();
			try {
				made = Optional.of(DetailsReader.read(asked.object(), asked.around()));
			} finally { // also after a fault of ours, or the page would stay as it is for ever
				Optional<Details> known = made;
				ui.execute(() -> made(asked, known));
			}
		}).start();
	}

	private void made(Asked asked, Optional<Details> made) {
		working = false;
		made.ifPresent(shown);
		Asked now = newest;
		if (now != null && !now.same(asked)) {
			make(now);
		}
	}
}
