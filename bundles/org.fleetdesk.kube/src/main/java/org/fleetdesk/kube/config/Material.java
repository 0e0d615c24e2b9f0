package org.fleetdesk.kube.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** A certificate, key or token: given as bytes or by a file that is read when it is needed. Never printed. */
public sealed interface Material {

	/** The field it came from, for messages: "users[dev].client-key-data". */
	String field();

	/** Given in the kubeconfig itself. Not a record, so that no bytes are ever printed. */
	final class Inline implements Material {
		private final String field;
		private final byte[] bytes;

		/** Takes the bytes over. */
		public Inline(String field, byte[] bytes) {
			this.field = Objects.requireNonNull(field);
			this.bytes = bytes.clone();
		}

		@Override
		public String field() {
			return field;
		}

		/** A copy of the bytes. */
		public byte[] bytes() {
			return bytes.clone();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Inline o && field.equals(o.field) && Arrays.equals(bytes, o.bytes);
		}

		@Override
		public int hashCode() {
			return Objects.hash(field, Arrays.hashCode(bytes));
		}

		@Override
		public String toString() {
			return field + " (" + bytes.length + " bytes)";
		}
	}

	/**
	 * Given by a file's name, which was made absolute against the kubeconfig's folder.
	 *
	 * @param field the field it came from
	 * @param path the file
	 */
	record InFile(String field, Path path) implements Material {
		public InFile {
			Objects.requireNonNull(field);
			Objects.requireNonNull(path);
		}
	}
}
