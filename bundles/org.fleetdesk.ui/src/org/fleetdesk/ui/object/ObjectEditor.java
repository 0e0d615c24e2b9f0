package org.fleetdesk.ui.object;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.INavigationLocation;
import org.eclipse.ui.INavigationLocationProvider;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.details.Link;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Revisions;
import org.fleetdesk.ui.Icons;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.Deletion;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.operations.Rollback;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkedImage;
import org.fleetdesk.ui.related.RelatedPage;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.TroubleBar;
import org.fleetdesk.ui.topology.TopologyOpener;
import org.fleetdesk.ui.yaml.ClosePrompt;
import org.fleetdesk.ui.yaml.TextActions;
import org.fleetdesk.ui.yaml.TextMark;

/**
 * The page of one object, live: overview, YAML to read and edit, events, what it has to do with others, and its revisions if
 * its kind has any. An object that is deleted stays shown and says so; what goes wrong is said above the pages. Nothing is
 * fetched or formatted on the UI thread.
 */
public final class ObjectEditor extends EditorPart
		implements
			ObjectEditing.Part,
			ISaveablePart2,
			INavigationLocationProvider {
	/** The editor's id. */
	public static final String ID = "org.fleetdesk.ui.editor.object";
	private static final Duration TICK = Duration.ofMillis(500);

	private Fleet fleet;
	private Background background;
	private ObjectRef ref;
	private ObjectWatch watch;
	private Registration watching;
	private Registration marking;
	private UiExecutor ui;
	private ObjectHeader header;
	private DemoBand demo;
	private MarkBar bar;
	private LocalResourceManager images;
	private Mark mark = Mark.NONE;
	private TroubleBar troubles;
	private ObjectLinks links;
	private ObjectPages pages;
	private DetailsFeed details;
	private HistoryPage history;
	private HistoryFeed revisions;
	private OverviewPage overview;
	private ObjectEditing editing;
	private YamlPage yaml;
	private EventsPage events;
	private RelatedPage related;
	private TextActions textActions;
	private final Action revert = new Action() {
		@Override
		public void run() {
			revert();
		}
	};
	private YamlDocument.Options options = YamlDocument.Options.PLAIN;

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		if (!(input instanceof ObjectInput object)) {
			throw new PartInitException("no object: " + input);
		}
		setSite(site);
		setInput(input);
		ref = object.ref();
		setPartName(ref.name());
	}

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		links = new ObjectLinks(getSite(), fleet, ref);
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		background = getSite().getService(Background.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new MarkBar(parent, 1);
		header = new ObjectHeader(parent);
		demo = new DemoBand(parent, header.styled());
		troubles = new TroubleBar(parent, header.styled(), Messages.try_again, this::refresh);
		pages = new ObjectPages(parent, this::turned);
		Composite tabs = pages.parent();
		ui = UiExecutor.of(tabs);
		overview = new OverviewPage(tabs, getSite(), background.clock(), this::follow);
		details = new DetailsFeed(background, ui, overview::show);
		editing = new ObjectEditing(tabs, header.styled(), getSite(), ref, this);
		yaml = editing.page();
		watch = new ObjectWatch(fleet, ref, background, getSite().getService(Cache.class));
		events = new EventsPage(tabs, header.styled(), getSite(), watch, background.clock(),
				event -> ObjectOpener.open(getSite().getPage(), event, ObjectPage.OVERVIEW));
		related = new RelatedPage(tabs, header.styled(), ref, getSite(),
				() -> TopologyOpener.about(getSite().getPage(), ref));
		revisions = new HistoryFeed(fleet, ref.cluster(), background, ui);
		history = new HistoryPage(tabs, header.styled(), getSite(), revisions, background.clock());
		history.offer(revision -> Rollback.ask(getSite().getWorkbenchWindow(), ref, revision.number()));
		pages.add(ObjectPage.OVERVIEW, Messages.overview, overview.control(), this::take);
		pages.add(ObjectPage.YAML, Messages.yaml, yaml.control(), this::formatYaml);
		pages.add(ObjectPage.EVENTS, Messages.events, events.control(), events::begin);
		pages.add(ObjectPage.RELATED, Messages.related, related.control(), related::begin);
		pages.offer(ObjectPage.HISTORY, Messages.history, history.control(), this::take);
		watching = watch.listen(ui.coalescing(this::take));
		marking = fleet.listen(ui.coalescing(this::marked));
		marked();
		watch.begin();
		ui.every(TICK, this::tick);
		ThemeChanges.follow(getSite(), tabs, this::themed);
		textActions = new TextActions(this, yaml.pane());
		getEditorSite().getActionBars().setGlobalActionHandler(ActionFactory.REVERT.getId(), revert);
		themed();
		turnTo(((ObjectInput) getEditorInput()).first());
		take();
	}

	private void marked() {
		Mark newest = fleet.cluster(ref.cluster()).map(fleet::mark).orElse(Mark.NONE);
		if (!newest.equals(mark)) {
			mark = newest;
			bar.show(mark, ref.place(fleet));
			setTitleImage(images.get(MarkedImage.of(Icons.OBJECT.descriptor(), mark)));
			yaml.notices();
			take();
		}
	}

	/** Turns to a page. */
	public void turnTo(ObjectPage page) {
		pages.turnTo(page);
		turned();
		setFocus();
	}

	/** The page in front. */
	public ObjectPage page() {
		return pages.front();
	}

	private void turned() {
		textActions.front(page() == ObjectPage.YAML);
		if (getSite().getPage().getActiveEditor() == this) {
			getSite().getPage().getNavigationHistory().markLocation(this);
		}
	}

	@Override
	public INavigationLocation createEmptyNavigationLocation() {
		return new ObjectLocation(this);
	}

	@Override
	public INavigationLocation createNavigationLocation() {
		return new ObjectLocation(this);
	}

	private void take() {
		ObjectState state = watch.state();
		state.object().ifPresent(related::object);
		ObjectWords words = new ObjectWords(fleet, ref, mark, background.clock().instant());
		getEditorSite().getActionBars().getStatusLineManager().setMessage(words.status(state));
		header.show(ref.kind() + " " + ref.name(), words.where(state), state.health());
		demo.show(fleet.cluster(ref.cluster()).stream().toList());
		troubles.show(words.troubles(state), fleet.cluster(ref.cluster()).isPresent());
		editing.take(state);
		state.object().ifPresent(object -> {
			Optional<Descriptor> descriptor = links.descriptor();
			details.ask(object, links.around(state.line(), descriptor, options.revealed()));
			Optional<Revisions> kept = descriptor.flatMap(Descriptor::revisions);
			pages.shown(ObjectPage.HISTORY, kept.isPresent());
			switch (page()) {
				case YAML -> formatYaml();
				case HISTORY -> kept.ifPresent(where -> revisions.ask(object, where, history::show));
				default -> {
					// shown when it is made
				}
			}
		});
	}

	private void formatYaml() {
		watch.state().object().ifPresent(object -> editing.show(object, options));
	}

	private void follow(Link link) {
		if (link instanceof Link.Reveal) {
			options(options.revealed(!options.revealed()));
		} else {
			links.follow(link);
		}
	}

	@Override
	public void options(YamlDocument.Options wanted) {
		options = wanted;
		take();
		formatYaml();
	}

	/** Shows or hides {@code metadata.managedFields} in the YAML. */
	public void toggleManagedFields() {
		options(options.managed(!options.managed()));
	}

	/** Shows or hides the values of a Secret. */
	public void toggleRevealed() {
		options(options.revealed(!options.revealed()));
	}

	/** Copies the YAML whole. */
	public void copyYaml() {
		yaml.copyAll();
	}

	/** Asks whether to delete the object, if its cluster is open. */
	public void delete() {
		Deletion.ask(getSite().getWorkbenchWindow(), ref.target(fleet).stream().toList());
	}

	/** Asks the cluster and fetches the object again. */
	public void refresh() {
		watch.refresh();
	}

	private void tick() {
		themed();
		if (page() == ObjectPage.OVERVIEW) {
			take();
			overview.tick();
		}
		history.tick();
	}

	private void themed() {
		Palette palette = Palette.of(header.styled());
		header.themed();
		demo.themed();
		troubles.themed();
		overview.themed(palette);
		yaml.themed(palette);
		events.tick();
		related.tick();
	}

	/** What the band above the pages says, for tests. */
	public List<String> troubles() {
		return troubles.sentences();
	}

	/** What the notices above the YAML say, for tests. */
	public List<String> said() {
		return yaml.said();
	}

	/** Does what a notice above the YAML offers, for tests. */
	public void choose(String label) {
		yaml.choose(label);
	}

	/** The YAML's widget, for tests. */
	public StyledText text() {
		return yaml.text();
	}

	/** The line of the first mark in the YAML, 0 if nothing is marked; for tests. */
	public int markedLine() {
		return yaml.pane().marks().stream().findFirst().map(TextMark::line).orElse(0);
	}

	/** The page of what it has to do with others, for tests. */
	public RelatedPage related() {
		return related;
	}

	/** What the page in front shows, for tests. */
	public String shown() {
		return switch (page()) {
			case YAML -> yaml.text().getText();
			case HISTORY -> history.compared();
			default -> overview.control().getText();
		};
	}

	/** How the object does, in words, for tests. */
	public String health() {
		return header.word();
	}

	/** The overview, for tests. */
	public StyledText overview() {
		return overview.control();
	}

	/** Whose page it is. */
	public ObjectRef ref() {
		return ref;
	}

	/** The list of revisions, for tests. */
	public Table revisions() {
		return history.table();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IFindReplaceTarget.class && yaml != null) {
			return type.cast(yaml.pane().findTarget());
		}
		return super.getAdapter(type);
	}

	@Override
	public void setFocus() {
		if (page() == ObjectPage.YAML) {
			yaml.text().setFocus();
		} else if (page() == ObjectPage.RELATED) {
			related.viewer().getControl().setFocus();
		} else {
			pages.setFocus();
		}
	}

	@Override
	public void dispose() {
		if (watch != null) {
			watching.close();
			marking.close();
			watch.close();
			events.close();
			related.close();
		}
		super.dispose();
	}

	@Override
	public void dirtyChanged() {
		revert.setEnabled(isDirty());
		firePropertyChange(IEditorPart.PROP_DIRTY);
	}

	@Override
	public boolean isDirty() {
		return yaml != null && yaml.dirty();
	}

	@Override
	public void status(String sentence) {
		getEditorSite().getActionBars().getStatusLineManager().setMessage(sentence);
	}

	@Override
	public void saved() {
		getSite().getPage().closeEditor(this, false);
	}

	/** Gives up what was typed and shows the object as it is on the cluster. */
	public void revert() {
		editing.revert();
	}

	@Override
	public int promptToSaveOnClose() {
		return switch (ClosePrompt.ask(getSite().getShell(), getPartName())) {
			case SAVE -> {
				editing.save(true); // closes the editor when it is done
				yield CANCEL;
			}
			case KEEP -> NO;
			case DISCARD -> {
				editing.forget();
				yield NO;
			}
			case STAY -> CANCEL;
		};
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		monitor.setCanceled(true); // it is not saved yet when this returns
		editing.save(false);
	}

	@Override
	public void doSaveAs() {
		// an object has one place
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}
}
