package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.kube.discovery.ResourceType;

/** Asks for a kind, as kubectl's users write it. */
final class KindDialog extends PickDialog<ResourceType> {
	private final KindMatches matches;
	private Optional<ResourceType> picked = Optional.empty();

	KindDialog(Shell parent, KindMatches matches) {
		super(parent, Messages.kind_title, Messages.kind_hint);
		this.matches = matches;
	}

	/** What was picked. */
	Optional<ResourceType> picked() {
		return picked;
	}

	@Override
	protected List<ResourceType> find(String typed) {
		return matches.find(typed);
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		holder.setLayout(columns);
		TableViewer viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		viewer.getTable().setHeaderVisible(true);
		column(viewer, columns, Messages.kind_kind, 4, ResourceType::kind);
		column(viewer, columns, Messages.kind_short, 2, type -> String.join(", ", type.shortNames()));
		column(viewer, columns, Messages.kind_group, 5, ResourceType::apiVersion);
		return viewer;
	}

	private static void column(TableViewer viewer, TableColumnLayout columns, String title, int weight,
			Function<ResourceType, String> text) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(
				ColumnLabelProvider.createTextProvider(element -> text.apply((ResourceType) element)));
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
	}

	@Override
	protected void take(List<ResourceType> selection) {
		picked = selection.stream().findFirst();
	}
}
