package org.fleetdesk.ui.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.relations.Relations;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.fleet.FleetView;
import org.fleetdesk.ui.fleet.NamespaceNode;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.TroubleBar;

import org.jspecify.annotations.Nullable;

/**
 * The Topology view: the objects of a namespace, or of one application, and what they have to do with each other, live. It
 * only lays out and binds.
 */
public final class TopologyView extends ViewPart implements TopologyCanvas.Owner, TopologyBar.Owner {
	/** The view's id. */
	public static final String ID = "org.fleetdesk.ui.view.topology";
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final KindKey NAMESPACES = new KindKey("", "namespaces");

	private TopologyState state = TopologyState.NOTHING;
	private Topology.View view = Topology.View.ALL;
	private TopologyModel.Content content = TopologyModel.Content.NOTHING;
	private @Nullable TopologyModel model;
	private @Nullable Registration registration;
	private @Nullable Registration fleetChanges;
	private Lettering lettering;
	private Fleet fleet;
	private TopologyBar bar;
	private DemoBand demo;
	private TroubleBar troubles;
	private TopologyCanvas canvas;
	private UiExecutor ui;

	@Override
	public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		state = TopologyState.load(memento);
	}

	@Override
	public void saveState(IMemento memento) {
		state.save(memento);
	}

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new TopologyBar(parent, this);
		demo = new DemoBand(parent, bar.filter());
		troubles = new TroubleBar(parent, bar.filter(), Messages.try_again, () -> ask(state));
		canvas = new TopologyCanvas(parent, () -> Palette.of(bar.filter()), this);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
		ui = UiExecutor.of(canvas.control());
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(shown -> actions().forEach(shown::add));
		canvas.control().setMenu(menu.createContextMenu(canvas.control()));
		lettering = Lettering.of(canvas.control());
		ThemeChanges.follow(getSite(), canvas.control(), () -> canvas.control().redraw());
		ui.every(SECOND, this::themed);
		fleetChanges = fleet.listen(ui.coalescing(this::take));
		ask(state);
		if (state.cluster().isEmpty()) {
			begin();
		}
	}

	/** Nothing was chosen yet: a namespace that is selected in the fleet. */
	private void begin() {
		if (getSite().getWorkbenchWindow().getSelectionService()
				.getSelection(FleetView.ID) instanceof IStructuredSelection chosen
				&& chosen.getFirstElement() instanceof NamespaceNode node) {
			show(node.cluster().id(), node.namespace());
		}
	}

	@Override
	public void dispose() {
		if (fleetChanges != null) {
			fleetChanges.close();
		}
		end();
		super.dispose();
	}

	/** The style sheets colour what is new, and what the theme changed, after it was shown. */
	private void themed() {
		troubles.themed();
		demo.themed();
	}

	/** Shows all of a namespace. */
	public void show(String cluster, String namespace) {
		ask(new TopologyState(cluster, namespace, Optional.empty()));
	}

	/** Shows the application of an object; of a namespace, all of it. */
	public void about(ObjectRef ref) {
		if (ref.type().equals(NAMESPACES)) {
			show(ref.cluster(), ref.name());
		} else {
			ask(TopologyState.about(ref));
		}
	}

	private void ask(TopologyState wanted) {
		end();
		state = wanted;
		content = TopologyModel.Content.NOTHING;
		view = new Topology.View(wanted.focus().map(TopologyModel::id), bar.filter().getText(), bar.folded(), Set.of());
		if (!wanted.cluster().isEmpty()) {
			Background background = getSite().getService(Background.class);
			TopologyModel made = new TopologyModel(new Relations(fleet, background, wanted.cluster()),
					wanted.namespace(), view, lettering, background);
			model = made;
			registration = made.listen(ui.coalescing(this::take));
		}
		canvas.show(Topology.NOTHING, Placement.NOTHING);
		canvas.fitAgain();
		take();
	}

	private void end() {
		if (registration != null) {
			registration.close();
			registration = null;
		}
		if (model != null) {
			model.close();
			model = null;
		}
	}

	private TopologyWords words() {
		return new TopologyWords(state, fleet.cluster(state.cluster()), content, view.words());
	}

	private void take() {
		content = model == null ? TopologyModel.Content.NOTHING : model.content();
		TopologyWords words = words();
		bar.place(words.place());
		demo.show(words.cluster().stream().toList());
		troubles.show(words.troubles(), words.remediable());
		canvas.message(words.message());
		canvas.show(content.topology(), content.placement());
	}

	@Override
	public void narrow(String words) {
		view(new Topology.View(view.focus(), words, view.folded(), view.turned()));
	}

	@Override
	public void fold(boolean folded) {
		view(new Topology.View(view.focus(), view.words(), folded, Set.of()));
	}

	private void view(Topology.View other) {
		view = other;
		if (model != null) {
			model.view(other);
		}
	}

	@Override
	public void turn() {
		canvas.box().filter(Box::folds).ifPresent(box -> {
			Set<Id> turned = new HashSet<>(view.turned());
			if (!turned.remove(box.id())) {
				turned.add(box.id());
			}
			view(new Topology.View(view.focus(), view.words(), view.folded(), turned));
		});
	}

	private Optional<ObjectRef> selection() {
		return canvas.box().map(Box::node)
				.filter(node -> node.presence() != Presence.UNSERVED && node.presence() != Presence.ELSEWHERE)
				.map(this::ref);
	}

	private ObjectRef ref(Node node) {
		return new ObjectRef(state.cluster(), node.id().kind(), node.type(), node.id().namespace(), node.id().name());
	}

	@Override
	public void open() {
		selection().ifPresent(ref -> ObjectOpener.open(getSite().getPage(), ref, ObjectPage.OVERVIEW));
	}

	private List<IAction> actions() {
		List<IAction> actions = new ArrayList<>();
		canvas.box().ifPresent(box -> {
			actions.add(action(Messages.open, this::open));
			if (box.folds()) {
				actions.add(action(box.within().isEmpty() ? Messages.collapse : Messages.expand, this::turn));
			}
			selection().ifPresent(ref -> actions.add(action(Messages.application, () -> about(ref))));
			actions.add(action(Messages.copy_name, () -> Clips.copy(box.id().name())));
		});
		state.focus().filter(ref -> !ref.namespace().isEmpty()).ifPresent(
				ref -> actions.add(action(Messages.whole_namespace, () -> show(ref.cluster(), ref.namespace()))));
		actions.add(action(Messages.copy_image, this::copyImage));
		actions.add(action(Messages.export, this::export));
		return actions;
	}

	private static IAction action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	private TopologyPainter painter() {
		return new TopologyPainter(content.topology(), content.placement(), Palette.of(bar.filter()),
				Optional.empty());
	}

	private void copyImage() {
		if (!content.topology().boxes().isEmpty()) {
			Clips.copy(painter().image(canvas.control().getDisplay()));
		}
	}

	@Override
	public void fit() {
		canvas.fit();
	}

	@Override
	public void larger() {
		canvas.larger();
	}

	@Override
	public void smaller() {
		canvas.smaller();
	}

	@Override
	public void export() {
		if (content.topology().boxes().isEmpty()) {
			return;
		}
		ExportDialog.ask(getSite().getShell(), state.focus().map(ObjectRef::name).orElse(state.namespace()))
				.ifPresent(this::export);
	}

	/** Writes what is drawn to a file, as PNG if its name says so, else as SVG. */
	public void export(Path file) {
		TopologyExport.of(file, painter(), canvas.control().getDisplay()).schedule();
	}

	@Override
	public void setFocus() {
		canvas.control().setFocus();
	}

	/** The canvas, for tests. */
	public TopologyCanvas canvas() {
		return Objects.requireNonNull(canvas);
	}

	/** What is drawn, for tests. */
	public Topology topology() {
		return content.topology();
	}

	/** What is said above the drawing, for tests. */
	public List<String> troubles() {
		return troubles.sentences();
	}

	/** What is said instead of a drawing, for tests. */
	public String said() {
		return content.topology().boxes().isEmpty() ? words().message() : "";
	}

	/** The bar, for tests. */
	public TopologyBar bar() {
		return bar;
	}
}
