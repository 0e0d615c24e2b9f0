package org.fleetdesk.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.layer.NoScalingDpiConverter;
import org.eclipse.nebula.widgets.nattable.layer.command.ConfigureScalingCommand;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.live.Delta;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.UiExecutor;

/**
 * A table of lines that come and go: shows the newest content it is given, keeps selection and scroll position by object,
 * marks rows that just changed, lets ages tick. It sorts and filters nothing; it tells what was asked by its headings.
 * Belongs to the UI thread; its widget is disposed with its parent.
 */
public final class LiveTable {
	/** What someone does with a table, told to its owner. */
	public interface Owner {
		/** Asks for another order. */
		void sort(List<SortKey> order);

		/** Arranged the columns. */
		void arranged(ColumnLayout layout);

		/** Opens the selected lines. */
		void open();
	}

	private static final Duration FADE = Duration.ofMillis(250);

	private final NatTable table;
	private final TableData data;
	private final LineSelection selected;
	private final TableLayers layers;
	private final TableUpdate update;
	private final Control styled;
	private final Listeners selections = new Listeners();
	private final Map<String, Integer> fitted = new HashMap<>();
	private final EmptyPainter empty;
	private final GroupPainter groups;
	private final CellLabels labels;
	private Optional<Palette> painted = Optional.empty();
	private ColumnLayout layout = ColumnLayout.DEFAULT;
	private List<SortKey> order = List.of();
	private String group = "";
	private int fittedRows = -1;
	private final Runnable fadeSoon;
	private boolean fading; // a look at the marks is planned
	private boolean marked; // a line was marked at the last look
	private final AgeTicks ages = new AgeTicks();

