package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.settings.FileStamp;

import org.jspecify.annotations.Nullable;

/**
 * The packs that a person keeps in folders below a folder. A file that is wrong counts as it was when it was right last,
 * since it may be half written. Not safe for threads: the registry guards it.
 */
final class UserPacks {
	private static final Pattern WORDS = Pattern.compile("[a-z]{2}\\.yaml");

	/** A file as it was read. */
	private record Known(String stamp, Optional<Descriptor> descriptor, Optional<Pack> pack, Map<String, String> words,
			List<PackProblem> problems) {
	}

	private final Path folder;
	private Map<Path, Known> files = Map.of(); // in the order of their names

	UserPacks(Path folder) {
		this.folder = folder;
	}

	/** Reads what changed since the last time; says whether anything did. Blocks for the files. */
	boolean refresh() {
		Map<Path, Known> fresh = new TreeMap<>();
		boolean changed = false;
		for (Path file : list()) {
			Known before = files.get(file);
			String stamp = FileStamp.of(file);
			Known now = before != null && before.stamp().equals(stamp) ? before : read(file, stamp, before);
			changed |= now != before;
			fresh.put(file, now);
		}
		changed |= fresh.size() != files.size();
		files = fresh;
		return changed;
	}

	private List<Path> list() {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> packs = Files.list(folder)) {
			return packs.filter(Files::isDirectory).flatMap(this::files).toList();
		} catch (IOException | UncheckedIOException e) {
			return List.copyOf(files.keySet()); // it was there a moment ago; the next look tells more
		}
	}

	/** The files of a pack; those that were known of a folder that cannot be read, which spoils only itself. */
	private Stream<Path> files(Path pack) {
		try (Stream<Path> all = Files.list(pack)) {
			return all
					.filter(file -> !file.getFileName().toString().startsWith(".") && file.toString().endsWith(".yaml"))
					.toList().stream();
		} catch (IOException | UncheckedIOException e) {
			return files.keySet().stream().filter(file -> pack.equals(file.getParent()));
		}
	}

	private static Known read(Path file, String stamp, @Nullable Known before) {
		List<PackProblem> problems = new ArrayList<>();
		String place = file.toString();
		String name = file.getFileName().toString();
		String pack = file.getName(file.getNameCount() - 2).toString();
		Optional<Descriptor> descriptor = Optional.empty();
		Optional<Pack> packed = Optional.empty();
		Map<String, String> words = Map.of();
		try {
			String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			if (name.equals(Pack.FILE)) {
				PackFiles.ReadPack read = PackFiles.pack(place, text, pack);
				problems.addAll(read.problems());
				packed = read.pack();
			} else if (WORDS.matcher(name).matches()) {
				words = name.equals(language() + ".yaml")
						? PackFiles.words(place, text, problems)
						: Map.of();
			} else {
				DescriptorReader.Read read = DescriptorReader.read(place, text, pack);
				problems.addAll(read.problems());
				descriptor = read.descriptor();
			}
		} catch (IOException e) {
			problems.add(new PackProblem(place, 1, 1, Texts.text("pack.unread", String.valueOf(e.getMessage()))));
		}
		if (before != null && !problems.isEmpty()) {
			return new Known(stamp, before.descriptor(), before.pack(), before.words(), problems);
		}
		return new Known(stamp, descriptor, packed, words, problems);
	}

	/** The language whose words count. */
	static String language() {
		return Locale.getDefault().getLanguage();
	}

	/** The kinds that the files describe; of two files of one kind the first by name. */
	Map<KindKey, Descriptor> descriptors() {
		Map<KindKey, Descriptor> found = new LinkedHashMap<>();
		files.values().forEach(f -> f.descriptor().ifPresent(d -> found.putIfAbsent(d.kind(), d)));
		return found;
	}

	/** The packs that say what they are. */
	List<Pack> packs() {
		return files.values().stream().flatMap(f -> f.pack().stream()).toList();
	}

	/** The words of the program's language. */
	Map<String, String> words() {
		Map<String, String> words = new HashMap<>();
		files.values().forEach(f -> words.putAll(f.words()));
		return words;
	}

	/** What is wrong. */
	List<PackProblem> problems() {
		List<PackProblem> problems = new ArrayList<>();
		Map<KindKey, Path> first = new HashMap<>();
		files.forEach((file, known) -> {
			problems.addAll(known.problems());
			known.descriptor().map(d -> first.putIfAbsent(d.kind(), file)).ifPresent(
					other -> problems.add(new PackProblem(file.toString(), 1, 1,
							Texts.text("pack.kind.twice", other))));
		});
		return problems;
	}
}
