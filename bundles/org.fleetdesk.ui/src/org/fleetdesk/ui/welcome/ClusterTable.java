package org.fleetdesk.ui.welcome;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.fleet.ClusterTexts;
import org.fleetdesk.ui.table.WeightedColumns;

/** The clusters that were found, with a filter where there are many; a click or Enter opens one. On the UI thread. */
final class ClusterTable {
	private static final int MANY = 12;
	private final Composite area;
	private final Text filter;
	private final TableViewer viewer;
	private final Fleet fleet;
	private List<Cluster> clusters = List.of();

	ClusterTable(Composite parent, Fleet fleet, Consumer<Cluster> open) {
		this.fleet = fleet;
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(area);
		filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.welcome_filter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		Composite holder = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		viewer = new TableViewer(holder, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.getTable().setHeaderVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
		WeightedColumns.add(viewer, layout, Messages.column_context, 4, ColumnLabelProvider.createTextImageProvider(
				c -> ((Cluster) c).name(), c -> images.get(ClusterTexts.icon(((Cluster) c).state()))));
		column(layout, Messages.column_state, 3, this::state);
		column(layout, Messages.column_server, 4, c -> ClusterTexts.url(c.context().server().url()));
		column(layout, Messages.column_login, 3, c -> ClusterTexts.login(c.context().user()));
		filter.addModifyListener(e -> refresh());
		filter.addKeyListener(KeyListener.keyPressedAdapter(e -> {
			if (e.keyCode == SWT.ARROW_DOWN) {
				viewer.getControl().setFocus();
			}
		}));
		openBy(open);
	}

	private void openBy(Consumer<Cluster> open) {
		viewer.getTable().addMouseListener(MouseListener.mouseUpAdapter(e -> {
			TableItem item = viewer.getTable().getItem(new Point(e.x, e.y));
			if (e.button == 1 && item != null && item.getData() instanceof Cluster cluster) {
				open.accept(cluster);
			}
		}));
		viewer.getTable().addKeyListener(KeyListener.keyPressedAdapter(e -> {
			if ((e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR)
					&& viewer.getStructuredSelection().getFirstElement() instanceof Cluster cluster) {
				open.accept(cluster);
			}
		}));
		viewer.getTable().setCursor(viewer.getTable().getDisplay().getSystemCursor(SWT.CURSOR_HAND));
	}

	private void column(TableColumnLayout layout, String title, int weight, Function<Cluster, String> text) {
		WeightedColumns.add(viewer, layout, title, weight,
				ColumnLabelProvider.createTextProvider(element -> text.apply((Cluster) element)));
	}

	private String state(Cluster cluster) {
		boolean current = fleet.current().filter(cluster::equals).isPresent();
		String phase = ClusterTexts.standing(cluster);
		return current ? phase + ", " + Messages.welcome_current : phase;
	}

	Control control() {
		return area;
	}

	boolean focus() {
		return area.isVisible() && viewer.getControl().setFocus();
	}

	void show(List<Cluster> all) {
		boolean same = all.equals(clusters);
		clusters = all;
		if (same) {
			viewer.update(all.toArray(), null);
		} else {
			((GridData) filter.getLayoutData()).exclude = all.size() < MANY;
			filter.setVisible(all.size() >= MANY);
			refresh();
		}
	}

	private void refresh() {
		String words = filter.getText().strip().toLowerCase(Locale.ROOT);
		viewer.setInput(clusters.stream().filter(c -> c.name().toLowerCase(Locale.ROOT).contains(words)).toList());
	}
}
