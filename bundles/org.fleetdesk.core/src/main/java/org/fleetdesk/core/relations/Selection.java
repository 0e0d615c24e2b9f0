package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Tuples;

/**
 * Which objects a label selector selects: those that meet every requirement, so one without any selects all. What selects
 * nothing has none. Immutable.
 *
 * @param requirements what labels must be
 */
record Selection(List<Requirement> requirements) {
	private static final String IN = "In";
	private static final String NOT_IN = "NotIn";
	private static final String EXISTS = "Exists";
	private static final String DOES_NOT_EXIST = "DoesNotExist";

	/**
	 * What one label must be.
	 *
	 * @param operator as Kubernetes writes it: "In", "NotIn", "Exists", "DoesNotExist"
	 */
	record Requirement(String key, String operator, List<String> values) {
		Requirement {
			Objects.requireNonNull(key);
			Objects.requireNonNull(operator);
			values = List.copyOf(values);
		}

		private boolean met(Row row) {
			String value = row.label(key);
			return switch (operator) {
				case IN -> value != null && values.contains(value);
				case NOT_IN -> value == null || !values.contains(value);
				case EXISTS -> value != null;
				case DOES_NOT_EXIST -> value == null;
				default -> false; // a server refuses it
			};
		}

		private String words() {
			return switch (operator) {
				case IN -> values.size() == 1 ? key + '=' + values.getFirst() : key + " in " + among();
				case NOT_IN -> key + " notin " + among();
				case DOES_NOT_EXIST -> '!' + key;
				default -> key;
			};
		}

		private String among() {
			return '(' + String.join(",", values) + ')';
		}
	}

	Selection {
		requirements = List.copyOf(requirements);
	}

	/** What the cell of a {@code selection} says. */
	static Selection read(String cell) {
		List<Requirement> requirements = new ArrayList<>();
		for (List<String> values : Tuples.read(cell)) {
			if (values.size() > 1) {
				requirements.add(new Requirement(values.get(0), values.get(1), values.subList(2, values.size())));
			}
		}
		return new Selection(requirements);
	}

	/** Whether it selects an object. */
	boolean selects(Row row) {
		for (Requirement requirement : requirements) {
			if (!requirement.met(row)) {
				return false;
			}
		}
		return true;
	}

	/** The same in kubectl's words; empty for all. */
	String words() {
		return String.join(",", requirements.stream().map(Requirement::words).toList());
	}
}
