package org.fleetdesk.ui.search;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.TabbedText;

/** The results as a table that makes its rows when they are seen. Belongs to the UI thread. */
final class ResultTable {
	private static final int[] WEIGHTS = {30, 12, 14, 12, 24, 8};
	private static final int NARROWEST = 60;
	private static final int STRIPE = 4;

	private final Composite holder;
	private final Table table;
	private final LocalResourceManager images;
	private final InstantSource clock;
	private final Function<Cluster, Optional<RGB>> stripes;
	private List<Hit> hits = List.of();

	ResultTable(Composite parent, InstantSource clock, Function<Cluster, Optional<RGB>> stripes) {
		this.clock = clock;
		this.stripes = stripes;
		holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		images = new LocalResourceManager(JFaceResources.getResources(), table);
		List<String> headings = HitText.headings();
		for (int i = 0; i < headings.size(); i++) {
			TableColumn column = new TableColumn(table, SWT.NONE);
			column.setText(headings.get(i));
			layout.setColumnData(column, new ColumnWeightData(WEIGHTS[i], NARROWEST));
		}
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.PaintItem, this::stripe);
	}

	Composite control() {
		return holder;
	}

	Table table() {
		return table;
	}

	private HitText text() {
		return new HitText(new FreshnessText(ZoneId.systemDefault(), clock.instant()));
	}

	private void fill(Event event) {
		int index = table.indexOf((TableItem) event.item);
		if (index >= 0 && index < hits.size()) { // GTK also asks for rows that are just going
			Hit hit = hits.get(index);
			TableItem item = (TableItem) event.item;
			item.setText(text().cells(hit).toArray(String[]::new));
			item.setImage(images.get(HitText.icon(hit)));
		}
	}

	/** The colour of the cluster, along the left edge as in lists of objects. */
	private void stripe(Event event) {
		int index = table.indexOf((TableItem) event.item);
		if (event.index == 0 && index >= 0 && index < hits.size()) {
			cluster(hits.get(index)).flatMap(stripes).ifPresent(color -> {
				event.gc.setBackground(new Color(color));
				event.gc.fillRectangle(0, event.y, STRIPE, event.height);
			});
		}
	}

	private static Optional<Cluster> cluster(Hit hit) {
		return Optional.of(clusters(hit)).filter(clusters -> clusters.size() == 1).map(List::getFirst);
	}

	/** Where it is. */
	static List<Cluster> clusters(Hit hit) {
		return switch (hit) {
			case Hit.OfObject object -> List.of(object.cluster());
			case Hit.OfList list -> list.clusters();
			case Hit.OfCluster of -> List.of(of.cluster());
		};
	}

	/** Shows results; those that were selected stay so if they are of the same search, else the first is. */
	void show(List<Hit> newest, boolean same) {
		Set<Object> selected = same
				? selection().stream().map(ResultTable::identity).collect(Collectors.toSet())
				: new HashSet<>();
		int top = table.getTopIndex();
		hits = newest;
		table.setRedraw(false);
		table.setItemCount(newest.size());
		table.clearAll();
		int[] again = IntStream.range(0, newest.size()).filter(i -> selected.contains(identity(newest.get(i))))
				.toArray();
		table.setSelection(again.length == 0 && !newest.isEmpty() ? new int[]{0} : again);
		table.setTopIndex(same ? top : 0);
		table.setRedraw(true);
	}

	/** What stays the same when it is found again. */
	private static Object identity(Hit hit) {
		return switch (hit) {
			case Hit.OfObject object -> List.of(object.cluster().id(), object.row().uid());
			case Hit.OfList list -> List.of(list.type(), list.clusters());
			case Hit.OfCluster of -> of.cluster().id();
		};
	}

	List<Hit> hits() {
		return hits;
	}

	/** What is selected, in order. */
	List<Hit> selection() {
		return Arrays.stream(table.getSelectionIndices()).sorted().filter(i -> i < hits.size()).mapToObj(hits::get)
				.toList();
	}

	/** Copies the selected lines below their headings. */
	void copy() {
		TabbedText.copy(HitText.headings(), selection().stream().map(text()::cells).toList());
	}
}
