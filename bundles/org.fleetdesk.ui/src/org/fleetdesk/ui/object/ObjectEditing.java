package org.fleetdesk.ui.object;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.drafts.Draft;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.operation.Edit;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.DifferenceDialog;
import org.fleetdesk.ui.table.FreshnessText;
import org.fleetdesk.ui.table.NoticeBand.Choice;
import org.fleetdesk.ui.table.NoticeBand.Notice;
import org.fleetdesk.ui.yaml.DraftKeeper;
import org.fleetdesk.ui.yaml.DraftKeeper.Typed;

/**
 * The editing of one object's text: its draft, what becomes of the object meanwhile, and what is said of both above the
 * text. Belongs to the UI thread; formats on threads of the background.
 */
final class ObjectEditing implements YamlPage.Owner, ObjectSaving.Owner {
	/** The editor around it. */
	interface Part {
		/** Whether the text differs from the cluster's may have changed. */
		void dirtyChanged();

		/** Shows Secret values and managed fields, or hides them. */
		void options(YamlDocument.Options options);

		/** The object is on the cluster as the text says. */
		void saved();

		/** Says something in the status line. */
		void status(String sentence);
	}

	private final ObjectRef ref;
	private final Part part;
	private final Fleet fleet;
	private final Background background;
	private final UiExecutor ui;
	private final YamlPage page;
	private final DraftKeeper drafts;
	private final ObjectSaving saving;
	private Optional<Draft> offered = Optional.empty();
	private Optional<JsonNode> offeredBase = Optional.empty();
	private ObjectState state = ObjectState.NOTHING;
	private Optional<JsonNode> compared = Optional.empty();
	private Optional<Notice> changed = Optional.empty();
	private Optional<String> refused = Optional.empty();
	private boolean closing;
	private boolean wasDirty;
	private int wanted;

	ObjectEditing(Composite parent, Control styled, IWorkbenchPartSite site, ObjectRef ref, Part part) {
		this.ref = ref;
		this.part = part;
		this.fleet = site.getService(Fleet.class);
		this.background = site.getService(Background.class);
		this.page = new YamlPage(parent, styled, site, this);
		this.ui = UiExecutor.of(page.control());
		this.drafts = new DraftKeeper(site, page.control(), ref.cluster() + " " + ref.type() + " " + ref.path(),
				ref.kind() + " " + ref.name(), this::draft);
		page.control().addListener(SWT.Dispose, event -> keepDraft());
		this.saving = new ObjectSaving(site, ref, page, this);
		drafts.find((draft, base) -> {
			if (!page.dirty()) {
				offered = Optional.of(draft);
				offeredBase = Optional.of(base).filter(JsonNode::isObject);
				page.notices();
			}
		});
	}

	YamlPage page() {
		return page;
	}

	private Optional<Typed> draft() {
		return page.base().filter(base -> page.dirty())
				.map(base -> new Typed(base, page.pane().text(), page.pane().caret(), SecretData.secret(base)));
	}

	/** Takes what is known of the object now. */
	void take(ObjectState newest) {
		state = newest;
		compare();
		page.notices();
	}

	/** Finds out what became of the object since the text was begun, if somebody is typing. */
	private void compare() {
		Optional<JsonNode> newest = state.object().filter(object -> page.dirty())
				.filter(object -> page.base().filter(base -> version(base).equals(version(object))).isEmpty());
		if (newest.isEmpty()) {
			compared = Optional.empty();
			changed = Optional.empty();
		} else if (compared.filter(newest.get()::equals).isEmpty()) {
			compared = newest;
			JsonNode object = newest.get();
			JsonNode base = page.base().orElseThrow();
			background.threads().newThread(() -> {
				Optional<Meanwhile> meanwhile = Meanwhile.between(base, object);
				ui.execute(() -> {
					if (compared.filter(object::equals).isPresent()) {
						changed = meanwhile.map(m -> changed(m, base, object));
						page.notices();
					}
				});
			}).start();
		}
	}

	private static String version(JsonNode object) {
		return object.path("metadata").path("resourceVersion").asText();
	}

	private Notice changed(Meanwhile meanwhile, JsonNode base, JsonNode newest) {
		return Notice.of(meanwhile.sentence(), new Choice(Messages.rebase, () -> rebase(base, newest)),
				new Choice(Messages.show_difference, () -> DifferenceDialog.open(page.control().getShell(),
						NLS.bind(Messages.meanwhile_title, ref.kind(), ref.name()), meanwhile.lines())));
	}

