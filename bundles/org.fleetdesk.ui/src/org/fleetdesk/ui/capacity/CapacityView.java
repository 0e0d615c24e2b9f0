package org.fleetdesk.ui.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.fleetdesk.core.Background;
import org.fleetdesk.core.capacity.Capacity;
import org.fleetdesk.core.capacity.ClusterCapacity;
import org.fleetdesk.core.capacity.FleetCapacity;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.fleet.ClusterOpening;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.WeightedColumns;

import org.jspecify.annotations.Nullable;

/**
 * The Capacity view: a table of all clusters with nodes, pods, and how much CPU, memory, GPUs and storage they have, are
 * asked for and use. Sums only while it is shown. A double click or Enter opens a cluster and lists its pods.
 */
public final class CapacityView extends ViewPart {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.capacity";

	private final IPartListener2 shown = new IPartListener2() {
		@Override
		public void partVisible(IWorkbenchPartReference part) {
			if (part.getPart(false) == CapacityView.this) {
				seen(true);
			}
		}

		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == CapacityView.this) {
				seen(false);
			}
		}
	};
	private @Nullable FleetCapacity capacity;
	private Runnable newer = () -> {
		// nothing is shown yet
	};
	private TableViewer viewer;
	private Label empty;
	private Text filter;
	private CapacityColumn sorted = CapacityColumn.CLUSTER;

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.capacity_filter);
		filter.addModifyListener(e -> show());
		GridDataFactory.fillDefaults().grab(true, false).indent(2, 2).applyTo(filter);
		empty = new Label(parent, SWT.WRAP);
		empty.setText(Messages.capacity_empty);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 8).exclude(true).applyTo(empty);
		Composite holder = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		viewer = new TableViewer(holder, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.getTable().setHeaderVisible(true);
		for (CapacityColumn column : CapacityColumn.values()) {
			column(layout, column);
		}
		sort(CapacityColumn.CLUSTER);
		ColumnViewerToolTipSupport.enableFor(viewer);
		viewer.addDoubleClickListener(e -> open((IStructuredSelection) e.getSelection()));
		getSite().setSelectionProvider(viewer);
		getViewSite().getActionBars().setGlobalActionHandler(IWorkbenchCommandConstants.EDIT_COPY,
				copy());
		getSite().getPage().addPartListener(shown);
		newer = UiExecutor.of(viewer.getControl()).coalescing(this::show);
		ThemeChanges.follow(getSite(), viewer.getControl(), () -> viewer.getControl().redraw());
	}

	private IAction copy() {
		return new Action() {
			@Override
			public void run() {
				Clips.copy(copied());
			}
		};
	}

	/** Begins to sum when it is seen, and ends when it is not. */
	private void seen(boolean visible) {
		if (visible && capacity == null) {
			FleetCapacity begun = new FleetCapacity(getSite().getService(Fleet.class),
					getSite().getService(Background.class));
			capacity = begun;
			begun.listen(newer);
		} else if (!visible && capacity != null) {
			capacity.close();
			capacity = null;
		}
	}

	private void column(TableColumnLayout layout, CapacityColumn column) {
		TableColumn head = WeightedColumns.add(viewer.getTable(), layout, column.title, column.weight);
		head.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> sort(column)));
		new TableViewerColumn(viewer, head).setLabelProvider(new BarLabels(column, () -> Palette.of(filter)));
	}

	/** Sorts by a column; by the same again: the other way round. All together stay first. */
	private void sort(CapacityColumn column) {
		Table table = viewer.getTable();
		boolean down = column == sorted && table.getSortDirection() == SWT.UP;
		sorted = column;
		table.setSortColumn(table.getColumn(column.ordinal()));
		table.setSortDirection(down ? SWT.DOWN : SWT.UP);
		show();
	}

	private void show() {
		if (capacity == null) {
			return; // what was shown stays until it is seen again
		}
		List<ClusterCapacity> all = capacity.capacities();
		boolean down = viewer.getTable().getSortDirection() == SWT.DOWN;
		Comparator<CapacityRow> order = sorted.order(down);
		String words = filter.getText().strip().toLowerCase(Locale.ROOT);
		List<CapacityRow> rows = new ArrayList<>(all.stream().map(CapacityRow::of)
				.filter(row -> row.name().toLowerCase(Locale.ROOT).contains(words)).sorted(order).toList());
		List<Capacity> open = all.stream().map(ClusterCapacity::capacity).filter(c -> !c.parts().isEmpty()).toList();
		if (open.size() > 1 && words.isEmpty()) {
			rows.addFirst(new CapacityRow(Optional.empty(),
					open.stream().reduce(Capacity.UNKNOWN, Capacity::plus)));
		}
		viewer.setInput(rows);
		GridData place = (GridData) empty.getLayoutData();
		if (place.exclude == all.isEmpty()) {
			place.exclude = !all.isEmpty();
			empty.setVisible(all.isEmpty());
			empty.getParent().layout();
		}
	}

	private void open(IStructuredSelection selection) {
		List<Cluster> clusters = ((List<?>) selection.toList()).stream()
				.flatMap(row -> ((CapacityRow) row).cluster().stream()).toList();
		if (!clusters.isEmpty()) {
			ClusterOpening.open(getSite().getWorkbenchWindow(), clusters);
		}
	}

	/** The selected rows, or all, as text with tabs. */
	private String copied() {
		List<?> chosen = viewer.getStructuredSelection().isEmpty()
				? (List<?>) viewer.getInput()
				: viewer.getStructuredSelection().toList();
		return chosen.stream().map(row -> Arrays.stream(CapacityColumn.values())
				.map(column -> column.text((CapacityRow) row)).collect(Collectors.joining("\t")))
				.collect(Collectors.joining("\n"));
	}

	@Override
	public void setFocus() {
		viewer.getControl().setFocus();
	}

	@Override
	public void dispose() {
		getSite().getPage().removePartListener(shown);
		seen(false);
		super.dispose();
	}
}
