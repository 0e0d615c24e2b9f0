package org.fleetdesk.kube.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.internal.text.Texts;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The tokens of one user entry that logs in by OpenID Connect. They stand in a kubeconfig file that kubectl and others
 * may change too, so they are read anew when they are needed. Equal if they stand in the same place. Safe for any thread.
 */
public final class KubeconfigTokens {

	private static final int LOCK_TRIES = 100;
	private static final long LOCK_MILLIS = 20;

	/** Tokens; not a record, so that they are never printed. */
	public static final class Values {
		private final Optional<String> idToken;
		private final Optional<String> refreshToken;

		/** Tokens as they stand; either may be missing. */
		public Values(Optional<String> idToken, Optional<String> refreshToken) {
			this.idToken = Objects.requireNonNull(idToken);
			this.refreshToken = Objects.requireNonNull(refreshToken);
		}

		/** The ID token, which is what the API server sees. */
		public Optional<String> idToken() {
			return idToken;
		}

		/** What gets the next ID token. */
		public Optional<String> refreshToken() {
			return refreshToken;
		}
	}

	private final Optional<Path> file;
	private final String user;
	private final Values first;

	/**
	 * Tokens of a user entry.
	 *
	 * @param file the kubeconfig; none for pasted text
	 * @param user the entry's name
	 * @param first what it says now
	 */
	KubeconfigTokens(Optional<Path> file, String user, Values first) {
		this.file = Objects.requireNonNull(file);
		this.user = Objects.requireNonNull(user);
		this.first = Objects.requireNonNull(first);
	}

	/** The tokens as they stand in the file now; as they were first read if it cannot be read any more. */
	public Values read() {
		if (file.isEmpty()) {
			return first;
		}
		try {
			Node config = TokenEdit.config(Source.of(file.get()).read(), user);
			return new Values(TokenEdit.value(config, TokenEdit.ID_TOKEN),
					TokenEdit.value(config, TokenEdit.REFRESH_TOKEN));
		} catch (BadEntry | TokenEdit.Impossible e) {
			return first;
		}
	}

	/** Whether the kubeconfig holds tokens, so that newer ones belong there. */
	public boolean present() {
		Values now = read();
		return file.isPresent() && (now.idToken().isPresent() || now.refreshToken().isPresent());
	}

	/**
	 * Puts tokens into the file and leaves every other byte as it is: under kubectl's lock file, for which it waits two
	 * seconds at most, written to the side and moved into place.
	 *
	 * @throws IOException if they cannot be written; the message is a clause that says why
	 */
	public void write(String idToken, Optional<String> refreshToken) throws IOException, InterruptedException {
		Path path = file.orElseThrow(() -> new IOException(Texts.text("tokens.nofile")));
		Path lock = path.resolveSibling(path.getFileName() + ".lock");
		lock(lock);
		try {
			change(path, idToken, refreshToken);
		} catch (BadEntry | TokenEdit.Impossible e) {
			throw new IOException(Texts.text("tokens.unclear", path), e);
		} catch (java.nio.file.FileSystemException e) {
			throw new IOException(Texts.text("tokens.unwritable", path), e);
		} finally {
			Files.deleteIfExists(lock);
		}
	}

	private static void lock(Path lock) throws IOException, InterruptedException {
		for (int i = 1;; i++) {
			try {
				Files.createFile(lock);
				return;
			} catch (FileAlreadyExistsException e) {
				if (i == LOCK_TRIES) {
					throw new IOException(Texts.text("tokens.locked", lock), e);
				}
				Thread.sleep(LOCK_MILLIS);
			} catch (IOException e) {
				throw new IOException(Texts.text("tokens.unwritable", lock), e);
			}
		}
	}

	private void change(Path path, String idToken, Optional<String> refreshToken)
			throws IOException, BadEntry, TokenEdit.Impossible {
		Path target = path.toRealPath();
		byte[] bytes = Files.readAllBytes(target);
		Source.Decoded old = Source.decode(bytes);
		Map<String, String> values = new LinkedHashMap<>();
		values.put(TokenEdit.ID_TOKEN, idToken);
		refreshToken.ifPresent(t -> values.put(TokenEdit.REFRESH_TOKEN, t));
		String text = old.text();
		for (Map.Entry<String, String> value : values.entrySet()) {
			text = TokenEdit.with(text, user, value.getKey(), value.getValue());
		}
		Path beside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
		try {
			var mode = Files.getFileAttributeView(target, PosixFileAttributeView.class);
			if (mode != null) {
				Files.setPosixFilePermissions(beside, mode.readAttributes().permissions());
			}
			Files.write(beside, old.encode(text));
			Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} finally {
			Files.deleteIfExists(beside);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof KubeconfigTokens o && file.equals(o.file) && user.equals(o.user)
				&& (file.isPresent() || first == o.first);
	}

	@Override
	public int hashCode() {
		return Objects.hash(file, user);
	}

	@Override
	public String toString() {
		return "users[" + user + "]" + file.map(f -> " in " + f).orElse("");
	}
}
