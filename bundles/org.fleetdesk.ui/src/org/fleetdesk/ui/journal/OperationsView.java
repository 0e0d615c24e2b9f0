package org.fleetdesk.ui.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalExport;
import org.fleetdesk.core.journal.JournalQuery;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.SelectedElements;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.operations.Undoing;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.NoticeBand;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;

import org.jspecify.annotations.Nullable;

/**
 * The Operations view: what is being changed from this workstation, and the history of what was, live and newest first. It
 * only lays out and binds; the journal is asked on other threads, and at most once a second.
 */
public final class OperationsView extends ViewPart implements HistoryBar.Owner {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.operations";
	private static final String CONTEXT = "org.fleetdesk.ui.context.operations";
	private static final int FIRST = 1_000;
	private static final int STEP = 5;
	private static final int MOST_OPENED = 10;
	private static final int FLAT = 400; // below it the details stand beside the table
	private static final int SHARE = 62;
	private static final Duration SECOND = Duration.ofSeconds(1);

	private final AtomicBoolean stale = new AtomicBoolean(true);
	private HistoryState state = HistoryState.ALL;
	private int most = FIRST;
	private Background background;
	private JournalDatabase journal;
	private HistoryFeed feed;
	private HistoryBar bar;
	private RunningBand running;
	private NoticeBand notices;
	private Composite stack;
	private Text nothing;
	private HistoryTable table;
	private HistoryDetails details;
	private Registration changes;
	private HistoryFeed.@Nullable Answer shown;
	private @Nullable Palette painted;

