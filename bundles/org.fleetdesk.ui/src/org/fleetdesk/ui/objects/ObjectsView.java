package org.fleetdesk.ui.objects;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.fleet.KindTexts;
import org.fleetdesk.ui.fleet.ObjectList;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.ColumnStore;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.LiveTable;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.TroubleBar;

import org.jspecify.annotations.Nullable;

/**
 * The Objects view: objects of any kind over clusters and namespaces in one live table. Follows what is selected in the
 * Fleet view unless it is pinned; there may be several. It only lays out and binds: nothing is read, sorted or filtered on
 * the UI thread.
 */
public final class ObjectsView extends ViewPart implements ObjectList, TargetBar.Owner, LiveTable.Owner {
	/** The view's id; further views have secondary ids. */
	public static final String ID = ObjectList.VIEW;
	private static final String CONTEXT = "org.fleetdesk.ui.context.objects";
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final Duration FADE = Duration.ofMillis(250);

	private final ColumnStore columns = new ColumnStore();
	private final ISelectionListener follower = (part, selection) -> {
		if (part != this && selection instanceof IStructuredSelection chosen && !state().pinned()) {
			FleetChoice.follow(state(), chosen.toList()).ifPresent(this::ask);
		}
	};
	private ViewState state = ViewState.NOTHING;
	private Fleet fleet;
	private Background background;
	private Listing listing;
	private TargetBar bar;
	private DemoBand demo;
	private TroubleBar troubles;
	private LiveTable table;
	private ObjectsActions actions;
	private ObjectsChoices choices;
	private Registration fleetChanges;

	@Override
	public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		state = ViewState.load(memento);
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
		bar = new TargetBar(parent, this);
		demo = new DemoBand(parent, bar.filter());
		troubles = new TroubleBar(parent, bar.filter(), Messages.try_again, this::refresh);
		table = new LiveTable(parent, bar.filter(), background.clock(), this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
		table.stripes(line -> MarkLook.color(fleet.mark(line.cluster())));
		actions = new ObjectsActions(this, table, background);
		choices = new ObjectsChoices(getSite(), fleet, background);
		LineSelectionProvider provider = new LineSelectionProvider(table);
		getSite().setSelectionProvider(provider);
		new FocusScope(getSite(), table.control(), CONTEXT,
				actions.handlers());
		menus(provider);
		UiExecutor ui = UiExecutor.of(table.control());
		listing = new Listing(fleet, background, ui.coalescing(this::take));
		fleetChanges = fleet.listen(ui.coalescing(() -> ask(state)));
		ui.every(SECOND, this::tick);
		ThemeChanges.follow(getSite(), table.control(), this::tick);
		ui.every(FADE, table::fade);
		getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(follower);
		parent.addListener(SWT.Dispose, event -> listing.close());
		arrangeFor(state);
		ask(state);
	}