	/** Puts what was typed into the object as it is now. */
	private void rebase(JsonNode base, JsonNode newest) {
		String typed = page.pane().text();
		int caret = page.pane().caret();
		background.threads().newThread(() -> {
			YamlDocument begun = YamlDocument.of(newest, YamlDocument.Options.EDIT);
			Optional<String> text = Edit.rebased(typed, base, newest);
			ui.execute(() -> {
				if (text.isEmpty()) {
					refused(Messages.rebase_wrong);
				} else if (page.pane().text().equals(typed)) { // else somebody typed on: the notice still offers it
					page.edit(newest, begun, text.get());
					page.pane().caret(caret);
					compare();
					page.notices();
				}
			});
		}).start();
	}

	/** Formats the object and shows it, unless somebody is typing; of several asked for in a row only the last is shown. */
	void show(JsonNode object, YamlDocument.Options options) {
		if (!page.dirty()) {
			format(object, options, document -> page.show(document, object));
		}
	}

	private void format(JsonNode object, YamlDocument.Options options, Consumer<YamlDocument> shown) {
		int number = ++wanted;
		background.threads().newThread(() -> {
			YamlDocument document = YamlDocument.of(object, options);
			ui.execute(() -> {
				if (number == wanted) {
					shown.accept(document);
				}
			});
		}).start();
	}

	@Override
	public void options(YamlDocument.Options options) {
		part.options(options);
	}

	@Override
	public void typed() {
		if (page.dirty() || wasDirty) {
			offered = Optional.empty();
			refused = Optional.empty();
			saving.typed();
			drafts.soon();
			saving.checker().soon();
			compare();
		}
		if (page.dirty() != wasDirty) {
			wasDirty = page.dirty();
			part.dirtyChanged();
		}
	}

	@Override
	public List<Notice> notices() {
		List<Notice> all = new ArrayList<>();
		offered.ifPresent(draft -> all.add(Notice.of(
				NLS.bind(Messages.draft_found, time(draft.saved())),
				new Choice(Messages.draft_restore, this::restore), new Choice(Messages.draft_discard, this::discard))));
		fleet.cluster(ref.cluster()).filter(cluster -> fleet.mark(cluster).readOnly())
				.ifPresent(cluster -> all.add(Notice.of(NLS.bind(Messages.read_only, cluster.name()))));
		state.cached().filter(when -> state.away())
				.ifPresent(when -> all.add(Notice.of(NLS.bind(Messages.remembered, time(when)))));
		if (page.dirty() && state.deleted().isPresent()) {
			all.add(Notice.of(Messages.deleted_meanwhile,
					new Choice(Messages.create_again, () -> saving.save(true))));
		} else {
			changed.ifPresent(all::add);
		}
		refused.ifPresent(sentence -> all.add(Notice.of(sentence)));
		return all;
	}

	private String time(Instant when) {
		return new FreshnessText(ZoneId.systemDefault(), background.clock().instant()).time(when);
	}

	private void restore() {
		Draft draft = offered.orElseThrow();
		Optional<JsonNode> base = offeredBase.or(state::object);
		offered = Optional.empty();
		base.ifPresent(object -> format(object, YamlDocument.Options.EDIT, document -> {
			page.edit(object, document, draft.text());
			page.pane().caret(draft.caret());
		}));
	}

	private void discard() {
		offered = Optional.empty();
		drafts.drop();
		page.notices();
	}

	/** Gives up what was typed and shows the object as it is on the cluster. */
	void revert() {
		drafts.drop();
		page.settled();
		state.object().ifPresent(object -> show(object, page.options()));
	}

	private void keepDraft() {
		if (page.dirty()) {
			drafts.keep();
		}
	}

	/** Brings the text to the cluster: previewed, and asked about. */
	void save(boolean thenClose) {
		if (page.dirty() && state.cached().isPresent()) {
			refused(NLS.bind(Messages.save_remembered, ref.place(fleet)));
		} else if (page.dirty()) {
			closing = thenClose;
			refused = Optional.empty();
			saving.save(false);
		}
	}

	@Override
	public void refused(String sentence) {
		closing = false;
		refused = Optional.of(sentence);
		page.notices();
	}

	@Override
	public void saved(Optional<JsonNode> object) {
		drafts.drop();
		page.settled();
		object.ifPresent(newest -> format(newest, page.options(), document -> page.show(document, newest)));
		part.status(NLS.bind(Messages.saved, ref.kind(), ref.name()));
		if (closing) {
			part.saved();
		}
	}

	@Override
	public void left() {
		closing = false;
	}

	/** Gives up what was typed, as the editor closes. */
	void forget() {
		drafts.drop();
		page.settled();
	}
}
