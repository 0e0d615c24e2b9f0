package org.fleetdesk.core.settings;

import static org.fleetdesk.core.internal.Texts.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The user's configuration folder: small JSON files, each a record, written to the side and moved into place, readable by
 * the owner alone. Safe for any thread; file I/O is small and done on the caller's thread.
 */
public final class SettingsFolder {
	/** What is added to the name of a file that could not be read, when it is set aside. */
	public static final String DAMAGED = ".damaged";
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

	/** Whether a file is there, readable or not. */
	public boolean exists(String name) {
		return Files.exists(file(name));
	}

	/** Reads a file; empty if there is none or it cannot be read as such: settings are never a reason to stop. */
	public synchronized <T> Optional<T> read(String name, Class<T> type) {
		try {
			return readIfThere(name, type);
		} catch (IOException e) {
			return Optional.empty(); // whoever writes it is told
		}
	}

	/**
	 * Reads a file, changes what it says and writes it, with no other change of this program between.
	 *
	 * @param missing what it says if there is none, or a damaged one (which is set aside)
	 * @throws UncheckedIOException if it cannot be read or written; then the old file stands
	 */
	public synchronized <T> void change(String name, Class<T> type, T missing, UnaryOperator<T> change) {
		T old;
		try {
			old = readIfThere(name, type).orElse(missing);
		} catch (IOException e) {
			throw failure("settings.read", name, e);
		}
		T changed = change.apply(old);
		if (!changed.equals(old)) {
			write(name, changed);
		}
	}

	private <T> Optional<T> readIfThere(String name, Class<T> type) throws IOException {
		try {
			return Optional.ofNullable(mapper.readValue(Files.readAllBytes(file(name)), type));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (JsonProcessingException e) {
			setAside(name);
			return Optional.empty();
		}
	}

	private void setAside(String name) {
		try {
			Files.move(file(name), file(name + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
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
			makeFolder();
			Path file = file(name);
			Path target = Files.exists(file) ? file.toRealPath() : file; // a link that someone made stays a link
			Path beside = Files.createTempFile(target.getParent(), name, ".new"); // of mode 0600 where there are modes
			try {
				try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
					ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
					while (bytes.hasRemaining()) {
						channel.write(bytes);
					}
					channel.force(true);
				}
				Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			} finally {
				Files.deleteIfExists(beside);
			}
		} catch (IOException e) {
			throw failure("settings.write", name, e);
		}
	}

	private void makeFolder() throws IOException {
		if (Files.isDirectory(folder)) {
			return;
		}
		if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createDirectories(folder,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		} else {
			Files.createDirectories(folder);
		}
	}

	/** Deletes a file if it is there. */
	public synchronized void delete(String name) {
		try {
			Files.deleteIfExists(file(name));
		} catch (IOException e) {
			throw failure("settings.delete", name, e);
		}
	}

	/** One sentence to show: what failed, where, why, and what to do. */
	private UncheckedIOException failure(String key, String name, IOException e) {
		String why = switch (e) {
			case AccessDeniedException denied -> text("settings.denied", denied.getFile());
			case FileAlreadyExistsException there -> text("settings.no-folder", there.getFile());
			case FileSystemException other when other.getReason() != null -> other.getReason();
			default -> String.valueOf(e.getMessage());
		};
		return new UncheckedIOException(text(key, file(name), why), e);
	}
}
