package org.fleetdesk.kube.read;

/** Uids and versions as numbers, where they can be: a row then needs 100 bytes less. */
final class RowIds {

	private static final String DIGITS = "0123456789abcdef";
	private static final int LONGEST = 18;

	private RowIds() {
	}

	/** Whether a text is a UUID in small letters. */
	static boolean usual(String uid) {
		if (uid.length() != 36) {
			return false;
		}
		for (int i = 0; i < 36; i++) {
			char c = uid.charAt(i);
			if (dash(i) ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
				return false;
			}
		}
		return true;
	}

	private static boolean dash(int at) {
		return at == 8 || at == 13 || at == 18 || at == 23;
	}

	/** The first eight bytes of a UUID. */
	static long high(String uid) {
		return bytes(uid, 0, 18);
	}

	/** The other eight. */
	static long low(String uid) {
		return bytes(uid, 19, 36);
	}

	private static long bytes(String uid, int from, int to) {
		long bytes = 0;
		for (int i = from; i < to; i++) {
			char c = uid.charAt(i);
			if (c != '-') {
				bytes = bytes << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
			}
		}
		return bytes;
	}

	/** The UUID of sixteen bytes. */
	static String uid(long high, long low) {
		char[] text = new char[36];
		int shift = 60;
		for (int i = 0; i < 36; i++) {
			if (dash(i)) {
				text[i] = '-';
			} else {
				text[i] = DIGITS.charAt((int) ((i < 19 ? high : low) >>> shift) & 15);
				shift = shift == 0 ? 60 : shift - 4;
			}
		}
		return new String(text);
	}

	/** A version as a number that is written the same way; -1 if it is none. */
	static long version(String text) {
		if (text.isEmpty() || text.length() > LONGEST || text.length() > 1 && text.charAt(0) == '0') {
			return -1;
		}
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return -1;
			}
			number = number * 10 + c - '0';
		}
		return number;
	}
}
