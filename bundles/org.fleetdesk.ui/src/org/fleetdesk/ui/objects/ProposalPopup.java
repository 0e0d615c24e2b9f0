package org.fleetdesk.ui.objects;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.jspecify.annotations.Nullable;

/** A list below a text field, which keeps the focus: arrows of the field move in it. Belongs to the UI thread. */
final class ProposalPopup {
	private static final int MOST_SHOWN = 10;
	private static final int SPACE = 12;

	/**
	 * A line of it.
	 *
	 * @param label what is shown first
	 * @param detail what stands behind it
	 * @param take what is done when it is taken
	 */
	record Entry(String label, String detail, Runnable take) {
	}

	private final Text field;
	private @Nullable Shell shell;
	private @Nullable Table table;
	private List<Entry> entries = List.of();

	ProposalPopup(Text field) {
		this.field = field;
		Shell window = field.getShell();
		Listener moved = event -> close();
		window.addListener(SWT.Move, moved);
		field.addListener(SWT.Dispose, event -> {
			close();
			if (!window.isDisposed()) { // it stays when the field's part is closed
				window.removeListener(SWT.Move, moved);
			}
		});
	}

	/** Whether it is open. */
	boolean isOpen() {
		return shell != null && !shell.isDisposed();
	}

	/** Whether a line of it is chosen. */
	boolean chosen() {
		return isOpen() && table != null && table.getSelectionIndex() >= 0;
	}

	/** Shows these lines; closes for none. */
	void show(List<Entry> wanted) {
		entries = List.copyOf(wanted);
		if (entries.isEmpty() || field.isDisposed()) {
			close();
			return;
		}
		if (!isOpen()) {
			open();
		}
		fill(table);
	}

	private void open() {
		Shell opened = new Shell(field.getShell(), SWT.ON_TOP | SWT.NO_FOCUS | SWT.NO_TRIM | SWT.TOOL | SWT.BORDER);
		opened.setLayout(new FillLayout());
		Table made = new Table(opened, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		new TableColumn(made, SWT.LEFT);
		new TableColumn(made, SWT.LEFT);
		made.addListener(SWT.MouseDown, event -> {
			TableItem item = made.getItem(new Point(event.x, event.y));
			if (item != null) {
				made.setSelection(item);
				take();
			}
		});
		shell = opened;
		table = made;
	}

	private void fill(@Nullable Table into) {
		Shell opened = shell;
		if (into == null || opened == null) {
			return;
		}
		into.setRedraw(false);
		into.removeAll();
		for (Entry entry : entries) {
			TableItem item = new TableItem(into, SWT.NONE);
			item.setText(new String[]{entry.label(), entry.detail()});
		}
		for (TableColumn column : into.getColumns()) {
			column.pack();
			column.setWidth(column.getWidth() + SPACE);
		}
		into.setRedraw(true);
		place(opened, into);
		if (!opened.isVisible()) {
			opened.setVisible(true);
		}
	}

	private void place(Shell opened, Table filled) {
		int width = SPACE;
		for (TableColumn column : filled.getColumns()) {
			width += column.getWidth();
		}
		int all = filled.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
		int height = entries.size() <= MOST_SHOWN ? all : all * MOST_SHOWN / entries.size();
		Rectangle trim = opened.computeTrim(0, 0, Math.max(width, field.getSize().x / 2),
				height);
		Point at = field.getLocation(); // its own origin is that of the text in it
		Point below = field.getParent().toDisplay(at.x, at.y + field.getSize().y);
		Rectangle screen = field.getMonitor().getClientArea();
		int x = Math.max(screen.x, Math.min(below.x, screen.x + screen.width - trim.width));
		opened.setBounds(x, below.y, trim.width, trim.height);
	}

	/** Moves the choice by so many lines; from nothing down to the first, up to the last. */
	void move(int step) {
		if (isOpen() && table != null) {
			int count = table.getItemCount();
			int at = table.getSelectionIndex();
			int to = at < 0 ? step > 0 ? 0 : count - 1 : Math.clamp(at + step, 0, count - 1);
			table.setSelection(to);
			table.showSelection();
		}
	}

	/** Takes what is chosen, or the first line if nothing is. */
	void take() {
		if (isOpen() && table != null) {
			Entry entry = entries.get(Math.max(0, table.getSelectionIndex()));
			close();
			entry.take().run();
		}
	}

	/** Whether the focus is in it. */
	boolean focused() {
		return isOpen() && table != null && table.isFocusControl();
	}

	/** Closes it. */
	void close() {
		if (shell != null && !shell.isDisposed()) {
			shell.dispose();
		}
		shell = null;
		table = null;
	}

	/** What it shows, for tests. */
	List<String> labels() {
		return isOpen() ? entries.stream().map(Entry::label).toList() : List.of();
	}
}
