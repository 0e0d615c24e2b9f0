package org.fleetdesk.ui.objects;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The row above the table: kind, clusters and namespaces to choose, the filter, how many lines there are. */
final class TargetBar {
	/** What someone does with the row. */
	interface Owner {
		void chooseKind();

		void chooseClusters();

		void chooseNamespaces();

		void filter(String text);

		/** Leaves the filter for the table. */
		void leaveFilter();
	}

	private static final String DOWN = " \u25BE";

	private final ToolBar bar;
	private final ToolItem kind;
	private final ToolItem clusters;
	private final ToolItem namespaces;
	private final Text filter;
	private final Label count;
	private boolean setting;

	TargetBar(Composite parent, Owner owner) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		kind = item(Messages.bar_kind_tip, owner::chooseKind);
		clusters = item(Messages.bar_clusters_tip, owner::chooseClusters);
		namespaces = item(Messages.bar_namespaces_tip, owner::chooseNamespaces);
		filter = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.bar_filter_hint);
		filter.setToolTipText(Messages.bar_filter_tip);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(160, SWT.DEFAULT)
				.applyTo(filter);
		filter.addModifyListener(event -> {
			if (!setting) {
				owner.filter(filter.getText());
			}
		});
		filter.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ESC) {
				filter.setText("");
				owner.leaveFilter();
				event.doit = false;
			} else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				owner.leaveFilter();
				event.doit = false;
			}
		}));
		count = new Label(row, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
	}

	private ToolItem item(String tip, Runnable work) {
		ToolItem item = new ToolItem(bar, SWT.PUSH);
		item.setToolTipText(tip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
		return item;
	}

	/** The filter's field, whose colours the theme sets. */
	Text filter() {
		return filter;
	}

	/** Says what is chosen. */
	void show(String kindText, String clustersText, String namespacesText, boolean namespaced, String filterText) {
		boolean moved = text(kind, kindText + DOWN) | text(clusters, clustersText + DOWN)
				| text(namespaces, namespacesText + DOWN);
		namespaces.setEnabled(namespaced);
		if (!filter.getText().equals(filterText)) {
			setting = true;
			filter.setText(filterText);
			setting = false;
		}
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

	/** Says how many lines there are. */
	void count(String text) {
		if (!count.getText().equals(text)) {
			int before = count.getText().length();
			count.setText(text);
			if (before != text.length()) {
				count.getParent().layout(true, true);
			}
		}
	}
}
