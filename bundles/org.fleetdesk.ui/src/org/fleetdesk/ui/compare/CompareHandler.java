package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectInput;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** The commands that open comparisons, and those of a comparison, each one line. */
public final class CompareHandler extends AbstractHandler {
	private static final String PREFIX = "org.fleetdesk.ui.command.";
	private static final Map<String, Consumer<CompareEditor>> COMMANDS = Map.of("copyToLeft",
			editor -> editor.copy(Hand.LEFT), "copyToRight", editor -> editor.copy(Hand.RIGHT), "copyAllToLeft",
			editor -> editor.copyAll(Hand.LEFT), "copyAllToRight", editor -> editor.copyAll(Hand.RIGHT));

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		String name = event.getCommand().getId().substring(PREFIX.length());
		switch (name) {
			case "compare" -> compare(window, objects(event));
			case "compareFiles" -> CompareOpener.files(window);
			default -> {
				if (HandlerUtil.getActiveEditor(event) instanceof CompareEditor editor) {
					Optional.ofNullable(COMMANDS.get(name)).ifPresent(command -> command.accept(editor));
				}
			}
		}
		return null;
	}

	/** Two objects with each other; one with what somebody chooses. */
	private static void compare(IWorkbenchWindow window, List<ObjectRef> objects) {
		switch (objects.size()) {
			case 1 -> CompareOpener.with(window, objects.getFirst());
			case 2 -> CompareOpener.open(window.getActivePage(), new SideRef.OfObject(objects.getFirst()),
					new SideRef.OfObject(objects.getLast()));
			default -> {
				// the command is not enabled
			}
		}
	}

	/** The selected objects, or that of the editor in front. */
	private static List<ObjectRef> objects(ExecutionEvent event) {
		if (HandlerUtil.getActivePart(event) instanceof ObjectEditor editor
				&& editor.getEditorInput() instanceof ObjectInput input) {
			return List.of(input.ref());
		}
		return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection some
				? Stream.of(some.toArray()).flatMap(CompareHandler::object).toList()
				: List.of();
	}

	private static Stream<ObjectRef> object(Object selected) {
		return switch (selected) {
			case Line line -> Stream.of(ObjectRef.of(line));
			case Hit.OfObject hit -> Stream.of(new ObjectRef(hit.cluster().id(), KindKey.of(hit.type()),
					hit.type().kind(), hit.row().namespace(), hit.row().name()));
			default -> Stream.empty();
		};
	}
}
