package org.fleetdesk.kube.internal.read;

import java.util.Arrays;

/**
 * Gives equal short strings as the same instance, as far as a bounded memory of them goes: what repeats (namespaces,
 * nodes, phases) stays in it, what comes once falls out. Safe for any thread without a guard: a race between readers
 * costs the sharing of a string, never its content.
 */
final class StringPool {

	private static final int SETS = 4096;
	private static final int WAYS = 4;
	private static final int LONGEST = 96;

	private final String[] slots = new String[SETS * WAYS];

	/** These characters as a string. */
	String share(char[] text, int from, int length) {
		if (length == 0) {
			return "";
		}
		if (length > LONGEST) {
			return new String(text, from, length);
		}
		int hash = 0;
		for (int i = from; i < from + length; i++) {
			hash = 31 * hash + text[i];
		}
		int first = ((hash ^ hash >>> 15) & SETS - 1) * WAYS;
		for (int slot = first; slot < first + WAYS; slot++) {
			String known = slots[slot];
			if (known != null && known.length() == length && known.hashCode() == hash && same(known, text, from)) {
				promote(first, slot, known);
				return known;
			}
		}
		String fresh = new String(text, from, length);
		slots[first + WAYS - 1] = fresh;
		return fresh;
	}

	/** A hit moves up by one; only the last place of a set is taken by newcomers. */
	private void promote(int first, int slot, String known) {
		if (slot > first) {
			slots[slot] = slots[slot - 1];
			slots[slot - 1] = known;
		}
	}

	private static boolean same(String known, char[] text, int from) {
		for (int i = 0; i < known.length(); i++) {
			if (known.charAt(i) != text[from + i]) {
				return false;
			}
		}
		return true;
	}

	/** How many strings it remembers. */
	long size() {
		return Arrays.stream(slots).filter(s -> s != null).count();
	}
}
