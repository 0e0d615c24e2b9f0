package org.fleetdesk.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells whether a file has changed without reading it. Stateless. */
public final class FileStamp {
	private FileStamp() {
	}

	/** Stands for a file as it is now; blocks for the folder. Another one is another content, as far as a folder can tell. */
	public static String of(Path file) {
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
		} catch (IOException e) {
			return "absent";
		}
	}
}
