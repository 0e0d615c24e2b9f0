package org.fleetdesk.core.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes, {@link Packed}: the strings that occur, the sets of labels, and the rows, which name both by
 * their numbers. Numbers are written in groups of seven bits. For one thread.
 */
final class RowBlock {
	private static final int NULL = 0;
	private static final int TEXT = 1;
	private static final int LONG = 2;
	private static final int DOUBLE = 3;
	private static final int TRUE = 4;
	private static final int FALSE = 5;
	private static final int NAME = 6;
	private static final int CREATION = 7;
	private static final String[] NO_LABELS = {};

	private RowBlock() {
	}

	/** Packs rows. */
	static byte[] pack(List<Row> rows) {
		return new Writer().pack(rows);
	}

	/**
	 * Unpacks rows.
	 *
	 * @param shared strings that occur in other blocks too
	 * @throws IOException if these are not such bytes
	 */
	static void unpack(byte[] block, Strings shared, Consumer<Row> sink) throws IOException {
		byte[] bytes = Packed.unpack(block);
		try {
			new Reader(bytes, shared).rows(sink);
		} catch (RuntimeException e) { // numbers that lead nowhere
			throw new IOException(e);
		}
	}

	private static final class Writer {
		private final Map<String, Integer> strings = new LinkedHashMap<>();
		private final Map<List<String>, Integer> labels = new LinkedHashMap<>();
		private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

		private byte[] pack(List<Row> rows) {
			number(rows.size());
			rows.forEach(this::row);
			byte[] body = out.toByteArray();
			out.reset();
			List<List<String>> sets = List.copyOf(labels.keySet());
			number(sets.size());
			for (List<String> set : sets) {
				number(set.size());
				set.forEach(this::string);
			}
			byte[] sides = out.toByteArray();
			out.reset();
			number(strings.size());
			strings.keySet().forEach(this::text);
			out.writeBytes(sides);
			out.writeBytes(body);
			return Packed.pack(out.toByteArray());
		}

		private void row(Row row) {
			uid(row.uid());
			string(row.namespace());
			text(row.name());
			version(row.resourceVersion());
			signed(row.createdMillis());
			string(row.owner());
			String[] set = new String[2 * row.labels()];
			for (int i = 0; i < row.labels(); i++) {
				set[2 * i] = row.labelKey(i);
				set[2 * i + 1] = row.labelValue(i);
			}
			number(labels.computeIfAbsent(Arrays.asList(set), s -> labels.size()));
			number(row.cells());
			for (int i = 0; i < row.cells(); i++) {
				cell(row, row.cell(i));
			}
		}

		private void cell(Row row, @Nullable Object cell) {
			switch (cell) {
				case null -> out.write(NULL);
				case Long time when time == row.createdMillis() && time > 0 -> out.write(CREATION);
				case Long number -> {
					out.write(LONG);
					signed(number);
				}
				case Double number -> {
					out.write(DOUBLE);
					fixed(Double.doubleToLongBits(number));
				}
				case Boolean yes -> out.write(yes ? TRUE : FALSE);
				case String text when text.equals(row.name()) -> out.write(NAME);
				default -> {
					out.write(TEXT);
					string(cell.toString());
				}
			}
		}

		/** As sixteen bytes where it is what servers give, which says the same in less than half. */
		private void uid(String uid) {
			if (uid.length() == 36) {
				try {
					UUID parsed = UUID.fromString(uid);
					if (parsed.toString().equals(uid)) {
						out.write(1);
						fixed(parsed.getMostSignificantBits());
						fixed(parsed.getLeastSignificantBits());
						return;
					}
				} catch (IllegalArgumentException e) {
					// it is kept as text
				}
			}
			out.write(0);
			text(uid);
		}

		private void version(String version) {
			boolean decimal = !version.isEmpty() && version.length() < 19 && version.charAt(0) != '0'
					&& version.chars().allMatch(c -> c >= '0' && c <= '9');
			if (decimal) {
				number(Long.parseLong(version));
			} else {
				number(0);
				text(version);
			}
		}

		private void string(String text) {
			number(strings.computeIfAbsent(text, t -> strings.size()));
		}

		private void text(String text) {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			number(bytes.length);
			out.writeBytes(bytes);
		}

		private void signed(long number) {
			number(number << 1 ^ number >> 63);
		}

		private void number(long number) {
			long left = number;
			while ((left & ~0x7FL) != 0) {
				out.write((int) (left & 0x7F | 0x80));
				left >>>= 7;
			}
			out.write((int) left);
		}

