package org.fleetdesk.core.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.KubeconfigReader;

/**
 * The kubeconfigs a person works with: the standard files, and what was added, remembered in the settings. Reads files on
 * the caller's thread; {@link #list} never waits for them.
 */
public final class Sources {
	private static final String FILE = "clusters.json";
	private static final String PASTED = "pasted-";

	/** The settings file. */
	record Saved(List<String> files, int pasted) {
		Saved {
			files = files == null ? List.of() : List.copyOf(files);
		}
	}

	private final KubeconfigReader reader;
	private final List<Path> standard;
	private final SettingsFolder settings;
	private final Map<Path, String> stamps = new HashMap<>();
	private volatile List<Source> sources = List.of();

	/**
	 * Sources that are not read yet.
	 *
	 * @param standard the files kubectl would read
	 */
	public Sources(KubeconfigReader reader, List<Path> standard, SettingsFolder settings) {
		this.reader = Objects.requireNonNull(reader);
		this.standard = List.copyOf(standard);
		this.settings = Objects.requireNonNull(settings);
	}

	/** The sources as they were last read. */
	public List<Source> list() {
		return sources;
	}

	/** Reads every source whose files changed since they were last read; says whether any did. */
	public synchronized boolean refresh() {
		List<Source> fresh = new ArrayList<>();
		Map<String, Source> known = new HashMap<>();
		sources.forEach(s -> known.put(s.id(), s));
		boolean changed = false;
		for (List<Path> files : wanted()) {
			String id = files.equals(standard) ? "" : files.getFirst().toString();
			boolean same = true;
			for (Path file : files) {
				String stamp = stamp(file);
				same &= stamp.equals(stamps.put(file, stamp));
			}
			Source old = known.remove(id);
			if (old != null && same) {
				fresh.add(old);
			} else {
				fresh.add(new Source(id, label(files), files, reader.read(files)));
				changed = true;
			}
		}
		changed |= !known.isEmpty();
		sources = List.copyOf(fresh);
		return changed;
	}

	private List<List<Path>> wanted() {
		return Stream.concat(Stream.of(standard), saved().files().stream().map(f -> List.of(Path.of(f)))).distinct()
				.toList();
	}

	private String label(List<Path> files) {
		String home = System.getProperty("user.home", "");
		return String.join(", ", files.stream().map(Path::toString)
				.map(f -> !home.isEmpty() && f.startsWith(home + "/") ? "~" + f.substring(home.length()) : f).toList());
	}

	private static String stamp(Path file) {
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
		} catch (IOException e) {
			return "absent";
		}
	}

	/** Remembers a file; it is read at the next {@link #refresh}. */
	public synchronized void addFile(Path file) {
		String path = file.toAbsolutePath().normalize().toString();
		Saved saved = saved();
		if (!saved.files().contains(path)) {
			settings.write(FILE,
					new Saved(Stream.concat(saved.files().stream(), Stream.of(path)).toList(), saved.pasted()));
		}
	}

	/** Keeps pasted text as a file of the settings folder, and remembers that. */
	public synchronized void addText(String text) {
		Saved saved = saved();
		settings.write(FILE, new Saved(saved.files(), saved.pasted() + 1));
		String name = PASTED + (saved.pasted() + 1) + ".yaml";
		settings.writeText(name, text);
		addFile(settings.file(name));
	}

	/** Forgets a source; a file of the user's stays, kept text is deleted. */
	public synchronized void remove(Source source) {
		Saved saved = saved();
		settings.write(FILE,
				new Saved(saved.files().stream().filter(f -> !f.equals(source.id())).toList(), saved.pasted()));
		Path file = Path.of(source.id());
		String name = String.valueOf(file.getFileName());
		if (name.startsWith(PASTED) && file.equals(settings.file(name).toAbsolutePath().normalize())) {
			settings.delete(name);
		}
	}

	private Saved saved() {
		return settings.read(FILE, Saved.class).orElseGet(() -> new Saved(List.of(), 0));
	}
}
