package org.fleetdesk.kube.internal.rows;

/** Labels as rows keep them: key, value, key, value …, by key. */
public final class Labels {

	private Labels() {
	}

	/** Puts the first so many strings in order; servers send them in order as a rule. */
	public static void sort(String[] labels, int count) {
		for (int i = 2; i < count; i += 2) {
			String key = labels[i];
			String value = labels[i + 1];
			int at = i;
			for (; at > 0 && labels[at - 2].compareTo(key) > 0; at -= 2) {
				labels[at] = labels[at - 2];
				labels[at + 1] = labels[at - 1];
			}
			labels[at] = key;
			labels[at + 1] = value;
		}
	}
}
