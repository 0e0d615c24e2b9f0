package org.fleetdesk.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * The folder of what the programs of the workstation keep beside settings. What is made in it is readable by its owner
 * alone. Safe for any thread.
 *
 * @param path where it is
 */
public record DataFolder(Path path) {
	public DataFolder {
		Objects.requireNonNull(path);
	}

	/** {@code fleetdesk} below {@code XDG_DATA_HOME}, on Windows {@code LOCALAPPDATA}, else {@code ~/.local/share}. */
	public static DataFolder standard(Map<String, String> environment, Path home) {
		String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
		String windows = environment.getOrDefault("LOCALAPPDATA", "");
		Path parent = !xdg.isEmpty()
				? Path.of(xdg)
				: !windows.isEmpty() ? Path.of(windows) : home.resolve(".local/share");
		return new DataFolder(parent.resolve("fleetdesk"));
	}

	/**
	 * Makes the folder if it is not there, and an empty file in it if that is not.
	 *
	 * @throws IOException if they cannot be made
	 */
	public Path make(String name) throws IOException {
		if (!Files.isDirectory(path)) {
			Files.createDirectories(path, mode("rwx------"));
		}
		Path file = path.resolve(name);
		try {
			Files.createFile(file, mode("rw-------"));
		} catch (java.nio.file.FileAlreadyExistsException e) {
			// as wanted
		}
		return file;
	}

	/**
	 * Has a file readable by its owner alone, whoever made it.
	 *
	 * @throws IOException if it is not there or somebody else's
	 */
	public void own(Path file) throws IOException {
		if (posix()) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
	}

	private boolean posix() {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	private FileAttribute<?>[] mode(String mode) {
		return posix()
				? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
				: new FileAttribute<?>[0];
	}
}
