package org.fleetdesk.ui.fleet;

import org.fleetdesk.core.live.ListQuery;

/** The view that lists objects, as the fleet asks it to show something. Used on the UI thread. */
public interface ObjectList {
	/** The id of the view that is one. */
	String VIEW = "org.fleetdesk.ui.view.objects";

	/** Shows a list, whatever is selected elsewhere. */
	default void show(ListQuery query) {
		show(query, "");
	}

	/** The same through a filter; an empty one shows all. */
	void show(ListQuery query, String filter);
}
