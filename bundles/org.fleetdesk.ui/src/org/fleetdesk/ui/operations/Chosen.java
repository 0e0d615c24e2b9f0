package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** The objects that are selected, wherever in the workbench. Belongs to the UI thread. */
public final class Chosen {
	private Chosen() {
	}

	/** Those a command is meant for. */
	public static List<ObjectRef> refs(ExecutionEvent event) {
		return refs(HandlerUtil.getActivePart(event), HandlerUtil.getCurrentSelection(event), Integer.MAX_VALUE);
	}

	/** Those of a window's active part. */
	static List<ObjectRef> refs(@Nullable IWorkbenchWindow window) {
		return refs(window, Integer.MAX_VALUE);
	}

	/** The first so many of those of a window's active part. */
	static List<ObjectRef> refs(@Nullable IWorkbenchWindow window, int most) {
		return window == null || window.getActivePage() == null
				? List.of()
				: refs(window.getActivePage().getActivePart(), window.getSelectionService().getSelection(), most);
	}

	private static List<ObjectRef> refs(@Nullable IWorkbenchPart part, @Nullable ISelection selection, int most) {
		if (part instanceof ObjectEditor editor) {
			return List.of(editor.ref());
		}
		return selection instanceof IStructuredSelection some
				? ((List<?>) some.toList()).stream().limit(most).flatMap(Chosen::ref).distinct().toList()
				: List.of();
	}

	private static Stream<ObjectRef> ref(@Nullable Object element) {
		return switch (element) {
			case Line line -> Stream.of(ObjectRef.of(line));
			case Hit.OfObject hit -> Stream.of(new ObjectRef(hit.cluster().id(), KindKey.of(hit.type()),
					hit.type().kind(), hit.row().namespace(), hit.row().name()));
			case null, default -> Stream.empty();
		};
	}
}
