package org.fleetdesk.ui.search;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.search.Found;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.core.search.Search;
import org.fleetdesk.core.search.SearchModel;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.SelectedElements;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.NoticeBand;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;

import org.jspecify.annotations.Nullable;

/**
 * The Search view: words, and the objects, lists and clusters of the whole fleet that they find, while they are typed. It
 * only lays out and binds: the search runs on a thread of its own, and again every few seconds as what is known changes.
 */
public final class SearchView extends ViewPart {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.search";
	private static final String CONTEXT = "org.fleetdesk.ui.context.search";
	private static final int MOST = 300;
	private static final Duration AGAIN = Duration.ofSeconds(3);
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final int CONTROL = SWT.MOD1;

	private String restored = "";
	private Fleet fleet;
	private Background background;
	private SearchModel model;
	private Text box;
	private Label count;
	private DemoBand demo;
	private NoticeBand band;
	private Composite stack;
	private Text nothing;
	private ResultTable table;
	private HitOpener opener;
	private Found shown = Found.NOTHING;
	private boolean openFirst;
	private @Nullable ListModel listing;
	private @Nullable Palette painted;

	@Override
	public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		restored = memento == null ? "" : Objects.requireNonNullElse(memento.getString("text"), "");
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString("text", box.getText());
	}

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		background = getSite().getService(Background.class);
		model = new SearchModel(getSite().getService(Search.class), background, MOST);
		opener = new HitOpener(getSite().getWorkbenchWindow());
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createBox(parent);
		demo = new DemoBand(parent, box);
		band = new NoticeBand(parent, box);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		nothing = new Text(stack, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.CENTER);
		table = new ResultTable(stack, background.clock(), cluster -> MarkLook.color(fleet.mark(cluster)));
		createKeys();
		createMenu();
		UiExecutor ui = UiExecutor.of(parent);
		Runnable take = ui.coalescing(this::take);
		model.listen(take);
		ui.every(AGAIN, this::again);
		ui.every(SECOND, this::themed);
		ThemeChanges.follow(getSite(), stack, this::themed);
		parent.addListener(SWT.Dispose, event -> close());
		box.setText(restored);
		themed();
		take();
	}

	private void createBox(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		box = new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		box.setMessage(Messages.box_hint);
		box.setToolTipText(Messages.box_tip);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(box);
		count = new Label(row, SWT.RIGHT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
		box.addModifyListener(event -> {
			openFirst = false;
			model.search(box.getText());
			take();
		});
		box.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
	}

	private void pressed(KeyEvent event) {
		boolean enter = event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
		if (event.keyCode == SWT.ARROW_DOWN) {
			enterResults();
		} else if (enter && event.stateMask == CONTROL) {
			show();
		} else if (enter) {
			openFirst = !current();
			if (!openFirst) {
				open(ObjectPage.OVERVIEW);
			}
		} else if (event.keyCode == SWT.ESC) {
			box.setText("");
		} else {
			return;
		}
		event.doit = false;
	}

	private void createKeys() {
		new FocusScope(getSite(), table.table(), CONTEXT,
				Map.of(IWorkbenchCommandConstants.EDIT_COPY, FocusScope.handler(this::copy),
						IWorkbenchCommandConstants.EDIT_SELECT_ALL,
						FocusScope.handler(() -> table.table().selectAll())));
		table.table().addListener(SWT.DefaultSelection, event -> {
			if ((event.stateMask & CONTROL) != 0) {
				show();
			} else {
				open(ObjectPage.OVERVIEW);
			}
		});
		table.table().addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_UP && table.table().getSelectionIndex() <= 0) {
				event.doit = false;
				box.setFocus();
			}
		}));
	}

	private void createMenu() {
		MenuManager body = new MenuManager("", ID);
		body.setRemoveAllWhenShown(true);
		body.addMenuListener(menu -> menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS)));
		Menu menu = body.createContextMenu(table.table());
		table.table().setMenu(menu);
		SelectedElements provider = new SelectedElements(table::selection);
		table.table().addListener(SWT.Selection, event -> provider.changed());
		getSite().setSelectionProvider(provider);
		getSite().registerContextMenu(ID, body, provider);
	}

	/** Searches a text and shows what it finds; nothing changes if it is empty. */
	public void search(String text) {
		if (!text.isBlank() && !text.equals(box.getText())) {
			box.setText(text);
		}
	}

	/** Goes to the words. */
	public void focusBox() {
		box.setFocus();
		box.selectAll();
	}

	/** Goes to the results, if there are any. */
	void enterResults() {
		if (!table.hits().isEmpty()) {
			table.table().setFocus();
		}
	}

	/** Opens the best as soon as it is found. */
	void openBest() {
		openFirst = true;
		take();
	}

	@Override
	public void setFocus() {
		box.setFocus();
	}

	/** Whether what is shown was found by the words as they are. */
	private boolean current() {
		return shown.text().equals(box.getText()) && !model.searching() || box.getText().isBlank();
	}

	private void take() {
		Found found = model.found();
		boolean same = found.text().equals(shown.text());
		boolean news = found != shown;
		shown = found;
		if (news) {
			table.show(found.hits(), same);
		}
		FoundText text = new FoundText(found, new FreshnessText(ZoneId.systemDefault(), background.clock().instant()));
		boolean searching = model.searching() && !found.text().equals(box.getText());
		say(text.count(searching));
		String none = searching && found.text().isBlank() ? Messages.searching : text.nothing(notices(text).isEmpty());
		if (!nothing.getText().equals(none)) {
			nothing.setText(none);
		}
		StackLayout layout = (StackLayout) stack.getLayout();
		Control top = found.hits().isEmpty() ? nothing : table.control();
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
		demo.show(found.hits().stream().flatMap(hit -> ResultTable.clusters(hit).stream()).toList());
		band.show(notices(text));
		getViewSite().getActionBars().getStatusLineManager().setMessage(text.places());
		if (openFirst && current()) {
			openFirst = false;
			open(ObjectPage.OVERVIEW);
		}
	}

	private void say(String text) {
		if (!count.getText().equals(text)) {
			count.setText(text);
			count.getParent().layout(true, true);
		}
	}

	/** What could be listed to find more, in clusters that are open. */
	private List<NoticeBand.Notice> notices(FoundText text) {
		List<Cluster> open = open();
		if (shown.text().isBlank()
				|| shown.missing().stream().noneMatch(c -> open.contains(c) && c.state().phase() == Phase.OPEN)) {
			return List.of();
		}
		return List.of(NoticeBand.Notice.of(text.missing(),
				new NoticeBand.Choice(FoundText.list(shown.kind()), this::listNow)));
	}

	private List<Cluster> open() {
		return fleet.clusters().stream().filter(cluster -> cluster.session().isPresent()).toList();
	}

	/** Lists the kind that is searched in all open clusters, and keeps it listed while this view is there. */
	private void listNow() {
		ListModel before = listing;
		ListModel begun = new ListModel(fleet, ListQuery.all(shown.kind(), open()), background);
		begun.listen(UiExecutor.of(stack).coalescing(() -> {
			if (shown.missing().stream().anyMatch(open()::contains)) {
				again();
			}
		}));
		listing = begun;
		if (before != null) {
			before.close();
		}
	}

	/** Searches the same words again. */
	void again() {
		if (!box.getText().isBlank() && getSite().getPage().isPartVisible(this) && !model.searching()) {
			model.search(box.getText());
		}
	}

	/** Opens what is selected. */
	void open(ObjectPage page) {
		opener.open(table.selection(), page);
	}

	/** Shows the first of what is selected in the list of its kind. */
	void show() {
		table.selection().stream().findFirst().ifPresent(opener::show);
	}

	/** Copies the selected lines. */
	void copy() {
		table.copy();
	}

	/** Copies the names of the selected objects. */
	void copyNames() {
		Clips.copy(table.selection().stream().map(hit -> hit instanceof Hit.OfObject object ? object.row().name() : "")
				.filter(name -> !name.isEmpty()).collect(Collectors.joining("\n")));
	}

	private void themed() {
		Palette palette = Palette.of(box);
		if (palette.equals(painted) && band.notices().isEmpty() && !demo.shown()) {
			return;
		}
		painted = palette;
		nothing.setForeground(palette.faint());
		nothing.setBackground(palette.paper());
		stack.setBackground(palette.paper());
		band.themed();
		demo.themed();
	}

	private void close() {
		model.close();
		if (listing != null) {
			listing.close();
		}
	}

	/** What is shown, for tests. */
	public Found found() {
		return shown;
	}
}
