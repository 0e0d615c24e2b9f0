package org.fleetdesk.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.TraverseEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.details.Link;
import org.fleetdesk.ui.FocusScope;
import org.fleetdesk.ui.object.RichText.Span;
import org.fleetdesk.ui.object.RichText.Spot;
import org.fleetdesk.ui.object.RichText.Style;
import org.fleetdesk.ui.support.Clips;

/**
 * What mouse and keys do on an object's overview: links by click, Tab and Enter; copying of the selection with cut values
 * whole, of a value, its row, its path; tips with what is cut and where links lead. Belongs to the UI thread.
 */
final class OverviewKeys {
	private static final int LONGEST_TIP = 2_000;

	private final OverviewPage page;
	private final StyledText text;
	private int menuAt = -1;

	OverviewKeys(OverviewPage page, IServiceLocator site) {
		this.page = page;
		this.text = page.control();
		FocusScope.edit(site, text, this::copy, text::selectAll);
		text.addMouseListener(MouseListener.mouseUpAdapter(this::clicked));
		text.addMouseMoveListener(this::hovered);
		text.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
		text.addTraverseListener(this::traversed);
		text.addListener(SWT.MenuDetect, this::detected);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(this::fill);
		text.setMenu(menu.createContextMenu(text));
	}

	private Optional<Span> active(int offset) {
		return page.at(offset).filter(Span::active);
	}

	private void clicked(MouseEvent event) {
		if (event.button == 1 && text.getSelectionCount() == 0) {
			active(text.getOffsetAtPoint(new Point(event.x, event.y))).ifPresent(page::activate);
		}
	}

	private void hovered(MouseEvent event) {
		Optional<Span> span = page.at(text.getOffsetAtPoint(new Point(event.x, event.y)));
		text.setCursor(span.filter(Span::active).isPresent()
				? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND)
				: null);
		String tip = span.map(this::tip).orElse("");
		if (!tip.equals(text.getToolTipText() == null ? "" : text.getToolTipText())) {
			text.setToolTipText(tip.isEmpty() ? null : tip);
		}
	}

	private String tip(Span span) {
		String cut = span.style() != Style.MORE && span.cut(text.getText()) ? span.whole() : "";
		String tip = span.link().filter(Link.ToPage.class::isInstance)
				.map(link -> ((Link.ToPage) link).address().toString()).orElse(cut);
		return tip.length() <= LONGEST_TIP ? tip : tip.substring(0, LONGEST_TIP) + "\u2026";
	}

	private void pressed(KeyEvent event) {
		if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
			active(text.getCaretOffset()).ifPresent(page::activate);
		}
	}

	/** Tab goes from link to link, and behind the last one out of the page. */
	private void traversed(TraverseEvent event) {
		boolean next = event.detail == SWT.TRAVERSE_TAB_NEXT;
		if (!next && event.detail != SWT.TRAVERSE_TAB_PREVIOUS || (event.stateMask & SWT.MOD1) != 0) {
			return;
		}
		Point selection = text.getSelection();
		List<Span> links = page.spans().stream().filter(Span::active).toList();
		Optional<Span> to = next
				? links.stream().filter(s -> s.start() >= selection.y).findFirst()
				: links.reversed().stream().filter(s -> s.start() + s.length() <= selection.x).findFirst();
		event.doit = true;
		to.ifPresent(span -> {
			event.detail = SWT.TRAVERSE_NONE; // the key is used up
			text.setSelection(span.start(), span.start() + span.length());
			text.showSelection();
		});
	}

	/** Copies what is selected, cut values whole; without a selection the value at the caret. */
	void copy() {
		Point selection = text.getSelection();
		if (selection.x == selection.y) {
			spot(text.getCaretOffset()).ifPresent(spot -> Clips.copy(OverviewPage.plain(spot.value())));
			return;
		}
		String all = text.getText();
		StringBuilder copied = new StringBuilder();
		int from = selection.x;
		for (Span span : page.spans()) {
			boolean inside = span.start() >= from && span.start() + span.length() <= selection.y;
			if (inside && (span.style() == Style.MORE || span.cut(all))) {
				copied.append(all, from, span.start()).append(span.style() == Style.MORE ? "" : span.whole());
				from = span.start() + span.length();
			}
		}
		Clips.copy(copied.append(all, from, selection.y).toString());
	}

	private Optional<Spot> spot(int offset) {
		return page.at(offset).flatMap(Span::of);
	}

	private void detected(Event event) {
		boolean mouse = event.detail == SWT.MENU_MOUSE;
		menuAt = mouse ? text.getOffsetAtPoint(text.toControl(event.x, event.y)) : text.getCaretOffset();
	}

	private void fill(IMenuManager menu) {
		Optional<Span> span = page.at(menuAt);
		span.filter(Span::active).filter(s -> s.link().isPresent()).ifPresent(s -> {
			menu.add(action(Messages.open_link, () -> page.activate(s)));
			menu.add(new Separator());
		});
		if (text.getSelectionCount() > 0) {
			menu.add(action(Messages.copy, this::copy));
		}
		span.flatMap(Span::of).ifPresent(spot -> {
			menu.add(action(Messages.copy_value, () -> Clips.copy(OverviewPage.plain(spot.value()))));
			menu.add(action(Messages.copy_row, () -> Clips.copy(row(spot))));
			if (!spot.value().path().isEmpty()) {
				menu.add(action(Messages.copy_path, () -> Clips.copy(spot.value().path())));
			}
		});
		menu.add(new Separator());
		menu.add(action(Messages.select_all, text::selectAll));
	}

	private static String row(Spot spot) {
		return spot.row().size() == 1
				? spot.value().name() + "\t" + OverviewPage.plain(spot.value())
				: spot.row().stream().map(OverviewPage::plain).collect(Collectors.joining("\t"));
	}

	private static Action action(String label, Runnable work) {
		return new Action(label) {
			@Override
			public void run() {
				work.run();
			}
		};
	}
}
