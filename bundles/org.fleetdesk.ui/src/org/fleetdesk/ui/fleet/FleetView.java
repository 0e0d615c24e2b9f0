package org.fleetdesk.ui.fleet;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.Sections;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.fleet.FleetNode.FindingsNode;
import org.fleetdesk.ui.fleet.FleetNode.NamespacesNode;
import org.fleetdesk.ui.fleet.FleetNode.Note;
import org.fleetdesk.ui.fleet.FleetNode.NoteNode;
import org.fleetdesk.ui.fleet.FleetNode.SourceNode;
import org.fleetdesk.ui.sources.FindingsDialog;
import org.fleetdesk.ui.sources.KubeconfigDrop;

import org.jspecify.annotations.Nullable;

/** The tree of clusters, their namespaces and kinds, with a filter on top. What is selected here the other views show. */
public final class FleetView extends ViewPart {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.fleet";
	private static final String TREE = "org.fleetdesk.ui.control.fleetTree";
	private static final Duration TYPING = Duration.ofMillis(150);
	private final FleetContent content = new FleetContent();
	private final Set<Cluster> expandWhenOpen = new HashSet<>();
	private @Nullable Cluster selectWhenThere;
	private final Set<Object> known = new HashSet<>();
	private Object[] expandedUnfiltered = {};
	private FleetTreeModel model;
	private Registration changes;
	private Text filter;
	private Label nothing;
	private TreeViewer viewer;