	/**
	 * A table below a parent.
	 *
	 * @param styled a text field of the same part, whose colours the theme sets and the table takes
	 */
	public LiveTable(Composite parent, Control styled, InstantSource clock, Owner owner) {
		this.styled = styled;
		data = new TableData(clock);
		selected = new LineSelection(data);
		layers = new TableLayers(data, selected, this::heading);
		update = new TableUpdate(layers, data, selected, this::refit);
		labels = new CellLabels(data);
		layers.data.setConfigLabelAccumulator(labels);
		PromptEvents events = new PromptEvents(parent);
		table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, layers.all,
				events, false);
		events.of(table);
		table.addConfiguration(new TableMouse(this, owner));
		empty = new EmptyPainter(table);
		table.addOverlayPainter(empty);
		groups = new GroupPainter(table, data, selected);
		table.addOverlayPainter(groups);
		fadeSoon = UiExecutor.of(table).afterPause(FADE, this::fade);
		table.configure();
		themed();
		table.doCommand(new ConfigureScalingCommand(new NoScalingDpiConverter())); // SWT scales already
		new TableTips(table, this);
		layers.selection.addLayerListener(event -> {
			if (event instanceof ISelectionEvent) {
				selections.changed();
			}
		});
	}

	/** The widget. */
	public NatTable control() {
		return table;
	}

	/** Rows begin with a stripe in the colour of their line, where it has one. */
	public void stripes(Function<Line, Optional<RGB>> colors) {
		labels.stripes(colors);
		table.redraw();
	}

	/** Rows that say something is wrong have text of another colour. */
	public void warnings(Predicate<Line> which) {
		labels.warnings(which);
		table.redraw();
	}

	/** Selects every line. */
	public void selectAll() {
		layers.selection.selectAll();
	}

	/** Tells of every change of the selection. */
	public Registration onSelection(Runnable listener) {
		return selections.add(listener);
	}

	/** The selected lines that are shown, in their order, in their newest version. */
	public List<Line> selection() {
		return selected.lines();
	}

	/** The line at the cursor, if it is shown. */
	public Optional<Line> cursor() {
		return data.line(layers.selection.getSelectionAnchor().getRowPosition());
	}

	/** The cell at the cursor as it is shown. */
	public Optional<String> cell() {
		PositionCoordinate at = layers.selection.getSelectionAnchor();
		return data.line(at.getRowPosition()).filter(line -> at.getColumnPosition() < data.getColumnCount())
				.map(line -> data.text(line, Math.max(0, at.getColumnPosition())));
	}

	/** What is shown, as text for other programs. */
	public Optional<TableText> text() {
		return data.content()
				.map(content -> new TableText(content, data.columns(), Instant.ofEpochMilli(data.now())));
	}

	/** What is shown. */
	public Optional<ListContent> content() {
		return data.content();
	}

	/** The visible columns, in order. */
	public List<ListColumn> columns() {
		return data.columns();
	}

	/** How the columns are arranged. */
	public ColumnLayout layout() {
		return layout;
	}

	/** Arranges the columns. */
	public void arrange(ColumnLayout wanted) {
		layout = wanted;
		data.content().ifPresent(content -> {
			data.show(content, layout.visible(content.columns()));
			refit();
		});
	}

	/** Someone asked for another order or filter: the line at the cursor is kept in sight when it comes. */
	public void reveal() {
		update.reveal();
	}

	/** By which column lines are grouped; empty for none. All groups begin open. */
	public void grouped(String column) {
		if (!column.equals(group)) {
			group = column;
			collapseAll(false);
		}
	}

	/** By which column lines are grouped; empty for none. */
	public String grouped() {
		return group;
	}

	/** What the headings say of the order. */
	public void order(List<SortKey> shown) {
		order = List.copyOf(shown);
		table.redraw();
	}

	/** The order that the headings show. */
	public List<SortKey> order() {
		return order;
	}

	/** What stands in the middle where there are no lines. */
	public void message(String text) {
		empty.text(text);
	}

	/** Begins anew: another kind comes. */
	public void clear(ListContent nothing) {
		fitted.clear();
		fittedRows = -1;
		layers.selection.clear();
		Delta way = nothing.since(data.content().orElse(ListContent.NOTHING));
		data.show(nothing, layout.visible(nothing.columns()));
		selected.follow(way);
		refit();
		layers.viewport.setOriginY(0);
		layers.viewport.setOriginX(0);
	}

	/** Shows newer content. Costs as much as there are changes; paints only what is seen to change. */
	public void show(ListContent content) {
		boolean sameColumns = data.content().filter(c -> c.columns().equals(content.columns())).isPresent();
		change(content.since(data.content().orElse(ListContent.NOTHING)), () -> {
			data.show(content, sameColumns ? data.columns() : layout.visible(content.columns()));
			return !sameColumns || data.getRowCount() / 4 > fittedRows || fittedRows <= 0 && data.getRowCount() > 0;
		});
	}

	private void change(Delta way, BooleanSupplier how) {
		ages.anew();
		boolean others = update.change(way, how);
		fadeLater();
		if (others) {
			selections.changed();
		}
	}

	/** The heading that the cursor is on, if it is on one. */
	Optional<Group> heading() {
		return data.heading(layers.selection.getSelectionAnchor().getRowPosition());
	}

	/** Hides or shows the lines of a group. */
	void collapse(Group group, boolean collapse) {
		int cursor = layers.selection.getSelectionAnchor().getRowPosition();
		int inside = data.rows().line(cursor) - group.first();
		if (collapse && inside >= 0 && inside < group.count()) {
			update.moveCursor(data.headingRow(group.title()), 0);
		}
		rearrange(() -> data.collapse(group.title(), collapse));
	}

	/** Hides or shows the lines of all groups. */
	public void collapseAll(boolean collapse) {
		rearrange(() -> data.collapseAll(collapse));
	}

	private void rearrange(Runnable how) {
		Delta none = data.content().map(content -> content.since(content)).orElse(ListContent.NOTHING.since(
				ListContent.NOTHING));
		change(none, () -> {
			how.run();
			return false;
		});
		update.catchUp();
	}

	/** Widths by content, but for columns that have one of their own. */
	private void refit() {
		fittedRows = data.getRowCount();
		GC gc = new GC(table);
		try {
			ColumnFit fit = new ColumnFit(data, gc);
			for (int column = 0; column < data.getColumnCount(); column++) {
				String name = data.columns().get(column).name();
				int now = fit.width(column, true);
				int width = fitted.merge(name, now, Math::max);
				layers.data.setColumnWidthByPosition(column, layout.width(name).orElse(width), false);
			}
		} finally {
			gc.dispose();
		}
		layers.data.fireLayerEvent(new StructuralRefreshEvent(layers.data));
	}

	/** As wide as everything in it, without the limit that holds otherwise. */
	int fullWidth(int column) {
		GC gc = new GC(table);
		try {
			return new ColumnFit(data, gc).width(column, false);
		} finally {
			gc.dispose();
		}
	}

	private String heading(int column) {
		String name = data.columns().get(column).name();
		return name + SortOrder.mark(order, name);
	}

	private void fadeLater() {
		if (!fading) {
			fading = true;
			marked |= marksSeen();
			fadeSoon.run();
		}
	}

	private boolean marksSeen() {
		return visible().stream().anyMatch(l -> TableLook.marked(l.changedMillis(), data.now()));
	}

	/** Lets marks fade and the scroll bar follow; nothing runs and nothing is painted while nothing is marked. */
	private void fade() {
		fading = false;
		update.catchUp();
		if (table.isVisible() && marked) {
			marked = marksSeen();
			if (marked) {
				fadeLater();
			}
			table.redraw();
		}
	}

	/** Lets ages tick: call it once a second; paints what is visible, and that only if an age in it reads otherwise. */
	public void tick() {
		if (table.isVisible() && ages.moved(layers.viewport.getOriginRowPosition(), data.now(),
				() -> data.ages(visible()))) {
			table.redraw();
		}
	}

	/** How many rows there are, headings of groups included. */
	public int rows() {
		return data.getRowCount();
	}

	/** Selects a line, puts the cursor there and has it seen; does nothing if it is not shown. */
	public void select(Line line) {
		int row = data.rows().rowOf(data.content().map(content -> content.indexOf(line)).orElse(-1));
		if (row >= 0) {
			update.catchUp();
			layers.selection.selectRow(0, row, false, false);
			layers.viewport.moveRowPositionIntoViewport(row);
		}
	}

	/** The lines that are seen. */
	public List<Line> visible() {
		List<Line> lines = new ArrayList<>();
		int first = Math.max(0, layers.viewport.getOriginRowPosition());
		for (int i = 0; i <= layers.viewport.getRowCount(); i++) {
			data.line(first + i).ifPresent(lines::add);
		}
		return lines;
	}

	/** Takes the theme's colours and fonts, if they are others than before. */
	public void themed() {
		Palette palette = Palette.of(styled);
		if (painted.filter(palette::equals).isPresent()) {
			return;
		}
		painted = Optional.of(palette);
		new TableLook(palette, labels::stripe, new CellMarks(data, palette))
				.configureRegistry(table.getConfigRegistry());
		table.setBackground(palette.paper());
		table.setForeground(palette.text());
		empty.color(palette.faint());
		groups.colors(palette);
		GC gc = new GC(table);
		int height = gc.getFontMetrics().getHeight();
		gc.dispose();
		layers.data.setDefaultRowHeight(height + 7);
		layers.headingData.setDefaultRowHeight(height + 11);
		table.redraw();
	}

	TableLayers layers() {
		return layers;
	}

	TableData data() {
		return data;
	}

	/** Takes the focus; selects the first visible line if none is. */
	public void focus() {
		table.forceFocus();
		if (selected.isEmpty() && data.getRowCount() > 0 && data.line(
				layers.selection.getSelectionAnchor().getRowPosition()).isEmpty()) {
			int row = Math.max(0, layers.viewport.getOriginRowPosition());
			layers.selection.selectRow(0, row, false, false);
		}
	}
}
