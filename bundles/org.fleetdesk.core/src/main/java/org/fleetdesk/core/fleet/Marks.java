package org.fleetdesk.core.fleet;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;

/**
 * How clusters are marked, kept in the settings by the clusters' ids, so that every program on the workstation obeys. Safe
 * for any thread.
 */
public final class Marks {
	private static final String FILE = "marks.json";
	private static final String SET_ASIDE = FILE + SettingsFolder.DAMAGED;

	/** The settings file. */
	record Saved(Map<String, Mark> clusters) {
		Saved {
			clusters = clusters == null ? Map.of() : Map.copyOf(clusters);
		}
	}

	private final SettingsFolder settings;
	private volatile Map<String, Mark> marks = Map.of();
	private volatile boolean damaged;

	/** The marks of a settings folder, not read yet. */
	public Marks(SettingsFolder settings) {
		this.settings = Objects.requireNonNull(settings);
	}

	/** Reads what another program may have changed; blocks for the file. Says whether it has. */
	public boolean reload() {
		Optional<Map<String, Mark>> read = settings.read(FILE, Saved.class).map(Saved::clusters);
		damaged = read.isEmpty() && (settings.exists(FILE) || settings.exists(SET_ASIDE));
		if (damaged) {
			return false; // a guard does not fall with its file
		}
		Map<String, Mark> newest = read.orElse(Map.of());
		boolean changed = !newest.equals(marks);
		marks = newest;
		return changed;
	}

	/** That the file could not be read, if so: then every cluster counts as read-only until one is marked again. */
	public Optional<Finding> finding() {
		return damaged
				? Optional.of(new Finding(Finding.Severity.ERROR, settings.file(FILE).toString(),
						Texts.text("marks.damaged"), Texts.text("marks.damaged.remedy")))
				: Optional.empty();
	}

	/** How the cluster of an id is marked; while the marks cannot be read, one not known is read-only. */
	public Mark of(String cluster) {
		return marks.getOrDefault(cluster, Mark.NONE.readOnly(damaged));
	}

	/**
	 * Marks a cluster; blocks for the file.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be kept; it holds until the program ends all the same
	 */
	public void set(String cluster, Mark mark) {
		synchronized (settings) {
			marks = with(marks, cluster, mark);
			damaged = false;
			settings.change(FILE, Saved.class, new Saved(Map.of()),
					saved -> new Saved(with(saved.clusters(), cluster, mark)));
			settings.delete(SET_ASIDE);
		}
	}

	private static Map<String, Mark> with(Map<String, Mark> some, String cluster, Mark mark) {
		Map<String, Mark> all = new TreeMap<>(some);
		if (mark.equals(Mark.NONE)) {
			all.remove(cluster);
		} else {
			all.put(cluster, mark);
		}
		return Map.copyOf(all);
	}
}
