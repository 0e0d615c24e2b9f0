package org.fleetdesk.ui.table;

import java.util.List;
import java.util.Optional;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.ILayerCommand;
import org.eclipse.nebula.widgets.nattable.command.ILayerCommandHandler;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderEndCommand;
import org.eclipse.nebula.widgets.nattable.reorder.command.ColumnReorderStartCommand;
import org.eclipse.nebula.widgets.nattable.reorder.config.DefaultColumnReorderBindings;
import org.eclipse.nebula.widgets.nattable.resize.command.InitializeAutoResizeColumnsCommand;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.sort.event.ColumnHeaderClickEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.IKeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;

import org.fleetdesk.core.live.ListColumn;

/** What mouse and Enter do in a table: sort, move and widen columns by their headings, open a line. */
final class TableMouse extends AbstractUiBindingConfiguration {
	private final LiveTable table;
	private final LiveTable.Owner owner;
	private String dragged = "";

	TableMouse(LiveTable table, LiveTable.Owner owner) {
		this.table = table;
		this.owner = owner;
		TableLayers layers = table.layers();
		on(layers.data, ColumnReorderStartCommand.class, c -> dragged = name(c.getFromColumnPosition()));
		on(layers.data, ColumnReorderEndCommand.class, this::drop);
		on(layers.selection, InitializeAutoResizeColumnsCommand.class, this::widen);
		layers.data.addLayerListener(event -> {
			if (event instanceof ColumnResizeEvent resized) {
				resized.getColumnPositionRanges().forEach(range -> {
					for (int column = range.start; column < range.end; column++) {
						keepWidth(column);
					}
				});
			}
		});
	}

	private static <T extends ILayerCommand> void on(ILayer layer, Class<T> type, java.util.function.Consumer<T> work) {
		layer.registerCommandHandler(new ILayerCommandHandler<T>() {
			@Override
			public Class<T> getCommandClass() {
				return type;
			}

			@Override
			public boolean doCommand(ILayer target, T command) {
				if (!command.convertToTargetLayer(target)) {
					return false;
				}
				work.accept(command);
				return true;
			}
		});
	}

	private String name(int column) {
		List<ListColumn> columns = table.columns();
		return column >= 0 && column < columns.size() ? columns.get(column).name() : "";
	}

	private void drop(ColumnReorderEndCommand command) {
		int to = command.isReorderToLeftEdge() ? command.getToColumnPosition() : command.getToColumnPosition() + 1;
		Optional<String> before = Optional.of(name(to)).filter(n -> !n.isEmpty());
		arranged(layout().move(dragged, before));
	}

	private void widen(InitializeAutoResizeColumnsCommand command) {
		int column = command.getColumnPosition();
		arranged(layout().resize(name(column), table.fullWidth(column)));
	}

	private void keepWidth(int column) {
		owner.arranged(layout().resize(name(column), table.layers().data.getColumnWidthByPosition(column)));
	}

	private ColumnLayout layout() {
		return table.content().map(c -> table.layout().with(c.columns())).orElse(table.layout());
	}

	private void arranged(ColumnLayout layout) {
		table.arrange(layout);
		owner.arranged(layout);
	}

	@Override
	public void configureUiBindings(UiBindingRegistry registry) {
		new DefaultColumnReorderBindings().configureUiBindings(registry);
		registry.registerFirstSingleClickBinding(new ColumnHeaderClickEventMatcher(SWT.NONE, 1),
				(natTable, event) -> sort(natTable, event.x, false));
		registry.registerFirstSingleClickBinding(new ColumnHeaderClickEventMatcher(SWT.SHIFT, 1),
				(natTable, event) -> sort(natTable, event.x, true));
		registry.registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE),
				(natTable, event) -> open());
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (natTable, event) -> open());
		registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.KEYPAD_CR), (natTable, event) -> open());
		registry.registerFirstKeyBinding(onHeading(SWT.ARROW_LEFT, false), (natTable, event) -> toggle());
		registry.registerFirstKeyBinding(onHeading(SWT.ARROW_RIGHT, true), (natTable, event) -> toggle());
		registry.registerFirstSingleClickBinding((natTable, event, labels) -> arrow(natTable, event),
				(natTable, event) -> toggle());
	}

	/** A key that opens or closes the group whose heading has the cursor, if it is closed or open. */
	private IKeyEventMatcher onHeading(int key, boolean collapsed) {
		IKeyEventMatcher plain = new KeyEventMatcher(SWT.NONE, key);
		return event -> plain.matches(event)
				&& table.heading().filter(g -> table.data().collapsed(g.title()) == collapsed).isPresent();
	}

	private boolean arrow(NatTable natTable, MouseEvent event) {
		int position = natTable.getRowPositionByY(event.y);
		return event.button == 1 && event.x < GroupPainter.ARROW && position > 0
				&& table.data().heading(natTable.getRowIndexByPosition(position)).isPresent();
	}

	private void toggle() {
		table.heading().ifPresent(group -> table.collapse(group, !table.data().collapsed(group.title())));
	}

	private void open() {
		if (table.heading().isPresent()) {
			toggle();
		} else {
			owner.open();
		}
	}

	private void sort(NatTable natTable, int x, boolean add) {
		String name = name(natTable.getColumnIndexByPosition(natTable.getColumnPositionByX(x)));
		if (!name.isEmpty()) {
			owner.sort(SortOrder.click(table.order(), name, add));
		}
	}
}
