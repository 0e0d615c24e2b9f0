package org.fleetdesk.ui.object;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import org.jspecify.annotations.Nullable;

/** The commands of an object's editor, each one line. */
public final class ObjectHandler extends AbstractHandler {
	private static final Map<String, Consumer<ObjectEditor>> COMMANDS = Map.of(
			"org.fleetdesk.ui.command.managedFields", ObjectEditor::toggleManagedFields,
			"org.fleetdesk.ui.command.revealSecret", ObjectEditor::toggleRevealed,
			"org.fleetdesk.ui.command.deleteObject", ObjectEditor::delete,
			"org.fleetdesk.ui.command.copyYaml", ObjectEditor::copyYaml,
			"org.fleetdesk.ui.command.refreshObject", ObjectEditor::refresh);

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		Consumer<ObjectEditor> command = COMMANDS.get(event.getCommand().getId());
		if (command != null && HandlerUtil.getActiveEditor(event) instanceof ObjectEditor editor) {
			command.accept(editor);
		}
		return null;
	}
}
