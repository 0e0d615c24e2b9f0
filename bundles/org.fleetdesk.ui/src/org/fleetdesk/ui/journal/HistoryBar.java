package org.fleetdesk.ui.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import org.fleetdesk.core.journal.Entry.Outcome;
import org.fleetdesk.core.journal.JournalChoices;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.journal.HistoryState.Range;
import org.fleetdesk.ui.journal.HistoryState.Span;

/** The row above the history: what narrows it, each to be chosen from what there is, and words. Belongs to the UI thread. */
final class HistoryBar {
	/** What someone does with the row. */
	interface Owner {
		HistoryState state();

		void ask(HistoryState wanted);

		/** Goes to the table. */
		void enterTable();
	}

	private record Choice(String text, boolean chosen, Runnable work) {
	}

	private static final String DOWN = " \u25BE";
	private static final String AWAY = " \u2715";
	private static final Duration PAUSE = Duration.ofMillis(250);

	private final Owner owner;
	private final ToolBar bar;
	private final ToolItem span;
	private final ToolItem outcome;
	private final ToolItem type;
	private final ToolItem cluster;
	private final ToolItem identity;
	private final ToolItem object;
	private final Text text;
	private final Label count;
	private JournalChoices choices = JournalChoices.NONE;

	HistoryBar(Composite parent, Owner owner) {
		this.owner = owner;
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
		span = item(Messages.bar_time_tip, this::spans);
		outcome = item(Messages.bar_outcome_tip, this::outcomes);
		type = item(Messages.bar_type_tip, this::types);
		cluster = item(Messages.bar_cluster_tip, this::clusters);
		identity = item(Messages.bar_user_tip, this::identities);
		object = new ToolItem(bar, SWT.PUSH);
		object.setToolTipText(Messages.bar_object_tip);
		object.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> owner.ask(HistoryState.ALL)));
		text = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		text.setMessage(Messages.bar_text);
		text.setToolTipText(Messages.bar_text_tip);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		UiExecutor ui = UiExecutor.of(text);
		Runnable typed = ui.afterPause(PAUSE, () -> owner.ask(owner.state().with(text.getText())));
		text.addModifyListener(event -> typed.run());
		text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				event.doit = false;
				owner.enterTable();
			} else if (event.keyCode == SWT.ESC) {
				event.doit = false;
				text.setText("");
			}
		}));
		count = new Label(row, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
	}

	private ToolItem item(String tip, Supplier<List<Choice>> offered) {
		ToolItem item = new ToolItem(bar, SWT.PUSH);
		item.setToolTipText(tip);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open(item, offered.get())));
		return item;
	}

	private void open(ToolItem item, List<Choice> offered) {
		Menu menu = new Menu(bar);
		for (Choice choice : offered) {
			MenuItem entry = new MenuItem(menu, SWT.RADIO);
			entry.setText(choice.text().replace("&", "&&"));
			entry.setSelection(choice.chosen());
			entry.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
				if (entry.getSelection()) {
					choice.work().run();
				}
			}));
		}
		Rectangle at = item.getBounds();
		menu.setLocation(bar.toDisplay(new Point(at.x, at.y + at.height)));
		UiExecutor ui = UiExecutor.of(bar);
		menu.addListener(SWT.Hide, event -> ui.execute(menu::dispose));
		menu.setVisible(true);
	}

	private List<Choice> spans() {
		HistoryState state = owner.state();
		return Arrays.stream(Range.values())
				.map(range -> range == Range.BETWEEN
						? new Choice(Messages.range_between, state.span().range() == range, this::askBetween)
						: new Choice(text(Span.last(range)), state.span().range() == range,
								() -> owner.ask(owner.state().of(Span.last(range)))))
				.toList();
	}

	/** Asks for two moments. */
	private void askBetween() {
		new SpanDialog(bar.getShell(), owner.state().span()).ask()
				.ifPresent(between -> owner.ask(owner.state().of(between)));
	}

	private List<Choice> outcomes() {
		List<Optional<Outcome>> all = new ArrayList<>(List.of(Optional.empty()));
		Arrays.stream(Outcome.values()).map(Optional::of).forEach(all::add);
		return all.stream().map(each -> new Choice(text(each), each.equals(owner.state().outcome()),
				() -> owner.ask(owner.state().of(each)))).toList();
	}

	private List<Choice> types() {
		return choices(Messages.any_type, choices.types(), owner.state().type(),
				chosen -> owner.ask(owner.state().ofType(chosen)));
	}

	private List<Choice> identities() {
		return choices(Messages.any_user, choices.identities(), owner.state().identity(),
				chosen -> owner.ask(owner.state().by(chosen)));
	}

	private List<Choice> clusters() {
		List<Choice> all = new ArrayList<>(List.of(new Choice(Messages.any_cluster, owner.state().cluster().isEmpty(),
				() -> owner.ask(owner.state().in("")))));
		choices.clusters().entrySet().stream().sorted(Map.Entry.comparingByValue())
				.forEach(each -> all.add(new Choice(each.getValue(), each.getKey().equals(owner.state().cluster()),
						() -> owner.ask(owner.state().in(each.getKey())))));
		return all;
	}

	private static List<Choice> choices(String any, Iterable<String> names, String chosen, Consumer<String> work) {
		List<Choice> all = new ArrayList<>(List.of(new Choice(any, chosen.isEmpty(), () -> work.accept(""))));
		names.forEach(name -> all.add(new Choice(name, name.equals(chosen), () -> work.accept(name))));
		return all;
	}

	private static String text(Span span) {
		return switch (span.range()) {
			case HOUR -> Messages.range_hour;
			case FOUR_HOURS -> Messages.range_four;
			case DAY -> Messages.range_day;
			case WEEK -> Messages.range_week;
			case ALL -> Messages.range_all;
			case BETWEEN -> NLS.bind(Messages.range_from_until, SpanDialog.text(span.from()),
					SpanDialog.text(span.until()));
		};
	}

	private static String text(Optional<Outcome> outcome) {
		return outcome.map(OperationWords::outcome).orElse(Messages.any_outcome);
	}

	private static String text(String chosen, String any) {
		return chosen.isEmpty() ? any : chosen;
	}

	/** Says what is chosen, and what there is to choose from. */
	void show(HistoryState state, JournalChoices offered) {
		choices = offered;
		boolean moved = text(span, text(state.span()) + DOWN) | text(outcome, text(state.outcome()) + DOWN)
				| text(type, text(state.type(), Messages.any_type) + DOWN)
				| text(cluster, text(state.cluster().isEmpty()
						? ""
						: offered.clusters().getOrDefault(state.cluster(), state.cluster()), Messages.any_cluster)
						+ DOWN)
				| text(identity, text(state.identity(), Messages.any_user) + DOWN)
				| text(object, state.object().map(of -> of.type() + " " + of.name() + AWAY).orElse(""));
		object.setEnabled(state.object().isPresent());
		if (!text.isFocusControl() && !text.getText().equals(state.text())) {
			text.setText(state.text());
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

	/** Says how many there are. */
	void count(String said) {
		if (!count.getText().equals(said)) {
			count.setText(said);
			count.getParent().layout(true, true);
		}
	}

	/** The field for words. */
	Text text() {
		return text;
	}
}
