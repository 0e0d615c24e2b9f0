package org.fleetdesk.ui.object;

import java.util.Arrays;
import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import org.fleetdesk.core.kinds.KindKey;

import org.jspecify.annotations.Nullable;

/**
 * What an object's editor shows: the object, and the page to begin with. Equal by the object alone, so that an object has
 * one editor. Survives a restart.
 */
public final class ObjectInput implements IEditorInput, IPersistableElement {
	private final ObjectRef ref;
	private final ObjectPage first;

	/** An input. */
	public ObjectInput(ObjectRef ref, ObjectPage first) {
		this.ref = Objects.requireNonNull(ref);
		this.first = Objects.requireNonNull(first);
	}

	/** The object. */
	public ObjectRef ref() {
		return ref;
	}

	/** The page to begin with. */
	public ObjectPage first() {
		return first;
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
		return ref.name();
	}

	@Override
	public IPersistableElement getPersistable() {
		return this;
	}

	@Override
	public String getToolTipText() {
		return ref.kind() + " " + ref.path() + " @ " + ref.cluster();
	}

	@Override
	public String getFactoryId() {
		return ObjectInputFactory.ID;
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString("cluster", ref.cluster());
		memento.putString("type", ref.type().toString());
		memento.putString("kind", ref.kind());
		memento.putString("namespace", ref.namespace());
		memento.putString("name", ref.name());
		memento.putString("page", first.name());
	}

	static @Nullable ObjectInput load(IMemento memento) {
		String cluster = memento.getString("cluster");
		String type = memento.getString("type");
		String name = memento.getString("name");
		if (cluster == null || type == null || name == null) {
			return null;
		}
		String kind = Objects.requireNonNullElse(memento.getString("kind"), type);
		String namespace = Objects.requireNonNullElse(memento.getString("namespace"), "");
		return new ObjectInput(new ObjectRef(cluster, KindKey.parse(type), kind, namespace, name),
				page(memento.getString("page")));
	}

	/** The page of a name that was kept; the overview if there is none of that name. */
	static ObjectPage page(@Nullable String name) {
		return Arrays.stream(ObjectPage.values()).filter(page -> page.name().equals(name)).findFirst()
				.orElse(ObjectPage.OVERVIEW);
	}

	@Override
	public <T> @Nullable T getAdapter(Class<T> type) {
		return type.isInstance(ref) ? type.cast(ref) : null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ObjectInput o && ref.equals(o.ref);
	}

	@Override
	public int hashCode() {
		return ref.hashCode();
	}
}
