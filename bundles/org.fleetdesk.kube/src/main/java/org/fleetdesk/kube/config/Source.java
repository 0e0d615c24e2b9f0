package org.fleetdesk.kube.config;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;

/**
 * Where a kubeconfig's text comes from.
 *
 * @param name as shown to the user
 * @param folder what relative paths are relative to; none for pasted text
 */
record Source(String name, Optional<Path> folder) {

	/** More than this is no kubeconfig: a thousand clusters with certificates need less than half of it. */
	static final int MAX_BYTES = 16 << 20;

	static Source of(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		return new Source(absolute.toString(), Optional.ofNullable(absolute.getParent()));
	}

	/** The file, unless this is pasted text. */
	Optional<Path> file() {
		return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
	}

	/** A finding about one entry or field ("users[dev].token"), or about the whole source if that is empty. */
	Finding finding(Severity severity, String where, String message, String remedy) {
		return new Finding(severity, where.isEmpty() ? name : name + ": " + where, message, remedy);
	}

	private BadEntry bad(String message, String remedy) {
		return new BadEntry(finding(Severity.ERROR, "", message, remedy));
	}

	/** The file's text; bounded, and never waits for a pipe that nobody writes. */
	String read() throws BadEntry {
		Path file = Path.of(name);
		try {
			if (Files.isDirectory(file)) {
				throw bad(text("config.folder"), text("config.folder.remedy"));
			}
			boolean pipe = name.startsWith("/dev/fd/") || name.startsWith("/proc/self/fd/");
			if (Files.exists(file) && !Files.isRegularFile(file) && !pipe) {
				throw bad(text("config.device"), "");
			}
			try (InputStream in = Files.newInputStream(file)) {
				byte[] bytes = in.readNBytes(MAX_BYTES + 1);
				if (bytes.length > MAX_BYTES) {
					throw bad(text("config.large.file", MAX_BYTES >> 20),
							text("config.choose"));
				}
				return decode(bytes).text();
			}
		} catch (NoSuchFileException e) {
			throw bad(text("config.missing"), "");
		} catch (AccessDeniedException e) {
			throw bad(text("config.denied"), text("config.denied.remedy"));
		} catch (FileSystemLoopException e) {
			throw bad(text("config.loop"), "");
		} catch (CharacterCodingException e) {
			throw bad(text("config.binary"), "");
		} catch (IOException e) {
			throw bad(e instanceof FileSystemException f && f.getReason() != null
					? text("config.unreadable.because", f.getReason())
					: text("config.unreadable"), "");
		}
	}

	/** A text, and what it takes to write it as it was. */
	record Decoded(String text, Charset charset, byte[] mark) {

		/** Another text in the same encoding, with the same byte order mark. */
		byte[] encode(String other) {
			byte[] encoded = other.getBytes(charset);
			byte[] all = Arrays.copyOf(mark, mark.length + encoded.length);
			System.arraycopy(encoded, 0, all, mark.length, encoded.length);
			return all;
		}
	}

	/** UTF-8, or what a byte order mark says (Windows PowerShell writes UTF-16). */
	static Decoded decode(byte[] bytes) throws IOException {
		Charset charset = StandardCharsets.UTF_8;
		int mark = 0;
		if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
			mark = 3;
		} else if (starts(bytes, 0xFF, 0xFE)) {
			charset = StandardCharsets.UTF_16LE;
			mark = 2;
		} else if (starts(bytes, 0xFE, 0xFF)) {
			charset = StandardCharsets.UTF_16BE;
			mark = 2;
		}
		String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark)).toString();
		return new Decoded(text, charset, Arrays.copyOf(bytes, mark));
	}

	private static boolean starts(byte[] bytes, int... mark) {
		if (bytes.length < mark.length) {
			return false;
		}
		for (int i = 0; i < mark.length; i++) {
			if ((bytes[i] & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}
}
