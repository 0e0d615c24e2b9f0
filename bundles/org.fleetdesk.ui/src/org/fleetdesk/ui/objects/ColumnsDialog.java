package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.ui.table.ColumnLayout;

/** Asks which columns of a kind are shown, and in which order. */
final class ColumnsDialog extends TrayDialog {
	private static final int RESET_ID = IDialogConstants.CLIENT_ID;

	private final List<ListColumn> all;
	private final String kind;
	private final Map<String, String> absent;
	private ColumnLayout layout;
	private boolean reset;
	private CheckboxTableViewer viewer;
	private Label meaning;

	ColumnsDialog(Shell parent, String kind, ListContent content, ColumnLayout layout) {
		super(parent);
		this.kind = kind;
		this.all = content.columns();
		this.absent = content.absent();
		this.layout = layout.with(all);
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** What was arranged. */
	ColumnLayout arranged() {
		return reset ? ColumnLayout.DEFAULT : layout;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.columns_title.replace("{0}", kind));
	}

	@Override
	protected Point getInitialSize() {
		return new Point(convertWidthInCharsToPixels(70), convertHeightInCharsToPixels(30));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
		viewer = CheckboxTableViewer.newCheckList(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setLabelProvider(
				ColumnLabelProvider.createTextProvider(choice -> ((ColumnLayout.Choice) choice).name()));
		viewer.setCheckStateProvider(new ICheckStateProvider() {
			@Override
			public boolean isChecked(Object element) {
				return ((ColumnLayout.Choice) element).visible();
			}

			@Override
			public boolean isGrayed(Object element) {
				return false;
			}
		});
		viewer.addCheckStateListener(event -> {
			change(layout.show(((ColumnLayout.Choice) event.getElement()).name(), event.getChecked()));
		});
		Composite buttons = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().applyTo(buttons);
		button(buttons, Messages.columns_up, -1);
		button(buttons, Messages.columns_down, 1);
		meaning = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
				.hint(convertWidthInCharsToPixels(50), convertHeightInCharsToPixels(3)).applyTo(meaning);
		viewer.addSelectionChangedListener(event -> meaning.setText(described()));
		viewer.setInput(shown());
		if (!absent.isEmpty()) {
			Label without = new Label(area, SWT.WRAP);
			GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
					.hint(convertWidthInCharsToPixels(50), SWT.DEFAULT)
					.applyTo(without);
			without.setText(NLS.bind(Messages.columns_absent, String.join(", ", absent.keySet()),
					absent.values().stream().distinct().collect(Collectors.joining(", "))));
		}
		return area;
	}

	private String described() {
		return selected().flatMap(name -> all.stream().filter(c -> c.name().equals(name)).findFirst())
				.map(ListColumn::description).orElse("");
	}

	private List<ColumnLayout.Choice> shown() {
		return layout.columns().stream().filter(c -> all.stream().anyMatch(a -> a.name().equals(c.name()))).toList();
	}

	private Optional<String> selected() {
		return Optional.ofNullable((ColumnLayout.Choice) viewer.getStructuredSelection().getFirstElement())
				.map(ColumnLayout.Choice::name);
	}

	private void button(Composite parent, String text, int step) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(text);
		GridDataFactory.fillDefaults().applyTo(button);
		button.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> selected().ifPresent(name -> move(name, step))));
	}

	private void move(String name, int step) {
		List<String> names = shown().stream().map(ColumnLayout.Choice::name).toList();
		int to = names.indexOf(name) + step;
		if (to >= 0 && to < names.size()) {
			int before = step < 0 ? to : to + 1;
			change(layout.move(name, before < names.size() ? Optional.of(names.get(before)) : Optional.empty()));
		}
	}

	private void change(ColumnLayout changed) {
		Optional<String> kept = selected();
		layout = changed;
		reset = false;
		viewer.setInput(shown());
		kept.flatMap(name -> shown().stream().filter(c -> c.name().equals(name)).findFirst())
				.ifPresent(choice -> viewer.setSelection(new StructuredSelection(choice), true));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, RESET_ID, Messages.columns_reset, false);
		super.createButtonsForButtonBar(parent);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == RESET_ID) {
			change(ColumnLayout.DEFAULT.with(all));
			reset = true;
		} else {
			super.buttonPressed(id);
		}
	}
}
