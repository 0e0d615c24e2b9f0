package org.fleetdesk.core.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file of text that people edit, in UTF-8. Reading and writing block. */
public final class TextFile {
	private TextFile() {
	}

	/**
	 * What it says, to the byte.
	 *
	 * @throws IOException if it cannot be read, or is not UTF-8
	 */
	public static String read(Path file) throws IOException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
	}

	/**
	 * Gives it another text, whole or not at all; its permissions stay, and a link stays a link.
	 *
	 * @param expected what it says if nobody has changed it meanwhile
	 * @return whether it was written; false if it says something else by now
	 * @throws IOException if it cannot be read or written; then it is as it was
	 */
	public static boolean replace(Path file, String expected, String text) throws IOException {
		Path target = file.toRealPath();
		if (!read(target).equals(expected)) {
			return false;
		}
		Path beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
		try {
			PosixFileAttributeView modes = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
			if (modes != null) {
				modes.setPermissions(Files.getPosixFilePermissions(target));
			}
			Files.writeString(beside, text);
			Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			return true;
		} finally {
			Files.deleteIfExists(beside);
		}
	}
}
