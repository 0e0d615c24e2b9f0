package org.fleetdesk.kube.read;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.kube.internal.rows.JsonRows;
import org.fleetdesk.kube.internal.rows.RowMaker;

/**
 * How rows are read from the objects of one type: what each cell is made of. Immutable; compiled once for each answer by
 * whoever decodes. Rows need no cells for name, namespace, labels, controlling owner and creation: every row has these.
 *
 * @param cells one for each column, in order
 */
public record RowPlan(List<Cell> cells) {

	/**
	 * One cell of a row.
	 * <p>
	 * Its column's type is "string", "integer", "number", "boolean", "date" (the cell is a Long, milliseconds since 1970),
	 * "deadline" (the same, of what is to come), "schedule" (the text of a {@link org.fleetdesk.kube.text.Schedule}),
	 * "cpu" (a quantity; a Double, cores) or "bytes" (a quantity; a Long in whole units, also of devices).
	 * <p>
	 * A path is names with dots between them, such as {@code status.phase}. {@code [*]} goes through a list,
	 * {@code [type=Ready]} through those of its elements whose field has this value; {@code *} in place of a name goes through
	 * the values of a map, {@code {a.b/*,c}} through those whose keys match; {@code ['a.b/c']} is a name with dots.
	 * <p>
	 * The words for {@code reduce}, of any number of paths if nothing else is said:
	 * <ul>
	 * <li>{@code first}: the first value that is there; without one what follows the word ({@code first 1}), else integers are
	 * 0, booleans false and all others nothing. Empty texts and 0 count as absent
	 * <li>{@code trimmed}: the same of texts, without blanks around it
	 * <li>{@code sum}, {@code min}, {@code max}: of numbers, dates and quantities
	 * <li>{@code count} (integer), {@code has} (boolean): what is there; of a list by {@code [*]}, of a map by {@code .*}
	 * <li>{@code join}, {@code joinUnique}: texts with commas between them, or with what follows the word: {@code join /}
	 * <li>{@code ratio}: "1/2", of the sums at two paths
	 * <li>{@code pairs}: "key=value,…" of the map at one path; {@code selector}: the same of a label selector
	 * <li>{@code reference}: "kind/name", of two paths; {@code source}: "component, host", of two paths each;
	 * {@code zip}: "a/b, c/d" of two paths in each element of a list
	 * <li>{@code keys}: the keys of the maps at its paths, "a,b"; {@code qualified}: "namespace/name" of two paths, without
	 * both what follows the word: {@code qualified Local}
	 * <li>{@code duration}: "5m30s" between the times at two paths, nothing before the second is there; {@code seconds}: "24h"
	 * of so many seconds
	 * <li>{@code condition}: "True", "False (NoEndpoints)" of the condition at a path such as
	 * {@code status.conditions[type=Available]}, without it what follows the word; {@code containerState}: "Running",
	 * "OOMKilled (137)" of a container's state
	 * <li>{@code certificateExpiry} (date, deadline): when the first certificate ends that is at a path, as PEM or as bytes of it;
	 * {@code bundleExpiry} (date, deadline): when the last of its certificates ends; of several values the earliest
	 * <li>{@code phase}: the text at a path, or "Terminating" of what is being deleted; {@code accessModes}: "RWO,ROX"
	 * <li>{@code schedule} (schedule): of a cron schedule, its time zone, whether it is suspended, and from when it counts, the
	 * first that is there; the first path must be said
	 * <li>{@code of KIND HEADING}, without paths: nothing here; the cell under that heading of the object of the same namespace
	 * and name in the list of another kind
	 * <li>for programs, read back by {@link Tuples}: {@code tuples}, the values at all paths for each element of the list that
	 * these go through, without elements that have none at the first; {@code selection}, what the label selector or the plain
	 * map of labels at one path asks for: key, operator and values each, nothing of what is not there, and an empty text of an
	 * empty one
	 * <li>words without paths for what is Kubernetes' own logic: {@code podStatus}, {@code nodeRoles}, {@code podRequest cpu}, …
	 * </ul>
	 *
	 * @param column the column under which it stands
	 * @param reduce how the values at the paths become one cell
	 * @param paths where the values are, such as {@code status.containerStatuses[*].restartCount}
	 */
	public record Cell(Column column, String reduce, List<String> paths) {
		public Cell {
			Objects.requireNonNull(column);
			Objects.requireNonNull(reduce);
			paths = List.copyOf(paths);
		}
	}

	/**
	 * A plan of these cells.
	 *
	 * @throws IllegalArgumentException with a sentence for people, if a word, a type or a path is none
	 */
	public RowPlan {
		cells = List.copyOf(cells);
		RowMaker.check(cells);
	}

	/**
	 * The row of one object as a list would have it, read from its tree by the same compiled plan; or of an element of one,
	 * where the paths begin there. Takes some microseconds for the plan each time: for single objects, not for lists.
	 */
	public Row read(JsonNode object) {
		return JsonRows.of(object, this);
	}

	/**
	 * Checks a path that stands alone.
	 *
	 * @throws IllegalArgumentException with half a sentence for people, if it is none
	 */
	public static void checkPath(String path) {
		RowMaker.checkPath(path);
	}

	/** The columns. */
	public List<Column> columns() {
		return cells.stream().map(Cell::column).toList();
	}
}
