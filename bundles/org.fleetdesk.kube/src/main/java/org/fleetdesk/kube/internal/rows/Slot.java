package org.fleetdesk.kube.internal.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values at one path of one object after the other, in the form that its reducer wants. Values below the same
 * list stand at the same index in all slots of that list: where an element has none, {@link #NONE} or null stands. What is
 * empty (0 and false aside) counts as absent, because protobuf writes many fields whether they are there or not. For one thread.
 */
final class Slot {

	/** Stands for no number and no time. */
	static final long NONE = Row.NO_TIME;

	/** What a slot makes of values. */
	enum Type {
		/** Text that repeats in other objects and is shared. */
		TEXT,
		/** Text that is another one in each object. */
		OWN_TEXT,
		/** Whole numbers; of booleans 1 and 0, of quantities whole units. */
		NUMBER,
		/** Numbers, as the bits of a double. */
		DECIMAL,
		/** Times, in milliseconds since 1970. */
		TIME,
		/** Quantities, in billionths: CPU. */
		BILLIONTHS,
		/** Quantities, in whole units: bytes, devices. */
		WHOLE,
		/** When the first certificate in a text or in bytes ends, in milliseconds since 1970. */
		FIRST_END,
		/** When the last of them ends. */
		LAST_END,
		/** 1 for what is there. */
		FLAG,
		/** How many elements the list has that is here, for each element around it. */
		ELEMENTS,
		/** How often something is there; holds no place in a list. */
		PRESENCE
	}

	private static final String[] NO_TEXTS = {};
	private static final long[] NO_NUMBERS = {};

	final Type type;
	private final StringPool pool;
	private @Nullable String[] texts = NO_TEXTS;
	private long[] numbers = NO_NUMBERS;
	private int count;
	private int mark;

	Slot(Type type, StringPool pool) {
		this.type = type;
		this.pool = pool;
	}

	/** Forgets the last object. */
	void clear() {
		count = 0;
	}

	/** How many values it has; those that only hold a place included. */
	int count() {
		return count;
	}

	/** Goes back to a count of before. */
	void back(int to) {
		count = to;
	}

	/** The first text, or empty. */
	String text() {
		return text(0);
	}

	/** A text, or empty. */
	String text(int index) {
		String found = index < count && index < texts.length ? texts[index] : null;
		return found == null ? "" : found;
	}

	/** The first number, or {@link #NONE}. */
	long number() {
		return number(0);
	}

	/** A number, or {@link #NONE}. */
	long number(int index) {
		return index < count ? numbers[index] : NONE;
	}

	/** A number, 0 where there is none. */
	long or0(int index) {
		long found = number(index);
		return found == NONE ? 0 : found;
	}

	/** An element of its list begins. */
	void beginElement() {
		mark = count;
	}

	/** The element ends: exactly one value stands for it. */
	void endElement() {
		if (count == mark) {
			if (type == Type.TEXT || type == Type.OWN_TEXT) {
				add(null);
			} else {
				add(NONE);
			}
		} else {
			count = mark + 1;
		}
	}

	private void add(@Nullable String value) {
		if (count == texts.length) {
			texts = Arrays.copyOf(texts, Math.max(4, 2 * count));
		}
		texts[count++] = value;
	}

	private void add(long value) {
		if (count == numbers.length) {
			numbers = Arrays.copyOf(numbers, Math.max(4, 2 * count));
		}
		numbers[count++] = value;
	}

	/** An object, or an element of a list, is there. */
	void present() {
		if (type == Type.FLAG) {
			add(1);
		} else if (type == Type.PRESENCE) {
			count++;
		} else if (type == Type.ELEMENTS) {
			if (count == mark) {
				add(1);
			} else {
				numbers[count - 1]++;
			}
		}
	}

	/** A text in characters. */
	void take(char[] chars, int from, int length) {
		if (length == 0) {
			return;
		}
		switch (type) {
			case TEXT -> add(pool.share(chars, from, length));
			case OWN_TEXT -> add(new String(chars, from, length));
			case TIME -> time(Timestamps.millis(chars, from, length));
			case BILLIONTHS, WHOLE, NUMBER -> quantity(pool.share(chars, from, length));
			case FIRST_END, LAST_END -> end(new String(chars, from, length));
			case FLAG, PRESENCE -> present();
			default -> {
				// a text is no number
			}
		}
	}

	/** A text in UTF-8. */
	void take(byte[] utf8, int from, int length) {
		if (length == 0) {
			return;
		}
		switch (type) {
			case TEXT -> add(pool.share(utf8, from, length));
			case OWN_TEXT -> add(StringPool.string(utf8, from, length));
			case BILLIONTHS, WHOLE, NUMBER -> quantity(pool.share(utf8, from, length));
			case FIRST_END, LAST_END -> end(StringPool.string(utf8, from, length));
			case FLAG, PRESENCE -> present();
			default -> {
				// a text is no number and, in protobuf, no time
			}
		}
	}

	/** Bytes, which are never shown: only that they are there, and what certificates say. */
	void bytes(byte[] bytes, int from, int length) {
		if (length == 0) {
			return;
		}
		switch (type) {
			case FIRST_END, LAST_END -> end(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
			case FLAG, PRESENCE -> present();
			default -> {
				// neither text nor number
			}
		}
	}

	private void end(String certificates) {
		long end = Certificates.end(certificates, type == Type.LAST_END);
		if (end != NONE) {
			add(end);
		}
	}

	/** A text that is shared already. */
	void take(String text) {
		if (type == Type.TEXT || type == Type.OWN_TEXT) {
			add(text.isEmpty() ? null : text);
		} else {
			present();
		}
	}

	/** A whole number. */
	void take(long value) {
		switch (type) {
			case TEXT, OWN_TEXT -> add(pool.share(Long.toString(value)));
			case NUMBER -> add(value);
			case DECIMAL -> add(Double.doubleToRawLongBits(value));
			case BILLIONTHS, WHOLE -> quantity(pool.share(Long.toString(value)));
			case FLAG, PRESENCE -> {
				if (value != 0) {
					present();
				}
			}
			default -> {
				// a number is no time
			}
		}
	}

	/** A number. */
	void take(double value) {
		switch (type) {
			case TEXT, OWN_TEXT -> add(pool.share(Double.toString(value)));
			case DECIMAL -> add(Double.doubleToRawLongBits(value));
			case BILLIONTHS, WHOLE -> quantity(Double.toString(value));
			case FLAG, PRESENCE -> {
				if (value != 0) {
					present();
				}
			}
			default -> {
				// not whole, no time
			}
		}
	}

	/** True or false. */
	void take(boolean value) {
		switch (type) {
			case TEXT, OWN_TEXT -> add(value ? "true" : "false");
			case NUMBER -> add(value ? 1 : 0);
			case FLAG, PRESENCE -> {
				if (value) {
					present();
				}
			}
			default -> {
				// no number, no time
			}
		}
	}

	/** A time in milliseconds, or {@link #NONE}. */
	void time(long millis) {
		if (millis == NONE) {
			return;
		}
		if (type == Type.TIME) {
			add(millis);
		} else {
			present();
		}
	}

	private void quantity(String text) {
		long value = type == Type.BILLIONTHS ? Quantities.billionths(text) : Quantities.whole(text);
		if (value != NONE) {
			add(value);
		}
	}
}
