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
 * for any thread; asking for a kind the first time reads a small resource, {@link #all} reads all of them.
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

	private final List<PackProvider> providers = new CopyOnWriteArrayList<>(); // the first goes before the others
	private final Optional<UserPacks> user; // guarded by this
	private final Map<KindKey, Optional<Known>> shipped = new ConcurrentHashMap<>();
	private final Map<KindKey, List<PackProblem>> shippedProblems = new ConcurrentHashMap<>();
	private volatile Map<KindKey, Known> own = Map.of();
	private volatile List<PackProblem> ownProblems = List.of();
	// made when asked for first, and again after a change
	private volatile @Nullable Map<String, String> words;
	private volatile @Nullable List<Descriptor> all;
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
			pack(provider, pack).ifPresent(p -> kinds.addAll(p.kinds()));
		}
		synchronized (this) {
			kinds.forEach(shipped::remove);
			kinds.forEach(shippedProblems::remove);
			words = null;
			all = null;
		}
		tell(kinds);
	}

	private static Optional<Pack> pack(PackProvider provider, String name) {
		return PackFiles.text(provider, name, Pack.FILE, new ArrayList<>())
				.flatMap(text -> PackFiles.pack(name + "/" + Pack.FILE, text, name).pack());
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
		List<PackProblem> problems = new ArrayList<>();
		Optional<Known> found = Optional.empty();
		for (PackProvider provider : providers) {
			for (String pack : provider.packs()) {
				Optional<String> text = found.isPresent()
						? Optional.empty()
						: PackFiles.text(provider, pack, file, problems);
				if (text.isPresent()) {
					DescriptorReader.Read read = DescriptorReader.read(pack + "/" + file, text.get(), pack);
					problems.addAll(read.problems());
					found = read.descriptor().map(Known::of);
				}
			}
		}
		if (!problems.isEmpty()) {
			shippedProblems.put(kind, List.copyOf(problems));
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

	private synchronized List<Descriptor> readAll() {
		Map<KindKey, Descriptor> found = new LinkedHashMap<>();
		own.forEach((kind, known) -> found.put(kind, known.descriptor()));
		for (PackProvider provider : providers) {
			for (String name : provider.packs()) {
				pack(provider, name).ifPresent(pack -> pack.kinds()
						.forEach(kind -> of(kind).ifPresent(d -> found.putIfAbsent(kind, d))));
			}
		}
		List<Descriptor> made = List.copyOf(found.values());
		all = made;
		return made;
	}

	/** The packs that say what they are; reads their files. */
	public synchronized List<Pack> packs() {
		List<Pack> packs = new ArrayList<>(user.map(UserPacks::packs).orElse(List.of()));
		for (PackProvider provider : providers) {
			provider.packs().forEach(name -> pack(provider, name).ifPresent(packs::add));
		}
		return packs;
	}

	/** What is wrong in the files that were read. */
	public List<PackProblem> problems() {
		List<PackProblem> problems = new ArrayList<>(ownProblems);
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

	private synchronized Map<String, String> readWords() {
		Map<String, String> found = new HashMap<>();
		for (PackProvider provider : List.copyOf(providers).reversed()) {
			for (String pack : provider.packs()) {
				List<PackProblem> problems = new ArrayList<>();
				String file = UserPacks.language() + ".yaml";
				PackFiles.text(provider, pack, file, problems)
						.ifPresent(text -> found.putAll(PackFiles.words(pack + "/" + file, text, problems)));
			}
		}
		user.ifPresent(packs -> found.putAll(packs.words()));
		words = found;
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
		synchronized (this) { // one look at a time; nobody else waits for it but who asks what packs there are
			if (!user.map(UserPacks::refresh).orElse(false)) {
				return false;
			}
			kinds = take(user.get());
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
		ownProblems = List.copyOf(packs.problems());
		words = null;
		all = null;
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
