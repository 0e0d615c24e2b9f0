package org.fleetdesk.ui.related;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.core.relations.Relations;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.TabbedText;
import org.fleetdesk.ui.table.TroubleBar;

import org.jspecify.annotations.Nullable;

/**
 * What one object has to do with others, live, as a tree: owners, owned, selected, named; what does not exist stands first.
 * Followed only once the page was looked at. Opening a line below the object goes on from there. Belongs to the UI thread.
 */
public final class RelatedPage implements AutoCloseable {
	private final Composite page;
	private final TroubleBar troubles;
	private final Label message;
	private final TreeViewer viewer;
	private final RelatedContent shown = new RelatedContent();
	private final Control styled;
	private final Supplier<RelatedModel> begun;
	private final InstantSource clock;
	private final Runnable topology;
	private final IWorkbenchPartSite site;
	private final IAction open = action(Messages.open, this::open);
	private final IAction copy = action(Messages.copy, this::copy);
	private final String cluster;
	private final Set<List<String>> unfolded = new HashSet<>();
	private @Nullable RelatedModel model;
	private @Nullable Registration registration;
	private @Nullable JsonNode tree;

	/**
	 * A page below a parent.
	 *
	 * @param styled the text field whose colours the theme sets
	 * @param site gives the services and the window in which objects open
	 * @param topology shows the object's application as a drawing
	 */
	public RelatedPage(Composite parent, Control styled, ObjectRef ref, IWorkbenchPartSite site, Runnable topology) {
		this.topology = topology;
		Background background = site.getService(Background.class);
		Fleet fleet = site.getService(Fleet.class);
		this.styled = styled;
		this.clock = background.clock();
		this.site = site;
		this.cluster = ref.cluster();
		this.begun = () -> new RelatedModel(
				new Relations(fleet, background, ref.cluster()),
				new Id(ref.type(), ref.namespace(), ref.name()), fleet.kinds()::words, background);
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		troubles = new TroubleBar(page, styled, Messages.try_again, this::again);
		message = new Label(page, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(12, 12).applyTo(message);
		message.setText(Messages.looking);
		Link drawn = new Link(page, SWT.NONE);
		drawn.setText("<a>" + Messages.topology_link + "</a>");
		drawn.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> topology.run()));
		GridDataFactory.fillDefaults().indent(12, 4).applyTo(drawn);
		Composite holder = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
		viewer = new TreeViewer(holder, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		columns(holder);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(shown);
		viewer.setInput(this);
		viewer.addDoubleClickListener(event -> open());
		viewer.addTreeListener(new Expansion());
		FocusScope.edit(site, viewer.getControl(), this::copy, viewer.getTree()::selectAll);
		menu();
	}

	private void columns(Composite holder) {
		TreeColumnLayout layout = new TreeColumnLayout();
		holder.setLayout(layout);
		viewer.getTree().setHeaderVisible(true);
		for (RelatedColumn column : RelatedColumn.values()) {
			TreeViewerColumn head = new TreeViewerColumn(viewer, SWT.NONE);
			head.getColumn().setText(column.title());
			layout.setColumnData(head.getColumn(), new ColumnWeightData(column.weight()));
			head.setLabelProvider(new RelatedLabels(column, clock, () -> Palette.of(styled)));
		}
	}

	private void menu() {
		MenuManager menu = new MenuManager();
		menu.add(open);
		menu.add(copy);
		menu.add(action(Messages.topology, topology));
		menu.addMenuListener(shown -> {
			open.setEnabled(!openable().isEmpty());
			copy.setEnabled(!viewer.getStructuredSelection().isEmpty());
		});
		viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
	}

	private static IAction action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	/** The page. */
	public Control control() {
		return page;
	}

	/** Begins to follow. */
	public void begin() {
		if (model == null) {
			RelatedModel made = begun.get();
			model = made;
			registration = made.listen(UiExecutor.of(page).coalescing(this::take));
			if (tree != null) {
				made.tree(tree);
			}
			take();
		}
	}

	/** The object as it is now, as a tree. */
	public void object(JsonNode newest) {
		if (newest != tree) {
			tree = newest;
			if (model != null) {
				model.tree(newest);
			}
		}
	}

