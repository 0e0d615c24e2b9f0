package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.details.Around;
import org.fleetdesk.core.details.Link;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.login.PageOpener;

/** What is around an object of a cluster, and goes where links of its page lead. Belongs to the UI thread. */
final class ObjectLinks {
	private final IWorkbenchPartSite site;
	private final Fleet fleet;
	private final ObjectRef ref;
	private final Function<ResourceType, Optional<Descriptor>> kinds;
	private final UnaryOperator<String> words;

	ObjectLinks(IWorkbenchPartSite site, Fleet fleet, ObjectRef ref) {
		this.site = site;
		this.fleet = fleet;
		this.ref = ref;
		this.kinds = fleet.kinds()::describing;
		this.words = fleet.kinds()::words;
	}

	private Catalogue catalogue() {
		return fleet.cluster(ref.cluster()).map(Cluster::state).map(s -> s.catalogue()).orElse(Catalogue.EMPTY);
	}

	/** What is known of the object's kind, in the version in which its cluster serves it. */
	Optional<Descriptor> descriptor() {
		return ref.type().in(catalogue()).flatMap(kinds);
	}

	/** What the object's details are made with. */
	Around around(Optional<Line> line, Optional<Descriptor> descriptor, boolean revealed) {
		return new Around(catalogue(), descriptor, line.map(Line::columns).orElse(List.of()), line.map(Line::row),
				words,
				revealed);
	}

	/** Goes where a link leads; an object opens in this window. */
	void follow(Link link) {
		switch (link) {
			case Link.ToObject to -> {
				ObjectRef other = new ObjectRef(ref.cluster(), to.type(), to.kind(), to.namespace(), to.name());
				ObjectOpener.open(site.getPage(), other, ObjectPage.OVERVIEW);
			}
			case Link.ToPage to -> site.getService(PageOpener.class).open(to.address());
			case Link.Reveal reveal -> throw new IllegalArgumentException("the page's own");
		}
	}
}
