package org.fleetdesk.core.drafts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.core.settings.SettingsFolder;

/**
 * Keeps drafts until they are dropped: in a folder of the settings that only its owner can read, or, where the text holds
 * secrets, in memory until the program ends. Safe for any thread; what touches files blocks for them.
 */
public final class Drafts {
	private final SettingsFolder folder;
	private final Map<String, Draft> memory = new ConcurrentHashMap<>();

	/** The drafts below a settings folder. */
	public Drafts(SettingsFolder settings) {
		this.folder = new SettingsFolder(settings.file("drafts"));
	}

	/**
	 * Keeps a draft in place of the one its key has.
	 *
	 * @param secret whether it must not reach a file
	 * @throws java.io.UncheckedIOException if it cannot be written; then it is kept in memory
	 */
	public void keep(Draft draft, boolean secret) {
		memory.put(draft.key(), draft);
		if (!secret) {
			folder.write(file(draft.key()), draft);
			memory.remove(draft.key(), draft);
		}
	}

	/** The draft of a key, if there is one. */
	public Optional<Draft> find(String key) {
		return Optional.ofNullable(memory.get(key)).or(
				() -> folder.read(file(key), Draft.class).filter(draft -> draft.key().equals(key)));
	}

	/**
	 * Forgets the draft of a key.
	 *
	 * @throws java.io.UncheckedIOException if its file cannot be deleted
	 */
	public void drop(String key) {
		memory.remove(key);
		folder.delete(file(key));
	}

	private static String file(String key) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 16) + ".json";
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every Java has it
		}
	}
}
