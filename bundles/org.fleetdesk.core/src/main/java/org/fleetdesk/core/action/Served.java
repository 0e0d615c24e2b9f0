package org.fleetdesk.core.action;

import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;

/** Other objects of a target's cluster. */
final class Served {
	private Served() {
	}

	/** A kind's type there; refused if it is not served. */
	static ResourceType type(Target near, KindKey kind) {
		return kind.in(near.cluster().catalogue()).orElseThrow(
				() -> Refusals.of(near, Texts.text("action.unserved", near.cluster().name(), kind)));
	}

	/** Another object in the namespace of a target. */
	static Target beside(Target near, KindKey kind, String name) {
		return in(near, kind, near.key().namespace(), name);
	}

	/** Another object. */
	static Target in(Target near, KindKey kind, String namespace, String name) {
		return new Target(near.cluster(), new ObjectKey(type(near, kind), namespace, name));
	}
}
