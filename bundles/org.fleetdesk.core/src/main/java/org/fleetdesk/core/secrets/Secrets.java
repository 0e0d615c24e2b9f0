package org.fleetdesk.core.secrets;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.login.RefreshTokens;

import org.jspecify.annotations.Nullable;

/**
 * The secrets of a program: in the platform's keyring, or in memory where there is none; in a key file if the person
 * asked for that. What the chosen place cannot take (a keyring that stays locked, a damaged file) is kept in memory until
 * the program ends, and said once. Safe for any thread; blocks as its {@link SecretStore} does.
 */
public final class Secrets implements RefreshTokens {
	private static final String FILE = "secrets.json";

	/** Where secrets are kept. */
	public enum Place {
		/** The platform's keyring. */
		KEYRING,
		/** A file of the settings folder, with its key beside it. */
		KEY_FILE,
		/** Memory, until the program ends. */
		MEMORY
	}

	/** The settings file. */
	record Saved(Place place) {
	}

	private final SettingsFolder settings;
	private final Supplier<Optional<SecretStore>> keyring;
	private volatile @Nullable Optional<SecretStore> found; // the keyring, once looked for
	private final SecretStore keyFile;
	private final MemorySecrets memory = new MemorySecrets();
	private final Consumer<String> notice;
	private final Set<Place> lost = ConcurrentHashMap.newKeySet(); // that failed once; their secrets go to memory too

	/**
	 * The secrets of a settings folder.
	 *
	 * @param keyring finds the platform's, if there is one; asked once, when it is needed, and may block
	 * @param notice told once if the place cannot be used, on any thread
	 */
	public Secrets(SettingsFolder settings, Supplier<Optional<SecretStore>> keyring, Consumer<String> notice) {
		this.settings = Objects.requireNonNull(settings);
		this.keyring = Objects.requireNonNull(keyring);
		this.keyFile = new KeyFileSecrets(settings);
		this.notice = Objects.requireNonNull(notice);
	}

	/**
	 * The keyring of this computer, reached through the platform's own program.
	 *
	 * @param mayAsk whether a person is there who can unlock it
	 * @return none without a desktop session, or without the program
	 */
	public static Optional<SecretStore> keyring(Map<String, String> environment, SettingsFolder settings,
			boolean mayAsk) {
		Program program = new Program(environment);
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		if (system.startsWith("windows")) {
			return Optional.of(new WindowsProtection(program, settings));
		}
		if (system.startsWith("mac")) {
			return Optional.of(new MacKeychain(program));
		}
		return SecretTool.there(program, environment)
				? Optional.of(new SecretTool(program, mayAsk))
				: Optional.empty();
	}

	/** Whether there is a keyring; the first time it is looked for. */
	public boolean keyringThere() {
		return keyring().isPresent();
	}

	private Optional<SecretStore> keyring() {
		Optional<SecretStore> known = found;
		if (known == null) {
			known = keyring.get();
			found = known;
		}
		return known;
	}

	/** Where secrets are kept now; blocks for a small file. */
	public Place place() {
		Place wanted = settings.read(FILE, Saved.class).map(Saved::place).orElse(Place.KEYRING);
		return wanted == Place.KEYRING && keyring().isEmpty() ? Place.MEMORY : wanted;
	}

	/**
	 * Keeps secrets there from now on; those kept elsewhere stay there.
	 *
	 * @throws java.io.UncheckedIOException if the choice cannot be kept
	 */
	public void use(Place place) {
		settings.write(FILE, new Saved(place));
		lost.clear();
	}

	private SecretStore store(Place place) {
		return switch (place) {
			case KEYRING -> keyring().orElse(memory);
			case KEY_FILE -> keyFile;
			case MEMORY -> memory;
		};
	}

	@Override
	public Optional<String> find(String name) throws InterruptedException {
		Optional<String> remembered = memory.read(name);
		Place place = place();
		if (remembered.isPresent() || lost.contains(place)) {
			return remembered;
		}
		try {
			return store(place).read(name);
		} catch (SecretStore.Unavailable e) {
			lose(place, e);
			return Optional.empty();
		}
	}

	@Override
	public void keep(String name, String secret) throws InterruptedException {
		Place place = place();
		if (place == Place.MEMORY || lost.contains(place) || !written(place, name, secret)) {
			memory.write(name, secret);
		}
	}

	private boolean written(Place place, String name, String secret) throws InterruptedException {
		try {
			store(place).write(name, secret);
			memory.delete(name);
			return true;
		} catch (SecretStore.Unavailable e) {
			lose(place, e);
			return false;
		}
	}

	private void lose(Place place, SecretStore.Unavailable e) {
		if (lost.add(place)) {
			notice.accept(Texts.text("secrets.memory", e.getMessage()));
		}
	}
}
