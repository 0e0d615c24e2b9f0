package org.fleetdesk.ui.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.EditorPart;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.compare.Merge;
import org.fleetdesk.core.compare.Side;
import org.fleetdesk.core.compare.SideBySide;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.object.Difference;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.demo.DemoBand;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.table.NoticeBand;
import org.fleetdesk.ui.table.NoticeBand.Choice;
import org.fleetdesk.ui.table.NoticeBand.Notice;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.table.ThemeChanges;

/**
 * Two objects side by side, live: where they differ, and both texts. What differs is taken over from one to the other, and
 * brought to its cluster or file when somebody says so. Nothing is read or compared on the UI thread.
 */
public final class CompareEditor extends EditorPart implements Comparing.Owner {
	/** The editor's id. */
	public static final String ID = "org.fleetdesk.ui.editor.compare";
	private static final String CONTEXT = "org.fleetdesk.ui.context.compare";
	private static final Duration TICK = Duration.ofMillis(500);

	private final Map<Hand, SideSource> sources = new EnumMap<>(Hand.class);
	private final Map<Hand, SideHead> heads = new EnumMap<>(Hand.class);
	private final Map<Hand, Notice> changes = new EnumMap<>(Hand.class);
	private final List<Registration> listening = new ArrayList<>();
	private final CompareActions actions = new CompareActions(this);
	private Optional<String> refused = Optional.empty();
	private CompareInput input;
	private Fleet fleet;
	private Comparing comparing;
	private CompareBar bar;
	private DemoBand demo;
	private NoticeBand band;
	private DifferenceTable table;
	private SideTexts texts;
	private SideSaving saving;
	private CompareContent shown = CompareContent.NOTHING;
	private boolean dirty;

	@Override
	public void init(IEditorSite site, IEditorInput given) throws PartInitException {
		if (!(given instanceof CompareInput both)) {
			throw new PartInitException("nothing to compare: " + given);
		}
		setSite(site);
		setInput(given);
		input = both;
		setPartName(both.getName());
	}

