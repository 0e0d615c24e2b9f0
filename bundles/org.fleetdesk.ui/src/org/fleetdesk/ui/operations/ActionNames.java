package org.fleetdesk.ui.operations;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.commands.IParameterValues;
import org.eclipse.ui.PlatformUI;

import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;

/** The actions of the catalogue as values of a command's parameter, so that Quick Access and the key preferences list them. */
public final class ActionNames implements IParameterValues {

	@Override
	public Map<String, String> getParameterValues() {
		Map<String, String> names = new TreeMap<>();
		for (Action action : PlatformUI.getWorkbench().getService(Actions.class).all()) {
			names.put(action.title(), action.name());
		}
		return names;
	}
}
