package org.fleetdesk.ui.yaml;

import java.util.Map;

import org.eclipse.core.commands.IHandler;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;

import org.fleetdesk.ui.FocusScope;

/**
 * The commands of a YAML text while it has the focus: the platform's own for texts (move and copy lines), by their
 * usual keys, and ours. Keys stand in plugin.xml.
 */
public final class YamlKeys {
	private static final String CONTEXT = "org.fleetdesk.ui.context.yaml";

	private YamlKeys() {
	}

	/** Gives a pane its commands. */
	public static void on(IWorkbenchPartSite site, YamlPane pane) {
		new FocusScope(site, pane.widget(), CONTEXT, Map.<String, IHandler>ofEntries(
				Map.entry(ITextEditorActionDefinitionIds.MOVE_LINES_UP, lines(pane, l -> l.move(false))),
				Map.entry(ITextEditorActionDefinitionIds.MOVE_LINES_DOWN, lines(pane, l -> l.move(true))),
				Map.entry(ITextEditorActionDefinitionIds.COPY_LINES_UP, lines(pane, l -> l.copy(false))),
				Map.entry(ITextEditorActionDefinitionIds.COPY_LINES_DOWN, lines(pane, l -> l.copy(true))),
				Map.entry(ITextEditorActionDefinitionIds.DELETE_LINE, lines(pane, LineEdits::delete)),
				Map.entry(ITextEditorActionDefinitionIds.SHIFT_RIGHT, lines(pane, LineEdits::tab)),
				Map.entry(ITextEditorActionDefinitionIds.SHIFT_LEFT, lines(pane, LineEdits::outdent)),
				Map.entry("org.fleetdesk.ui.command.toggleComment", lines(pane, LineEdits::toggleComment)),
				Map.entry("org.fleetdesk.ui.command.nextProblem",
						FocusScope.handler(() -> !pane.marks().isEmpty(), pane::goToNext))));
	}

	private static IHandler lines(YamlPane pane, YamlPane.LineChange change) {
		return FocusScope.handler(pane::editable, () -> pane.edit(change));
	}
}
