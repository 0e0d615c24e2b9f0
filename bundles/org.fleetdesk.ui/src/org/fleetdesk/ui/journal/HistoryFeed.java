package org.fleetdesk.ui.journal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalChoices;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalQuery;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/**
 * Asks the journal, one question at a time and off the UI thread, to which it belongs otherwise; of questions that come while
 * one is asked only the last matters.
 */
final class HistoryFeed {

	/**
	 * What the journal says.
	 *
	 * @param query to which question
	 * @param operations what was found, the newest first
	 * @param found how many entries that are
	 * @param more whether there are older ones
	 * @param choices what there is to choose from
	 * @param problem why not all could be read, one sentence, or empty
	 * @param unread whether nothing could be read
	 */
	record Answer(JournalQuery query, List<HistoryRow.Operation> operations, int found, boolean more,
			JournalChoices choices, String problem, boolean unread) {
	}

	private static final Duration LASTING = Duration.ofSeconds(10);
	private final JournalDatabase journal;
	private final Background background;
	private final UiExecutor ui;
	private final Consumer<Answer> taker;
	private @Nullable JournalQuery next;
	private boolean asking;
	private volatile JournalChoices choices = JournalChoices.NONE;
	private volatile Instant chosen = Instant.MIN;

	HistoryFeed(JournalDatabase journal, Background background, UiExecutor ui, Consumer<Answer> taker) {
		this.journal = journal;
		this.background = background;
		this.ui = ui;
		this.taker = taker;
	}

	/** Asks; the answer comes on the UI thread unless another question comes first. */
	void ask(JournalQuery query) {
		next = query;
		if (!asking) {
			asking = true;
			begin(query);
		}
	}

	private void begin(JournalQuery query) {
		background.threads().newThread(() -> {
			Answer answer = answer(query);
			ui.execute(() -> take(answer));
		}).start();
	}

	private void take(Answer answer) {
		JournalQuery wanted = next;
		if (wanted != null && !wanted.equals(answer.query())) {
			begin(wanted);
		} else {
			asking = false;
			taker.accept(answer);
		}
	}

	private Answer answer(JournalQuery query) {
		try {
			List<Entry> entries = journal.find(query.withoutObjects().atMost(query.limit() + 1));
			boolean more = entries.size() > query.limit();
			List<Entry> shown = more ? entries.subList(0, query.limit()) : entries;
			return new Answer(query, HistoryRow.operations(shown), shown.size(), more, choices(), journal.problem(),
					false);
		} catch (UncheckedIOException e) {
			return new Answer(query, List.of(), 0, false, JournalChoices.NONE, String.valueOf(e.getMessage()), true);
		}
	}

	/** Looked for among all entries, so not at every question. */
	private JournalChoices choices() {
		Instant now = background.clock().instant();
		if (chosen.isBefore(now.minus(LASTING))) {
			chosen = now;
			choices = journal.choices();
		}
		return choices;
	}
}
