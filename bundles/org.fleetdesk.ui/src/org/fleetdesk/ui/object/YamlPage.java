package org.fleetdesk.ui.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;

import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.ui.support.Clips;
import org.fleetdesk.ui.table.NoticeBand;
import org.fleetdesk.ui.table.NoticeBand.Choice;
import org.fleetdesk.ui.table.NoticeBand.Notice;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.yaml.YamlKeys;
import org.fleetdesk.ui.yaml.YamlPane;

/**
 * The object as YAML: shown as it is on the cluster until somebody types, then theirs until it is applied or reverted. What
 * keeps it from being edited is said above it, with the way out. Belongs to the UI thread.
 */
final class YamlPage {
	/** What someone asks of the text. */
	interface Owner {
		/** Shows the text otherwise. */
		void options(YamlDocument.Options options);

		/** The text was typed into, or is again what it was. */
		void typed();

		/** Whatever else is to be said above the text. */
		List<Notice> notices();
	}

	private final Composite page;
	private final NoticeBand band;
	private final YamlPane pane;
	private final Owner owner;
	private YamlDocument document = YamlDocument.NOTHING;
	private Optional<JsonNode> base = Optional.empty();
	private boolean dirty;

	YamlPage(Composite parent, Control styled, IWorkbenchPartSite site, Owner owner) {
		this.owner = owner;
		page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		band = new NoticeBand(page, styled);
		pane = new YamlPane(page, this::typed);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
		YamlKeys.on(site, pane);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(m -> fill(menu));
		text().setMenu(menu.createContextMenu(text()));
	}

	private void fill(MenuManager menu) {
		if (pane.editable()) {
			menu.add(action(Messages.cut_text, text()::cut));
		}
		menu.add(action(Messages.copy, text()::copy));
		if (pane.editable()) {
			menu.add(action(Messages.paste, text()::paste));
		}
		menu.add(action(Messages.copy_all, this::copyAll));
		YamlDocument.Options options = options();
		if (!dirty) {
			menu.add(new Separator());
			menu.add(check(Messages.managed_fields, options.managed(),
					() -> owner.options(options.managed(!options.managed()))));
			if (secret()) {
				menu.add(check(Messages.reveal, options.revealed(),
						() -> owner.options(options.revealed(!options.revealed()))));
			}
		}
	}

	private static Action action(String label, Runnable work) {
		return new Action(label) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	private static Action check(String label, boolean checked, Runnable work) {
		Action action = new Action(label, Action.AS_CHECK_BOX) {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setChecked(checked);
		return action;
	}

	Control control() {
		return page;
	}

	/** The text's widget. */
	StyledText text() {
		return pane.widget();
	}

	/** The text and its marks. */
	YamlPane pane() {
		return pane;
	}

	/** Copies the whole text, cut lines included. */
	void copyAll() {
		String text = dirty ? pane.text() : document.whole();
		if (!text.isEmpty()) {
			Clips.copy(text);
		}
	}

	/** Whether somebody has typed what is not on the cluster. */
	boolean dirty() {
		return dirty;
	}

	/** The object whose text is shown or was begun from. */
	Optional<JsonNode> base() {
		return base;
	}

	/** How the text is shown. */
	YamlDocument.Options options() {
		return document.options();
	}

	private boolean secret() {
		return base.filter(SecretData::secret).isPresent();
	}

	/** Shows an object's text, unless somebody is typing; where it is read and what is selected stays. */
	void show(YamlDocument newest, JsonNode object) {
		if (!dirty) {
			document = newest;
			base = Optional.of(object);
			pane.show(newest.shown(), newest.block());
			pane.mark(List.of());
			notices();
		}
	}

	/** Puts in a text that somebody typed, begun from an object: a draft, or one brought up to date. */
	void edit(JsonNode object, YamlDocument begun, String text) {
		document = begun;
		base = Optional.of(object);
		pane.show(begun.shown(), begun.block()); // so that undo leads there and not to hidden values
		dirty = !text.equals(begun.shown());
		pane.type(text);
		notices();
		owner.typed();
	}

	/** The text is on the cluster now, or given up: what comes from there is shown again. */
	void settled() {
		dirty = false;
		pane.mark(List.of());
		notices();
		owner.typed();
	}

	private void typed() {
		dirty = !(pane.text().length() == document.shown().length() && pane.text().equals(document.shown()));
		notices();
		owner.typed();
	}

	/** Says anew what there is to say above the text. */
	void notices() {
		List<Notice> all = new ArrayList<>();
		YamlDocument.Options options = options();
		boolean hidden = secret() && !options.revealed();
		if (hidden) {
			all.add(Notice.of(Messages.hidden,
					new Choice(Messages.reveal_to_edit, () -> owner.options(options.revealed(true)))));
		}
		if (options.managed()) {
			all.add(Notice.of(Messages.managed_shown,
					new Choice(Messages.hide_to_edit, () -> owner.options(options.managed(false)))));
		}
		if (document.cut() > 0) {
			all.add(Notice.of(NLS.bind(Messages.cut_lines, document.cut()),
					new Choice(Messages.uncut_to_edit, () -> owner.options(options.uncut(true)))));
		}
		if (secret() && dirty) {
			all.add(Notice.of(Messages.secret_draft));
		}
		pane.editable(base.isPresent() && (dirty || !hidden && !options.managed() && document.cut() == 0));
		all.addAll(owner.notices());
		band.show(all);
	}

	/** What is said above the text. */
	List<String> said() {
		return band.notices().stream().map(Notice::text).toList();
	}

	/** Does what is offered above the text under a label; for tests, which cannot hit a link's words. */
	void choose(String label) {
		band.notices().stream().flatMap(n -> n.choices().stream()).filter(c -> c.label().equals(label)).findFirst()
				.orElseThrow().work().run();
	}

	/** Takes the theme's colours, if they are others than before. */
	void themed(Palette newest) {
		band.themed();
		pane.themed(newest);
	}
}
