package org.fleetdesk.core.views;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.fleetdesk.core.settings.SettingsFolder;

/**
 * The views that a person keeps, in the file {@value #FILE} of the settings, which is written whole or not at all. Safe for
 * any thread; every method reads or writes the file, so not for the UI thread.
 */
public final class SavedViews {
	/** The name of the settings' file. */
	public static final String FILE = "views.json";

	private static final ViewsFile NONE = ViewsFile.of(List.of());

	private final SettingsFolder settings;

	/** The views in a settings folder. */
	public SavedViews(SettingsFolder settings) {
		this.settings = Objects.requireNonNull(settings);
	}

	/** All views, in the order they are shown. */
	public List<SavedView> all() {
		return settings.read(FILE, ViewsFile.class).orElse(NONE).views();
	}

	/** The view of a name. */
	public Optional<SavedView> find(String name) {
		return all().stream().filter(view -> view.name().equals(name)).findFirst();
	}

	/**
	 * Keeps a view; one of the same name is replaced.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be written; then the old views stand
	 */
	public void save(SavedView view) {
		change(file -> file.with(view));
	}

	/** Keeps several, as {@link #save} does, all or none. */
	public void saveAll(List<SavedView> views) {
		change(file -> {
			ViewsFile changed = file;
			for (SavedView view : views) {
				changed = changed.with(view);
			}
			return changed;
		});
	}

	/** Gives a view another name; a view that has that name goes. */
	public void rename(String name, String other) {
		change(file -> file.renamed(name, other));
	}

	/** Forgets a view. */
	public void delete(String name) {
		change(file -> file.without(name));
	}

	private void change(UnaryOperator<ViewsFile> change) {
		settings.change(FILE, ViewsFile.class, NONE, change);
	}
}
