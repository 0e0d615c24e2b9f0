package org.fleetdesk.ui.table;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import org.eclipse.swt.graphics.RGB;

import org.fleetdesk.core.live.Line;

/** Says of every cell that is seen what its look depends on. Belongs to the UI thread. */
final class CellLabels implements IConfigLabelAccumulator {
	private final TableData data;
	private Function<Line, Optional<RGB>> stripes = line -> Optional.empty();
	private Predicate<Line> warns = line -> false;

	CellLabels(TableData data) {
		this.data = data;
	}

	/** Rows begin with a stripe in the colour of their line, where it has one. */
	void stripes(Function<Line, Optional<RGB>> colors) {
		stripes = colors;
	}

	/** Rows that say something is wrong have text of another colour. */
	void warnings(Predicate<Line> which) {
		warns = which;
	}

	/** The colour of a row's stripe. */
	Optional<RGB> stripe(int row) {
		return data.line(row).flatMap(stripes);
	}

	@Override
	public void accumulateConfigLabels(LabelStack labels, int column, int row) {
		data.line(row).ifPresent(line -> label(labels, line, column, row));
	}

	private void label(LabelStack labels, Line line, int column, int row) {
		TableLook.label(labels, row, number(column), line.changedMillis(), data.now());
		if (warns.test(line)) {
			labels.addLabelOnTop(TableLook.WARNING); // its colour goes before that of every second row
		}
		if (data.marked(column)) {
			labels.addLabel(CellMarks.MARKED);
		} else if (!Double.isNaN(data.share(line, column))) {
			labels.addLabel(CellMarks.BARRED);
		} else if (column == 0 && stripes.apply(line).isPresent()) {
			labels.addLabel(TableLook.STRIPED);
		}
	}

	private boolean number(int column) {
		return column < data.columns().size() && switch (data.columns().get(column).type()) {
			case "integer", "number", "cpu", "bytes" -> true;
			default -> false;
		};
	}
}
