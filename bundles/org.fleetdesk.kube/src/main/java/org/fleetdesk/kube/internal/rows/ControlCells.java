package org.fleetdesk.kube.internal.rows;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What kubectl says about objects by which a cluster is run that stands at no path.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/printers/internalversion/printers.go">printers.go</a>
 */
final class ControlCells {

	private static final String LIMITS = "limits.";

	private ControlCells() {
	}

	/** What of a quota is used and what there may be, of requests and counts or of limits: "cpu: 1/2, pods: 3/10". */
	static Reducer quota(Inputs in, boolean limits) {
		Slot resources = in.keys("status.hard.*");
		Slot hard = in.text("status.hard.*");
		Slot usedResources = in.keys("status.used.*");
		Slot used = in.text("status.used.*");
		Joiner joiner = new Joiner(", ", false);
		return () -> {
			Map<String, String> now = new TreeMap<>();
			for (int i = 0; i < usedResources.count(); i++) {
				now.put(usedResources.text(i), used.text(i));
			}
			Map<String, String> all = new TreeMap<>();
			for (int i = 0; i < resources.count(); i++) {
				all.put(resources.text(i), hard.text(i));
			}
			all.forEach((resource, most) -> {
				if (resource.startsWith(LIMITS) == limits) {
					joiner.add(resource + ": " + or0(now.getOrDefault(resource, "")) + "/" + or0(most));
				}
			});
			return joiner.done(in.pool());
		};
	}

	private static String or0(String quantity) {
		return quantity.isEmpty() ? "0" : quantity;
	}

	/** Its controller: "statefulset.apps/web". */
	static Reducer controller(Inputs in) {
		String owner = "metadata.ownerReferences[controller=true].";
		Slot version = in.text(owner + "apiVersion");
		Slot kind = in.text(owner + "kind");
		Slot name = in.text(owner + "name");
		return () -> {
			if (name.text().isEmpty()) {
				return null;
			}
			int slash = version.text().indexOf('/');
			String group = slash < 0 ? "" : "." + version.text().substring(0, slash);
			return in.pool().share((kind.text() + group).toLowerCase(Locale.ROOT) + "/" + name.text());
		};
	}

	/** What became of a request for a certificate: "Approved,Issued". */
	static Reducer requestStatus(Inputs in) {
		Slot types = in.text("status.conditions[*].type");
		Slot certificate = in.flag("status.certificate");
		return () -> {
			Set<String> there = new HashSet<>();
			for (int i = 0; i < types.count(); i++) {
				there.add(types.text(i));
			}
			String status = there.contains("Denied") ? "Denied" : there.contains("Approved") ? "Approved" : "Pending";
			return in.pool().share(status + (there.contains("Failed") ? ",Failed" : "")
					+ (certificate.number() == 1 ? ",Issued" : ""));
		};
	}

	/** How far a claim of devices is: "pending", "allocated,reserved". */
	static Reducer claimState(Inputs in) {
		Slot deleted = in.time("metadata.deletionTimestamp");
		Slot allocation = in.flag("status.allocation");
		Slot reserved = in.count("status.reservedFor[*]");
		return () -> {
			boolean goes = deleted.number() != Slot.NONE;
			if (allocation.number() != 1) {
				return goes ? "deleted" : "pending";
			}
			String state = reserved.count() > 0 ? "allocated,reserved" : "allocated";
			return in.pool().share(goes ? "deleted," + state : state);
		};
	}

	/** What an admission policy is bound to as its parameters: "team-a/limits", of no certain namespace "*&#47;limits". */
	static Reducer policyParameters(Inputs in) {
		Slot namespace = in.text("spec.paramRef.namespace");
		Slot name = in.text("spec.paramRef.name");
		Reducer selector = new Selector("spec.paramRef.selector", in);
		return () -> name.text().isEmpty()
				? selector.cell()
				: in.pool().share((namespace.text().isEmpty() ? "*" : namespace.text()) + "/" + name.text());
	}
}