		private void fixed(long bits) {
			for (int shift = 56; shift >= 0; shift -= 8) {
				out.write((int) (bits >>> shift));
			}
		}
	}

	/** Strings that occurred lately, so that most that repeat are one; forgets those that others take the place of. */
	static final class Strings {
		private static final int PLACES = 1 << 14;
		private final @Nullable String[] places = new String[PLACES];

		private String of(byte[] bytes, int from, int length) {
			int hash = length;
			for (int i = from; i < from + length; i++) {
				hash = 31 * hash + bytes[i];
			}
			int place = (hash ^ hash >>> 15) & PLACES - 1;
			String known = places[place];
			if (known == null || !same(known, bytes, from, length)) {
				known = new String(bytes, from, length, StandardCharsets.UTF_8);
				places[place] = known;
			}
			return known;
		}

		private static boolean same(String known, byte[] bytes, int from, int length) {
			boolean same = known.length() == length; // what is not ASCII is longer as bytes, and made anew
			for (int i = 0; same && i < length; i++) {
				same = known.charAt(i) == bytes[from + i];
			}
			return same;
		}
	}

	private static final class Reader {
		private final byte[] in;
		private int at;
		private final String[] strings;
		private final String[][] labels;

		private Reader(byte[] in, Strings shared) {
			this.in = in;
			strings = new String[size()];
			for (int i = 0; i < strings.length; i++) {
				int length = size();
				strings[i] = shared.of(in, at, length);
				at += length;
			}
			labels = new String[size()][];
			for (int i = 0; i < labels.length; i++) {
				String[] set = new String[size()];
				for (int j = 0; j < set.length; j++) {
					set[j] = string();
				}
				labels[i] = set.length == 0 ? NO_LABELS : set;
			}
		}

		private void rows(Consumer<Row> sink) {
			for (int left = size(); left > 0; left--) {
				sink.accept(row());
			}
		}

		private Row row() {
			boolean usual = in[at++] == 1;
			long high = usual ? fixed() : 0;
			long low = usual ? fixed() : 0;
			String uid = usual ? "" : text();
			String namespace = string();
			String name = text();
			long version = number();
			String odd = version == 0 ? text() : "";
			long created = signed();
			String owner = string();
			String[] set = labels[(int) number()];
			@Nullable
			Object[] cells = new Object[size()];
			for (int i = 0; i < cells.length; i++) {
				cells[i] = cell(name);
			}
			return usual && version > 0
					? new Row(high, low, namespace, name, version, created, owner, set, cells)
					: new Row(usual ? new UUID(high, low).toString() : uid, namespace, name,
							version == 0 ? odd : Long.toString(version), created, owner, set, cells);
		}

		private @Nullable Object cell(String name) {
			return switch (in[at++]) {
				case NULL -> null;
				case TEXT -> string();
				case LONG -> signed();
				case DOUBLE -> Double.longBitsToDouble(fixed());
				case TRUE -> true;
				case FALSE -> false;
				case NAME -> name;
				case CREATION -> Row.CREATION;
				default -> throw new IllegalArgumentException();
			};
		}

		private String string() {
			return strings[(int) number()];
		}

		private String text() {
			int length = size();
			String text = new String(in, at, length, StandardCharsets.UTF_8);
			at += length;
			return text;
		}

		/** How many of something follow: never more than there are bytes, whatever stands there. */
		private int size() {
			long size = number();
			if (size < 0 || size > in.length - at) {
				throw new IllegalArgumentException();
			}
			return (int) size;
		}

		private long fixed() {
			long bits = 0;
			for (int i = 0; i < Long.BYTES; i++) {
				bits = bits << 8 | in[at++] & 0xFF;
			}
			return bits;
		}

		private long signed() {
			long number = number();
			return number >>> 1 ^ -(number & 1);
		}

		private long number() {
			long number = 0;
			for (int shift = 0; shift < 64; shift += 7) {
				byte group = in[at++];
				number |= (long) (group & 0x7F) << shift;
				if (group >= 0) {
					return number;
				}
			}
			throw new IllegalArgumentException();
		}
	}

	/** The rows of blocks, with strings that repeat shared. */
	static List<Row> rows(Iterable<byte[]> blocks) throws IOException {
		List<Row> rows = new ArrayList<>();
		Strings shared = new Strings();
		for (byte[] block : blocks) {
			unpack(block, shared, rows::add);
		}
		return rows;
	}
}