	@Override
	public void createPartControl(Composite parent) {
		Fleet fleet = getSite().getService(Fleet.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createFilter(parent);
		nothing = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 8).exclude(true).applyTo(nothing);
		viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(content);
		FleetLabels labels = new FleetLabels(fleet, content::tree);
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(labels));
		// the platform's own tooltips: a shell of JFace's would keep the keyboard from a dialog that opens meanwhile
		viewer.getTree().addMouseMoveListener(e -> showTip(viewer.getCell(new Point(e.x, e.y)), labels));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getControl());
		viewer.setInput(this);
		viewer.addDoubleClickListener(e -> open((IStructuredSelection) e.getSelection()));
		viewer.addTreeListener(new Expansion());
		viewer.getControl().addKeyListener(KeyListener.keyPressedAdapter(this::type));
		new KubeconfigDrop(getSite()).accept(viewer.getControl());
		getSite().setSelectionProvider(viewer);
		getSite().getService(IFocusService.class).addFocusTracker(viewer.getControl(), TREE);
		createMenu();
		model = new FleetTreeModel(fleet, getSite().getService(Sections.class), getSite().getService(Background.class));
		changes = model.listen(UiExecutor.of(viewer.getControl()).coalescing(this::show));
	}

	private void showTip(@Nullable ViewerCell cell, FleetLabels labels) {
		String tip = cell == null ? null : labels.tip(cell.getElement());
		if (!Objects.equals(tip, viewer.getTree().getToolTipText())) {
			viewer.getTree().setToolTipText(tip);
		}
	}

	private void createFilter(Composite parent) {
		filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.fleet_filter);
		GridDataFactory.fillDefaults().grab(true, false).indent(2, 2).applyTo(filter);
		Runnable later = UiExecutor.of(filter).afterPause(TYPING, () -> model.filter(filter.getText()));
		filter.addModifyListener(e -> later.run());
		filter.addKeyListener(KeyListener.keyPressedAdapter(e -> {
			if (e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.CR) {
				e.doit = false;
				enterTree();
			} else if (e.keyCode == SWT.ESC) {
				filter.setText("");
				enterTree();
			}
		}));
	}

	private void enterTree() {
		if (viewer.getSelection().isEmpty() && !content.tree().isEmpty()) {
			viewer.setSelection(new StructuredSelection(content.tree().roots().getFirst()), true);
		}
		viewer.getControl().setFocus();
	}

	private void createMenu() {
		MenuManager menu = new MenuManager();
		menu.add(new Separator("open"));
		menu.add(new Separator("edit"));
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(new Separator("properties"));
		viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
		getSite().registerContextMenu(ID, menu, viewer);
	}

	/** Typing in the tree goes to the filter, as type-ahead. */
	private void type(KeyEvent event) {
		boolean plain = (event.stateMask & ~SWT.SHIFT) == 0;
		if (plain && event.character > ' ' && event.character != SWT.DEL) {
			event.doit = false;
			filter.setText(event.character == '/' ? "" : String.valueOf(event.character));
			filter.setFocus();
			filter.setSelection(filter.getCharCount());
		}
	}

	private void show() {
		FleetTree old = content.tree();
		FleetTree tree = model.tree();
		if (tree.filtered() && !old.filtered()) {
			expandedUnfiltered = viewer.getExpandedElements();
		}
		content.tree(tree);
		if (tree.sameShape(old)) {
			viewer.update(tree.changed(old).toArray(), null);
		} else {
			viewer.getTree().setRedraw(false);
			viewer.refresh();
			if (old.filtered() && !tree.filtered()) {
				viewer.setExpandedElements(expandedUnfiltered);
			}
			tree.matchedInside().forEach(n -> viewer.setExpandedState(n, true));
			known.retainAll(tree.roots()); // what comes back is new again
			tree.roots().stream().filter(n -> n instanceof SourceNode && known.add(n))
					.forEach(n -> viewer.setExpandedState(n, true));
			viewer.getTree().setRedraw(true);
		}
		sayWhyEmpty(tree);
		selectIfThere();
		expandWhenOpen.removeIf(cluster -> {
			boolean ready = cluster.state().phase() != Phase.OPENING && !tree.children(cluster).isEmpty();
			if (ready) {
				viewer.setExpandedState(cluster, true);
			}
			return ready || cluster.session().isEmpty();
		});
	}

	private void sayWhyEmpty(FleetTree tree) {
		GridData place = (GridData) nothing.getLayoutData();
		nothing.setText(tree.filtered() ? Messages.fleet_noMatch : Messages.fleet_empty);
		if (place.exclude == tree.isEmpty()) {
			place.exclude = !tree.isEmpty();
			nothing.setVisible(tree.isEmpty());
			nothing.getParent().layout();
		}
	}

	private void open(IStructuredSelection selection) {
		switch (selection.getFirstElement()) {
			case Cluster cluster when cluster.session().isEmpty() ->
				ClusterOpening.open(getSite().getWorkbenchWindow(), List.of(cluster));
			case FindingsNode findings ->
				FindingsDialog.open(getSite().getShell(), findings.label(), content.tree().findings(findings));
			case NoteNode note when note.note() == Note.NAMESPACES_FORBIDDEN ->
				AddNamespaceHandler.ask(getSite().getWorkbenchWindow(), note.cluster());
			case KindNode kind -> ClusterOpening.showObjects(getSite().getWorkbenchWindow());
			case NamespaceNode namespace -> ClusterOpening.showObjects(getSite().getWorkbenchWindow());
			case Object node -> viewer.setExpandedState(node, !viewer.getExpandedState(node));
			case null -> {
				// nothing is selected
			}
		}
	}

	/** Selects a cluster, and shows what is in it as soon as that is known. */
	public void reveal(Cluster cluster) {
		expandWhenOpen.add(cluster);
		selectWhenThere = cluster;
		selectIfThere();
	}

	private void selectIfThere() {
		if (selectWhenThere != null && content.tree().knows(selectWhenThere)) {
			viewer.setSelection(new StructuredSelection(selectWhenThere), true);
			selectWhenThere = null;
		}
	}

	private final class Expansion implements ITreeViewerListener {
		@Override
		public void treeExpanded(TreeExpansionEvent event) {
			if (event.getElement() instanceof NamespacesNode node) {
				model.wantNamespaces(node.cluster());
			}
		}

		@Override
		public void treeCollapsed(TreeExpansionEvent event) {
			// what was read stays
		}
	}

	@Override
	public void setFocus() {
		viewer.getControl().setFocus();
	}

	@Override
	public void dispose() {
		if (changes != null) {
			changes.close();
			model.close();
		}
		super.dispose();
	}
}
