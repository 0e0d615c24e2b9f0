package org.fleetdesk.ui.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.Problem;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.ui.UiExecutor;

/**
 * Reads the text of a pane on other threads, a moment after somebody typed, and marks what is wrong in it. What a cluster
 * says of the text is marked besides, until somebody types. Used on the UI thread.
 */
public final class YamlChecker {
	private static final Duration PAUSE = Duration.ofMillis(300);

	private final YamlPane pane;
	private final Background background;
	private final UiExecutor ui;
	private final Runnable later;
	private int asked;
	private boolean waiting;

	/** Checks a pane. */
	public YamlChecker(YamlPane pane, Background background) {
		this.pane = pane;
		this.background = background;
		this.ui = UiExecutor.of(pane.widget());
		this.later = ui.afterPause(PAUSE, () -> {
			if (waiting) {
				read(documents -> {
					// marking it was all
				});
			}
		});
	}

	/** Checks soon. */
	public void soon() {
		asked++;
		waiting = true;
		later.run();
	}

	/** Reads the text now and gives it to who asks, unless it has changed by then. */
	public void read(Consumer<Documents> then) {
		int number = ++asked;
		waiting = false; // this reading is as new as the one that was to come
		String text = pane.text();
		background.threads().newThread(() -> {
			Documents documents = Documents.parse(text);
			BitSet blocks = YamlBlocks.of(text);
			ui.execute(() -> {
				if (number == asked) {
					pane.structure(blocks);
					mark(documents, List.of());
					then.accept(documents);
				}
			});
		}).start();
	}

	/** Marks what is wrong in a text, and what was said of it besides. */
	public void mark(Documents documents, List<TextMark> besides) {
		List<TextMark> all = new ArrayList<>();
		documents.problems().stream().map(YamlChecker::mark).forEach(all::add);
		all.addAll(besides);
		pane.mark(all);
	}

	private static TextMark mark(Problem problem) {
		return new TextMark(problem.range().line(), problem.range().column(),
				problem.severity() == Severity.ERROR, problem.message());
	}

	/** The first error of a text. */
	public static Optional<TextMark> firstError(Documents documents) {
		return documents.problems().stream().filter(p -> p.severity() == Severity.ERROR).findFirst()
				.map(YamlChecker::mark);
	}
}
