package org.fleetdesk.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.fleetdesk.core.secrets.SecretStore.Unavailable;
import org.fleetdesk.core.secrets.Secrets.Place;
import org.fleetdesk.core.settings.SettingsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

	@TempDir
	Path folder;

	private final List<String> notices = new ArrayList<>();

	private Secrets secrets(SecretStore... keyring) {
		return new Secrets(new SettingsFolder(folder),
				() -> keyring.length == 0 ? Optional.empty() : Optional.of(keyring[0]),
				notices::add);
	}

	private KeyFileSecrets keyFile() {
		return new KeyFileSecrets(new SettingsFolder(folder));
	}

	/** A keyring that stays locked. */
	private static final class Locked implements SecretStore {
		private int asked;

		@Override
		public Optional<String> read(String name) throws Unavailable {
			asked++;
			throw new Unavailable("Locked.", null);
		}

		@Override
		public void write(String name, String secret) throws Unavailable {
			asked++;
			throw new Unavailable("Locked.", null);
		}

		@Override
		public void delete(String name) {
			asked++;
		}
	}

	@Test
	void withoutAKeyringSecretsLiveInMemoryAlone() throws Exception {
		Secrets secrets = secrets();
		assertThat(secrets.place()).isEqualTo(Place.MEMORY);
		secrets.keep("a", "CANARY");
		assertThat(secrets.find("a")).contains("CANARY");
		assertThat(secrets().find("a")).isEmpty();
		assertThat(folder.toFile().list()).isEmpty();
		assertThat(notices).isEmpty();
	}

	@Test
	void aKeyringIsUsedWhereThereIsOne() throws Exception {
		MemorySecrets keyring = new MemorySecrets();
		secrets(keyring).keep("a", "CANARY");
		assertThat(secrets(keyring).find("a")).contains("CANARY");
		assertThat(secrets(keyring).place()).isEqualTo(Place.KEYRING);
	}

	@Test
	void aKeyringThatStaysLockedIsAskedAndToldOfOnce() throws Exception {
		Locked keyring = new Locked();
		Secrets secrets = secrets(keyring);
		assertThat(secrets.find("a")).isEmpty();
		secrets.keep("a", "1");
		secrets.keep("a", "2");
		assertThat(secrets.find("a")).contains("2");
		assertThat(keyring.asked).isEqualTo(1);
		assertThat(notices).containsExactly("Locked. Secrets are kept in memory until the program ends.");
	}

	@Test
	void aKeyFileIsForItsOwnerAndHoldsNothingInClear() throws Exception {
		Secrets secrets = secrets();
		secrets.use(Place.KEY_FILE);
		secrets.keep("a", "CANARY");
		secrets.keep("b", "other");
		assertThat(secrets().place()).isEqualTo(Place.KEY_FILE);
		assertThat(secrets().find("a")).contains("CANARY");
		try (var files = Files.list(folder)) {
			for (Path file : files.toList()) {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
				assertThat(Files.readString(file)).doesNotContain("CANARY")
						.doesNotContain(Base64.getEncoder().encodeToString("CANARY".getBytes()));
			}
		}
		keyFile().delete("a");
		assertThat(secrets().find("a")).isEmpty();
		assertThat(secrets().find("b")).contains("other");
	}

	@Test
	void aDamagedFileOrAWrongKeyIsToldAndLeftAlone() throws Exception {
		keyFile().write("a", "CANARY");
		Path file = folder.resolve(KeyFileSecrets.SECRETS);
		String whole = Files.readString(file);
		byte[] changed = Base64.getDecoder().decode(whole);
		changed[changed.length - 1] ^= 1;
		for (String damaged : List.of("", "?", whole.substring(0, 12), Base64.getEncoder().encodeToString(changed))) {
			Files.writeString(file, damaged);
			assertThatThrownBy(() -> keyFile().read("a")).isInstanceOf(Unavailable.class)
					.hasMessageContaining(file.toString());
			assertThatThrownBy(() -> keyFile().write("a", "x")).isInstanceOf(Unavailable.class);
			assertThat(Files.readString(file)).isEqualTo(damaged);
		}
		Files.writeString(file, whole);
		assertThat(keyFile().read("a")).contains("CANARY");
		for (String key : List.of(Base64.getEncoder().encodeToString(new byte[32]), "", "AAAA")) {
			Files.writeString(folder.resolve(KeyFileSecrets.KEY), key);
			assertThatThrownBy(() -> keyFile().read("a")).isInstanceOf(Unavailable.class);
		}
		Files.delete(folder.resolve(KeyFileSecrets.KEY));
		assertThatThrownBy(() -> keyFile().read("a")).isInstanceOf(Unavailable.class);
		Secrets secrets = secrets();
		secrets.use(Place.KEY_FILE);
		secrets.keep("a", "new");
		assertThat(secrets.find("a")).contains("new");
		assertThat(notices).hasSize(1);
	}

	@Test
	void manyWritersLoseNothing() throws Exception {
		KeyFileSecrets store = keyFile();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> written = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				String name = "n" + i;
				written.add(threads.submit(() -> {
					store.write(name, name);
					return null;
				}));
			}
			for (Future<?> one : written) {
				one.get();
			}
		}
		for (int i = 0; i < 40; i++) {
			assertThat(keyFile().read("n" + i)).contains("n" + i);
		}
	}

	@Test
	void withoutASessionBusThereIsNoKeyring() throws Exception {
		Path tool = Files.writeString(folder.resolve("secret-tool"), "#!/bin/sh\nexit 1\n", StandardCharsets.UTF_8);
		Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
		SettingsFolder settings = new SettingsFolder(folder.resolve("s"));
		String path = folder.toString();
		assertThat(Secrets.keyring(Map.of("PATH", path), settings, true)).isEmpty();
		assertThat(Secrets.keyring(Map.of("PATH", path, "DBUS_SESSION_BUS_ADDRESS", "x"), settings, true))
				.isPresent();
		assertThat(Secrets.keyring(Map.of("PATH", "/none", "DBUS_SESSION_BUS_ADDRESS", "x"), settings, true))
				.isEmpty();
	}
}