	@Override
	public void createPartControl(Composite parent) {
		fleet = getSite().getService(Fleet.class);
		SideNames names = SideNames.of(input, fleet);
		setPartName(names.both());
		setTitleToolTip(names.both());
		Background background = getSite().getService(Background.class);
		UiExecutor ui = UiExecutor.of(parent);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		bar = new CompareBar(parent, this);
		demo = new DemoBand(parent, bar.styled());
		band = new NoticeBand(parent, bar.styled());
		SashForm sash = new SashForm(parent, SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		Composite above = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(above);
		table = new DifferenceTable(above, this::selected);
		texts(sash, names);
		sash.setWeights(2, 5);
		boolean placeless = !input.side(Hand.LEFT).title().equals(input.side(Hand.RIGHT).title())
				|| !cluster(Hand.LEFT).equals(cluster(Hand.RIGHT));
		bar.placeless(placeless);
		comparing = new Comparing(background, ui, placeless, this);
		saving = new SideSaving(getSite(), parent);
		Runnable newer = ui.coalescing(this::take);
		for (Hand hand : Hand.values()) {
			SideSource source = source(hand, background);
			sources.put(hand, source);
			listening.add(source.listen(newer));
			source.begin();
		}
		listening.add(fleet.listen(newer));
		ui.every(TICK, this::themed); // the theme colours the fields a moment later
		ThemeChanges.follow(getSite(), parent, this::themed);
		getSite().getService(IContextService.class).activateContext(CONTEXT);
		actions.all().forEach(getEditorSite().getActionBars()::setGlobalActionHandler);
		themed();
		take();
	}

	private void texts(Composite parent, SideNames names) {
		Composite below = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(below);
		Composite row = new Composite(below, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(6, 0).applyTo(row);
		for (Hand hand : Hand.values()) {
			boolean file = input.side(hand) instanceof SideRef.OfFile;
			heads.put(hand, new SideHead(row, file ? Messages.save : Messages.apply, () -> save(List.of(hand))));
			table.name(hand, names.of(hand));
		}
		texts = new SideTexts(below, index -> {
			table.choose(index);
			selected();
		});
		GridDataFactory.fillDefaults().grab(true, true).applyTo(texts.control());
	}

	private SideSource source(Hand hand, Background background) {
		return switch (input.side(hand)) {
			case SideRef.OfObject object -> new ObjectSource(fleet, object.ref(), background,
					getSite().getService(Cache.class));
			case SideRef.OfFile file -> new FileSource(file,
					input.side(hand.other()) instanceof SideRef.OfObject o ? Optional.of(o.ref()) : Optional.empty(),
					background);
		};
	}

	private Optional<String> cluster(Hand hand) {
		return object(hand).map(ObjectRef::cluster);
	}

	private Optional<ObjectRef> object(Hand hand) {
		return input.side(hand) instanceof SideRef.OfObject o ? Optional.of(o.ref()) : Optional.empty();
	}

	/** Takes what is known of both sides now. */
	private void take() {
		for (Hand hand : Hand.values()) {
			comparing.take(hand, sources.get(hand).newest());
		}
		said();
	}

	@Override
	public void compared() {
		Merge merge = comparing.merge();
		if (comparing.content() != shown) {
			shown = comparing.content();
			boolean moved = table.show(shown.rows());
			texts.show(shown, table.current());
			if (moved) {
				texts.current(table.current());
			}
		}
		for (Hand hand : Hand.values()) {
			if (!merge.changed(hand)) {
				changes.remove(hand);
			}
		}
		boolean now = merge.changed(Hand.LEFT) || merge.changed(Hand.RIGHT);
		if (now != dirty) {
			dirty = now;
			firePropertyChange(IEditorPart.PROP_DIRTY);
		}
		said();
	}

	@Override
	public void meanwhile(Hand hand, SideSource.Newest newest) {
		String title = input.side(hand).title();
		changes.put(hand, newest.object().isPresent()
				? Notice.of(NLS.bind(Messages.meanwhile, title),
						new Choice(Messages.rebase, () -> {
							changes.remove(hand);
							comparing.rebase(hand, newest);
						}))
				: Notice.of(NLS.bind(Messages.file_changed, title),
						new Choice(Messages.read_again, () -> comparing.renew(hand, newest))));
		said();
	}

	@Override
	public void failed(String sentence) {
		refused = Optional.of(sentence);
		said();
	}

	/** Says everything anew that is said around the texts. */
	private void said() {
		Merge merge = comparing.merge();
		List<Notice> all = new ArrayList<>();
		for (Hand hand : Hand.values()) {
			SideSource.Newest newest = sources.get(hand).newest();
			heads.get(hand).show(input.side(hand).title(), newest.place(), mark(hand), merge.changed(hand));
			newest.problems().forEach(problem -> all.add(Notice.of(problem, new Choice(Messages.read_again,
					sources.get(hand)::refresh))));
			if (merge.changed(hand) && mark(hand).readOnly()) {
				all.add(Notice.of(NLS.bind(Messages.read_only,
						object(hand).map(ref -> ref.place(fleet)).orElse(""))));
			}
		}
		merge.compared().filter(SideBySide::kindsDiffer).ifPresent(both -> all.add(Notice.of(
				NLS.bind(Messages.kinds_differ, both.side(Hand.LEFT).kind(), both.side(Hand.RIGHT).kind()))));
		all.addAll(changes.values());
		refused.ifPresent(sentence -> all.add(Notice.of(sentence)));
		band.show(all);
		demo.show(Stream.of(Hand.values()).flatMap(hand -> cluster(hand).flatMap(fleet::cluster).stream()).distinct()
				.toList());
		actions.show(merge);
		bar.show(merge, table.count(), copyable(Hand.LEFT), copyable(Hand.RIGHT));
	}

	private Mark mark(Hand hand) {
		return cluster(hand).flatMap(fleet::cluster).map(fleet::mark).orElse(Mark.NONE);
	}

	private boolean copyable(Hand to) {
		return comparing.merge().compared().filter(
				both -> table.selection().stream().anyMatch(difference -> both.copyable(difference, to))).isPresent();
	}

	private void selected() {
		texts.current(table.current());
		said();
	}

	/** Shows the differences that fit only. */
	void filter(String words) {
		table.filter(words);
		selected();
	}

	/** Leaves out what belongs to the places, or not. */
	public void placeless(boolean wanted) {
		bar.placeless(wanted);
		comparing.work(merge -> merge.placeless(wanted));
	}

	/** Goes to the next difference, or to the one before. */
	public void move(int step) {
		if (table.move(step)) {
			selected();
		}
	}

	/** Takes the selected differences over to a side. */
	public void copy(Hand to) {
		copy(table.selection(), to);
	}

	/** Takes all differences that are shown over to a side. */
	public void copyAll(Hand to) {
		copy(table.shown(), to);
	}

	private void copy(List<Difference> which, Hand to) {
		refused = Optional.empty();
		comparing.work(merge -> merge.copied(which, to));
	}

	/** Takes the last change back. */
	void undo() {
		comparing.work(Merge::undo);
	}

	/** Makes the change again that was taken back last. */
	void redo() {
		comparing.work(Merge::redo);
	}

	/** Gives up what was taken over. */
	public void revert() {
		refused = Optional.empty();
		comparing.work(merge -> merge.reverted(Hand.LEFT).reverted(Hand.RIGHT));
	}

	/** Reads both sides again. */
	void refresh() {
		sources.values().forEach(SideSource::refresh);
	}

	/** Copies what is selected where the focus is: text, or lines of the table. */
	void copyText() {
		switch (UiExecutor.focus(getSite().getShell())) {
			case StyledText text -> texts.copy();
			case Text text -> text.copy();
			case null, default -> table.copy();
		}
	}

	/** Selects all where the focus is: text, or differences. */
	void selectAll() {
		switch (UiExecutor.focus(getSite().getShell())) {
			case StyledText text -> text.selectAll();
			case Text text -> text.selectAll();
			case null, default -> {
				table.selectAll();
				selected();
			}
		}
	}

	/** Brings sides to their clusters or files, the next one when the one before it is there. */
	private void save(List<Hand> hands) {
		if (hands.isEmpty()) {
			return;
		}
		Hand hand = hands.getFirst();
		Optional<Side> side = comparing.merge().side(hand).filter(any -> comparing.merge().changed(hand));
		refused = Optional.empty();
		if (side.isPresent() && sources.get(hand).newest().remembered()) {
			failed(NLS.bind(Messages.remembered, sources.get(hand).newest().place()));
		} else {
			side.ifPresent(now -> saving.save(input.side(hand), comparing.merge().begun(hand).orElseThrow(), now,
					new Saved(hand, hands.subList(1, hands.size()))));
		}
		said();
	}

	/** What comes of a side that was brought to its place. */
	private final class Saved implements SideSaving.Owner {
		private final Hand hand;
		private final List<Hand> others;

		private Saved(Hand hand, List<Hand> others) {
			this.hand = hand;
			this.others = others;
		}

		@Override
		public void refused(String sentence) {
			failed(sentence);
		}

		@Override
		public void applied(Optional<JsonNode> object) {
			object.ifPresent(newest -> comparing.work(merge -> merge.begin(hand, newest)));
			sources.get(hand).refresh();
			status();
		}

		@Override
		public void written(Side side) {
			comparing.written(hand, side);
			sources.get(hand).refresh();
			status();
		}

		private void status() {
			getEditorSite().getActionBars().getStatusLineManager()
					.setMessage(NLS.bind(Messages.saved, input.side(hand).title()));
			save(others);
		}

		@Override
		public void left() {
			said();
		}
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		monitor.setCanceled(true); // it is not saved yet when this returns
		save(Stream.of(Hand.values()).filter(comparing.merge()::changed).toList());
	}

	@Override
	public void doSaveAs() {
		// each side has one place
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public boolean isDirty() {
		return dirty;
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IFindReplaceTarget.class && texts != null) {
			return type.cast(texts.findTarget());
		}
		return super.getAdapter(type);
	}

	@Override
	public void setFocus() {
		table.control().setFocus();
	}

	private void themed() {
		Palette palette = Palette.of(bar.styled());
		texts.themed(palette);
		band.themed();
		demo.themed();
		heads.values().forEach(SideHead::themed);
		bar.themed();
		said();
	}

	/** The differences that are shown, for tests. */
	public List<Difference> differences() {
		return table.shown();
	}

	/** The index of the difference whose lines are shown, -1 if none is; for tests. */
	public int current() {
		return texts.currentLines() > 0 ? table.current() : -1;
	}

	/** Selects a difference by its field, for tests. */
	public void choose(String field) {
		List<Difference> all = shown.rows().stream().map(DifferenceRow::difference).toList();
		for (int index = 0; index < all.size(); index++) {
			if (all.get(index).path().toString().equals(field)) {
				table.choose(index);
			}
		}
		selected();
	}

	/** One of the texts, for tests. */
	public StyledText text(Hand hand) {
		return texts.text(hand);
	}

	/** What is said above the texts, for tests. */
	public List<Notice> notices() {
		return band.notices();
	}

	@Override
	public void dispose() {
		listening.forEach(Registration::close);
		sources.values().forEach(SideSource::close);
		super.dispose();
	}
}
