package org.fleetdesk.core.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.settings.SettingsFolder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Keeps secrets in a file of the settings folder, encrypted (AES-GCM) with a random key that stands beside it; both may be
 * read by their owner alone. That guards against a copy of the one file, not against who can read the folder. Several
 * programs may use it at a time.
 */
public final class KeyFileSecrets implements SecretStore {
	static final String SECRETS = "secrets.bin";
	static final String KEY = "secrets.key";
	private static final String LOCK = "secrets.lock";
	private static final int KEY_BYTES = 32;
	private static final int NONCE_BYTES = 12;
	private static final int TAG_BITS = 128;
	private static final ObjectMapper JSON = new ObjectMapper();

	private final SettingsFolder folder;

	/** The secrets of a settings folder; files are made at the first write. */
	public KeyFileSecrets(SettingsFolder folder) {
		this.folder = Objects.requireNonNull(folder);
	}

	@Override
	public synchronized Optional<String> read(String name) throws Unavailable {
		return Optional.ofNullable(load().get(name));
	}

	@Override
	public void write(String name, String secret) throws Unavailable {
		change(all -> all.put(name, secret));
	}

	@Override
	public void delete(String name) throws Unavailable {
		if (Files.exists(folder.file(SECRETS))) {
			change(all -> all.remove(name));
		}
	}

	private synchronized void change(Consumer<Map<String, String>> change) throws Unavailable {
		try {
			if (!Files.exists(folder.file(LOCK))) {
				folder.writeText(LOCK, "");
			}
			try (FileChannel channel = FileChannel.open(folder.file(LOCK), StandardOpenOption.WRITE);
					FileLock lock = channel.lock()) {
				Map<String, String> all = load();
				change.accept(all);
				if (lock.isValid()) {
					save(all);
				}
			}
		} catch (IOException | UncheckedIOException e) {
			throw new Unavailable(Texts.text("secrets.file.unwritable", folder.file(SECRETS)), e);
		}
	}

	private Map<String, String> load() throws Unavailable {
		Path file = folder.file(SECRETS);
		try {
			byte[] sealed = Base64.getDecoder().decode(Files.readString(file).strip());
			byte[] plain = cipher(Cipher.DECRYPT_MODE, key(), Arrays.copyOf(sealed, NONCE_BYTES)).doFinal(sealed,
					NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
			return JSON.readValue(plain, new TypeReference<TreeMap<String, String>>() {
			});
		} catch (NoSuchFileException e) {
			if (e.getFile().equals(file.toString())) {
				return new TreeMap<>();
			}
			throw new Unavailable(Texts.text("secrets.file.damaged", file, folder.file(KEY)), e);
		} catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
			throw new Unavailable(Texts.text("secrets.file.damaged", file, folder.file(KEY)), e);
		}
	}

	private void save(Map<String, String> all) throws IOException {
		byte[] nonce = random(NONCE_BYTES);
		try {
			if (!Files.exists(folder.file(KEY))) {
				folder.writeText(KEY, Base64.getEncoder().encodeToString(random(KEY_BYTES)));
			}
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(), nonce).doFinal(JSON.writeValueAsBytes(all));
			byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
			System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
			folder.writeText(SECRETS, Base64.getEncoder().encodeToString(both));
		} catch (GeneralSecurityException | IllegalArgumentException e) {
			throw new IOException(e);
		}
	}

	private byte[] key() throws IOException {
		return Base64.getDecoder().decode(Files.readString(folder.file(KEY)).strip());
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
		return cipher;
	}
}
