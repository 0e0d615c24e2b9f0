package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;

import org.fleetdesk.kube.internal.rows.Slot.Type;
import org.fleetdesk.kube.internal.rows.Words.Word;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

/** The words whose cells are one value of the column's type. */
final class Scalars {

	private static final double BILLION = 1e9;

	private Scalars() {
	}

	static void words(Map<String, Word> words) {
		words.put("first", Scalars::first);
		words.put("trimmed", (cell, in, argument) -> trimmed(cell, in));
		words.put("sum", (cell, in, argument) -> folded(cell, in, Math::addExact));
		words.put("min", (cell, in, argument) -> folded(cell, in, Math::min));
		words.put("max", (cell, in, argument) -> folded(cell, in, Math::max));
		words.put("count", Scalars::count);
		words.put("has", Scalars::has);
	}

	private static Reducer first(RowPlan.Cell cell, Inputs in, String argument) {
		String type = cell.column().type();
		if (type.equals("string")) {
			return firstText(slots(cell, in, Type.TEXT), argument.isEmpty() ? null : argument);
		}
		if (type.equals("date") && cell.paths().equals(List.of("metadata.creationTimestamp"))) {
			return () -> Row.CREATION;
		}
		return valued(type, slots(cell, in, form(type)), in.pool(), null, number(type, argument));
	}

	private static Reducer firstText(Slot[] slots, @Nullable String otherwise) {
		return () -> {
			for (Slot slot : slots) {
				for (int i = 0; i < slot.count(); i++) {
					String found = slot.text(i);
					if (!found.isEmpty()) {
						return found;
					}
				}
			}
			return otherwise;
		};
	}

	private static Reducer trimmed(RowPlan.Cell cell, Inputs in) {
		typed(cell, "string");
		Reducer first = firstText(slots(cell, in, Type.TEXT), null);
		return () -> first.cell() instanceof String text ? text.strip() : null;
	}

	private static Reducer folded(RowPlan.Cell cell, Inputs in, LongBinaryOperator fold) {
		String type = cell.column().type();
		if (type.equals("string") || type.equals("boolean") || type.equals("number")) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), type));
		}
		return valued(type, slots(cell, in, form(type)), in.pool(), fold, 0);
	}

	private static long number(String type, String argument) {
		if (argument.isEmpty()) {
			return 0;
		}
		long number = type.equals("integer") ? Quantities.whole(argument) : Slot.NONE;
		if (number == Slot.NONE) {
			throw new IllegalArgumentException(text("plan.type.other", "first " + argument, type));
		}
		return number;
	}

	/** The first value, or what comes of all; integers and booleans that are absent are 0 and false, others nothing. */
	private static Reducer valued(String type, Slot[] slots, StringPool pool, @Nullable LongBinaryOperator fold,
			long otherwise) {
		return switch (type) {
			case "integer" -> () -> {
				long value = value(slots, fold);
				return pool.share(value == Slot.NONE ? otherwise : value);
			};
			case "boolean" -> () -> value(slots, fold) > 0;
			case "number" -> () -> {
				long value = value(slots, fold);
				return value == Slot.NONE ? null : pool.share(Double.longBitsToDouble(value));
			};
			default -> () -> cell(type, value(slots, fold), pool);
		};
	}

	/** The cell of a number, of a time or of what is measured, which is nothing if there is none. */
	static @Nullable Object cell(String type, long value, StringPool pool) {
		if (value == Slot.NONE) {
			return null;
		} else if (type.equals("cpu")) {
			return pool.share(value / BILLION);
		}
		return pool.share(value);
	}

	private static long value(Slot[] slots, @Nullable LongBinaryOperator fold) {
		long value = Slot.NONE;
		for (Slot slot : slots) {
			for (int i = 0; i < slot.count(); i++) {
				long found = slot.number(i);
				if (found != Slot.NONE && (found != 0 || slot.type != Type.NUMBER)) {
					if (fold == null) {
						return found;
					}
					value = value == Slot.NONE ? found : bounded(fold, value, found);
				}
			}
		}
		return value;
	}

	/** What comes of two numbers, the largest if that is too large. */
	static long bounded(LongBinaryOperator fold, long a, long b) {
		try {
			return fold.applyAsLong(a, b);
		} catch (ArithmeticException tooLarge) {
			return Long.MAX_VALUE;
		}
	}

	private static Reducer count(RowPlan.Cell cell, Inputs in, String argument) {
		typed(cell, "integer");
		Slot[] slots = slots(cell, in, Type.PRESENCE);
		return () -> {
			long count = 0;
			for (Slot slot : slots) {
				count += slot.count();
			}
			return in.pool().share(count);
		};
	}

	private static Reducer has(RowPlan.Cell cell, Inputs in, String argument) {
		typed(cell, "boolean");
		Slot[] slots = slots(cell, in, Type.PRESENCE);
		return () -> {
			for (Slot slot : slots) {
				if (slot.count() > 0) {
					return true;
				}
			}
			return false;
		};
	}

	private static void typed(RowPlan.Cell cell, String type) {
		if (!cell.column().type().equals(type)) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), cell.column().type()));
		}
	}

	/** The form of the slots of a column of a type. */
	static Type form(String type) {
		return switch (type) {
			case "date", "deadline" -> Type.TIME;
			case "cpu" -> Type.BILLIONTHS;
			case "bytes" -> Type.WHOLE;
			case "number" -> Type.DECIMAL;
			default -> Type.NUMBER;
		};
	}

	private static Slot[] slots(RowPlan.Cell cell, Inputs in, Type type) {
		return Inputs.some(cell.paths(), 1, Integer.MAX_VALUE, cell.reduce()).stream()
				.map(path -> in.slot(path, type)).toArray(Slot[]::new);
	}
}
