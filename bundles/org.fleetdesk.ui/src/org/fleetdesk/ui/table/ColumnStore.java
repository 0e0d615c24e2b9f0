package org.fleetdesk.ui.table;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.fleetdesk.core.kinds.KindKey;

/** The column layouts of all kinds, in the workspace's preferences. For the UI thread; saving is small. */
public final class ColumnStore {
	private static final Logger LOG = LoggerFactory.getLogger(ColumnStore.class);

	private final Preferences node = InstanceScope.INSTANCE.getNode("org.fleetdesk.ui/columns");

	/** The layout of a kind, the default one if nothing was arranged. */
	public ColumnLayout load(KindKey kind) {
		return ColumnLayout.parse(node.get(kind.toString(), ""));
	}

	/** Keeps the layout of a kind. */
	public void save(KindKey kind, ColumnLayout layout) {
		if (layout.columns().isEmpty()) {
			node.remove(kind.toString());
		} else {
			node.put(kind.toString(), layout.text());
		}
		try {
			node.flush();
		} catch (BackingStoreException e) {
			LOG.warn("The columns of {} could not be saved; they last until the window closes.", kind, e);
		}
	}
}
