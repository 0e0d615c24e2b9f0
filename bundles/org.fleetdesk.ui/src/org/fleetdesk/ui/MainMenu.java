package org.fleetdesk.ui;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The menus every Eclipse user expects; ours are contributed to them in plugin.xml. */
final class MainMenu extends ActionBarAdvisor {

	MainMenu(IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void fillMenuBar(IMenuManager bar) {
		IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
		bar.add(menu(Messages.menu_file, IWorkbenchActionConstants.M_FILE, window, ActionFactory.SAVE,
				ActionFactory.QUIT));
		bar.add(menu(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT, window, ActionFactory.CUT,
				ActionFactory.COPY, ActionFactory.PASTE, ActionFactory.SELECT_ALL, ActionFactory.FIND));
		bar.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		MenuManager windows = menu(Messages.menu_window, IWorkbenchActionConstants.M_WINDOW, window,
				ActionFactory.OPEN_NEW_WINDOW, ActionFactory.RESET_PERSPECTIVE, ActionFactory.PREFERENCES);
		MenuManager perspectives = new MenuManager(Messages.menu_perspectives, "perspectives");
		perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
		MenuManager views = new MenuManager(Messages.menu_views, "views");
		views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
		windows.insert(1, views);
		windows.insert(1, perspectives);
		bar.add(windows);
		bar.add(menu(Messages.menu_help, IWorkbenchActionConstants.M_HELP, window, ActionFactory.ABOUT));
	}

	private MenuManager menu(String text, String id, IWorkbenchWindow window, ActionFactory... actions) {
		MenuManager menu = new MenuManager(text, id);
		for (ActionFactory factory : actions) {
			IWorkbenchAction action = factory.create(window);
			register(action);
			menu.add(action);
		}
		menu.insert(Math.max(0, actions.length - 1), new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		return menu;
	}
}
