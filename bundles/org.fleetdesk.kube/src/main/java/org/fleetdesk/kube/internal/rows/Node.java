package org.fleetdesk.kube.internal.rows;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One place in the objects of a plan, with what is wanted there and the places below it. All paths of a plan make one tree of
 * places, along which both decoders go. For one thread.
 */
final class Node {

	private static final Slot[] NO_SLOTS = {};
	private static final Filter[] NO_FILTERS = {};

	private final Map<String, Node> fields = new HashMap<>();
	/** The elements of the list that is here. */
	private @Nullable Node each;
	/** The entries of the map that is here. */
	private @Nullable Node any;
	private Slot[] values = NO_SLOTS;
	private Slot[] counting = NO_SLOTS;
	private Slot[] keys = NO_SLOTS;
	private Slot[] aligned = NO_SLOTS;
	private Filter[] filters = NO_FILTERS;

	/** The place of a field or key; null if nothing is wanted there. */
	@Nullable
	Node field(String name) {
		return fields.get(name);
	}

	/** The fields and keys at which something is wanted. */
	Collection<Map.Entry<String, Node>> fields() {
		return fields.entrySet();
	}

	/** The place of each element; null if this is no list. */
	@Nullable
	Node each() {
		return each;
	}

	/** The place of every entry; null if not all keys are wanted. */
	@Nullable
	Node any() {
		return any;
	}

	/** Whether values are taken here. */
	boolean taken() {
		return values.length > 0;
	}

	/** Whether something is wanted below. */
	boolean inner() {
		return any != null || !fields.isEmpty();
	}

	Node makeField(String name) {
		return fields.computeIfAbsent(name, n -> new Node());
	}

	Node makeEach() {
		if (each == null) {
			each = new Node();
		}
		return each;
	}

	Node makeAny() {
		if (any == null) {
			any = new Node();
		}
		return any;
	}

	void addValue(Slot slot) {
		values = added(values, slot);
	}

	/** A slot that counts the elements that are here. */
	void addCounting(Slot slot) {
		counting = added(counting, slot);
	}

	void addKey(Slot slot) {
		keys = added(keys, slot);
	}

	/** A slot that holds exactly one value for each element that is here. */
	void align(Slot slot) {
		aligned = added(aligned, slot);
	}

	void addFilter(Filter filter) {
		filters = added(filters, filter);
	}

	private static <T> T[] added(T[] to, T one) {
		T[] more = Arrays.copyOf(to, to.length + 1);
		more[to.length] = one;
		return more;
	}

	/** An element or entry begins here. */
	void begin() {
		for (Slot slot : aligned) {
			slot.beginElement();
		}
		for (Filter filter : filters) {
			filter.begin();
		}
		for (Slot slot : counting) {
			slot.present();
		}
	}

	/** The element or entry ends. */
	void end() {
		for (Slot slot : aligned) {
			slot.endElement();
		}
		for (Filter filter : filters) {
			filter.end();
		}
	}

	void key(String key) {
		for (Slot slot : keys) {
			slot.take(key);
		}
	}

	/** An object is here. */
	void present() {
		for (Slot slot : values) {
			slot.present();
		}
	}

	void take(char[] chars, int from, int length) {
		for (Slot slot : values) {
			slot.take(chars, from, length);
		}
	}

	void take(byte[] utf8, int from, int length) {
		for (Slot slot : values) {
			slot.take(utf8, from, length);
		}
	}

	void bytes(byte[] bytes, int from, int length) {
		for (Slot slot : values) {
			slot.bytes(bytes, from, length);
		}
	}

	void take(long value) {
		for (Slot slot : values) {
			slot.take(value);
		}
	}

	void take(double value) {
		for (Slot slot : values) {
			slot.take(value);
		}
	}

	void take(boolean value) {
		for (Slot slot : values) {
			slot.take(value);
		}
	}

	void time(long millis) {
		for (Slot slot : values) {
			slot.time(millis);
		}
	}
}
