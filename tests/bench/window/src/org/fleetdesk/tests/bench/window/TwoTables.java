package org.fleetdesk.tests.bench.window;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.cell.CellOrder;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.LiveTable;

/**
 * The product's table and SWT's virtual one side by side, of the same lines, in turns: sorted, filtered, cleared, scrolled.
 * Prints what each takes of the UI thread, in milliseconds, while it alone is seen. Both are handed lines that were sorted
 * and filtered on another thread; "sorting" is the virtual table whose lines are sorted on its own: KUBECONFIG ROWS WORD.
 */
public final class TwoTables implements LiveTable.Owner {
	private static final int ROUNDS = 5;
	private static final int STEPS = 40;

	private final UiLoop loop;
	private final Shell shell;
	private final StackLayout stack = new StackLayout();
	private final LiveTable ours;
	private final Table theirs;
	private final ListModel model;
	private final AtomicReference<ListContent> shown = new AtomicReference<>(ListContent.NOTHING);
	private final Map<String, List<Double>> figures = new LinkedHashMap<>();
	private List<Line> lines = List.of();
	private double longest;

	private TwoTables(Display display, ListModel model) {
		this.model = model;
		loop = new UiLoop(display);
		shell = new Shell(display);
		shell.setLayout(stack);
		Text styled = new Text(shell, SWT.NONE);
		ours = new LiveTable(shell, styled, InstantSource.system(), this);
		theirs = new Table(shell, SWT.VIRTUAL | SWT.FULL_SELECTION);
		theirs.setHeaderVisible(true);
		theirs.addListener(SWT.SetData, event -> {
			TableItem item = (TableItem) event.item;
			Line line = lines.get(event.index);
			for (int column = 0; column < theirs.getColumnCount(); column++) {
				item.setText(column, shown.get().text(line, column, Instant.now()));
			}
		});
		shell.setSize(1200, 900);
		stack.topControl = ours.control();
		shell.open();
	}

	/** Lets one of the two be seen, and forgets what that took. */
	private void front(Control table) {
		stack.topControl = table;
		shell.layout();
		loop.settle();
		loop.millis();
		loop.longest();
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		Display display = new Display();
		try (Clusters clusters = new Clusters(Path.of(args[0]))) {
			new TwoTables(display, clusters.model()).run(Integer.parseInt(args[1]), args[2]);
		}
		System.exit(0);
	}

	private void run(int rows, String word) {
		UiExecutor ui = UiExecutor.of(ours.control());
		try (var listening = model.listen(ui.coalescing(this::show))) {
			loop.until(() -> model.content().lines().size() == rows && shown.get() == model.content());
			loop.settle();
			for (ListColumn column : model.content().columns()) {
				TableColumn made = new TableColumn(theirs, SWT.NONE);
				made.setText(column.name());
				made.setWidth(110);
			}
			theirs();
			loop.settle();
			for (int round = -1; round < ROUNDS; round++) {
				round(round >= 0, word, rows);
			}
		}
		figures.forEach((name, times) -> {
			double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
			WatchedTable.print(name, sorted[sorted.length / 2]);
		});
		WatchedTable.print("ours-longest", longest);
	}

	private void show() {
		ListContent content = model.content();
		ours.show(content);
		shown.set(content);
	}

	private void round(boolean counts, String word, int rows) {
		String[] columns = {"Name", "Node", "Restarts"};
		for (String column : columns) {
			List<Line> before = lines;
			both(counts, "sort", () -> model.sort(List.of(new SortKey(column, true))));
			loop.run(() -> sorted(before, column));
			loop.settle();
			note(counts, "sorting", false);
		}
		both(counts, "filter", () -> model.filter(word));
		both(counts, "clear", () -> model.filter(""));
		scroll(counts, rows);
	}

	/** Ours follows by itself; theirs is given the same lines when ours has settled. */
	private void both(boolean counts, String name, Runnable ask) {
		ListContent before = model.content();
		front(ours.control());
		loop.run(ask);
		loop.until(() -> model.content().lines() != before.lines() && shown.get() == model.content());
		loop.settle();
		note(counts, "ours-" + name, true);
		front(theirs);
		loop.run(this::theirs);
		loop.settle();
		note(counts, "theirs-" + name, false);
	}

	/** As who has an SWT.VIRTUAL table and nothing else sorts it: where the heading is clicked. */
	private void sorted(List<Line> before, String column) {
		ListContent content = shown.get();
		int at = content.columns().stream().map(ListColumn::name).toList().indexOf(column);
		List<Line> ascending = new ArrayList<>(before);
		ascending.sort((a, b) -> CellOrder.NATURAL.compare(content.cell(a, at), content.cell(b, at)));
		lines = ascending;
		theirs.clearAll();
	}

	private void theirs() {
		lines = shown.get().lines();
		theirs.setItemCount(lines.size());
		theirs.clearAll();
	}

	private void scroll(boolean counts, int rows) {
		for (boolean own : new boolean[]{true, false}) {
			front(own ? ours.control() : theirs);
			for (int step = 1; step <= STEPS; step++) {
				int row = (int) ((long) step * 7_919 * 37 % rows);
				loop.run(() -> {
					if (own) {
						ours.control().doCommand(new ShowRowInViewportCommand(row));
						ours.control().update();
					} else {
						theirs.setTopIndex(row);
						theirs.update();
					}
				});
				loop.pending();
			}
			loop.settle();
			note(counts, own ? "ours-scroll" : "theirs-scroll", own);
		}
	}

	private void note(boolean counts, String name, boolean own) {
		double millis = loop.millis();
		double event = loop.longest();
		if (counts) {
			figures.computeIfAbsent(name, n -> new ArrayList<>()).add(millis);
			longest = own ? Math.max(longest, event) : longest;
		}
	}

	@Override
	public void sort(List<SortKey> order) {
		model.sort(order);
	}

	@Override
	public void arranged(ColumnLayout layout) {
		ours.arrange(layout);
	}

	@Override
	public void open() {
		// nobody opens
	}
}
