package org.fleetdesk.ui;

import java.util.List;
import java.util.Objects;

import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

import org.jspecify.annotations.Nullable;

/** The menus every Eclipse user expects; ours are contributed to them in plugin.xml. */
final class MainMenu extends ActionBarAdvisor {
	private static final @Nullable ActionFactory LINE = null;
	private static final String HISTORY = "org.fleetdesk.ui.toolbar.history";

	MainMenu(IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void fillMenuBar(IMenuManager bar) {
		IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
		MenuManager file = new MenuManager(Messages.menu_file, IWorkbenchActionConstants.M_FILE);
		file.add(new Separator(IWorkbenchActionConstants.NEW_EXT));
		add(file, window, LINE, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL, LINE, ActionFactory.SAVE,
				ActionFactory.SAVE_ALL, ActionFactory.REVERT);
		file.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(file, window, LINE, ActionFactory.REFRESH, ActionFactory.PROPERTIES, LINE, ActionFactory.QUIT);
		bar.add(file);
		MenuManager edit = new MenuManager(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT);
		add(edit, window, ActionFactory.UNDO, ActionFactory.REDO, LINE, ActionFactory.CUT, ActionFactory.COPY,
				ActionFactory.PASTE, LINE, ActionFactory.DELETE, ActionFactory.SELECT_ALL, LINE, ActionFactory.FIND);
		edit.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		bar.add(edit);
		bar.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		bar.add(windowMenu(window));
		MenuManager help = new MenuManager(Messages.menu_help, IWorkbenchActionConstants.M_HELP);
		help.add(new Separator("welcome"));
		help.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(help, window, LINE, ActionFactory.ABOUT);
		bar.add(help);
	}

	private MenuManager windowMenu(IWorkbenchWindow window) {
		MenuManager menu = new MenuManager(Messages.menu_window, IWorkbenchActionConstants.M_WINDOW);
		add(menu, window, ActionFactory.OPEN_NEW_WINDOW, LINE);
		MenuManager views = new MenuManager(Messages.menu_views, "views");
		views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
		menu.add(views);
		MenuManager perspectives = new MenuManager(Messages.menu_perspectives, "perspectives");
		MenuManager open = new MenuManager(Messages.menu_openPerspective, "openPerspective");
		open.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
		perspectives.add(open);
		add(perspectives, window, LINE, ActionFactory.SAVE_PERSPECTIVE, ActionFactory.RESET_PERSPECTIVE,
				ActionFactory.CLOSE_PERSPECTIVE, ActionFactory.CLOSE_ALL_PERSPECTIVES);
		menu.add(perspectives);
		MenuManager navigation = new MenuManager(Messages.menu_navigation, "navigation");
		add(navigation, window, ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY, LINE,
				ActionFactory.SHOW_PART_PANE_MENU, ActionFactory.SHOW_VIEW_MENU, LINE,
				ActionFactory.ACTIVATE_EDITOR,
				ActionFactory.NEXT_EDITOR, ActionFactory.PREVIOUS_EDITOR, LINE, ActionFactory.NEXT_PART,
				ActionFactory.PREVIOUS_PART);
		menu.add(navigation);
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		add(menu, window, LINE, ActionFactory.PREFERENCES);
		return menu;
	}

	/** Back and forward through what was opened, as in a browser. */
	@Override
	protected void fillCoolBar(ICoolBarManager bar) {
		ToolBarManager history = new ToolBarManager(SWT.FLAT);
		for (ActionFactory factory : List.of(ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY)) {
			history.add(Objects.requireNonNull(getAction(factory.getId()))); // that of the menu
		}
		bar.add(new ToolBarContributionItem(history, HISTORY));
	}

	private void add(MenuManager menu, IWorkbenchWindow window, @Nullable ActionFactory... factories) {
		for (ActionFactory factory : factories) {
			if (factory == null) {
				menu.add(new Separator());
			} else {
				IWorkbenchAction action = factory.create(window);
				register(action);
				menu.add(action);
			}
		}
	}
}
