package org.fleetdesk.ui.fleet;

import java.util.Locale;

import org.fleetdesk.kube.discovery.ResourceType;

/** What kinds are called on the screen: Kubernetes' own words. */
public final class KindTexts {

	private KindTexts() {
	}

	/** The plural in the kind's own case: "Pods", "NetworkPolicies", "Endpoints". */
	public static String plural(ResourceType type) {
		String kind = type.kind();
		String plural = type.plural();
		String lower = kind.toLowerCase(Locale.ROOT);
		int same = 0;
		while (same < Math.min(lower.length(), plural.length()) && lower.charAt(same) == plural.charAt(same)) {
			same++;
		}
		return same == 0 ? plural : kind.substring(0, same) + plural.substring(same);
	}
}
