package org.fleetdesk.ui.objects;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchCommandConstants;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.ui.change.Deletion;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.table.LiveTable;
import org.fleetdesk.ui.table.TableText;

import org.jspecify.annotations.Nullable;

/** What is done with the lines of an Objects view: open, copy, export. */
final class ObjectsActions {
	private static final int MOST_OPENED = 10;

	private final ObjectsView view;
	private final LiveTable table;
	private final Background background;

	ObjectsActions(ObjectsView view, LiveTable table, Background background) {
		this.view = view;
		this.table = table;
		this.background = background;
	}

	/** Opens the pages of the selected objects, the first ten of them. */
	void open(ObjectPage page) {
		table.selection().stream().limit(MOST_OPENED).map(ObjectRef::of)
				.forEach(ref -> ObjectOpener.open(view.getSite().getPage(), ref, page));
	}

	/** Asks whether to delete the selected objects, as far as their clusters are open. */
	void delete() {
		List<Target> targets = table.selection().stream()
				.flatMap(line -> line.cluster().session().map(session -> new Target(session, line.key())).stream())
				.toList();
		Deletion.ask(view.getSite().getWorkbenchWindow(), targets);
	}

	/** Copies the selected lines with a heading, columns apart by tabs. */
	void copy() {
		text().ifPresent(text -> clipboard(text.tabbed(table.selection())));
	}

	/** Copies the names of the selected objects, one a line. */
	void copyNames() {
		clipboard(table.selection().stream().map(line -> line.row().name()).collect(Collectors.joining("\n")));
	}

	/** Copies the cell at the cursor. */
	void copyCell() {
		table.cell().ifPresent(this::clipboard);
	}

	private void clipboard(String text) {
		if (!text.isEmpty()) {
			Clipboard clipboard = new Clipboard(null);
			clipboard.setContents(new Object[]{text}, new Transfer[]{TextTransfer.getInstance()});
			clipboard.dispose();
		}
	}

	private Optional<TableText> text() {
		return table.content().map(content -> new TableText(content, table.columns(), background.clock().instant()));
	}

	/** Asks for a file and writes what the table shows to it. */
	void exportCsv() {
		FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
		dialog.setFilterExtensions(new String[]{"*.csv", "*"});
		dialog.setFileName(view.kindText() + ".csv");
		dialog.setOverwrite(true);
		String file = dialog.open();
		if (file != null) {
			exportCsv(Path.of(file));
		}
	}

	/** Writes what the table shows to a file. */
	void exportCsv(Path file) {
		List<Line> lines = table.content().map(content -> content.lines()).orElse(List.of());
		text().ifPresent(text -> new Export(file, text, lines).schedule());
	}

	/** Handlers of the workbench's own commands, by their ids. */
	Map<String, IHandler> handlers() {
		return Map.of(IWorkbenchCommandConstants.EDIT_COPY, handler(this::copy),
				IWorkbenchCommandConstants.EDIT_DELETE, handler(this::delete));
	}

	private static IHandler handler(Runnable work) {
		return new AbstractHandler() {
			@Override
			public @Nullable Object execute(ExecutionEvent event) {
				work.run();
				return null;
			}
		};
	}
}
