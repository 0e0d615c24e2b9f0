package org.fleetdesk.kube.internal.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal short strings, boxed numbers and lists of strings as the same instance, as far as a bounded memory of them
 * goes: what repeats (namespaces, nodes, phases, labels) stays in it, what comes once falls out. Safe for any thread without
 * a guard: a race between readers costs the sharing of a value, never its content.
 */
public final class StringPool {

	private static final int SETS = 4096;
	private static final int WAYS = 4;
	private static final int LONGEST = 256;
	private static final int BOXES = 1024;
	private static final int SETS_OF_ONE = 16;

	// their lengths are powers of two
	private final String[] slots;
	private final @Nullable Long[] longs;
	private final @Nullable Double[] doubles;
	private final String @Nullable [][] lists;

	/** A memory of the strings of many objects. */
	public StringPool() {
		this(SETS, BOXES);
	}

	private StringPool(int sets, int boxes) {
		slots = new String[sets * WAYS];
		longs = new Long[boxes];
		doubles = new Double[boxes];
		lists = new String @Nullable [sets][];
	}

	/** A memory of the strings of one object: small, and to be let go with it. */
	static StringPool ofOne() {
		return new StringPool(SETS_OF_ONE, SETS_OF_ONE);
	}

	/** These characters as a string. */
	public String share(char[] text, int from, int length) {
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
		int first = first(hash);
		for (int slot = first; slot < first + WAYS; slot++) {
			String known = slots[slot];
			if (known != null && known.length() == length && known.hashCode() == hash && same(known, text, from)) {
				promote(first, slot, known);
				return known;
			}
		}
		return keep(first, new String(text, from, length));
	}

	/** These bytes of UTF-8 as a string. */
	String share(byte[] utf8, int from, int length) {
		if (length == 0) {
			return "";
		}
		if (length > LONGEST) {
			return string(utf8, from, length);
		}
		int hash = 0;
		int signs = 0;
		for (int i = from; i < from + length; i++) {
			hash = 31 * hash + utf8[i];
			signs |= utf8[i];
		}
		if (signs < 0) {
			return share(string(utf8, from, length));
		}
		int first = first(hash);
		for (int slot = first; slot < first + WAYS; slot++) {
			String known = slots[slot];
			if (known != null && known.length() == length && known.hashCode() == hash && same(known, utf8, from)) {
				promote(first, slot, known);
				return known;
			}
		}
		return keep(first, new String(utf8, from, length, StandardCharsets.ISO_8859_1));
	}

	/** This string, or an equal one. */
	public String share(String text) {
		if (text.isEmpty() || text.length() > LONGEST) {
			return text;
		}
		int first = first(text.hashCode());
		for (int slot = first; slot < first + WAYS; slot++) {
			String known = slots[slot];
			if (text.equals(known)) {
				promote(first, slot, known);
				return known;
			}
		}
		return keep(first, text);
	}

	/** A string of its own of these bytes of UTF-8. */
	static String string(byte[] utf8, int from, int length) {
		return new String(utf8, from, length, StandardCharsets.UTF_8);
	}

	/** This number. */
	Long share(long number) {
		int at = Long.hashCode(number * 0x9E3779B97F4A7C15L >>> 32) & longs.length - 1;
		Long known = longs[at];
		if (known == null || known != number) {
			known = number;
			longs[at] = known;
		}
		return known;
	}

	/** This number. */
	Double share(double number) {
		long bits = Double.doubleToRawLongBits(number);
		int at = (int) (bits * 0x9E3779B97F4A7C15L >>> 40) & doubles.length - 1;
		Double known = doubles[at];
		if (known == null || Double.doubleToRawLongBits(known) != bits) {
			known = number;
			doubles[at] = known;
		}
		return known;
	}

	/** The first so many of these strings as a list of its own that nobody changes. */
	public String[] share(String[] texts, int count) {
		int hash = count;
		for (int i = 0; i < count; i++) {
			hash = 31 * hash + texts[i].hashCode();
		}
		int at = (hash ^ hash >>> 13) & lists.length - 1;
		String[] known = lists[at];
		if (known == null || !Arrays.equals(known, 0, known.length, texts, 0, count)) {
			known = Arrays.copyOf(texts, count);
			lists[at] = known;
		}
		return known;
	}

	private int first(int hash) {
		return ((hash ^ hash >>> 15) & slots.length / WAYS - 1) * WAYS;
	}

	private String keep(int first, String fresh) {
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

	private static boolean same(String known, byte[] text, int from) {
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
