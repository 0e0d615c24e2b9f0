package org.fleetdesk.ui.object;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import org.jspecify.annotations.Nullable;

/** The pages below an object's header, each with its tab; some objects have more than others. Belongs to the UI thread. */
final class ObjectPages {
	private record Sheet(String title, Control control, Runnable turned) {
	}

	private final CTabFolder tabs;
	private final Map<ObjectPage, Sheet> sheets = new EnumMap<>(ObjectPage.class);
	private final Map<ObjectPage, CTabItem> items = new EnumMap<>(ObjectPage.class);
	/** To be turned to as soon as it is there. */
	private @Nullable ObjectPage wanted;

	/**
	 * Below a parent, empty.
	 *
	 * @param turned is told when somebody turned to another page
	 */
	ObjectPages(Composite parent, Runnable turned) {
		tabs = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			wanted = null;
			begin();
			turned.run();
		}));
	}

	/** The parent of the pages. */
	CTabFolder parent() {
		return tabs;
	}

	/**
	 * Adds a page that every object has.
	 *
	 * @param turned is told whenever the page comes to the front
	 */
	void add(ObjectPage page, String title, Control control, Runnable turned) {
		offer(page, title, control, turned);
		shown(page, true);
	}

	/** Adds a page that is not there until it is said to be. */
	void offer(ObjectPage page, String title, Control control, Runnable turned) {
		sheets.put(page, new Sheet(title, control, turned));
	}

	/** Says whether the object has a page. */
	void shown(ObjectPage page, boolean there) {
		CTabItem item = items.get(page);
		if (there && item == null) {
			int before = (int) items.keySet().stream().filter(p -> p.compareTo(page) < 0).count();
			CTabItem made = new CTabItem(tabs, SWT.NONE, before);
			made.setText(sheets.get(page).title());
			made.setControl(sheets.get(page).control());
			items.put(page, made);
			if (page == wanted) {
				turnTo(page);
			}
		} else if (!there && item != null) {
			items.remove(page);
			item.dispose();
		}
	}

	/** Whether the object has a page. */
	boolean has(ObjectPage page) {
		return items.containsKey(page);
	}

	/** Turns to a page; as soon as the object has it, to the overview until then. */
	void turnTo(ObjectPage page) {
		CTabItem item = items.get(page);
		wanted = item == null ? page : null;
		tabs.setSelection(item == null ? items.get(ObjectPage.OVERVIEW) : item);
		begin();
	}

	private void begin() {
		sheets.get(front()).turned().run();
	}

	/** The page in front; the overview before there is any. */
	ObjectPage front() {
		CTabItem selected = tabs.getSelection();
		return items.entrySet().stream().filter(e -> e.getValue() == selected).map(Map.Entry::getKey).findFirst()
				.orElse(ObjectPage.OVERVIEW);
	}

	/** Gives the page in front the focus. */
	void setFocus() {
		sheets.get(front()).control().setFocus();
	}
}
