package org.fleetdesk.ui.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.WeightedColumns;

/**
 * What came of an operation, object by object, those first that are not done; what is not can be tried again, what is can be
 * undone. Leaves the window to be used meanwhile.
 */
final class ReportDialog extends TitleAreaDialog {
	private static final int RETRY = IDialogConstants.CLIENT_ID + 1;
	private static final int UNDO = IDialogConstants.CLIENT_ID + 2;
	private static final int COPY = IDialogConstants.CLIENT_ID + 3;
	private static final int WIDTH = 120;
	private static final int MOST_ROWS = 14;
	private static final int RESULT = 2;
	private static final Set<State> RIGHT = Set.of(State.DONE, State.UNCHANGED);

	private final IWorkbenchWindow window;
	private final String heading;
	private final Operation operation;
	private final List<Outcome> outcomes;
	private final List<Outcome> sorted;
	private final List<Entry> entries;

	/**
	 * The report of a run.
	 *
	 * @param entries what the journal has of it
	 */
	ReportDialog(IWorkbenchWindow window, String heading, Operation operation, List<Outcome> outcomes,
			List<Entry> entries) {
		super(window.getShell());
		this.window = window;
		this.heading = heading;
		this.operation = operation;
		this.outcomes = List.copyOf(outcomes);
		this.sorted = outcomes.stream().sorted(Comparator.comparing(outcome -> RIGHT.contains(outcome.state())))
				.toList();
		this.entries = List.copyOf(entries);
		setShellStyle(
				SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.MAX | SWT.MODELESS | getDefaultOrientation());
		setBlockOnOpen(false);
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(heading);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(area);
		setTitle(heading);
		boolean right = outcomes.stream().allMatch(outcome -> RIGHT.contains(outcome.state()));
		setMessage(Report.counts(outcomes), right ? IMessageProvider.INFORMATION : IMessageProvider.WARNING);
		Composite holder = new Composite(area, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		Table table = new Table(holder, SWT.VIRTUAL | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		int[] weights = {5, 2, 2, 8};
		List<String> headings = headings();
		for (int i = 0; i < weights.length; i++) {
			WeightedColumns.add(table, layout, headings.get(i), weights[i]);
		}
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH),
						table.getItemHeight() * (2 + Math.clamp(outcomes.size(), 3, MOST_ROWS)))
				.applyTo(holder);
		Text whole = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, 3 * whole.getLineHeight()).applyTo(whole);
		table.addListener(SWT.SetData, event -> fill(table, event, whole));
		table.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> show(whole, table.getSelectionIndex())));
		table.setItemCount(sorted.size());
		if (!sorted.isEmpty()) {
			table.setSelection(0);
			show(whole, 0);
		}
		return area;
	}

	private static List<String> headings() {
		return List.of(Messages.report_object, Messages.report_cluster, Messages.report_outcome, Messages.report_why);
	}

	private void fill(Table table, Event event, Control styled) {
		int index = table.indexOf((TableItem) event.item);
		if (index >= 0 && index < sorted.size()) {
			TableItem item = (TableItem) event.item;
			item.setText(Report.cells(sorted.get(index)).stream().map(cell -> cell.replaceAll("\\s+", " "))
					.toArray(String[]::new));
			if (sorted.get(index).state() == State.FAILED) {
				item.setForeground(RESULT, Palette.of(styled).bad());
			}
		}
	}

	/** The reason, whole. */
	private void show(Text text, int index) {
		text.setText(index < 0 ? "" : Report.cells(sorted.get(index)).getLast());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		Button retry = createButton(parent, RETRY, Messages.report_retry, false);
		retry.setEnabled(outcomes.stream().anyMatch(outcome -> !RIGHT.contains(outcome.state())));
		Button undo = createButton(parent, UNDO, Messages.report_undo, false);
		undo.setEnabled(entries.stream().anyMatch(entry -> entry.outcome() == Entry.Outcome.DONE));
		createButton(parent, COPY, Messages.report_copy, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int id) {
		switch (id) {
			case RETRY -> {
				close();
				new Changing(window, heading, operation.rest(outcomes)).start();
			}
			case UNDO -> {
				close();
				new Undoing(window).start(entries);
			}
			case COPY -> Clips.copy(Report.tabbed(headings(), sorted));
			default -> super.buttonPressed(id);
		}
	}
}
