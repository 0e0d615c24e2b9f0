package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.ui.table.WeightedColumns;

/** A dialog in which someone types, and picks from what fits: arrows move in the list while the text keeps the focus. */
public abstract class PickDialog<T> extends Dialog {
	private final String title;
	private final String hint;
	private Text text;
	private TableViewer viewer;
	private String looked = ""; // for what it was looked last

	/** A dialog with a title and what stands in its empty field. */
	protected PickDialog(Shell parent, String title, String hint) {
		super(parent);
		this.title = title;
		this.hint = hint;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** What fits a text, best first. */
	protected abstract List<T> find(String typed);

	/** The list below the text. */
	protected abstract TableViewer viewer(Composite parent);

	/**
	 * A column of the list.
	 *
	 * @param title its heading
	 * @param weight its share of the width
	 * @param text what stands in it
	 */
	public record Column<T>(String title, int weight, Function<T, String> text) {
	}

	/** A list with columns. */
	@SuppressWarnings("unchecked")
	protected final TableViewer list(Composite parent, List<Column<T>> columns) {
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		TableViewer list = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		list.getTable().setHeaderVisible(true);
		columns.forEach(column -> WeightedColumns.add(list, layout, column.title(), column.weight(),
				ColumnLabelProvider.createTextProvider(element -> column.text().apply((T) element))));
		return list;
	}

	/** Takes what is picked when the dialog is agreed to; nothing may be selected. */
	protected abstract void take(List<T> selection);

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(title);
	}

	@Override
	protected Point getInitialSize() {
		return new Point(convertWidthInCharsToPixels(70), convertHeightInCharsToPixels(28));
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		text = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(hint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		head(area);
		viewer = viewer(area);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		Control list = viewer.getControl().getParent() == area ? viewer.getControl() : viewer.getControl().getParent();
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list);
		viewer.addDoubleClickListener(event -> okPressed());
		text.addModifyListener(event -> refresh());
		text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			int step = switch (event.keyCode) {
				case SWT.ARROW_DOWN -> 1;
				case SWT.ARROW_UP -> -1;
				case SWT.PAGE_DOWN -> 10;
				case SWT.PAGE_UP -> -10;
				default -> 0;
			};
			if (step != 0) {
				move(step);
				event.doit = false;
			}
		}));
		refresh();
		text.setFocus();
		return area;
	}

	/** What stands between text and list; nothing unless overridden. */
	protected void head(Composite area) {
		// nothing
	}

	/** Looks again for what fits; what is selected stays so while nothing else is typed. */
	protected final void refresh() {
		if (viewer == null || viewer.getControl().isDisposed()) {
			return;
		}
		Object kept = viewer.getStructuredSelection().getFirstElement();
		String typed = typed();
		List<T> fits = find(typed);
		viewer.setInput(fits);
		if (!fits.isEmpty()) {
			boolean keep = kept != null && (typed.isEmpty() || typed.equals(looked)) && fits.contains(kept);
			viewer.setSelection(new StructuredSelection(keep ? kept : fits.getFirst()), true);
		}
		looked = typed;
	}

	/** What is typed. */
	protected final String typed() {
		return text.getText().strip();
	}

	private void move(int step) {
		int count = viewer.getTable().getItemCount();
		if (count > 0) {
			int to = Math.clamp(viewer.getTable().getSelectionIndex() + step, 0, count - 1);
			viewer.getTable().setSelection(to);
			viewer.getTable().showSelection();
		}
	}

	/** A line of faint explanation. */
	protected final Label note(Composite area, String words) {
		Label label = new Label(area, SWT.WRAP);
		label.setText(words);
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(50), SWT.DEFAULT)
				.applyTo(label);
		return label;
	}

	/** Has a line of explanation say something else; it takes no room while it says nothing. */
	protected static void say(Label note, String words) {
		if (!note.getText().equals(words) || note.getVisible() == words.isEmpty()) {
			note.setText(words);
			note.setVisible(!words.isEmpty());
			((GridData) note.getLayoutData()).exclude = words.isEmpty();
			note.getParent().layout();
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	@SuppressWarnings("unchecked")
	protected void okPressed() {
		take(viewer.getStructuredSelection().toList());
		super.okPressed();
	}
}
