package org.fleetdesk.ui.events;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.events.Involved;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.core.search.Search;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.SelectedElements;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.fleet.FleetView;
import org.fleetdesk.ui.fleet.KindNode;
import org.fleetdesk.ui.fleet.NamespaceNode;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.objects.FilterHistory;
import org.fleetdesk.ui.objects.Listing;
import org.fleetdesk.ui.objects.ObjectsChoices;
import org.fleetdesk.ui.objects.ViewState;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.ColumnStore;
import org.fleetdesk.ui.table.CopyLines;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.LiveTable;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.TroubleBar;

import org.jspecify.annotations.Nullable;

/**
 * The Events view: what happened in clusters and namespaces, or to one object, live and newest first. Follows what is
 * selected in the Fleet view unless it is pinned. It only lays out and binds.
 */
public final class EventsView extends ViewPart implements EventsBar.Owner, LiveTable.Owner {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.events";
	private static final String CONTEXT = "org.fleetdesk.ui.context.events";
	private static final KindKey COLUMNS = new KindKey("events.view", "events");
	private static final int FLAT = 400; // below it the details stand beside the table
	private static final int SHARE = 75;
	private static final Duration SECOND = Duration.ofSeconds(1);

	private final ColumnStore columns = new ColumnStore();
	private final ISelectionListener follower = (part, selection) -> {
		if (part != this && selection instanceof IStructuredSelection chosen && !state().pinned()) {
			follow(chosen.toList());
		}
	};
	private EventsState state = EventsState.NOTHING;
	private Fleet fleet;
	private Background background;
	private Listing listing;
	private EventsBar bar;
	private DemoBand demo;
	private TroubleBar troubles;
	private LiveTable table;
	private EventDetails details;
	private ObjectsChoices choices;
	private Registration fleetChanges;

