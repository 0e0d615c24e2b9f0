package org.fleetdesk.ui.objects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jface.window.IShellProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.LiveTable;

/** Asks in dialogs what a view of objects should show. Belongs to the UI thread. */
public final class ObjectsChoices {
	private static final KindKey NAMESPACES = new KindKey("", "namespaces");

	private final IShellProvider site;
	private final Fleet fleet;
	private final Background background;

	/** For the view of a site. */
	public ObjectsChoices(IShellProvider site, Fleet fleet, Background background) {
		this.site = site;
		this.fleet = fleet;
		this.background = background;
	}

	private Shell shell() {
		return site.getShell();
	}

	/** The clusters that are meant where none is chosen: the open ones, or else the current context's. */
	private List<Cluster> meant(ViewState state) {
		List<Cluster> meant = fleet.clusters().stream()
				.filter(c -> c.session().isPresent() || state.clusters().contains(c.id())).toList();
		return meant.isEmpty() ? fleet.current().stream().toList() : meant;
	}

	/** A kind of those that the clusters serve; opens the ones that nobody has opened yet. */
	Optional<KindKey> kind(ViewState state) {
		List<Cluster> clusters = meant(state);
		clusters.stream().filter(c -> c.session().isEmpty()).forEach(fleet::open);
		KindDialog dialog = new KindDialog(shell(), clusters);
		dialog.setBlockOnOpen(false);
		dialog.create();
		Runnable again = UiExecutor.of(dialog.getShell()).coalescing(dialog::refresh);
		dialog.setBlockOnOpen(true);
		try (Registration registration = fleet.listen(again)) {
			return dialog.open() == Window.OK ? dialog.picked().map(KindKey::of) : Optional.empty();
		}
	}

	/** A state that has clusters: those that are meant if none was chosen. */
	ViewState withClusters(ViewState state) {
		return state.clusters().isEmpty() ? state.in(meant(state).stream().map(Cluster::id).toList()) : state;
	}

	/** The state with other clusters. */
	public Optional<ViewState> clusters(ViewState state) {
		List<CheckDialog.Choice> all = fleet.clusters().stream().map(c -> new CheckDialog.Choice(c.id(), c.name()))
				.toList();
		CheckDialog dialog = new CheckDialog(shell(), new CheckDialog.Wording(Messages.clusters_title,
				Messages.clusters_hint, Messages.clusters_note, ""), () -> all, new LinkedHashSet<>(state.clusters()));
		if (dialog.open() != Window.OK) {
			return Optional.empty();
		}
		return Optional.of(state.in(fleet.clusters().stream().map(Cluster::id).filter(dialog.checked()::contains)
				.toList()));
	}

	/** The state in other namespaces; what is typed and not listed is remembered. */
	public Optional<ViewState> namespaces(ViewState state) {
		List<Cluster> clusters = state.clusters().stream().flatMap(id -> fleet.cluster(id).stream()).toList();
		if (clusters.isEmpty()) {
			return Optional.empty();
		}
		try (ListModel names = new ListModel(fleet, ListQuery.all(NAMESPACES, clusters), background)) {
			CheckDialog dialog = new CheckDialog(shell(), new CheckDialog.Wording(Messages.namespaces_title,
					Messages.namespaces_hint, Messages.namespaces_note, Messages.namespaces_typed),
					() -> choices(names.content(), clusters), state.namespaces());
			dialog.setBlockOnOpen(false);
			dialog.create();
			Runnable again = UiExecutor.of(dialog.getShell()).coalescing(dialog::refresh);
			dialog.setBlockOnOpen(true);
			try (Registration registration = names.listen(again)) {
				if (dialog.open() != Window.OK) {
					return Optional.empty();
				}
			}
			remember(dialog.checked(), names.content(), clusters);
			return Optional.of(state.within(dialog.checked()));
		}
	}

	/** The state with other selectors. */
	Optional<ViewState> selectors(ViewState state) {
		SelectorsDialog dialog = new SelectorsDialog(shell(), state.selectors());
		return dialog.open() == Window.OK ? Optional.of(state.selected(dialog.chosen())) : Optional.empty();
	}

	private List<CheckDialog.Choice> choices(ListContent content, List<Cluster> clusters) {
		Set<String> names = new TreeSet<>(String::compareToIgnoreCase);
		content.lines().forEach(line -> names.add(line.row().name().toLowerCase(Locale.ROOT)));
		clusters.forEach(cluster -> names.addAll(fleet.knownNamespaces(cluster)));
		return names.stream().map(name -> new CheckDialog.Choice(name, name)).toList();
	}

	/** Keeps the names that no cluster lists, for clusters that list none. */
	private void remember(Set<String> chosen, ListContent content, List<Cluster> clusters) {
		Set<String> listed = new LinkedHashSet<>();
		Set<String> listing = new LinkedHashSet<>();
		content.lines().forEach(line -> {
			listed.add(line.row().name());
			listing.add(line.cluster().id());
		});
		for (Cluster cluster : clusters) {
			if (!listing.contains(cluster.id())) {
				List<String> typed = chosen.stream().filter(n -> !listed.contains(n))
						.filter(n -> !fleet.knownNamespaces(cluster).contains(n)).toList();
				background.threads().newThread(() -> typed.forEach(n -> fleet.addNamespace(cluster, n))).start();
			}
		}
	}

	/** Another arrangement of a table's columns. */
	Optional<ColumnLayout> columns(String kind, LiveTable table) {
		return table.content().filter(content -> !content.columns().isEmpty()).flatMap(content -> {
			ColumnsDialog dialog = new ColumnsDialog(shell(), kind, content, table.layout());
			return dialog.open() == Window.OK ? Optional.of(dialog.arranged()) : Optional.empty();
		});
	}
}