	private void take() {
		RelatedModel.Content old = shown.content();
		RelatedModel.Content content = model == null ? RelatedModel.Content.NOTHING : model.content();
		shown.content(content);
		if (RelatedTree.sameShape(old.all(), content.all())) {
			viewer.update(content.all().values().stream()
					.filter(entry -> entry.differs(old.all().getOrDefault(entry.place(), entry))).toArray(), null);
		} else {
			viewer.getTree().setRedraw(false);
			viewer.refresh();
			content.all().values().stream() // groups are open unless somebody closed them
					.filter(entry -> entry.node().isEmpty() && !old.all().containsKey(entry.place()))
					.map(RelatedEntry::place).forEach(unfolded::add);
			content.all().values().stream() // the tree folds a line that had nothing below it for a moment
					.filter(entry -> entry.more() && unfolded.contains(entry.place()))
					.forEach(entry -> viewer.setExpandedState(entry, true));
			viewer.getTree().setRedraw(true);
		}
		troubles.show(GapText.sentences(content.gaps()),
				content.gaps().stream().anyMatch(gap -> gap.reason() == Reason.REFUSED));
		say(content.roots().isEmpty() ? content.loading() ? Messages.looking : Messages.none : "");
	}

	private void say(String text) {
		GridData place = (GridData) message.getLayoutData();
		if (!message.getText().equals(text) || place.exclude != text.isEmpty()) {
			message.setText(text);
			place.exclude = text.isEmpty();
			message.setVisible(!text.isEmpty());
			page.layout();
		}
	}

	private Stream<RelatedEntry> selected() {
		return Arrays.stream(viewer.getStructuredSelection().toArray()).filter(RelatedEntry.class::isInstance)
				.map(RelatedEntry.class::cast);
	}

	/** The selected objects of kinds that this cluster serves, each once. */
	private List<Node> openable() {
		return selected().flatMap(entry -> entry.node().stream())
				.filter(node -> node.presence() != Presence.UNSERVED && node.presence() != Presence.ELSEWHERE)
				.distinct()
				.toList();
	}

	private void open() {
		ObjectOpener.open(site.getPage(), openable(), this::ref, ObjectPage.OVERVIEW);
	}

	private ObjectRef ref(Node node) {
		return new ObjectRef(cluster, node.id().kind(), node.type(), node.id().namespace(), node.id().name());
	}

	private void copy() {
		Instant now = clock.instant();
		List<RelatedColumn> columns = List.of(RelatedColumn.values());
		TabbedText.copy(columns.stream().map(RelatedColumn::title).toList(), selected()
				.map(entry -> columns.stream().map(column -> column.text(entry, now)).toList()).toList());
	}

	/** What has to do with an object is looked for when its line is opened, and no more when it is closed. */
	private final class Expansion implements ITreeViewerListener {
		@Override
		public void treeExpanded(TreeExpansionEvent event) {
			RelatedEntry entry = (RelatedEntry) event.getElement();
			unfolded.add(entry.place());
			follow(entry, RelatedModel::open);
		}

		@Override
		public void treeCollapsed(TreeExpansionEvent event) {
			RelatedEntry entry = (RelatedEntry) event.getElement();
			unfolded.remove(entry.place());
			follow(entry, RelatedModel::leave);
		}

		private void follow(RelatedEntry entry, BiConsumer<RelatedModel, Id> how) {
			RelatedModel following = model;
			if (following != null) {
				entry.node().ifPresent(node -> how.accept(following, node.id()));
			}
		}
	}

	private void again() {
		close();
		model = null;
		shown.content(RelatedModel.Content.NOTHING);
		viewer.refresh();
		begin();
	}

	/** Takes the theme's colours and lets ages go on. */
	public void tick() {
		troubles.themed();
		viewer.update(shown.aged(clock.instant()).toArray(), null);
	}

	/** What stands in the tree, line by line, and what is said above it; for tests. */
	public List<String> lines() {
		Instant now = clock.instant();
		List<String> all = new ArrayList<>(troubles.sentences());
		shown.content().all().values().forEach(entry -> all.add("  ".repeat(entry.place().size() - 1) + Arrays
				.stream(RelatedColumn.values()).filter(column -> column != RelatedColumn.AGE)
				.map(column -> column.text(entry, now)).filter(text -> !text.isEmpty())
				.collect(Collectors.joining(" "))));
		return all;
	}

	/** Its tree, for tests. */
	public TreeViewer viewer() {
		return viewer;
	}

	/** Ends following. */
	@Override
	public void close() {
		if (registration != null) {
			registration.close();
		}
		if (model != null) {
			model.close();
		}
	}
}
