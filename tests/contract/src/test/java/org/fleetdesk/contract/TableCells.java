package org.fleetdesk.contract;

import java.math.BigDecimal;
import java.util.Map;

import org.fleetdesk.kube.read.Column;

/** Makes comparable what a server's table and a row by plan say: numbers as numbers, nothing as nothing. */
final class TableCells {

	private static final Map<String, Long> UNITS = Map.of("Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30, "Ti",
			1L << 40, "", 1L, "k", 1000L, "M", 1_000_000L, "G", 1_000_000_000L);

	private TableCells() {
	}

	/** What the server says in a column of ours. */
	static String text(Column column, Object cell) {
		String text = cell == null ? "" : cell.toString();
		if (text.equals("<none>") || text.equals("<unset>") || text.equals("<unknown>")) {
			text = "";
		}
		return switch (column.type()) {
			case "bytes" -> text.isEmpty() || text.equals("0") ? "" : bytes(text);
			case "integer" -> text.isEmpty() ? "0" : text.replaceFirst(" \\(.*", "");
			case "boolean" -> text.isEmpty() ? "false" : text.toLowerCase();
			default -> text.replaceFirst(" \\(default\\)$", "");
		};
	}

	private static String bytes(String text) {
		String unit = text.replaceFirst("^[0-9.]+", "");
		return new BigDecimal(text.substring(0, text.length() - unit.length()))
				.multiply(BigDecimal.valueOf(UNITS.get(unit))).toBigInteger().toString();
	}

	/** What a row by plan says. */
	static String own(Object cell) {
		return cell == null ? "" : cell.toString();
	}
}
