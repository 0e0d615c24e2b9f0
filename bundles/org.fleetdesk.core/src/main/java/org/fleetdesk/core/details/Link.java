package org.fleetdesk.core.details;

import java.net.URI;
import java.util.Objects;

import org.fleetdesk.core.kinds.KindKey;

/** Where something on an object's page leads. Immutable. */
public sealed interface Link {
	/**
	 * To another object of the same cluster.
	 *
	 * @param type its kind's key
	 * @param kind its kind as objects have it
	 * @param namespace its namespace, or empty
	 * @param name its name
	 */
	record ToObject(KindKey type, String kind, String namespace, String name) implements Link {
		public ToObject {
			Objects.requireNonNull(type);
			Objects.requireNonNull(kind);
			Objects.requireNonNull(namespace);
			Objects.requireNonNull(name);
		}
	}

	/** To a page in the browser, by http or https. */
	record ToPage(URI address) implements Link {
		public ToPage {
			if (!WebLinks.safe(address)) {
				throw new IllegalArgumentException("no page of the web: " + address);
			}
		}
	}

	/** Shows what a Secret hides, or hides it again. */
	record Reveal() implements Link {
	}
}
