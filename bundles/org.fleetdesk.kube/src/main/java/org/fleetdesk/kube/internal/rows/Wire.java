package org.fleetdesk.kube.internal.rows;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.kube.internal.rows.WireTable.Form;
import org.fleetdesk.kube.internal.rows.WireTable.Times;
import org.jspecify.annotations.Nullable;

/** The places of a plan in one protobuf message, by field number. Made for one plan; for one thread. */
final class Wire {

	/** In every object beside the message, or in a Status alone. */
	private static final Set<String> OUTSIDE = Set.of("kind", "apiVersion", "code", "reason", "message");

	/**
	 * A wanted field.
	 *
	 * @param node its place
	 * @param inner the places in the message that it, or each of its values, holds; null if it holds none or none is wanted
	 */
	record Field(Times times, Form form, Node node, @Nullable Wire inner) {
	}

	private @Nullable Field[] fields = {};

	private Wire() {
	}

	/** The places of a plan's objects; empty if protobuf does not have all that is wanted, which JSON may. */
	static Optional<Wire> of(Node root, String message, WireTable table) {
		Map<String, WireTable.Field> known = table.fields(message);
		Wire wire = new Wire();
		for (Map.Entry<String, Node> entry : root.fields()) {
			boolean outside = OUTSIDE.contains(entry.getKey()) && !known.containsKey(entry.getKey());
			if (!outside && !wire.add(entry.getKey(), entry.getValue(), known, table)) {
				return Optional.empty();
			}
		}
		return Optional.of(wire);
	}

	/** The field of a number; null if it is not wanted. */
	@Nullable
	Field field(int number) {
		return number < fields.length ? fields[number] : null;
	}

	/** Adds a field of a message, or of one whose fields objects have as if they were the message's own. */
	private boolean add(String name, Node node, Map<String, WireTable.Field> known, WireTable table) {
		WireTable.Field field = known.get(name);
		if (field != null && !field.inlined()) {
			return add(field, node, table);
		}
		for (WireTable.Field held : known.values()) {
			if (held.inlined() && inlined(held).add(name, node, table.fields(held.message()), table)) {
				return true;
			}
		}
		return false;
	}

	/** The places in a message that has no place of its own in objects. */
	private Wire inlined(WireTable.Field held) {
		Field there = field(held.number());
		if (there != null && there.inner() != null) {
			return there.inner();
		}
		Wire inner = new Wire();
		put(held.number(), new Field(held.times(), held.form(), new Node(), inner));
		return inner;
	}

	private void put(int number, Field field) {
		if (number >= fields.length) {
			fields = Arrays.copyOf(fields, number + 1);
		}
		fields[number] = field;
	}

	private boolean add(WireTable.Field known, Node node, WireTable table) {
		Node holder = switch (known.times()) {
			case ONE -> node;
			case LIST -> node.each();
			case MAP -> node;
		};
		Wire inner = null;
		if (holder != null && known.form() == Form.MESSAGE && known.times() != Times.MAP) {
			inner = inner(known.message(), holder, table);
			if (inner == null) {
				return false;
			}
		} else if (known.times() != Times.MAP && holder != null && holder.inner()) {
			return false; // something inside of what holds nothing
		}
		put(known.number(), new Field(known.times(), known.form(), node, inner));
		return true;
	}

	private static @Nullable Wire inner(String message, Node node, WireTable table) {
		if (node.any() != null) {
			return null;
		}
		Map<String, WireTable.Field> known = table.fields(message);
		Wire wire = new Wire();
		for (Map.Entry<String, Node> entry : node.fields()) {
			if (!wire.add(entry.getKey(), entry.getValue(), known, table)) {
				return null;
			}
		}
		return wire;
	}
}
