package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/**
 * One object as a real server gave it, in which what differs between objects is written over, in as many bytes: so that an
 * object costs a copy of its bytes. Safe for any thread.
 */
final class Template {
	private static final String UID = "0d2f6a3e-0000-4c55-9f0e-2a9d5c1b8e77";
	private static final int NODES_OF_PODS = 30;
	private static final int PODS_OF_APPS = 25;
	private static final int NAMESPACES = 50;

	private enum Place {
		APP("web-999999"), SUFFIX("zz99z"), NAMESPACE("team-99"), NODE("node-99999"), UID(Template.UID), ADDRESS(
				"10.100.100.100"), VERSION("99999999");

		private final byte[] token;

		Place(String token) {
			this.token = token.getBytes(US_ASCII);
		}
	}

	private record Patch(int at, Place place) {
	}

	private final byte[] bytes;
	private final List<Patch> patches = new ArrayList<>();
	private final int restarts; // where the count of restarts stands, or -1
	private final boolean text;
	private final boolean node;

	/**
	 * A template.
	 *
	 * @param text whether numbers are digits
	 * @param restarts what the count of restarts looks like, which ends the token; empty for none
	 * @param node whether it is a node, of which the number is its own
	 */
	Template(byte[] bytes, boolean text, byte[] restarts, boolean node) {
		this.bytes = bytes;
		this.text = text;
		this.node = node;
		for (Place place : Place.values()) {
			for (int at = find(place.token, 0); at >= 0; at = find(place.token, at + 1)) {
				patches.add(new Patch(at, place));
			}
		}
		int token = restarts.length == 0 ? -1 : find(restarts, 0);
		if (restarts.length > 0 && (token < 0 || find(restarts, token + 1) >= 0)) {
			throw new IllegalStateException("no single place for the count of restarts");
		}
		this.restarts = token < 0 ? -1 : token + restarts.length - (text ? 3 : 1);
	}

	private int find(byte[] token, int from) {
		for (int at = from; at <= bytes.length - token.length; at++) {
			int same = 0;
			while (same < token.length && bytes[at + same] == token[same]) {
				same++;
			}
			if (same == token.length) {
				return at;
			}
		}
		return -1;
	}

	int length() {
		return bytes.length;
	}

	/** Writes an object; gives where it ends. */
	int write(byte[] into, int at, int number, int version, int changes) {
		System.arraycopy(bytes, 0, into, at, bytes.length);
		int app = number / PODS_OF_APPS;
		for (Patch patch : patches) {
			int to = at + patch.at();
			switch (patch.place()) {
				case APP -> {
					into[to] = (byte) (app % 2 == 0 ? 'w' : 'a');
					into[to + 1] = (byte) (app % 2 == 0 ? 'e' : 'p');
					into[to + 2] = (byte) (app % 2 == 0 ? 'b' : 'i');
					digits(into, to + 4, 6, app);
				}
				case SUFFIX -> digits(into, to, 5, number % 100_000);
				case NAMESPACE -> digits(into, to + 5, 2, app % NAMESPACES);
				case NODE -> digits(into, to + 5, 5, node ? number : number / NODES_OF_PODS);
				case UID -> digits(into, to + UID.length() - 12, 12, number);
				case ADDRESS -> {
					digits(into, to + 3, 3, 100 + number / 22_500 % 150);
					digits(into, to + 7, 3, 100 + number / 150 % 150);
					digits(into, to + 11, 3, 100 + number % 150);
				}
				case VERSION -> digits(into, to, 8, version);
			}
		}
		if (restarts >= 0) {
			int count = restarts(changes);
			if (text) {
				digits(into, at + restarts, 3, count);
			} else {
				into[at + restarts] = (byte) count;
			}
		}
		return at + bytes.length;
	}

	/** Three digits, one byte as a varint. */
	static int restarts(int changes) {
		return 100 + changes % 28;
	}

	static void digits(byte[] into, int at, int count, int number) {
		int rest = number;
		for (int i = at + count - 1; i >= at; i--) {
			into[i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}
}
