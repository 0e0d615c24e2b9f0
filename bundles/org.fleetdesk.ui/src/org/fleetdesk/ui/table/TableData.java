package org.fleetdesk.ui.table;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;

import org.jspecify.annotations.Nullable;

/** What a table shows now: a content, the columns of it that are visible. Belongs to the UI thread. */
final class TableData implements IDataProvider {
	private final InstantSource clock;
	private @Nullable ListContent content;
	private List<Line> lines = List.of();
	private List<ListColumn> columns = List.of();
	private int[] indices = {};

	TableData(InstantSource clock) {
		this.clock = clock;
	}

	void show(ListContent newest, List<ListColumn> visible) {
		content = newest;
		lines = newest.lines();
		columns = List.copyOf(visible);
		indices = columns.stream().mapToInt(c -> newest.columns().indexOf(c)).toArray();
	}

	Optional<ListContent> content() {
		return Optional.ofNullable(content);
	}

	List<Line> lines() {
		return lines;
	}

	List<ListColumn> columns() {
		return columns;
	}

	long now() {
		return clock.millis();
	}

	Optional<Line> line(int row) {
		return row >= 0 && row < lines.size() ? Optional.of(lines.get(row)) : Optional.empty();
	}

	/** Where an object stands, looked for from where it stood before on; -1 if it is not there. */
	int indexOf(RowId id, int near) {
		int size = lines.size();
		int start = Math.clamp(near, 0, Math.max(0, size - 1));
		for (int distance = 0; distance < size; distance++) {
			if (is(start - distance, id)) {
				return start - distance;
			}
			if (is(start + distance, id)) {
				return start + distance;
			}
		}
		return -1;
	}

	private boolean is(int row, RowId id) {
		if (row < 0 || row >= lines.size()) {
			return false;
		}
		Line line = lines.get(row);
		return line.row().uid().equals(id.uid()) && line.cluster().id().equals(id.cluster());
	}

	String text(Line line, int column) {
		ListContent shown = content;
		if (shown == null) {
			return "";
		}
		String text = shown.text(line, indices[column], clock.instant());
		return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\n\\s*", " ");
	}

	@Override
	public Object getDataValue(int column, int row) {
		return column < columns.size() ? line(row).map(l -> text(l, column)).orElse("") : "";
	}

	@Override
	public void setDataValue(int column, int row, Object value) {
		throw new UnsupportedOperationException("a list is read");
	}

	@Override
	public int getColumnCount() {
		return columns.size();
	}

	@Override
	public int getRowCount() {
		return lines.size();
	}
}
