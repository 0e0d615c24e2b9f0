package org.fleetdesk.core.fleet;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.settings.FileStamp;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.Kubeconfig;
import org.fleetdesk.kube.config.KubeconfigReader;

/**
 * The kubeconfigs a person works with: the standard files, what was added, remembered in the settings, and the demo. Reads
 * files on the caller's thread; {@link #list} never waits for them.
 */
public final class Sources {
	private static final String FILE = "clusters.json";
	private static final String PASTED = "pasted-";
	private static final Saved NOTHING = new Saved(List.of(), 0, false);

	/** The settings file. Of the demo only that it is wanted: what leads to it holds for one run of the program. */
	record Saved(List<String> files, int pasted, boolean demo) {
		Saved {
			files = files == null ? List.of() : List.copyOf(files);
		}

		Saved files(List<String> others) {
			return new Saved(others, pasted, demo);
		}

		Saved pastedOnce() {
			return new Saved(files, pasted + 1, demo);
		}

		Saved demo(boolean wanted) {
			return new Saved(files, pasted, wanted);
		}
	}

	private final Function<List<Path>, Kubeconfig> reader;
	private final List<Path> standard;
	private final List<Path> usual;
	private final SettingsFolder settings;
	private final Supplier<Optional<Kubeconfig>> standIn;
	private final Map<String, String> stamps = new HashMap<>(); // by source, guarded by this
	private final Set<String> doubted = new HashSet<>(); // sources, guarded by this
	private Optional<Source> demo = Optional.empty(); // guarded by this
	private volatile List<Source> sources = List.of();

	/**
	 * Sources that are not read yet.
	 *
	 * @param standard the files kubectl would read
	 */
	public Sources(KubeconfigReader reader, List<Path> standard, SettingsFolder settings) {
		this(reader, standard, settings, Optional::empty);
	}

	/**
	 * The same with something that stands in for the standard files while there is none of them.
	 *
	 * @param standIn finds it, blocking for files: the account of the pod this program runs in
	 */
	public Sources(KubeconfigReader reader, List<Path> standard, SettingsFolder settings,
			Supplier<Optional<Kubeconfig>> standIn) {
		this(reader::read, standard, settings, standIn);
	}

	Sources(Function<List<Path>, Kubeconfig> reader, List<Path> standard, SettingsFolder settings) {
		this(reader, standard, settings, Optional::empty);
	}

	private Sources(Function<List<Path>, Kubeconfig> reader, List<Path> standard, SettingsFolder settings,
			Supplier<Optional<Kubeconfig>> standIn) {
		this.standIn = Objects.requireNonNull(standIn);
		this.reader = Objects.requireNonNull(reader);
		this.standard = List.copyOf(standard);
		this.usual = KubeconfigReader.standardFiles(Map.of(), Path.of(System.getProperty("user.home", "")));
		this.settings = Objects.requireNonNull(settings);
	}

	/** The sources as they were last read. */
	public List<Source> list() {
		return sources;
	}

	/**
	 * Reads every source whose files changed since they were last read; says whether any did. A source that lost contexts
	 * is believed at the second look only, if its files stand still till then: it may have been seen half written.
	 */
	public synchronized boolean refresh() {
		List<Source> fresh = new ArrayList<>();
		Map<String, Source> known = new HashMap<>();
		sources.forEach(s -> known.put(s.id(), s));
		boolean changed = false;
		for (List<Path> files : wanted()) {
			String id = files.equals(standard) ? "" : files.getFirst().toString();
			String stamp = files.stream().map(FileStamp::of).collect(Collectors.joining("\n"));
			boolean still = stamp.equals(stamps.put(id, stamp));
			Source old = known.remove(id);
			if (old != null && still && !doubted.contains(id)) {
				fresh.add(old);
				continue;
			}
			Source read = read(id, files);
			if (old != null && lost(old, read) && !still) {
				doubted.add(id);
				fresh.add(old);
			} else {
				doubted.remove(id);
				fresh.add(read);
				changed = true;
			}
		}
		for (Source own : demo.stream().toList()) {
			changed |= known.remove(own.id()) != own;
			fresh.add(own);
		}
		changed |= !known.isEmpty();
		stamps.keySet().removeAll(known.keySet());
		doubted.removeAll(known.keySet());
		sources = List.copyOf(fresh);
		return changed;
	}

	/** Nobody needs a file at the usual place: that there is none is nothing wrong. */
	private Kubeconfig read(List<Path> files) {
		return files.equals(usual) && !Files.exists(files.getFirst(), LinkOption.NOFOLLOW_LINKS)
				? new Kubeconfig(List.of(), Optional.empty(), List.of())
				: reader.apply(files);
	}

	private Source read(String id, List<Path> files) {
		Optional<Kubeconfig> other = files.equals(standard) && files.stream().noneMatch(Files::exists)
				? standIn.get()
				: Optional.empty();
		return other.map(config -> new Source(id, config.contexts().getFirst().source(), files, config))
				.orElseGet(() -> new Source(id, label(files), files, read(files)));
	}

	private static boolean lost(Source old, Source read) {
		Set<String> names = read.config().contexts().stream().map(KubeContext::name).collect(Collectors.toSet());
		return !old.config().contexts().stream().allMatch(c -> names.contains(c.name()));
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

	/**
	 * Remembers a file; it is read at the next {@link #refresh}.
	 *
	 * @throws java.io.UncheckedIOException if it cannot be remembered
	 */
	public synchronized void addFile(Path file) {
		String path = file.toAbsolutePath().normalize().toString();
		change(saved -> saved.files().contains(path)
				? saved
				: saved.files(Stream.concat(saved.files().stream(), Stream.of(path)).toList()));
	}

	/** Keeps pasted text as a file of the settings folder, readable by its owner alone, and remembers that. */
	public synchronized void addText(String text) {
		change(Saved::pastedOnce); // a number is never used again
		String name = PASTED + saved().pasted() + ".yaml";
		settings.writeText(name, text);
		addFile(settings.file(name));
	}

	/** Adds the demo clusters, from the next {@link #refresh} on, and remembers that they are wanted; nothing more of them. */
	synchronized void addDemo(String label, Kubeconfig config) {
		change(saved -> saved.demo(true));
		demo = Optional.of(Source.demo(label, config));
	}

	/** Whether the demo clusters were among the sources when the program last ended, or are. */
	boolean demoWanted() {
		return saved().demo();
	}

	/** Forgets a source; a file of the user's stays, kept text is deleted. The standard source stays. */
	public synchronized void remove(Source source) {
		if (source.standard()) {
			return;
		}
		if (source.demo()) {
			change(saved -> saved.demo(false));
			demo = Optional.empty();
			return;
		}
		change(saved -> saved.files(saved.files().stream().filter(f -> !f.equals(source.id())).toList()));
		Path file = Path.of(source.id());
		String name = String.valueOf(file.getFileName());
		if (name.startsWith(PASTED) && file.equals(settings.file(name).toAbsolutePath().normalize())) {
			settings.delete(name);
		}
	}

	private void change(UnaryOperator<Saved> change) {
		settings.change(FILE, Saved.class, NOTHING, change);
	}

	private Saved saved() {
		return settings.read(FILE, Saved.class).orElse(NOTHING);
	}
}
