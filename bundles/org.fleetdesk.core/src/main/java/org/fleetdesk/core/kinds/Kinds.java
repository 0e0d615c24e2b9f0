package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.fleetdesk.core.Registration;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.RowPlans;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is known of kinds: from a person's own packs, else from those of other bundles, else from the product's. A file of
 * a bundle is read when its kind is asked for first, those of persons at every {@link #reload} that finds them changed. Safe
 * for any thread, and nobody waits for another's reading; asking for a kind the first time reads a small resource, {@link #all}
 * reads all of them, {@link #words} none after a {@link #reload}.
 */
public final class Kinds implements RowPlans {
	/** The folder of a person's packs in the settings folder. */
	public static final String FOLDER = "packs";
	/** The product's pack of Kubernetes' own kinds. */
	public static final String KUBERNETES = "core";
	private static final Logger LOG = LoggerFactory.getLogger(Kinds.class);
	private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+");

	/** A kind as it is known, with its plan, so that the same type gives the same one. */
	private record Known(Descriptor descriptor, Optional<RowPlan> plan) {
		private static Known of(Descriptor descriptor) {
			return new Known(descriptor, descriptor.columns().isEmpty()
					? Optional.empty()
					: Optional.of(new RowPlan(descriptor.columns())));
		}
	}

	/** What a person's packs have besides descriptors. */
	private record Own(List<Pack> packs, Map<String, String> words, List<PackProblem> problems) {
	}

	private final List<PackProvider> providers = new CopyOnWriteArrayList<>(); // the first goes before the others
	private final Object reloading = new Object();
	private final Optional<UserPacks> user; // guarded by reloading
	private final Map<KindKey, Optional<Known>> shipped = new ConcurrentHashMap<>();
	/** What is wrong in files that came with bundles, by pack and name. */
	private final Map<String, List<PackProblem>> shippedProblems = new ConcurrentHashMap<>();
	private volatile Map<KindKey, Known> own = Map.of();
	private volatile Own ownFiles = new Own(List.of(), Map.of(), List.of());
	private volatile @Nullable Map<String, String> words; // made when asked for first, and anew by who changes something
	private volatile @Nullable List<Descriptor> all; // made when asked for first, and again after a change
	private int changes; // guarded by this
	private final List<Consumer<Set<KindKey>>> listeners = new CopyOnWriteArrayList<>();

	/** What the product knows and nothing else. */
	public Kinds() {
		this(Optional.empty());
	}

	/** The same with the packs that a person keeps in folders below a folder, from the first {@link #reload} on. */
	public Kinds(Path folder) {
		this(Optional.of(new UserPacks(folder)));
	}

	private Kinds(Optional<UserPacks> user) {
		this.user = user;
		providers.add(product());
	}

	private static PackProvider product() {
		try (InputStream in = Objects.requireNonNull(Kinds.class.getResourceAsStream("packs/packs.txt"))) {
			String[] names = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.startsWith("#") && !line.isBlank()).toArray(String[]::new);
			return PackProvider.beside(Kinds.class, names);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Adds the packs of another bundle until its registration is closed. */
	public Registration add(PackProvider provider) {
		providers.addFirst(provider);
		forget(provider);
		return () -> {
			providers.remove(provider);
			forget(provider);
		};
	}

	/** What was read is read again when it is asked for: it may be another's now. */
	private void forget(PackProvider provider) {
		Set<KindKey> kinds = new HashSet<>();
		for (String pack : provider.packs()) {
			shippedProblems.keySet().removeIf(file -> file.startsWith(pack + "/"));
			pack(provider, pack).ifPresent(p -> kinds.addAll(p.kinds()));
			if (!providers.contains(provider)) {
				shippedProblems.remove(pack + "/" + Pack.FILE);
			}
		}
		kinds.forEach(shipped::remove);
		changed();
		readWords();
		tell(kinds);
	}

	/** What was made of all packs is made anew. */
	private synchronized void changed() {
		changes++;
		all = null;
	}

	private synchronized int changes() {
		return changes;
	}

	private Optional<Pack> pack(PackProvider provider, String name) {
		List<PackProblem> problems = new ArrayList<>();
		String file = name + "/" + Pack.FILE;
		Optional<Pack> pack = PackFiles.text(provider, name, Pack.FILE, problems).flatMap(text -> {
			PackFiles.ReadPack read = PackFiles.pack(file, text, name);
			problems.addAll(read.problems());
			return read.pack();
		});
		keep(file, problems);
		return pack;
	}

	/** Keeps what is wrong in a file that came with a bundle. */
	private void keep(String file, List<PackProblem> problems) {
		if (problems.isEmpty()) {
			shippedProblems.remove(file);
		} else {
			shippedProblems.put(file, List.copyOf(problems));
		}
	}

	/** What is known of a kind, whatever version of it. */
	public Optional<Descriptor> of(KindKey kind) {
		return known(kind).map(Known::descriptor);
	}

	/** What is known of a type; nothing if its version is another than those that are known. */
	public Optional<Descriptor> describing(ResourceType type) {
		return known(KindKey.of(type)).map(Known::descriptor).filter(d -> d.fits(type));
	}

	@Override
	public Optional<RowPlan> of(ResourceType type) {
		return known(KindKey.of(type)).filter(k -> k.descriptor().fits(type)).flatMap(Known::plan);
	}

	/** The name of the pack that describes a kind; reads no file of a bundle for it. */
	public Optional<String> pack(KindKey kind) {
		Known mine = own.get(kind);
		String file = kind + ".yaml";
		if (mine != null || !NAME.matcher(file).matches()) {
			return Optional.ofNullable(mine).map(known -> known.descriptor().pack());
		}
		return providers.stream().flatMap(provider -> provider.packs().stream()
				.filter(pack -> PackFiles.there(provider, pack, file))).findFirst();
	}

	/** How objects of a type do: the rules of its kind and of every kind. */
	public HealthRules health(ResourceType type) {
		return HealthRules.of(describing(type).map(Descriptor::health).orElse(List.of()));
	}

	private Optional<Known> known(KindKey kind) {
		Known mine = own.get(kind);
		return mine != null ? Optional.of(mine) : shipped.computeIfAbsent(kind, this::read);
	}

	private Optional<Known> read(KindKey kind) {
		String file = kind + ".yaml";
		if (!NAME.matcher(file).matches()) {
			return Optional.empty();
		}
		Optional<Known> found = Optional.empty();
		for (PackProvider provider : providers) {
			for (String pack : provider.packs()) {
				if (found.isEmpty()) {
					List<PackProblem> problems = new ArrayList<>();
					found = PackFiles.text(provider, pack, file, problems).flatMap(text -> {
						DescriptorReader.Read read = DescriptorReader.read(pack + "/" + file, text, pack);
						problems.addAll(read.problems());
						return read.descriptor().map(Known::of);
					});
					keep(pack + "/" + file, problems);
				}
			}
		}
		return found;
	}

	/** Everything that is known; reads what was not read yet. The same list until something changes. */
	public List<Descriptor> all() {
		List<Descriptor> known = all;
		if (known == null) {
			known = readAll();
		}
		return known;
	}

	private List<Descriptor> readAll() {
		int before = changes();
		Map<KindKey, Descriptor> found = new LinkedHashMap<>();
		own.forEach((kind, known) -> found.put(kind, known.descriptor()));
		for (PackProvider provider : providers) {
			for (String name : provider.packs()) {
				pack(provider, name).ifPresent(pack -> pack.kinds()
						.forEach(kind -> of(kind).ifPresent(d -> found.putIfAbsent(kind, d))));
			}
		}
		List<Descriptor> made = List.copyOf(found.values());
		synchronized (this) {
			all = changes == before ? made : all;
		}
		return made;
	}

	/** The packs that say what they are; reads their files. */
	public List<Pack> packs() {
		List<Pack> packs = new ArrayList<>(ownFiles.packs());
		for (PackProvider provider : providers) {
			provider.packs().forEach(name -> pack(provider, name).ifPresent(packs::add));
		}
		return packs;
	}

	/** What is wrong in the files that were read. */
	public List<PackProblem> problems() {
		List<PackProblem> problems = new ArrayList<>(ownFiles.problems());
		shippedProblems.values().forEach(problems::addAll);
		return problems;
	}

	/** A heading, a title or a relation's name in the user's language, as far as a pack has a word for it. */
	public String words(String english) {
		Map<String, String> known = words;
		if (known == null) {
			known = readWords();
		}
		return known.getOrDefault(english, english);
	}

	private Map<String, String> readWords() {
		int before = changes();
		Map<String, String> found = new HashMap<>();
		for (PackProvider provider : List.copyOf(providers).reversed()) {
			for (String pack : provider.packs()) {
				List<PackProblem> problems = new ArrayList<>();
				String file = UserPacks.language() + ".yaml";
				PackFiles.text(provider, pack, file, problems)
						.ifPresent(text -> found.putAll(PackFiles.words(pack + "/" + file, text, problems)));
				keep(pack + "/" + file, problems);
			}
		}
		found.putAll(ownFiles.words());
		synchronized (this) {
			words = changes == before ? found : words;
		}
		return found;
	}

	/** Tells which kinds are described otherwise than before, on the thread that found it. */
	public Registration listen(Consumer<Set<KindKey>> listener) {
		Consumer<Set<KindKey>> own = kinds -> listener.accept(kinds); // one may be added twice
		listeners.add(own);
		return () -> listeners.remove(own);
	}

	/** Reads again what changed in the user's packs; blocks for the files. Says whether any did. */
	public boolean reload() {
		Set<KindKey> kinds;
		synchronized (reloading) { // one look at a time; nobody else waits for it
			boolean changed = user.map(UserPacks::refresh).orElse(false);
			kinds = changed ? take(user.get()) : Set.of();
			if (changed || words == null) {
				readWords();
			}
			if (!changed) {
				return false;
			}
		}
		tell(kinds);
		return true;
	}

	/** Makes a person's packs what was read; gives the kinds that are described otherwise now. */
	private Set<KindKey> take(UserPacks packs) {
		Map<KindKey, Known> before = own;
		Map<KindKey, Known> fresh = new LinkedHashMap<>();
		Set<KindKey> kinds = new HashSet<>(before.keySet());
		packs.descriptors().forEach((kind, descriptor) -> {
			Known old = before.get(kind);
			boolean same = old != null && old.descriptor().equals(descriptor);
			fresh.put(kind, same ? old : Known.of(descriptor));
			if (same) {
				kinds.remove(kind);
			} else {
				kinds.add(kind);
			}
		});
		own = fresh;
		ownFiles = new Own(packs.packs(), packs.words(), packs.problems());
		changed();
		return kinds;
	}

	private void tell(Set<KindKey> kinds) {
		if (kinds.isEmpty()) {
			return;
		}
		for (Consumer<Set<KindKey>> listener : listeners) {
			try {
				listener.accept(Set.copyOf(kinds));
			} catch (RuntimeException e) {
				LOG.error("A listener failed.", e);
			}
		}
	}
}
