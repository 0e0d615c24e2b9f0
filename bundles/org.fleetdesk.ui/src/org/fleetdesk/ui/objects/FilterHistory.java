package org.fleetdesk.ui.objects;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.settings.SettingsFolder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filters that were typed last, kept over restarts; the newest first. Belongs to the UI thread; files are read and written on others. */
public final class FilterHistory {
	private static final Logger LOG = LoggerFactory.getLogger(FilterHistory.class);
	private static final String FILE = "filters.json";
	private static final int MOST = 20;

	/** The file's form. */
	record Typed(List<String> filters) {
		Typed {
			filters = List.copyOf(filters);
		}

		private Typed with(String filter) {
			List<String> all = new ArrayList<>();
			all.add(filter);
			filters.stream().filter(f -> !f.equals(filter)).limit(MOST - 1L).forEach(all::add);
			return new Typed(all);
		}
	}

	private final SettingsFolder settings;
	private final Background background;
	private volatile Typed typed = new Typed(List.of());

	/** What was typed so far, as soon as it is read. */
	public FilterHistory(SettingsFolder settings, Background background) {
		this.settings = settings;
		this.background = background;
		background.threads().newThread(this::read).start();
	}

	private void read() {
		typed = settings.read(FILE, Typed.class).orElse(typed);
	}

	/** The filters. */
	List<String> filters() {
		return typed.filters();
	}

	/** Keeps one more. */
	void add(String filter) {
		String stripped = filter.strip();
		if (stripped.isEmpty() || !typed.filters().isEmpty() && typed.filters().getFirst().equals(stripped)) {
			return;
		}
		typed = typed.with(stripped);
		background.threads().newThread(() -> {
			try {
				settings.change(FILE, Typed.class, new Typed(List.of()), file -> file.with(stripped));
			} catch (UncheckedIOException e) {
				LOG.warn("The filters that were typed could not be kept.", e);
			}
		}).start();
	}
}
