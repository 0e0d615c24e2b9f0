package org.fleetdesk.ui.yaml;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.drafts.Draft;
import org.fleetdesk.core.drafts.Drafts;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;

/**
 * Keeps the draft of one editor: a second after the last key, at once when the editor closes, so that no crash loses more.
 * Used on the UI thread; files are written on other threads, one after the other, the newest last.
 */
public final class DraftKeeper {
	private static final Duration PAUSE = Duration.ofSeconds(1);
	private static final ObjectMapper JSON = new ObjectMapper();

	/**
	 * What there is to keep.
	 *
	 * @param base the object it began from, a missing node where there was none
	 * @param text the text
	 * @param caret where the cursor is
	 * @param secret whether it must not reach a file
	 */
	public record Typed(JsonNode base, String text, int caret, boolean secret) {
	}

	private final Drafts drafts;
	private final Errands errands;
	private final Background background;
	private final UiExecutor ui;
	private final String key;
	private final String title;
	private final Supplier<Optional<Typed>> now;
	private final Runnable later;
	private final Object files = new Object();
	private volatile Optional<Typed> wanted = Optional.empty();
	private volatile boolean found;
	private Optional<Typed> written = Optional.empty(); // guarded by files
	private boolean kept; // guarded by files

	/**
	 * Keeps the draft of an editor.
	 *
	 * @param key of what it is a draft
	 * @param title how that is called
	 * @param now gives what there is to keep; empty if nothing was typed, or not any more
	 */
	public DraftKeeper(IServiceLocator site, Control control, String key, String title, Supplier<Optional<Typed>> now) {
		this.drafts = site.getService(Drafts.class);
		this.errands = site.getService(Errands.class);
		this.background = site.getService(Background.class);
		this.ui = UiExecutor.of(control);
		this.key = key;
		this.title = title;
		this.now = now;
		this.later = ui.afterPause(PAUSE, this::keep);
	}

	/** Keeps what there is a second after the last call. */
	public void soon() {
		later.run();
	}

	/** Keeps what there is now. */
	public void keep() {
		write(now.get());
	}

	/** Forgets the draft. */
	public void drop() {
		found = true; // one that an earlier editor left goes as well
		write(Optional.empty());
	}

	private void write(Optional<Typed> typed) {
		wanted = typed;
		errands.run(NLS.bind(Messages.draft_failed, title), () -> {
			synchronized (files) {
				Optional<Typed> newest = wanted;
				if (newest.isPresent() && !newest.equals(written)) {
					kept = true;
					drafts.keep(draft(newest.get()), newest.get().secret());
				} else if (newest.isEmpty() && (kept || found)) {
					drafts.drop(key);
					kept = false;
					found = false;
				}
				written = newest;
			}
		});
	}

	private Draft draft(Typed typed) {
		return new Draft(key, typed.base().isMissingNode() ? "" : typed.base().toString(), typed.text(), typed.caret(),
				background.clock().millis());
	}

	/** Looks for a draft that was left, and tells of it and the object it began from, if there is one. */
	public void find(BiConsumer<Draft, JsonNode> found) {
		errands.run(NLS.bind(Messages.draft_failed, title), () -> drafts.find(key).ifPresent(draft -> {
			try {
				JsonNode base = JSON.readTree(draft.base());
				ui.execute(() -> found.accept(draft, base));
			} catch (JsonProcessingException e) {
				ui.execute(() -> found.accept(draft, JSON.missingNode())); // its text is still worth something
			}
		}));
	}
}
