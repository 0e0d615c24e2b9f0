package org.fleetdesk.ui.sources;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.ui.fleet.ClusterTexts;

/** A table of contexts: name, server, login. Used on the UI thread. */
final class ContextTable {
	private final Composite holder;
	private final TableViewer viewer;

	ContextTable(Composite parent) {
		holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.MULTI);
		viewer.getTable().setHeaderVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		column(layout, Messages.context_name, 3, KubeContext::name);
		column(layout, Messages.context_server, 4, c -> ClusterTexts.url(c.server().url()));
		column(layout, Messages.context_login, 3, c -> ClusterTexts.login(c.user()));
	}

	private void column(TableColumnLayout layout, String title, int weight, Function<KubeContext, String> text) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(c -> text.apply((KubeContext) c)));
	}

	Control control() {
		return holder;
	}

	void show(List<KubeContext> contexts) {
		viewer.setInput(contexts);
	}
}
