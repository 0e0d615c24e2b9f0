package org.fleetdesk.ui.apply;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import org.jspecify.annotations.Nullable;

/** A text to apply: a file, or one that has none yet. Equal by the file, or by being the same text. Survives a restart. */
public final class ApplyInput implements IEditorInput, IPersistableElement {
	private final String id;
	private final Optional<Path> file;

	private ApplyInput(String id, Optional<Path> file) {
		this.id = Objects.requireNonNull(id);
		this.file = file;
	}

	/** A new text. */
	public static ApplyInput untitled() {
		return new ApplyInput(UUID.randomUUID().toString(), Optional.empty());
	}

	/** The text of a file. */
	public static ApplyInput of(Path file) {
		Path whole = file.toAbsolutePath().normalize();
		return new ApplyInput(whole.toString(), Optional.of(whole));
	}

	/** The file, if it has one. */
	public Optional<Path> file() {
		return file;
	}

	/** What its draft is kept under. */
	String key() {
		return "apply " + id;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public @Nullable ImageDescriptor getImageDescriptor() {
		return null;
	}

	@Override
	public String getName() {
		return file.map(f -> String.valueOf(f.getFileName())).orElse(Messages.untitled);
	}

	@Override
	public IPersistableElement getPersistable() {
		return this;
	}

	@Override
	public String getToolTipText() {
		return file.map(Path::toString).orElse(Messages.untitled);
	}

	@Override
	public String getFactoryId() {
		return ApplyInputFactory.ID;
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString("id", id);
		file.ifPresent(f -> memento.putString("file", f.toString()));
	}

	static @Nullable ApplyInput load(IMemento memento) {
		String id = memento.getString("id");
		String file = memento.getString("file");
		if (file != null) {
			return of(Path.of(file));
		}
		return id == null ? null : new ApplyInput(id, Optional.empty());
	}

	@Override
	public <T> @Nullable T getAdapter(Class<T> type) {
		return null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ApplyInput o && id.equals(o.id);
	}

	@Override
	public int hashCode() {
		return id.hashCode();
	}
}
