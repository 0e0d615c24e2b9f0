package org.fleetdesk.ui.object;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.revisions.Revision;
import org.fleetdesk.kube.text.Age;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.change.DiffText;
import org.fleetdesk.ui.table.TabbedText;
import org.fleetdesk.ui.table.WeightedColumns;

/**
 * The revisions of an object, and how two of them differ: those that are selected, or the one that is selected and the current
 * one, or the current one and the one before it. Belongs to the UI thread.
 */
final class HistoryPage {
	private static final int CONTEXT = 3;
	private static final int AGE = 1;

	private final Composite page;
	private final Label said;
	private final Table table;
	private final Label between;
	private final Button back;
	private final DiffText difference;
	private final HistoryFeed feed;
	private final InstantSource clock;
	private List<Revision> revisions = List.of();

	HistoryPage(Composite parent, Control styled, IServiceLocator site, HistoryFeed feed, InstantSource clock) {
		this.feed = feed;
		this.clock = clock;
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		said = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(10, 8).applyTo(said);
		SashForm sash = new SashForm(page, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		Composite above = new Composite(sash, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		above.setLayout(columns);
		table = new Table(above, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		WeightedColumns.add(table, columns, Messages.revision, 3);
		WeightedColumns.add(table, columns, Messages.revision_age, 2);
		WeightedColumns.add(table, columns, Messages.revision_images, 8);
		WeightedColumns.add(table, columns, Messages.revision_cause, 6);
		WeightedColumns.add(table, columns, Messages.revision_kept, 5);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> compare()));
		Composite below = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 4).applyTo(below);
		between = new Label(below, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(10, 6).applyTo(between);
		back = new Button(below, SWT.PUSH);
		back.setEnabled(false);
		GridDataFactory.fillDefaults().indent(0, 6).applyTo(back);
		difference = new DiffText(below, styled);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(difference.control());
		sash.setWeights(2, 3);
		back.setText(Messages.roll_back);
		FocusScope.edit(site, table, this::copy, table::selectAll);
		FocusScope.edit(site, difference.control(), difference::copy, difference::selectAll);
		say(Messages.revisions_loading);
	}

	Control control() {
		return page;
	}

	/** Offers to go back to the one revision that is selected and is not the current one. */
	void offer(Consumer<Revision> chosen) {
		back.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> earlier().ifPresent(chosen)));
	}

	private Optional<Revision> earlier() {
		return Optional.of(selected()).filter(some -> some.size() == 1).map(List::getFirst)
				.filter(revision -> !revision.current());
	}

	/** The list, to have the focus and to be selected in. */
	Table table() {
		return table;
	}

	/** What differs between what, as text. */
	String compared() {
		return between.getText() + "\n" + difference.text();
	}

	private void say(String sentence) {
		said.setText(sentence);
		said.setVisible(!sentence.isEmpty());
		((GridData) said.getLayoutData()).exclude = sentence.isEmpty();
		page.layout();
	}

	/** Shows what was found, or why nothing was. */
	void show(HistoryFeed.Found found) {
		say(found.problem().orElse(found.revisions().isEmpty() ? Messages.revisions_none : ""));
		if (found.problem().isPresent() || found.revisions().equals(revisions)) {
			return;
		}
		List<Long> selected = selected().stream().map(Revision::number).toList();
		revisions = found.revisions();
		table.setRedraw(false);
		table.removeAll();
		for (Revision revision : revisions) {
			new TableItem(table, SWT.NONE).setText(cells(revision).toArray(String[]::new));
		}
		for (int i = 0; i < revisions.size(); i++) {
			if (selected.contains(revisions.get(i).number())) {
				table.select(i);
			}
		}
		table.setRedraw(true);
		compare();
	}

	private List<String> cells(Revision revision) {
		String number = revision.current()
				? NLS.bind(Messages.revision_current, revision.number())
				: String.valueOf(revision.number());
		return List.of(number, age(revision), String.join(", ", revision.images()), revision.cause(), revision.name());
	}

	private void copy() {
		TabbedText.copy(Arrays.stream(table.getColumns()).map(TableColumn::getText).toList(),
				selected().stream().map(this::cells).toList());
	}

	private String age(Revision revision) {
		return revision.created().map(then -> Age.text(then, clock.instant())).orElse("");
	}

	/** Lets ages tick. */
	void tick() {
		for (int i = 0; i < table.getItemCount(); i++) {
			String age = age(revisions.get(i));
			if (!table.getItem(i).getText(AGE).equals(age)) {
				table.getItem(i).setText(AGE, age);
			}
		}
	}

	private List<Revision> selected() {
		return Arrays.stream(table.getSelectionIndices()).sorted().mapToObj(revisions::get).toList();
	}

	/** The earlier and the later revision to compare; empty if there is only one. */
	private Optional<List<Revision>> pair() {
		List<Revision> chosen = selected();
		if (chosen.size() > 1) {
			return Optional.of(List.of(chosen.getLast(), chosen.getFirst()));
		}
		Revision one = chosen.isEmpty() ? revisions.getFirst() : chosen.getFirst();
		if (!one.current()) {
			return Optional.of(List.of(one, revisions.getFirst()));
		}
		return revisions.size() < 2 ? Optional.empty() : Optional.of(List.of(revisions.get(1), one));
	}

	private void compare() {
		back.setText(earlier().map(revision -> NLS.bind(Messages.roll_back_to, revision.number()))
				.orElse(Messages.roll_back));
		back.setEnabled(earlier().isPresent());
		back.getParent().layout();
		Optional<List<Revision>> pair = revisions.isEmpty() ? Optional.empty() : pair();
		pair.ifPresentOrElse(two -> feed.compare(two.getFirst(), two.getLast(), differences -> {
			if (pair().filter(two::equals).isPresent()) {
				show(two, differences);
			}
		}), () -> {
			between.setText(revisions.isEmpty() ? "" : Messages.revision_only);
			difference.show(List.of());
		});
	}

	private void show(List<Revision> two, Differences differences) {
		List<DiffLine> lines = differences.lines(CONTEXT);
		between.setText(NLS.bind(
				lines.isEmpty() ? Messages.revisions_same : Messages.revisions_between,
				two.getFirst().number(), two.getLast().number()));
		difference.show(lines);
	}
}