	@Override
	public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		state = EventsState.load(memento);
	}

	@Override
	public void saveState(IMemento memento) {
		state.save(memento);
	}

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		background = getSite().getService(Background.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new EventsBar(parent, this, new FilterHistory(getSite().getService(SettingsFolder.class), background));
		Text styled = bar.filter().control();
		demo = new DemoBand(parent, styled);
		troubles = new TroubleBar(parent, styled, Messages.try_again, this::refresh);
		SashForm sash = new SashForm(parent, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		table = new LiveTable(sash, styled, background.clock(), this);
		table.stripes(line -> MarkLook.color(fleet.mark(line.cluster())));
		table.warnings(EventColumns::warns);
		details = new EventDetails(sash, styled, getSite().getService(Search.class), background,
				() -> open(ObjectPage.OVERVIEW));
		sash.addListener(SWT.Resize,
				event -> sash.setOrientation(sash.getSize().y < FLAT ? SWT.HORIZONTAL : SWT.VERTICAL));
		sash.setWeights(SHARE, 100 - SHARE);
		choices = new ObjectsChoices(getSite(), fleet, background);
		createMenu();
		UiExecutor ui = UiExecutor.of(table.control());
		listing = new Listing(fleet, background, ui.coalescing(this::take));
		fleetChanges = fleet.listen(ui.coalescing(() -> ask(state)));
		table.onSelection(ui.coalescing(() -> details.show(table.selection().stream().findFirst())));
		ui.every(SECOND, this::tick);
		ThemeChanges.follow(getSite(), table.control(), this::tick);
		getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(follower);
		parent.addListener(SWT.Dispose, event -> listing.close());
		ColumnLayout arranged = columns.load(COLUMNS);
		table.arrange(arranged.columns().isEmpty() ? EventColumns.OF_ALL : arranged);
		ask(state);
		if (state.clusters().isEmpty()) {
			begin();
		}
	}

	/** Nothing was chosen yet: what is selected in the fleet, else all that is open. */
	private void begin() {
		if (getSite().getWorkbenchWindow().getSelectionService()
				.getSelection(FleetView.ID) instanceof IStructuredSelection chosen) {
			follow(chosen.toList());
		}
		if (state.clusters().isEmpty()) {
			ask(state.in(fleet.clusters().stream().filter(c -> c.session().isPresent()).map(Cluster::id).toList(),
					Set.of()));
		}
	}

	private void createMenu() {
		SelectedElements provider = new SelectedElements(table::selection);
		table.onSelection(provider::changed);
		getSite().setSelectionProvider(provider);
		new FocusScope(getSite(), table.control(), CONTEXT,
				Map.of(IWorkbenchCommandConstants.EDIT_COPY, FocusScope.handler(this::copy),
						IWorkbenchCommandConstants.EDIT_SELECT_ALL, FocusScope.handler(table::selectAll)));
		MenuManager body = new MenuManager("", ID);
		body.setRemoveAllWhenShown(true);
		body.addMenuListener(menu -> menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS)));
		Menu menu = body.createContextMenu(table.control());
		table.control().setMenu(menu);
		getSite().registerContextMenu(ID, body, provider);
	}

	@Override
	public void dispose() {
		getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(follower);
		if (fleetChanges != null) {
			fleetChanges.close();
		}
		super.dispose();
	}

	@Override
	public void setFocus() {
		table.focus();
	}

	EventsState state() {
		return state;
	}

	/** Shows something else. */
	void ask(EventsState wanted) {
		state = wanted;
		table.order(wanted.order());
		if (listing.ask(wanted.wanted(fleet))) {
			table.clear(ListContent.NOTHING);
		}
		take();
	}

	/** Shows the events of clusters, whatever is selected in the fleet. */
	public void show(List<String> clusters) {
		ask(state.in(clusters, Set.of()).pin(true));
	}

	/** Shows the events of one object, whatever is selected in the fleet. */
	public void about(ObjectRef object) {
		ask(state.about(object));
	}

	/** What is selected in the fleet: clusters and namespaces. */
	private void follow(List<?> selection) {
		Set<String> clusters = new LinkedHashSet<>();
		Set<String> namespaces = new LinkedHashSet<>();
		for (Object element : selection) {
			switch (element) {
				case KindNode node -> clusters.add(node.cluster().id());
				case NamespaceNode node -> {
					clusters.add(node.cluster().id());
					namespaces.add(node.namespace());
				}
				case Cluster cluster when cluster.session().isPresent() -> clusters.add(cluster.id());
				default -> {
					// sections, sources and objects say nothing
				}
			}
		}
		List<String> chosen = List.copyOf(clusters);
		if (!chosen.isEmpty() && !(chosen.equals(state.clusters()) && namespaces.equals(state.namespaces()))) {
			ask(state.in(chosen, namespaces));
		}
	}

	private void take() {
		ListContent content = listing.content();
		List<Cluster> clusters = state.clusters(fleet);
		String places = switch (clusters.size()) {
			case 0 -> Messages.bar_clusters_none;
			case 1 -> clusters.getFirst().name();
			default -> FreshnessText.clusters(clusters.size());
		};
		String object = state.about().map(about -> about.kind() + " " + about.name()).orElse("");
		bar.show(state, places, namespaces(), object);
		bar.filter().headings(content.columns().stream().map(c -> new Heading(c.name(), c.type())).toList());
		bar.filter().ran(listing.filter().problem());
		demo.show(clusters);
		setPartName(listing.running()
				? NLS.bind(Messages.title, object.isEmpty() ? places : object)
				: getConfigurationElement().getAttribute("name"));
		if (!content.parts().isEmpty() || !listing.running()) {
			table.show(content);
		}
		FreshnessText words = new FreshnessText(ZoneId.systemDefault(), now());
		table.message(empty(content, words));
		troubles.show(words.troubles(content.parts()), true);
		bar.count(content.columns().isEmpty() ? "" : words.count(content));
		getViewSite().getActionBars().getStatusLineManager()
				.setMessage(content.parts().isEmpty() ? "" : words.status(content));
	}

	private String namespaces() {
		return switch (state.namespaces().size()) {
			case 0 -> Messages.bar_namespaces_all;
			case 1 -> state.namespaces().iterator().next();
			default -> NLS.bind(Messages.bar_namespaces_many, state.namespaces().size());
		};
	}

	/** Why there are no lines; empty if there are. */
	private String empty(ListContent content, FreshnessText words) {
		if (!listing.running()) {
			return Messages.empty_nothing;
		} else if (!content.lines().isEmpty()) {
			return "";
		} else if (content.total() > 0) {
			return NLS.bind(Messages.empty_filtered, FreshnessText.number(content.total()));
		}
		boolean loading = content.parts().isEmpty()
				|| content.parts().stream().anyMatch(p -> p.freshness().state() == State.LOADING);
		List<Part> troubled = FreshnessText.troubled(content.parts());
		return loading
				? Messages.empty_loading
				: troubled.isEmpty() ? Messages.empty_none : words.trouble(troubled.getFirst());
	}

	private Instant now() {
		return background.clock().instant();
	}

	private void tick() {
		table.themed();
		demo.themed();
		troubles.themed();
		details.themed();
		table.tick();
	}

	@Override
	public void chooseClusters() {
		choices.clusters(ViewState.NOTHING.in(state.clusters()))
				.ifPresent(chosen -> ask(state.in(chosen.clusters(), Set.of()).pin(true)));
	}

	@Override
	public void chooseNamespaces() {
		choices.namespaces(ViewState.NOTHING.in(state.clusters()).within(state.namespaces()))
				.ifPresent(chosen -> ask(state.in(state.clusters(), chosen.namespaces()).pin(true)));
	}

	@Override
	public void warningsOnly(boolean only) {
		ask(state.warnings(only));
	}

	@Override
	public void range(EventsState.Range range) {
		ask(state.range(range));
	}

	@Override
	public void ofAll() {
		ask(state.in(state.clusters(), Set.of()).pin(false));
	}

	@Override
	public void filter(String text) {
		ask(state.filtered(text));
	}

	/** Goes to the filter. */
	void focusFilter() {
		bar.filter().control().setFocus();
		bar.filter().control().selectAll();
	}

	@Override
	public void leaveFilter() {
		table.focus();
	}

	@Override
	public void vocabulary(Consumer<Vocabulary> then) {
		UiExecutor ui = UiExecutor.of(table.control());
		listing.vocabulary(known -> ui.execute(() -> then.accept(known)));
	}

	@Override
	public void sort(List<SortKey> order) {
		ask(state.sorted(order));
	}

	@Override
	public void arranged(ColumnLayout layout) {
		columns.save(COLUMNS, layout);
	}

	@Override
	public void open() {
		open(ObjectPage.OVERVIEW);
	}

	/** Opens the objects that the selected events are about. */
	void open(ObjectPage page) {
		ObjectOpener.open(getSite().getPage(), objects().toList(), UnaryOperator.identity(), page);
	}

	private java.util.stream.Stream<ObjectRef> objects() {
		return table.selection().stream().flatMap(line -> Involved.of(line).stream()).distinct()
				.map(about -> new ObjectRef(about.cluster().id(), KindKey.of(about.type()), about.type().kind(),
						about.namespace(), about.name()));
	}

	/** Opens the YAML of the selected events themselves. */
	void openEvents() {
		ObjectOpener.open(getSite().getPage(), table.selection(), ObjectRef::of, ObjectPage.YAML);
	}

	/** Shows the events of the object that the selected event is about. */
	void onlyThis() {
		objects().findFirst().ifPresent(this::about);
	}

	/** Copies the selected lines with a heading. */
	void copy() {
		CopyLines.tabbed(table);
	}

	/** Copies the messages of the selected events. */
	void copyMessages() {
		CopyLines.each(table, line -> EventColumns.text(line, "Message"));
	}

	/** Asks every cluster again now. */
	void refresh() {
		listing.refresh(state.clusters(fleet));
	}

	/** The table, for tests. */
	public LiveTable table() {
		return table;
	}

	/** What is said of the object of the selected event, for tests. */
	public Optional<String> said() {
		return Optional.of(details.said());
	}
}
