package org.fleetdesk.ui.search;

import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.Failures;
import org.fleetdesk.ui.fleet.ClusterOpening;
import org.fleetdesk.ui.fleet.ObjectList;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

/** Leads from what was found to the thing itself; on the UI thread of its window. */
final class HitOpener {
	private static final int MOST_OTHERS = 10;
	private final IWorkbenchWindow window;

	HitOpener(IWorkbenchWindow window) {
		this.window = window;
	}

	/** Opens objects' editors, and the first others, too. */
	void open(List<Hit> hits, ObjectPage page) {
		List<Hit.OfObject> objects = hits.stream().filter(Hit.OfObject.class::isInstance).map(Hit.OfObject.class::cast)
				.toList();
		ObjectOpener.open(page(), objects, HitOpener::ref, page);
		hits.stream().filter(hit -> !(hit instanceof Hit.OfObject)).limit(MOST_OTHERS).forEach(hit -> open(hit, page));
	}

	/** Opens an object's editor, a list, a cluster. */
	void open(Hit hit, ObjectPage page) {
		switch (hit) {
			case Hit.OfObject object -> ObjectOpener.open(page(), ref(object), page);
			case Hit.OfList list -> list(ListQuery.all(KindKey.of(list.type()), list.clusters()), "");
			case Hit.OfCluster cluster -> ClusterOpening.open(window, List.of(cluster.cluster()));
		}
	}

	/** Shows an object in the list of its kind. */
	void show(Hit hit) {
		if (hit instanceof Hit.OfObject object) {
			String namespace = object.row().namespace();
			list(new ListQuery(KindKey.of(object.type()), List.of(object.cluster()),
					namespace.isEmpty() ? Set.of() : Set.of(namespace), "", ""), object.row().name());
		} else {
			open(hit, ObjectPage.OVERVIEW);
		}
	}

	static ObjectRef ref(Hit.OfObject object) {
		return new ObjectRef(object.cluster().id(), KindKey.of(object.type()), object.type().kind(),
				object.row().namespace(), object.row().name());
	}

	private IWorkbenchPage page() {
		return window.getActivePage();
	}

	private void list(ListQuery query, String filter) {
		try {
			if (page().showView(ObjectList.VIEW) instanceof ObjectList list) {
				list.show(query, filter);
			}
		} catch (PartInitException e) {
			window.getService(Failures.class).report(NLS.bind(Messages.view_failed, e.getMessage()), e);
		}
	}
}
