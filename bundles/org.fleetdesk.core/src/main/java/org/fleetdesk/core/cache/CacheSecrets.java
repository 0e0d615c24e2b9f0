package org.fleetdesk.core.cache;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** What must not reach the disk. */
final class CacheSecrets {
	private static final String KIND = "Secret";
	private static final Set<String> SHOWN = Set.of("NAME", "NAMESPACE", "TYPE", "AGE");
	private static final String COUNT = "DATA";

	private CacheSecrets() {
	}

	/** Whether objects of a type hide something: Secrets, of whichever group. */
	static boolean hides(ResourceType type) {
		return type.kind().equalsIgnoreCase(KIND) || type.plural().equalsIgnoreCase("secrets");
	}

	/** Rows of Secrets with where and what they are, and numbers: no labels, and no text of any other column. */
	static List<Row> bare(List<Column> columns, List<Row> rows) {
		return rows.stream().map(row -> {
			@Nullable
			Object[] cells = new Object[row.cells()];
			for (int i = 0; i < cells.length; i++) {
				Object cell = row.cell(i);
				String column = i < columns.size() ? columns.get(i).name().toUpperCase(Locale.ROOT) : "";
				boolean kept = !(cell instanceof String text) || SHOWN.contains(column)
						|| column.equals(COUNT) && number(text);
				cells[i] = kept ? cell : null;
			}
			return new Row(row.uid(), row.namespace(), row.name(), row.resourceVersion(), row.createdMillis(), cells);
		}).toList();
	}

	private static boolean number(String text) {
		return text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
	}
}
