package org.fleetdesk.ui.objects;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.core.filter.Filter;

/** Shows how filters are written, with examples; a double click takes one. */
final class FilterHelp extends PopupDialog {
	private static final int SPACE = 16;

	private final Control anchor;
	private final Consumer<String> taken;

	FilterHelp(Shell parent, Control anchor, Consumer<String> taken) {
		super(parent, PopupDialog.HOVER_SHELLSTYLE, true, false, false, false, false, Messages.help_title,
				Messages.help_note);
		this.anchor = anchor;
		this.taken = taken;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Table table = new Table(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		new TableColumn(table, SWT.LEFT);
		new TableColumn(table, SWT.LEFT);
		for (Filter.Example example : Filter.examples()) {
			new TableItem(table, SWT.NONE).setText(new String[]{example.text(), example.meaning()});
		}
		for (TableColumn column : table.getColumns()) {
			column.pack();
			column.setWidth(column.getWidth() + SPACE);
		}
		table.addListener(SWT.DefaultSelection, event -> {
			String text = ((TableItem) event.item).getText(0);
			close();
			taken.accept(text);
		});
		return area;
	}

	@Override
	protected Point getInitialLocation(Point size) {
		Point at = anchor.toDisplay(0, anchor.getSize().y);
		Rectangle screen = anchor.getMonitor().getClientArea();
		return new Point(Math.max(screen.x, Math.min(at.x, screen.x + screen.width - size.x)), at.y);
	}
}
