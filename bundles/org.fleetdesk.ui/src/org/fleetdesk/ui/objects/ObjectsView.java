package org.fleetdesk.ui.objects;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.core.views.SavedViews;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.ui.Failures;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.SelectedElements;
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
	private ViewsMenu views;
	private String notice = "";
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
		SettingsFolder settings = getSite().getService(SettingsFolder.class);
		bar = new TargetBar(parent, this, new FilterHistory(settings, background));
		Text styled = bar.filter().control();
		demo = new DemoBand(parent, styled);
		troubles = new TroubleBar(parent, styled, Messages.try_again, this::refresh);
		table = new LiveTable(parent, styled, background.clock(), this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
		table.stripes(line -> MarkLook.color(fleet.mark(line.cluster())));
		actions = new ObjectsActions(this, table);
		choices = new ObjectsChoices(getSite(), fleet, background);
		views = new ViewsMenu(this, fleet, new SavedViews(settings), background, getSite().getService(Failures.class));
		SelectedElements provider = new SelectedElements(table::selection);
		table.onSelection(provider::changed);
		getSite().setSelectionProvider(provider);
		new FocusScope(getSite(), table.control(), CONTEXT,
				actions.handlers());
		menus(provider);
		UiExecutor ui = UiExecutor.of(table.control());
		listing = new Listing(fleet, background, ui.coalescing(this::take));
		fleetChanges = fleet.listen(ui.coalescing(() -> ask(state)));
		ui.every(SECOND, this::tick);
		ThemeChanges.follow(getSite(), table.control(), this::tick);
		getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(follower);
		parent.addListener(SWT.Dispose, event -> listing.close());
		arrangeFor(state);
		if (!state.name().isEmpty()) {
			views.arrange(state.name());
		}
		ask(state);
	}

	private void menus(SelectedElements provider) {
		MenuManager body = new MenuManager("", ID);
		getSite().registerContextMenu(ID, body, provider);
		GroupMenu groups = new GroupMenu(table, this::group);
		new TableMenus(table, body, groups, this).install();
		getViewSite().getActionBars().getMenuManager().add(groups.columns());
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
		boolean otherKind = !wanted.kinds().equals(state.kinds());
		if (!wanted.name().equals(state.name())) {
			notice = "";
		}
		if (!wanted.filter().equals(state.filter()) || !wanted.order().equals(state.order())
				|| !wanted.group().equals(state.group())) {
			table.reveal();
		}
		state = wanted;
		if (otherKind) {
			arrangeFor(wanted);
		}
		table.order(wanted.order());
		table.grouped(wanted.group());
		if (listing.ask(wanted.wanted(fleet)) && otherKind) {
			table.clear(ListContent.NOTHING);
		}
		take();
	}

	@Override
	public void show(ListQuery query, String filter) {
		ViewState wanted = state.in(query.clusters().stream().map(Cluster::id).toList());
		ask((wanted.kinds().equals(query.kinds()) ? wanted : wanted.of(query.kinds())).within(query.namespaces())
				.filtered(filter));
	}

	private void arrangeFor(ViewState wanted) {
		table.arrange(wanted.kind().map(columns::load).orElse(ColumnLayout.DEFAULT));
	}

	private void take() {
		ListContent content = listing.content();
		List<Cluster> clusters = state.clusters(fleet);
		String kind = kindText();
		String places = switch (clusters.size()) {
			case 0 -> Messages.bar_clusters_none;
			case 1 -> clusters.getFirst().name();
			default -> FreshnessText.clusters(clusters.size());
		};
		boolean namespaced = state.kinds().stream().flatMap(each -> state.type(each, fleet).stream())
				.map(ResourceType::namespaced).reduce(Boolean::logicalOr).orElse(true);
		bar.show(new TargetBar.Words(state.kind().isEmpty() ? Messages.bar_kind_none : kind, places,
				namespaces(namespaced), namespaced, state.selectors().toString(), state.filter(), state.name()));
		bar.filter().headings(
				content.columns().stream().map(c -> new Heading(c.name(), c.type())).toList());
		bar.filter().ran(listing.filter().problem());
		demo.show(clusters);
		setPartName(listing.running()
				? NLS.bind(Messages.title, kind, places)
				: getConfigurationElement()
						.getAttribute("name"));
		if (!content.parts().isEmpty() || !listing.running()) {
			table.show(content);
		}
		listing.look(table.columns());
		tell(content);
	}

	private void tell(ListContent content) {
		FreshnessText words = new FreshnessText(ZoneId.systemDefault(), now());
		table.message(EmptyText.of(state, kindText(), content, words));
		List<String> said = words.troubles(content.parts());
		Stream<String> packs = fleet.kinds().problems().stream()
				.filter(p -> state.kinds().stream().anyMatch(p::concerns))
				.map(p -> p.finding().text());
		troubles.show(Stream.of(said.stream(), packs, Stream.of(notice).filter(n -> !n.isEmpty()))
				.flatMap(all -> all).toList(), !said.isEmpty());
		bar.count(content.columns().isEmpty() ? "" : words.count(content));
		getViewSite().getActionBars().getStatusLineManager()
				.setMessage(content.parts().isEmpty() ? "" : words.status(content));
	}

	private Instant now() {
		return background.clock().instant();
	}

	/** The kind's heading: "Pods". */
	String kindText() {
		return state.kinds().isEmpty()
				? Messages.objects
				: state.kinds().stream()
						.map(kind -> state.type(kind, fleet).map(KindTexts::plural).orElse(kind.toString()))
						.collect(Collectors.joining(", "));
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
		choices.kind(state).ifPresent(kind -> ask(choices.withClusters(state).of(kind)));
	}

	@Override
	public void chooseClusters() {
		choices.clusters(state).ifPresent(this::ask);
	}

	@Override
	public void chooseNamespaces() {
		choices.namespaces(state).ifPresent(this::ask);
	}

	@Override
	public void chooseSelectors() {
		choices.selectors(state).ifPresent(this::ask);
	}

	@Override
	public void selectAll() {
		ask(state.selected(ViewState.Selectors.NONE));
	}

	@Override
	public void chooseView(Control below) {
		views.show(below);
	}

	/** Shows how filters are written. */
	public void showFilterHelp() {
		bar.help();
	}

	/** What is done with saved views. */
	public ViewsMenu views() {
		return views;
	}

	/** Arranges the columns as a saved view has them, which the kind's own arrangement does not follow. */
	void arrangeNamed(ColumnLayout layout) {
		table.arrange(layout);
	}

	/** Says something in the band above the table until another saved view is shown; nothing if empty. */
	void notice(String sentence) {
		notice = sentence;
		take();
	}

	@Override
	public void vocabulary(Consumer<Vocabulary> then) {
		UiExecutor ui = UiExecutor.of(table.control());
		listing.vocabulary(known -> ui.execute(() -> then.accept(known)));
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
		bar.filter().control().setFocus();
		bar.filter().control().selectAll();
	}

	@Override
	public void leaveFilter() {
		table.focus();
	}

	@Override
	public void sort(List<SortKey> order) {
		ask(state.sorted(order));
	}

	/** Groups the lines by the column of a name; by none if it is empty. */
	public void group(String column) {
		ask(state.grouped(column));
	}

	@Override
	public void arranged(ColumnLayout layout) {
		listing.look(table.columns());
		if (state.name().isEmpty()) {
			state.kind().ifPresent(kind -> columns.save(kind, layout));
		}
	}

	@Override
	public void open() {
		actions.open(ObjectPage.OVERVIEW);
	}

	/** Asks every cluster of the view again now. */
	public void refresh() {
		listing.refresh(state.clusters(fleet));
	}

	/** Stays as it is whatever is selected in the fleet, or not any more. */
	public void pin(boolean pinned) {
		ask(state.pin(pinned));
	}

	/** What is done with lines. */
	ObjectsActions actions() {
		return actions;
	}

	/** Writes whole objects of lines to a file, by its name as JSON or YAML. */
	public void exportObjects(Path file, List<Line> lines) {
		ObjectExport.Form.of(file).ifPresent(form -> actions.exportObjects(file, form, lines));
	}

	/** Writes what the table shows to a file, in the background. */
	public void exportCsv(Path file) {
		actions.exportCsv(file);
	}

	/** The field of the filter. */
	public FilterField filterField() {
		return bar.filter();
	}

	/** The table, for tests. */
	public LiveTable table() {
		return table;
	}

	/** What stands above the table, for tests. */
	public TroubleBar troubles() {
		return troubles;
	}
}