	private void menus(LineSelectionProvider provider) {
		MenuManager body = new MenuManager("", ID);
		getSite().registerContextMenu(ID, body, provider);
		new TableMenus(table, body, this).install();
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

	/** What the view is asked to show. */
	public ViewState state() {
		return state;
	}

	/** Shows something else. */
	public void ask(ViewState wanted) {
		boolean otherKind = !wanted.kind().equals(state.kind());
		if (!wanted.filter().equals(state.filter()) || !wanted.order().equals(state.order())) {
			table.reveal();
		}
		state = wanted;
		if (otherKind) {
			arrangeFor(wanted);
		}
		table.order(wanted.order());
		if (listing.ask(wanted) && otherKind) {
			table.clear(ListContent.NOTHING);
		}
		take();
	}

	@Override
	public void show(ListQuery query, String filter) {
		ask(state.in(query.clusters().stream().map(Cluster::id).toList()).of(query.kind()).within(query.namespaces())
				.filtered(filter));
	}

	private void arrangeFor(ViewState wanted) {
		table.arrange(wanted.kind().map(columns::load).orElse(ColumnLayout.DEFAULT));
	}

	private void take() {
		ListContent content = listing.content();
		List<Cluster> clusters = listing.clusters();
		String kind = kindText();
		String places = switch (clusters.size()) {
			case 0 -> Messages.bar_clusters_none;
			case 1 -> clusters.getFirst().name();
			default -> FreshnessText.clusters(clusters.size());
		};
		boolean namespaced = listing.type().map(ResourceType::namespaced).orElse(true);
		bar.show(state.kind().isEmpty() ? Messages.bar_kind_none : kind, places, namespaces(namespaced), namespaced,
				state.filter());
		demo.show(clusters);
		setPartName(listing.running()
				? NLS.bind(Messages.title, kind, places)
				: getConfigurationElement()
						.getAttribute("name"));
		if (!content.parts().isEmpty() || !listing.running()) {
			table.show(content);
		}
		tell(content);
	}

	private void tell(ListContent content) {
		FreshnessText words = new FreshnessText(ZoneId.systemDefault(), now());
		table.message(EmptyText.of(state, kindText(), content, words));
		troubles.show(FreshnessText.troubled(content.parts()).stream().map(words::trouble).toList());
		bar.count(content.columns().isEmpty() ? "" : words.count(content));
		getViewSite().getActionBars().getStatusLineManager()
				.setMessage(content.parts().isEmpty() ? "" : words.status(content));
	}

	private Instant now() {
		return background.clock().instant();
	}

	/** The kind's heading: "Pods". */
	String kindText() {
		return listing.type().map(KindTexts::plural)
				.orElse(state.kind().map(Object::toString).orElse(Messages.objects));
	}

	private String namespaces(boolean namespaced) {
		Set<String> chosen = state.namespaces();
		if (!namespaced) {
			return Messages.bar_namespaces_none;
		}
		return switch (chosen.size()) {
			case 0 -> Messages.bar_namespaces_all;
			case 1 -> chosen.iterator().next();
			default -> NLS.bind(Messages.bar_namespaces_many, chosen.size());
		};
	}

	private void tick() {
		table.themed();
		demo.themed();
		troubles.themed();
		table.tick();
	}

	@Override
	public void chooseKind() {
		choices.kind().ifPresent(kind -> ask(choices.withClusters(state).of(kind)));
	}

	@Override
	public void chooseClusters() {
		choices.clusters(state).ifPresent(this::ask);
	}

	@Override
	public void chooseNamespaces() {
		choices.namespaces(state).ifPresent(this::ask);
	}

	/** Asks which columns to show. */
	public void chooseColumns() {
		Optional<ColumnLayout> chosen = choices.columns(kindText(), table);
		chosen.ifPresent(layout -> {
			table.arrange(layout);
			arranged(layout);
		});
	}

	@Override
	public void filter(String text) {
		ask(state.filtered(text));
	}

	/** Goes to the filter. */
	public void focusFilter() {
		bar.filter().setFocus();
		bar.filter().selectAll();
	}

	@Override
	public void leaveFilter() {
		table.focus();
	}

	@Override
	public void sort(List<SortKey> order) {
		ask(state.sorted(order));
	}

	@Override
	public void arranged(ColumnLayout layout) {
		state.kind().ifPresent(kind -> columns.save(kind, layout));
	}

	@Override
	public void open() {
		actions.open(ObjectPage.OVERVIEW);
	}

	/** Asks every cluster of the view again now. */
	public void refresh() {
		listing.refresh();
	}

	/** Stays as it is whatever is selected in the fleet, or not any more. */
	public void pin(boolean pinned) {
		ask(state.pin(pinned));
	}

	/** What is done with lines. */
	ObjectsActions actions() {
		return actions;
	}

	/** The table, for tests. */
	public LiveTable table() {
		return table;
	}

	/** What the band above the table says, for tests. */
	public List<String> troubles() {
		return troubles.sentences();
	}
}
