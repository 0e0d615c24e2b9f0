package org.fleetdesk.ui.objects;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The row above the table: kind, clusters, namespaces and selectors to choose, the filter, saved views, how many lines there are. */
final class TargetBar {
	/** What someone does with the row. */
	interface Owner extends FilterField.Owner {
		void chooseKind();

		void chooseClusters();

		void chooseNamespaces();

		void chooseSelectors();

		/** Takes the selectors away. */
		void selectAll();

		/** Shows the menu of saved views below a control. */
		void chooseView(Control below);
	}

	/**
	 * What the row says.
	 *
	 * @param kind the kind
	 * @param clusters the clusters
	 * @param namespaces the namespaces
	 * @param namespaced whether these can be chosen
	 * @param selectors the selectors, or empty
	 * @param filter the filter's text
	 * @param view the saved view, or empty
	 */
	record Words(String kind, String clusters, String namespaces, boolean namespaced, String selectors, String filter,
			String view) {
	}

	private static final String DOWN = " \u25BE";
	private static final String CROSS = "\u2715";
	private static final int LONGEST = 40;

	private final ToolBar bar;
	private final ToolBar behind;
	private final ToolItem kind;
	private final ToolItem clusters;
	private final ToolItem namespaces;
	private final ToolItem views;
	private final FilterField filter;
	private final Label count;
	private final Owner owner;
	private String selectors = "";

	TargetBar(Composite parent, Owner owner, FilterHistory history) {
		this.owner = owner;
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 3).spacing(0, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		kind = item(bar, Messages.bar_kind_tip, owner::chooseKind);
		clusters = item(bar, Messages.bar_clusters_tip, owner::chooseClusters);
		namespaces = item(bar, Messages.bar_namespaces_tip, owner::chooseNamespaces);
		filter = new FilterField(row, owner, history);
		behind = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		GridDataFactory.fillDefaults().indent(14, 0).align(SWT.FILL, SWT.CENTER).applyTo(behind);
		ToolItem help = item(behind, Messages.bar_help_tip, this::help);
		help.setText("?");
		views = item(behind, Messages.bar_views_tip, () -> owner.chooseView(behind));
		count = new Label(row, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
	}

	private static ToolItem item(ToolBar in, String tip, Runnable work) {
		ToolItem item = new ToolItem(in, SWT.PUSH);
		item.setToolTipText(tip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
		return item;
	}

	/** Shows how filters are written. */
	void help() {
		new FilterHelp(bar.getShell(), behind, example -> {
			String typed = filter.control().getText().strip();
			filter.control().setFocus();
			filter.control().setText(typed.isEmpty() ? example : typed + " " + example);
			filter.control().setSelection(filter.control().getText().length());
		}).open();
	}

	/** The field of the filter. */
	FilterField filter() {
		return filter;
	}

	/** Says what is chosen. */
	void show(Words words) {
		boolean moved = text(kind, words.kind() + DOWN) | text(clusters, words.clusters() + DOWN)
				| text(namespaces, words.namespaces() + DOWN) | chip(words.selectors())
				| text(views, (words.view().isEmpty() ? Messages.bar_views : shorter(words.view())) + DOWN);
		namespaces.setEnabled(words.namespaced());
		filter.show(words.filter());
		if (moved) {
			bar.getParent().layout(true, true);
		}
	}

	/** Shows the selectors as an item with a cross behind it, where there are any. */
	private boolean chip(String wanted) {
		if (wanted.equals(selectors)) {
			return false;
		}
		selectors = wanted;
		while (bar.getItemCount() > 3) {
			bar.getItem(3).dispose();
		}
		if (!wanted.isEmpty()) {
			new ToolItem(bar, SWT.SEPARATOR);
			item(bar, Messages.bar_selectors_tip, owner::chooseSelectors).setText(shorter(wanted));
			item(bar, Messages.bar_selectors_clear, owner::selectAll).setText(CROSS);
		}
		return true;
	}

	private static String shorter(String text) {
		String plain = text.replace("&", "&&");
		return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "\u2026";
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
