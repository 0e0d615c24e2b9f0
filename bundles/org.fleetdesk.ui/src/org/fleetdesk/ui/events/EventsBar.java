package org.fleetdesk.ui.events;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.fleetdesk.ui.objects.FilterField;
import org.fleetdesk.ui.objects.FilterHistory;

/** The row above the events: places to choose, warnings only, since when, of which object, the filter. On the UI thread. */
final class EventsBar {
	/** What someone does with the row. */
	interface Owner extends FilterField.Owner {
		void chooseClusters();

		void chooseNamespaces();

		void warningsOnly(boolean only);

		void range(EventsState.Range range);

		/** Shows the events of all objects again. */
		void ofAll();
	}

	private static final String DOWN = " \u25BE";
	private static final String AWAY = " \u2715";

	private final ToolBar bar;
	private final ToolItem clusters;
	private final ToolItem namespaces;
	private final ToolItem about;
	private final ToolItem warnings;
	private final ToolItem range;
	private final FilterField filter;
	private final Label count;

	EventsBar(Composite parent, Owner owner, FilterHistory history) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		clusters = item(SWT.PUSH, Messages.bar_clusters_tip, owner::chooseClusters);
		namespaces = item(SWT.PUSH, Messages.bar_namespaces_tip, owner::chooseNamespaces);
		about = item(SWT.PUSH, Messages.bar_about_tip, owner::ofAll);
		range = item(SWT.PUSH, Messages.bar_range_tip, () -> {
			// the menu asks
		});
		warnings = new ToolItem(bar, SWT.CHECK);
		warnings.setText(Messages.bar_warnings);
		warnings.setToolTipText(Messages.bar_warnings_tip);
		warnings.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> owner.warningsOnly(warnings.getSelection())));
		createRanges(owner);
		filter = new FilterField(row, owner, history);
		count = new Label(row, SWT.RIGHT);
		GridDataFactory.fillDefaults().indent(6, 0).align(SWT.END, SWT.CENTER).applyTo(count); // a sign may stand before it
	}

	private ToolItem item(int style, String tip, Runnable work) {
		ToolItem item = new ToolItem(bar, style);
		item.setToolTipText(tip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
		return item;
	}

	private void createRanges(Owner owner) {
		Menu menu = new Menu(bar);
		for (EventsState.Range each : EventsState.Range.values()) {
			MenuItem item = new MenuItem(menu, SWT.RADIO);
			item.setText(text(each));
			item.setData(each);
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
				if (item.getSelection()) {
					owner.range(each);
				}
			}));
		}
		range.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			for (MenuItem item : menu.getItems()) {
				item.setSelection(text((EventsState.Range) item.getData()).concat(DOWN).equals(range.getText()));
			}
			Rectangle at = range.getBounds();
			menu.setLocation(bar.toDisplay(new Point(at.x, at.y + at.height)));
			menu.setVisible(true);
		}));
		bar.addListener(SWT.Dispose, event -> menu.dispose());
	}

	private static String text(EventsState.Range range) {
		return switch (range) {
			case QUARTER -> Messages.range_quarter;
			case HOUR -> Messages.range_hour;
			case SIX_HOURS -> Messages.range_six;
			case ALL -> Messages.range_all;
		};
	}

	/** The field of the filter. */
	FilterField filter() {
		return filter;
	}

	/** Says what is chosen; the texts of clusters, namespaces and object, the last may be empty. */
	void show(EventsState state, String clustersText, String namespacesText, String object) {
		boolean moved = text(clusters, clustersText + DOWN) | text(namespaces, namespacesText + DOWN)
				| text(range, text(state.range()) + DOWN)
				| text(about, (object.isEmpty() ? Messages.bar_about_all : object + AWAY));
		about.setEnabled(!object.isEmpty());
		warnings.setSelection(state.warnings());
		filter.show(state.filter());
		if (moved) {
			bar.getParent().layout(true, true);
		}
	}

	private static boolean text(ToolItem item, String text) {
		if (item.getText().equals(text)) {
			return false;
		}
		item.setText(text);
		return true;
	}

	/** Says how many events there are. */
	void count(String text) {
		if (!count.getText().equals(text)) {
			count.setText(text);
			count.getParent().layout(true, true);
		}
	}
}
