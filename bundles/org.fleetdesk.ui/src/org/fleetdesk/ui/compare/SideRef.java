package org.fleetdesk.ui.compare;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.ui.IMemento;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** Names one side of a comparison, also over restarts. */
public sealed interface SideRef {

	/** An object of a cluster. */
	record OfObject(ObjectRef ref) implements SideRef {
		public OfObject {
			Objects.requireNonNull(ref);
		}

		@Override
		public String title() {
			return ref.kind() + " " + ref.path();
		}

		@Override
		public void save(IMemento memento) {
			memento.putString("cluster", ref.cluster());
			memento.putString("type", ref.type().toString());
			memento.putString("kind", ref.kind());
			memento.putString("namespace", ref.namespace());
			memento.putString("name", ref.name());
		}
	}

	/**
	 * A document of a file.
	 *
	 * @param file the file
	 * @param document which of its documents, from 1; 0 for the one that is most like the other side
	 */
	record OfFile(Path file, int document) implements SideRef {
		public OfFile {
			file = file.toAbsolutePath().normalize();
		}

		@Override
		public String title() {
			return String.valueOf(file.getFileName());
		}

		@Override
		public void save(IMemento memento) {
			memento.putString("file", file.toString());
			memento.putInteger("document", document);
		}
	}

	/** What people call it: "Deployment shop/web", "web.yaml". */
	String title();

	/** Writes it down. */
	void save(IMemento memento);

	/** Reads what was written down; null if it makes no sense. */
	static @Nullable SideRef load(@Nullable IMemento memento) {
		if (memento == null) {
			return null;
		}
		String file = memento.getString("file");
		if (file != null) {
			return new OfFile(Path.of(file), Objects.requireNonNullElse(memento.getInteger("document"), 0));
		}
		String cluster = memento.getString("cluster");
		String type = memento.getString("type");
		String name = memento.getString("name");
		return cluster == null || type == null || name == null
				? null
				: new OfObject(new ObjectRef(cluster, KindKey.parse(type),
						Objects.requireNonNullElse(memento.getString("kind"), type),
						Objects.requireNonNullElse(memento.getString("namespace"), ""), name));
	}
}
