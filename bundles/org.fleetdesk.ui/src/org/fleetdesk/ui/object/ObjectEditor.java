package org.fleetdesk.ui.object;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.ui.Icons;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.Deletion;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkLook;
import org.fleetdesk.ui.marks.MarkedImage;
import org.fleetdesk.ui.related.RelatedPage;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;
import org.fleetdesk.ui.table.TroubleBar;
import org.fleetdesk.ui.yaml.ClosePrompt;
import org.fleetdesk.ui.yaml.TextActions;
import org.fleetdesk.ui.yaml.TextMark;

/**
 * The page of one object, live: overview, YAML to read and edit, events. An object that is deleted stays shown and says so; what goes
 * wrong is said above the pages. Nothing is fetched or formatted on the UI thread.
 */
public final class ObjectEditor extends EditorPart implements ObjectEditing.Part, ISaveablePart2 {
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
	private CTabFolder tabs;
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
		images = new LocalResourceManager(JFaceResources.getResources(), parent);
		background = getSite().getService(Background.class);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new MarkBar(parent, 1);
		header = new ObjectHeader(parent);
		demo = new DemoBand(parent, header.styled());
		troubles = new TroubleBar(parent, header.styled(), Messages.try_again, this::refresh);
		tabs = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		overview = new OverviewPage(tabs, this::follow);
		editing = new ObjectEditing(tabs, header.styled(), getSite(), ref, this);
		yaml = editing.page();
		watch = new ObjectWatch(fleet, ref, background, getSite().getService(Cache.class));
		events = new EventsPage(tabs, header.styled(), watch, background.clock(),
				event -> ObjectOpener.open(getSite().getPage(), event, ObjectPage.OVERVIEW));
		related = new RelatedPage(tabs, header.styled(), ref, getSite(),
				other -> ObjectOpener.open(getSite().getPage(), other, ObjectPage.OVERVIEW));
		tab(Messages.overview, overview.control());
		tab(Messages.yaml, yaml.control());
		tab(Messages.events, events.control());
		tab(Messages.related, related.control());
		tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> turned()));
		ui = UiExecutor.of(tabs);
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

	private void tab(String title, Control control) {
		CTabItem item = new CTabItem(tabs, SWT.NONE);
		item.setText(title);
		item.setControl(control);
	}

	/** Turns to a page. */
	public void turnTo(ObjectPage page) {
		tabs.setSelection(page.ordinal());
		turned();
		setFocus();
	}

	/** The page in front. */
	public ObjectPage page() {
		return ObjectPage.values()[Math.max(0, tabs.getSelectionIndex())];
	}

	private void turned() {
		textActions.front(page() == ObjectPage.YAML);
		switch (page()) {
			case EVENTS -> events.begin();
			case YAML -> formatYaml();
			case OVERVIEW -> take();
			case RELATED -> related.begin();
		}
	}

	private void take() {
		ObjectState state = watch.state();
		state.object().ifPresent(related::object);
		FreshnessText words = words();
		String marked = MarkLook.words(mark);
		String place = marked.isEmpty() ? ref.place(fleet) : NLS.bind(Messages.marked, ref.place(fleet), marked);
		String said = state.cached().map(when -> NLS.bind(Messages.as_of, words.time(when)))
				.orElseGet(() -> state.part().map(p -> switch (p.freshness().state()) {
					case LIVE -> Messages.live;
					case LOADING -> Messages.loading;
					case STALE, FAILED -> words.time(p.freshness().since());
				}).orElse(Messages.loading));
		getEditorSite().getActionBars().getStatusLineManager()
				.setMessage(state.part().map(p -> words.truth(List.of(p))).orElse(Messages.loading));
		header.show(ref.kind() + " " + ref.name(), ref.namespace().isEmpty()
				? NLS.bind(Messages.where_cluster, new Object[]{ref.type(), place, said})
				: NLS.bind(Messages.where, new Object[]{ref.type(), ref.namespace(), place, said}));
		demo.show(fleet.cluster(ref.cluster()).stream().toList());
		tell(state);
		editing.take(state);
		if (state.object().isPresent() && state.details().isPresent()) {
			JsonNode object = state.object().get();
			overview.show(Overview.of(object, state.details().get(), options.revealed(), ZoneId.systemDefault(),
					background.clock().instant()));
			if (page() == ObjectPage.YAML) {
				formatYaml();
			}
		}
	}

	private void tell(ObjectState state) {
		troubles.show(sentences(state, words()));
	}

	private FreshnessText words() {
		return new FreshnessText(ZoneId.systemDefault(), background.clock().instant());
	}

	private List<String> sentences(ObjectState state, FreshnessText words) {
		List<String> all = new ArrayList<>();
		if (fleet.cluster(ref.cluster()).isEmpty()) {
			all.add(NLS.bind(Messages.unregistered, ref.cluster()));
		}
		state.deleted().ifPresent(when -> all.add(NLS.bind(Messages.deleted, words.time(when))));
		state.problem().ifPresent(all::add);
		List<Part> troubled = FreshnessText.troubled(state.part().stream().toList());
		troubled.stream().map(words::trouble).filter(t -> state.problem().filter(t::contains).isEmpty())
				.forEach(all::add);
		return all;
	}

	private void formatYaml() {
		watch.state().object().ifPresent(object -> editing.show(object, options));
	}

	private void follow(String target) {
		if (target.equals(Overview.REVEAL)) {
			options(options.revealed(!options.revealed()));
		} else if (target.startsWith(Overview.OWNER)) {
			String[] owner = target.substring(Overview.OWNER.length()).split(" ", 3);
			ref.owner(fleet, owner[0], owner[1], owner[2])
					.ifPresent(o -> ObjectOpener.open(getSite().getPage(), o, ObjectPage.OVERVIEW));
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
		}
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
		return page() == ObjectPage.YAML ? yaml.text().getText() : overview.control().getText();
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
		switch (page()) {
			case OVERVIEW -> overview.control().setFocus();
			case YAML -> yaml.text().setFocus();
			case EVENTS -> events.control().setFocus();
			case RELATED -> related.viewer().getControl().setFocus();
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
