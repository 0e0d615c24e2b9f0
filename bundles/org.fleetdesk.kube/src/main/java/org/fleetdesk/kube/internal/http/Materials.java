package org.fleetdesk.kube.internal.http;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fleetdesk.kube.config.Material;

/** Reads what a kubeconfig gives inline or names by a file. */
final class Materials {

	private static final int MAX_BYTES = 1 << 20;
	private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \\1-----",
			Pattern.DOTALL);

	/** Material that cannot be used; the message is a clause that names field and file and tells no content. */
	static final class Unusable extends Exception {
		private static final long serialVersionUID = 1L;

		Unusable(String message, Throwable cause) {
			super(message, cause);
		}

		Unusable(String message) {
			super(message);
		}
	}

	private Materials() {
	}

	static byte[] read(Material material) throws Unusable {
		return switch (material) {
			case Material.Inline inline -> inline.bytes();
			case Material.InFile file -> read(file, file.path());
		};
	}

	private static byte[] read(Material.InFile material, Path file) throws Unusable {
		String name = name(material);
		if (Files.isDirectory(file)) {
			throw new Unusable(text("material.folder", name));
		}
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			throw new Unusable(text("material.special", name));
		}
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(MAX_BYTES + 1);
			if (bytes.length > MAX_BYTES) {
				throw new Unusable(text("material.large", name));
			}
			return bytes;
		} catch (NoSuchFileException e) {
			throw new Unusable(text("material.missing", name), e);
		} catch (AccessDeniedException e) {
			throw new Unusable(text("material.denied", name), e);
		} catch (IOException e) {
			throw new Unusable(text("material.unreadable", name), e);
		}
	}

	/** Field, and file if there is one. */
	static String name(Material material) {
		return switch (material) {
			case Material.Inline inline -> inline.field();
			case Material.InFile file -> text("material.file", file.path(), file.field());
		};
	}

	/** The PEM blocks whose label ends so, each whole. */
	static List<String> blocks(byte[] pem, String label) {
		List<String> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(new String(pem, StandardCharsets.ISO_8859_1));
		while (matcher.find()) {
			if (matcher.group(1).endsWith(label)) {
				blocks.add(matcher.group());
			}
		}
		return blocks;
	}
}