	@Override
	public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		state = HistoryState.load(memento);
	}

	@Override
	public void saveState(IMemento memento) {
		state.save(memento);
	}

	@Override
	public void createPartControl(Composite parent) {
		background = getSite().getService(Background.class);
		journal = getSite().getService(JournalDatabase.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new HistoryBar(parent, this);
		running = new RunningBand(parent, bar.text());
		notices = new NoticeBand(parent, bar.text());
		SashForm sash = new SashForm(parent, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		stack = new Composite(sash, SWT.NONE);
		stack.setLayout(new StackLayout());
		nothing = new Text(stack, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.CENTER);
		table = new HistoryTable(stack, bar.text(), this::words, this::selected);
		details = new HistoryDetails(sash, bar.text(), getSite(), this::words, this::open);
		sash.addListener(SWT.Resize,
				event -> sash.setOrientation(sash.getSize().y < FLAT ? SWT.HORIZONTAL : SWT.VERTICAL));
		sash.setWeights(SHARE, 100 - SHARE);
		createMenu();
		UiExecutor ui = UiExecutor.of(stack);
		feed = new HistoryFeed(journal, background, ui, this::take);
		changes = journal.listen(() -> stale.set(true));
		ui.every(SECOND, this::tick);
		ThemeChanges.follow(getSite(), stack, this::themed);
		themed();
		say(Messages.empty_loading);
		ask(state);
	}

	private OperationWords words() {
		return new OperationWords(getSite().getService(Actions.class), ZoneId.systemDefault(),
				background.clock().instant());
	}

	private void createMenu() {
		SelectedElements provider = new SelectedElements(() -> entries());
		table.table().addListener(SWT.Selection, event -> provider.changed());
		getSite().setSelectionProvider(provider);
		new FocusScope(getSite(), table.table(), CONTEXT,
				Map.of(IWorkbenchCommandConstants.EDIT_COPY, FocusScope.handler(this::copy),
						IWorkbenchCommandConstants.EDIT_SELECT_ALL, FocusScope.handler(() -> {
							table.table().selectAll();
							selected();
						}), IWorkbenchCommandConstants.EDIT_UNDO, FocusScope.handler(this::undo)));
		table.table().addListener(SWT.DefaultSelection, event -> open());
		MenuManager body = new MenuManager("", ID);
		body.setRemoveAllWhenShown(true);
		body.addMenuListener(menu -> menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS)));
		Menu menu = body.createContextMenu(table.table());
		table.table().setMenu(menu);
		getSite().registerContextMenu(ID, body, provider);
	}

	@Override
	public void dispose() {
		if (changes != null) {
			changes.close();
		}
		super.dispose();
	}

	@Override
	public void setFocus() {
		table.table().setFocus();
	}

	@Override
	public HistoryState state() {
		return state;
	}

	@Override
	public void ask(HistoryState wanted) {
		most = wanted.equals(state) ? most : FIRST;
		state = wanted;
		bar.show(state, shown == null ? org.fleetdesk.core.journal.JournalChoices.NONE : shown.choices());
		ask();
	}

	private void ask() {
		stale.set(false);
		feed.ask(state.query(most, background.clock().instant()));
	}

	/** Asks again now. */
	void refresh() {
		ask();
	}

	/** Shows what was done to one object. */
	public void about(ObjectRef object) {
		ask(HistoryState.about(object.cluster(),
				new JournalQuery.Of(object.type().toString(), object.namespace(), object.name())));
	}

	@Override
	public void enterTable() {
		table.table().setFocus();
		table.begin();
	}

	/** Goes to the words. */
	void focusText() {
		bar.text().setFocus();
		bar.text().selectAll();
	}

	/** Narrows nothing any more. */
	void clear() {
		ask(HistoryState.ALL);
	}

	private void tick() {
		if (stale.get() && getSite().getPage().isPartVisible(this)) {
			ask();
		}
		themed();
	}

	private void take(HistoryFeed.Answer answer) {
		shown = answer;
		table.show(answer.operations());
		bar.show(state, answer.choices());
		String found = FreshnessText.number(answer.found());
		bar.count(answer.more() ? NLS.bind(Messages.count_more, found) : found);
		List<NoticeBand.Notice> said = new ArrayList<>();
		if (!answer.problem().isEmpty()) {
			said.add(NoticeBand.Notice.of(answer.problem(), new NoticeBand.Choice(Messages.try_again, this::refresh)));
		}
		if (answer.more()) {
			said.add(NoticeBand.Notice.of(NLS.bind(Messages.more, found),
					new NoticeBand.Choice(Messages.show_more, this::showMore)));
		}
		notices.show(said);
		say(answer.operations().isEmpty() ? empty(answer) : "");
	}

	private String empty(HistoryFeed.Answer answer) {
		if (answer.unread()) {
			return Messages.empty_unread;
		}
		return state.equals(HistoryState.ALL) ? Messages.empty_none : Messages.empty_filtered;
	}

	private void say(String sentence) {
		if (!nothing.getText().equals(sentence)) {
			nothing.setText(sentence);
		}
		StackLayout layout = (StackLayout) stack.getLayout();
		Control top = sentence.isEmpty() ? table.control() : nothing;
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
	}

	private void showMore() {
		most *= STEP;
		ask();
	}

	private void selected() {
		List<HistoryRow> rows = table.selection();
		details.show(rows.stream().findFirst());
		getViewSite().getActionBars().getStatusLineManager()
				.setMessage(rows.size() < 2 ? "" : NLS.bind(Messages.selected, rows.size()));
	}

	/** The entries that are selected, each once. */
	private List<Entry> entries() {
		return table.selection().stream().flatMap(row -> row.entries().stream()).distinct().toList();
	}

	/** Opens the objects of what is selected, or an operation of several. */
	void open() {
		List<HistoryRow> rows = table.selection();
		if (rows.size() == 1 && rows.getFirst() instanceof HistoryRow.Operation operation && operation.several()) {
			table.fold(operation, false);
			return;
		}
		rows.stream().map(row -> ref(row.entries().getFirst())).distinct().limit(MOST_OPENED)
				.forEach(ref -> ObjectOpener.open(getSite().getPage(), ref, ObjectPage.OVERVIEW));
	}

	private ObjectRef ref(Entry entry) {
		KindKey type = KindKey.parse(entry.subject().type());
		Optional<Cluster> cluster = getSite().getService(Fleet.class).cluster(entry.place().cluster());
		String kind = cluster.flatMap(c -> type.in(c.state().catalogue())).map(served -> served.kind())
				.orElse(entry.subject().type());
		return new ObjectRef(entry.place().cluster(), type, kind, entry.subject().namespace(), entry.subject().name());
	}

	/** Shows only what was done to the object that is selected. */
	void onlyThis() {
		entries().stream().findFirst().ifPresent(entry -> about(ref(entry)));
	}

	/** Asks whether to undo what is selected. */
	void undo() {
		new Undoing(getSite().getWorkbenchWindow()).start(entries());
	}

	/** Shows the commands that do with kubectl what is selected. */
	void showKubectl() {
		new Undoing(getSite().getWorkbenchWindow()).kubectl(entries());
	}

	/** Copies the selected lines with a heading. */
	void copy() {
		if (!table.selection().isEmpty()) {
			Clips.copy(table.tabbed());
		}
	}

	/** Asks for a file and writes to it all that is meant, also what is not shown. */
	void export() {
		FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[]{"*.csv", "*.json"});
		dialog.setFilterNames(new String[]{Messages.export_csv, Messages.export_json});
		dialog.setFileName(Messages.export_name + ".csv");
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null) {
			return;
		}
		JournalExport.Form form = dialog.getFilterIndex() == 1 ? JournalExport.Form.JSON : JournalExport.Form.CSV;
		Path file = Path.of(chosen);
		if (JournalExport.Form.of(chosen).isEmpty()) {
			file = file.resolveSibling(file.getFileName() + (form == JournalExport.Form.JSON ? ".json" : ".csv"));
			if (Files.exists(file) && !MessageDialog.openQuestion(getSite().getShell(), Messages.export_title,
					NLS.bind(Messages.export_replace, file))) {
				return;
			}
		}
		export(file, JournalExport.Form.of(chosen).orElse(form));
	}

	/** Writes all that is meant to a file. */
	public void export(Path file, JournalExport.Form form) {
		new ExportJob(file, form, journal, state.query(most, background.clock().instant())).schedule();
	}

	private void themed() {
		Palette palette = Palette.of(bar.text());
		running.themed();
		notices.themed();
		details.themed();
		if (!palette.equals(painted)) {
			painted = palette;
			nothing.setForeground(palette.faint());
			nothing.setBackground(palette.paper());
			stack.setBackground(palette.paper());
			table.themed();
		}
	}

	/** Narrows to words, for others than the bar. */
	public void search(String words) {
		ask(state.with(words));
	}

	/** What the details say, for tests. */
	public String said() {
		return details.said();
	}
}
