package org.fleetdesk.ui.capacity;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

import org.eclipse.osgi.util.NLS;
import org.fleetdesk.core.capacity.Amount;

/** Capacities in words and numbers as people here write them. Safe for any thread. */
final class CapacityText {
	private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
	private static final int STEP = 1024;

	private CapacityText() {
	}

	/** "12.5". */
	static String number(double number) {
		NumberFormat format = NumberFormat.getNumberInstance();
		format.setMaximumFractionDigits(number >= 100 ? 0 : 1);
		return format.format(number);
	}

	/** "48.2 GiB". */
	static String bytes(double bytes) {
		int unit = 0;
		double scaled = bytes;
		while (scaled >= STEP && unit < UNITS.length - 1) {
			scaled /= STEP;
			unit++;
		}
		return number(scaled) + " " + UNITS[unit];
	}

	/** "5 / 6"; empty where nothing is known. */
	static String of(OptionalInt some, OptionalInt all) {
		return all.isEmpty() || some.isEmpty() ? "" : number(some.getAsInt()) + " / " + number(all.getAsInt());
	}

	/** What is asked of it and what can be had: "12.5 / 24"; empty where nothing is known. */
	static String shares(Amount amount, DoubleFunction<String> number) {
		return amount.any() ? text(amount.requested(), number) + " / " + text(amount.capacity(), number) : "";
	}

	/** The same in words: "12.5 cores requested of 24 cores, 3.1 cores used". */
	static String words(Amount amount, DoubleFunction<String> number, String requested) {
		if (!amount.any()) {
			return "";
		}
		List<String> all = new ArrayList<>();
		all.add(NLS.bind(requested, text(amount.requested(), number), text(amount.capacity(), number)));
		amount.used().ifPresent(used -> all.add(NLS.bind(Messages.capacity_used, number.apply(used))));
		return String.join(", ", all);
	}

	private static String text(OptionalDouble value, DoubleFunction<String> number) {
		return value.isPresent() ? number.apply(value.getAsDouble()) : Messages.capacity_unknown;
	}
}
