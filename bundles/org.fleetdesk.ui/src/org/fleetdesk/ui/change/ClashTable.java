package org.fleetdesk.ui.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.ui.table.WeightedColumns;
import org.fleetdesk.core.operation.Clash;

/** The fields that others hold, each to be checked if it shall be taken over. Belongs to the UI thread. */
final class ClashTable {
	private static final int MOST_SHOWN = 6;
	private static final int LONGEST = 200;
	private static final int SHOWN_BEFORE = 8;
	private final List<Clash> clashes;
	private final Table table;

	ClashTable(Composite parent, List<Clash> clashes, boolean keepable, Runnable decided) {
		this.clashes = clashes;
		Label label = new Label(parent, SWT.WRAP);
		label.setText(keepable ? Messages.clashes : Messages.clashes_force);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.BORDER | SWT.CHECK | SWT.FULL_SELECTION | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		WeightedColumns.add(table, layout, Messages.clash_field, 8);
		WeightedColumns.add(table, layout, Messages.clash_manager, 3);
		WeightedColumns.add(table, layout, Messages.clash_theirs, 3);
		WeightedColumns.add(table, layout, Messages.clash_mine, 3);
		for (Clash clash : clashes) {
			TableItem item = new TableItem(table, SWT.NONE);
			String manager = clash.manager().isEmpty() ? Messages.clash_nobody : clash.manager();
			item.setChecked(!clash.meanwhile()); // what they have not touched meanwhile is mine to change
			String theirs = text(clash.theirs());
			String mine = text(clash.mine());
			int same = sameStart(theirs, mine);
			item.setText(new String[]{clash.field().toString(), manager, end(theirs, same), end(mine, same)});
		}
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> decided.run()));
		GridDataFactory.fillDefaults().grab(true, false)
				.hint(SWT.DEFAULT, table.getItemHeight() * (Math.min(MOST_SHOWN, clashes.size()) + 2)).applyTo(holder);
	}

	/** How much of two long values need not be shown to see in what they differ. */
	private static int sameStart(String a, String b) {
		int same = 0;
		while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
			same++;
		}
		return same > 2 * SHOWN_BEFORE ? same - SHOWN_BEFORE : 0;
	}

	private static String end(String value, int from) {
		return from == 0 ? value : "\u2026" + value.substring(from);
	}

	private static String text(Optional<JsonNode> value) {
		String text = value.map(node -> node.isValueNode() ? node.asText() : node.toString())
				.orElse(Messages.clash_gone);
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

	void takeAll() {
		Arrays.stream(table.getItems()).forEach(item -> item.setChecked(true));
	}

	boolean allTaken() {
		return Arrays.stream(table.getItems()).allMatch(TableItem::getChecked);
	}

	boolean anyTaken() {
		return Arrays.stream(table.getItems()).anyMatch(TableItem::getChecked);
	}

	/** What is checked is taken over, the others keep theirs. */
	Resolution resolution() {
		return new Resolution(anyTaken(),
				IntStream.range(0, clashes.size()).filter(row -> !table.getItem(row).getChecked())
						.mapToObj(row -> clashes.get(row).field()).collect(Collectors.toSet()));
	}
}
