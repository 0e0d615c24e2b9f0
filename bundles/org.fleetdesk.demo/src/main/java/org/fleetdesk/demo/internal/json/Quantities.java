package org.fleetdesk.demo.internal.json;

import java.util.Map;

/** Kubernetes' quantities as numbers. Stateless. */
public final class Quantities {

	private static final Map<String, Double> UNITS = Map.ofEntries(Map.entry("", 1e3), Map.entry("m", 1.0),
			Map.entry("k", 1e6), Map.entry("M", 1e9), Map.entry("G", 1e12), Map.entry("T", 1e15),
			Map.entry("Ki", 1024e3), Map.entry("Mi", 1024e3 * 1024), Map.entry("Gi", 1024e3 * 1024 * 1024),
			Map.entry("Ti", 1024e3 * 1024 * 1024 * 1024));

	private Quantities() {
	}

	/** Thousandths of the unit; nothing is 0, and so is what cannot be read. */
	public static long millis(String quantity) {
		String number = quantity.replaceFirst("[A-Za-z]+$", "");
		Double unit = UNITS.get(quantity.substring(number.length()));
		try {
			return unit == null || number.isEmpty() ? 0 : (long) (Double.parseDouble(number) * unit);
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	/** How thousandths are written: whole numbers, or millis. */
	public static String text(long millis) {
		return millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
	}

	/** How thousandths of bytes are written. */
	public static String bytes(long millis) {
		long bytes = millis / 1000;
		return bytes % (1 << 30) == 0 && bytes > 0
				? (bytes >> 30) + "Gi"
				: bytes % (1 << 20) == 0 && bytes > 0 ? (bytes >> 20) + "Mi" : Long.toString(bytes);
	}
}
