package org.fleetdesk.core.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The user's configuration folder: small JSON files, each a record, written to the side and moved into place, readable by
 * the owner alone. Safe for any thread; file I/O is small and done on the caller's thread.
 */
public final class SettingsFolder {
	private final Path folder;
	private final ObjectMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();

	/** The settings in a folder, which is made when something is first written. */
	public SettingsFolder(Path folder) {
		this.folder = Objects.requireNonNull(folder);
	}

	/** {@code FLEETDESK_CONFIG}, else {@code fleetdesk} below {@code XDG_CONFIG_HOME} or {@code ~/.config}. */
	public static SettingsFolder standard(Map<String, String> environment, Path home) {
		String own = environment.getOrDefault("FLEETDESK_CONFIG", "");
		String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
		if (!own.isEmpty()) {
			return new SettingsFolder(Path.of(own));
		}
		return new SettingsFolder((xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg)).resolve("fleetdesk"));
	}

	/** Where a file of this name stands. */
	public Path file(String name) {
		return folder.resolve(name);
	}

	/** Reads a file; empty if there is none or it cannot be read as such: settings are never a reason to stop. */
	public synchronized <T> Optional<T> read(String name, Class<T> type) {
		try {
			return Optional.ofNullable(mapper.readValue(Files.readAllBytes(file(name)), type));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonProcessingException e) {
			setAside(name);
			return Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private void setAside(String name) {
		try {
			Files.move(file(name), file(name + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			// it stays where it is and is written over by the next change
		}
	}

	/**
	 * Writes a file whole.
	 *
	 * @throws UncheckedIOException if it cannot be written; then the old file stands
	 */
	public synchronized void write(String name, Object value) {
		try {
			writeText(name, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value));
		} catch (JsonProcessingException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Writes a text file whole, as {@link #write} does. */
	public synchronized void writeText(String name, String text) {
		try {
			Files.createDirectories(folder);
			Path beside = Files.createTempFile(folder, name, ".new");
			if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
			}
			Files.writeString(beside, text);
			Files.move(beside, file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Deletes a file if it is there. */
	public synchronized void delete(String name) {
		try {
			Files.deleteIfExists(file(name));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
